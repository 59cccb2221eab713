package org.pchat.database;

import static org.pchat.database.ImportRules.Content.REPLACED;
import static org.pchat.database.ImportRules.Numbering.RENUMBERED;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.database.Ledger.Fate;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;

/** Imports messages, room by room as they come, and the last number of each room. */
final class MessageImport implements AutoCloseable {
  private final ImportContext context;
  private final Target target;
  private final Structure structure;
  private final Location where;
  private final TableWriter inserts;
  private final PreparedStatement change;
  private final PreparedStatement remove;
  private final PreparedStatement findLast;
  private final PreparedStatement removeLast;
  private final TableWriter lastIds;
  private long withoutAuthor;

  MessageImport(ImportContext context, ChatSource source) throws SQLException, IOException {
    this.context = context;
    this.target = context.target();
    this.structure = source.structure();
    this.where = Location.of(source.origin().name());
    // What is there is looked at room by room, so rows are only ever added here.
    inserts = new TableWriter(context.pool().connection(), "tblChat", true);
    lastIds = new TableWriter(context.pool().connection(), "tblLastChatId", true);
    change =
        prepare(
            "UPDATE dbo.tblChat SET chatDate = ?, userId = ?, isAlert = ?, content = ?, rtf = ?"
                + " WHERE channelId = ? AND chatId = ?");
    remove = prepare("DELETE FROM dbo.tblChat WHERE channelId = ? AND chatId = ?");
    findLast = prepare("SELECT MAX(lastChatID) FROM dbo.tblLastChatId WHERE nodeID = ?");
    removeLast = prepare("DELETE FROM dbo.tblLastChatId WHERE nodeID = ?");
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return context.pool().connection().prepareStatement(sql);
  }

  void run(ChatSource source) throws SQLException, IOException {
    for (Guid guid : inOrderOfNumbers(source.messageRooms())) {
      context.watch().check();
      Integer id = target.importedRooms.get(guid);
      try (RecordCursor<Message> messages = source.messages(guid)) {
        if (id == null) {
          passOver(guid, messages);
        } else {
          importRoom(guid, id, messages);
        }
      }
    }
    inserts.flush();
    for (Room room : structure.rooms()) {
      Integer id = target.importedRooms.get(room.guid());
      if (id != null) {
        remember(id, room.lastMessageId());
      }
    }
    lastIds.flush();
    if (withoutAuthor > 0) {
      context.tell(
          conflict(DatabaseProblem.AUTHOR_UNRESOLVED, null, withoutAuthor), where, withoutAuthor);
    }
  }

  /** Rows that come in the order of their key are appended, which is many times faster. */
  private List<Guid> inOrderOfNumbers(List<Guid> rooms) {
    return rooms.stream()
        .sorted(Comparator.comparing(room -> target.importedRooms.getOrDefault(room, 0)))
        .toList();
  }

  private void passOver(Guid room, RecordCursor<Message> messages) throws IOException {
    long count = 0;
    while (messages.advance()) {
      context.ledger().note(Kind.MESSAGE, Fate.PASSED_OVER);
      count++;
    }
    if (count > 0) {
      context.tell(
          conflict(DatabaseProblem.UNRESOLVED, room, count),
          where,
          count + " messages",
          "room " + room);
    }
  }

  private static ImportOutcome.Conflict conflict(
      DatabaseProblem code, @Nullable Guid room, long messages) {
    return new ImportOutcome.Conflict(code, Kind.MESSAGE, room, "", messages);
  }

  private void importRoom(Guid guid, int id, RecordCursor<Message> messages)
      throws SQLException, IOException {
    RoomContent before =
        target.hadRoom(id) ? RoomContent.read(context.pool(), id) : RoomContent.NONE;
    var room = new RoomImport(guid, id, before);
    Long previous = null;
    while (messages.advance()) {
      context.watch().check();
      Message message = messages.record();
      if (previous == null || previous != message.id()) {
        room.add(message);
      }
      previous = message.id();
    }
    room.finish(structure.room(guid).map(Room::name).orElse(guid.toString()));
    context.settle();
  }

  /** One room while its messages come. */
  private final class RoomImport {
    private final Guid guid;
    private final int id;
    private final RoomContent before;
    private final Ledger.Tally tally = new Ledger.Tally();
    private long lastGiven;
    private long taken;

    RoomImport(Guid guid, int id, RoomContent before) {
      this.guid = guid;
      this.id = id;
      this.before = before;
      boolean behind = context.rules().content() != REPLACED;
      this.lastGiven = behind ? before.last() : 0;
    }

    void add(Message message) throws SQLException {
      int author = author(message);
      long hash =
          RoomContent.hash(
              message.sent().value(), author, message.alert(), message.text(), message.rtf());
      boolean renumbered = context.rules().numbers() == RENUMBERED;
      boolean replaced = context.rules().content() == REPLACED;
      if (renumbered && !replaced && before.takeSame(hash)) {
        tally.add(Fate.UNCHANGED);
        return;
      }
      long number = renumbered ? ++lastGiven : message.id();
      if (!before.has(number)) {
        inserts.write(
            Arrays.asList(
                id,
                number,
                message.sent().value(),
                author,
                message.alert(),
                message.text(),
                message.rtf()));
        tally.add(Fate.ADDED);
      } else if (before.isSame(number, hash)) {
        tally.add(Fate.UNCHANGED);
      } else if (replaced) {
        change(number, message, author);
        tally.add(Fate.CHANGED);
      } else {
        taken++;
        tally.add(Fate.PASSED_OVER);
      }
    }

    private void change(long number, Message message, int author) throws SQLException {
      change.setLong(1, message.sent().value());
      change.setInt(2, author);
      change.setBoolean(3, message.alert());
      change.setString(4, message.text());
      change.setString(5, message.rtf());
      change.setInt(6, id);
      change.setLong(7, number);
      change.executeUpdate();
    }

    void finish(String name) throws SQLException {
      if (context.rules().content() == REPLACED) {
        for (long number : before.unseen()) {
          remove.setInt(1, id);
          remove.setLong(2, number);
          remove.executeUpdate();
          tally.add(Fate.REMOVED);
        }
      }
      if (context.rules().numbers() == RENUMBERED && lastGiven > 0) {
        remember(id, lastGiven);
      }
      if (taken > 0) {
        context.tell(conflict(DatabaseProblem.NUMBER_TAKEN, guid, taken), where, taken, name);
      }
      context.ledger().room(guid, name, tally);
    }
  }

  /** Returns the author's number; one who is nobody keeps a number that is nobody's. */
  private int author(Message message) {
    if (message.author() != null) {
      Integer id = target.principals.get(message.author());
      if (id != null) {
        return id;
      }
    } else if (message.authorRaw() != null && message.authorRaw().matches("-?[0-9]{1,10}")) {
      long number = Long.parseLong(message.authorRaw());
      if (number == (int) number && !target.principalIds.isUsed((int) number)) {
        return (int) number;
      }
    }
    withoutAuthor++;
    return 0;
  }

  /** The last number of a room never falls, so that no number is given twice. */
  private void remember(int room, @Nullable Long last) throws SQLException {
    if (last == null) {
      return;
    }
    lastIds.flush();
    findLast.setInt(1, room);
    try (ResultSet row = findLast.executeQuery()) {
      row.next();
      long before = row.getLong(1);
      if (!row.wasNull() && before >= last) {
        return;
      }
    }
    removeLast.setInt(1, room);
    removeLast.executeUpdate();
    lastIds.write(Arrays.asList(room, last));
  }

  @Override
  public void close() throws SQLException {
    inserts.close();
    lastIds.close();
    change.close();
    remove.close();
    findLast.close();
    removeLast.close();
  }
}
