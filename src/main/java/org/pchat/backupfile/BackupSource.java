package org.pchat.backupfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Catalogue;
import org.pchat.mgc.HeldCursor;
import org.pchat.mgc.Pool;
import org.pchat.mgc.PoolReading;
import org.pchat.mgc.Projection;
import org.pchat.mgc.Row;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Origin;
import org.pchat.model.OriginDetail;
import org.pchat.model.Part;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.model.UnknownContent;
import org.pchat.pages.RowCursor;
import org.pchat.pages.SqlServerFile;
import org.pchat.pages.SqlTable;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.tape.BackupSet;

/**
 * A pool in a SQL Server file. Categories, rooms and add-ins come sorted; everything else comes as
 * the pages stand, messages of all rooms mixed.
 *
 * <p>A table in which anything was damaged, or whose rows are not as many as the engine counted, is
 * {@link #damaged}.
 */
public final class BackupSource implements ChatSource {
  private static final String SCHEMA = "dbo";
  private static final int LACKING = -1;

  private final List<Path> files;
  private final SqlServerFile file;
  private final ReadOptions options;
  private final Catalogue catalogue;
  private final Map<String, SqlTable> tables = new HashMap<>();
  private final Set<String> faulty = new HashSet<>();
  private @Nullable Pool pool;

  BackupSource(List<Path> files, SqlServerFile file, ReadOptions options) {
    this.files = List.copyOf(files);
    this.file = file;
    this.options = options;
    for (SqlTable table : file.database().tables()) {
      if (table.schema().equals(SCHEMA)) {
        tables.put(lower(table.name()), table);
      }
    }
    this.catalogue = Catalogue.of(name(), types(), options.problems());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private Map<String, Map<String, String>> types() {
    Map<String, Map<String, String>> types = new HashMap<>();
    tables.forEach(
        (name, table) -> {
          Map<String, String> columns = new HashMap<>();
          table.columns().forEach(of -> columns.put(lower(of.name()), of.type().toString()));
          types.put(name, columns);
        });
    return types;
  }

  private String name() {
    return files.get(0).toString();
  }

  /** Returns the file with all that it says about itself. */
  public SqlServerFile file() {
    return file;
  }

  @Override
  public Origin origin() {
    return new Origin(file.kind(), name(), "mgc", bytes());
  }

  @Override
  public List<OriginDetail> details() {
    return FileDetails.of(file);
  }

  private long bytes() {
    long sum = 0;
    for (Path path : files) {
      try {
        sum += Files.size(path);
      } catch (IOException unknown) {
        return -1;
      }
    }
    return sum;
  }

  @Override
  public Coverage coverage() {
    var zone = options.sourceZone() == null ? Coverage.Zone.ASSUMED : Coverage.Zone.GIVEN;
    Ticks time = file.set().flatMap(BackupSet::ended).map(Ticks::of).orElse(null);
    return new Coverage(Level.ALL, Set.of(), null, time, zone, catalogue.fields(), false);
  }

  @Override
  public Structure structure() throws IOException {
    return pool().structure();
  }

  private synchronized Pool pool() throws IOException {
    if (pool == null) {
      var reading = new PoolReading(catalogue, options, true);
      each(Projection.PRINCIPAL_IDS, reading::principalId);
      if (catalogue.has(Projection.LAST_CHAT_IDS)) {
        each(Projection.LAST_CHAT_IDS, reading::lastChatId);
      }
      each(Projection.ROLE_TYPES, reading::roleType);
      each(Projection.NODES, reading::node);
      if (catalogue.has(Projection.ADD_INS)) {
        each(Projection.ADD_INS, reading::addIn);
      }
      pool = reading.pool();
    }
    return pool;
  }

  /** Takes a row. */
  private interface Taker {
    void take(Row row) throws IOException;
  }

  private void each(Projection projection, Taker taker) throws IOException {
    TableCursor.Mapping<Boolean> taking =
        row -> {
          taker.take(row);
          return Boolean.TRUE;
        };
    try (RecordCursor<Boolean> rows = walk(projection, projection.columns(), taking)) {
      boolean more = rows.advance();
      while (more) {
        more = rows.advance();
      }
    }
  }

  private <T> TableCursor<T> walk(
      Projection projection, List<String> names, TableCursor.Mapping<T> mapping) {
    String actual = catalogue.actualName(projection.table());
    SqlTable table = tables.get(lower(actual));
    if (table == null) {
      throw new IllegalStateException("no table " + actual);
    }
    int[] columns = names.stream().mapToInt(name -> table.column(name).orElse(LACKING)).toArray();
    int[] wanted = Arrays.stream(columns).filter(column -> column != LACKING).toArray();
    RowCursor rows = file.database().rows(table, wanted);
    Location where = Location.of(name(), actual);
    return new TableCursor<>(
        rows, new PageRow(rows, columns), mapping, where, () -> faulty.add(projection.table()));
  }

  @Override
  @SuppressWarnings("unchecked") // the kind says what the records are
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    return (RecordCursor<T>) open(kind);
  }

  private RecordCursor<?> open(Kind<?> kind) throws IOException {
    Pool known = pool();
    if (kind == Kind.PRINCIPAL) {
      return walk(Projection.PRINCIPALS, Projection.PRINCIPALS.columns(), known::principal);
    } else if (kind == Kind.ROLE) {
      return walk(Projection.ROLES, Projection.ROLES.columns(), known::role);
    } else if (kind == Kind.SCOPE) {
      return walk(Projection.SCOPES, Projection.SCOPES.columns(), known::scope);
    } else if (kind == Kind.MESSAGE) {
      return messages(known, null);
    }
    Location where = Location.of(name(), catalogue.actualName(tableOf(kind)));
    return new HeldCursor<>(held(kind, known.structure()).iterator(), where);
  }

  private static Iterable<?> held(Kind<?> kind, Structure structure) {
    if (kind == Kind.CATEGORY) {
      return structure.categories();
    }
    return kind == Kind.ROOM ? structure.rooms() : structure.addIns();
  }

  private static String tableOf(Kind<?> kind) {
    if (kind == Kind.PRINCIPAL) {
      return Projection.PRINCIPALS.table();
    } else if (kind == Kind.ROLE) {
      return Projection.ROLES.table();
    } else if (kind == Kind.SCOPE) {
      return Projection.SCOPES.table();
    } else if (kind == Kind.MESSAGE) {
      return Projection.MESSAGES.table();
    }
    return kind == Kind.ADD_IN ? Projection.ADD_INS.table() : Projection.NODES.table();
  }

  /** Walks over all messages, or those of one room. */
  private RecordCursor<Message> messages(Pool known, @Nullable Guid wanted) {
    List<String> columns = new ArrayList<>(Projection.MESSAGES.columns());
    columns.add(Projection.MESSAGE_ROOM);
    int roomColumn = columns.size();
    TableCursor<Message> all =
        walk(Projection.MESSAGES, columns, row -> message(known, row, roomColumn));
    return wanted == null ? all : new RoomCursor(all, wanted);
  }

  private @Nullable Message message(Pool known, Row row, int roomColumn) throws IOException {
    int id = row.number(roomColumn);
    Guid room = known.node(id);
    if (room == null || known.roomId(room) == null) {
      String table = catalogue.actualName(Projection.MESSAGES.table());
      problems()
          .add(
              Problem.of(
                  DatabaseProblem.MESSAGES_OF_NO_ROOM, Location.of(name(), table), "nodeID " + id));
      return null;
    }
    return known.message(room, row);
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    return messages(pool(), room);
  }

  @Override
  public List<Guid> messageRooms() throws IOException {
    return structure().rooms().stream().map(Room::guid).toList();
  }

  @Override
  public boolean readsRoomsApart() {
    return false;
  }

  @Override
  public boolean readsInParallel() {
    return false;
  }

  @Override
  public boolean damaged(Part part) {
    return faulty.contains(tableOf(part.kind()));
  }

  @Override
  public Order order(Kind<?> kind) {
    boolean held = kind == Kind.CATEGORY || kind == Kind.ROOM || kind == Kind.ADD_IN;
    return held ? Order.SORTED : Order.UNSORTED;
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return Optional.empty();
  }

  @Override
  public UnknownContent unknown() {
    return UnknownContent.NONE;
  }

  @Override
  public ProblemLog problems() {
    return options.problems();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
