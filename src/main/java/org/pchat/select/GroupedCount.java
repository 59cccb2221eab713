package org.pchat.select;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.select.Statistics.Group;

/** Counts selected messages of a source in groups, however many groupings in one pass. */
final class GroupedCount {
  private static final Comparator<Group> BY_NAME =
      Comparator.comparing(Group::label, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Group::key)
          .thenComparing(Group::guid, Comparator.nullsLast(Comparator.naturalOrder()));

  private final ChatSource source;
  private final Selection selection;
  private final ZoneId zone;

  /** An author: a principal, or else as it stands in the source. */
  private record Author(@Nullable Guid guid, @Nullable String raw) {}

  /** Turns finished tallies into groups. */
  private interface Naming<K> {
    List<Group> groups(Map<K, MessageTally> tallies) throws IOException;
  }

  /** The tallies of one grouping while messages go by. */
  private record Counting<K>(
      Map<K, MessageTally> tallies, Function<Message, K> key, Naming<K> naming) {
    void add(Message message) {
      tallies.computeIfAbsent(key.apply(message), k -> new MessageTally()).add(message);
    }

    List<Group> groups() throws IOException {
      return naming.groups(tallies);
    }
  }

  GroupedCount(ChatSource source, Selection selection, ZoneId zone) {
    this.source = source;
    this.selection = selection;
    this.zone = zone;
  }

  List<Statistics> by(List<Grouping> groupings) throws IOException {
    List<Counting<?>> countings = new ArrayList<>();
    for (Grouping grouping : groupings) {
      countings.add(counting(grouping));
    }
    var total = new MessageTally();
    try (RecordCursor<Message> messages = MessageWalk.openUnordered(source, selection)) {
      while (messages.advance()) {
        Message message = messages.record();
        total.add(message);
        countings.forEach(counting -> counting.add(message));
      }
    }
    List<Statistics> statistics = new ArrayList<>();
    for (int i = 0; i < groupings.size(); i++) {
      statistics.add(new Statistics(groupings.get(i), total.totals(), countings.get(i).groups()));
    }
    return statistics;
  }

  private Counting<?> counting(Grouping grouping) throws IOException {
    return switch (grouping) {
      case ROOM ->
          new Counting<>(
              new TreeMap<>(new RoomOrder(source.structure())), Message::room, this::rooms);
      case AUTHOR ->
          new Counting<>(
              new HashMap<>(), m -> new Author(m.author(), m.authorRaw()), this::authors);
      case MONTH -> byPeriod(Stream.of(), m -> YearMonth.from(at(m)), YearMonth::toString);
      case WEEKDAY ->
          byPeriod(Stream.of(DayOfWeek.values()), m -> at(m).getDayOfWeek(), GroupedCount::english);
      case HOUR ->
          byPeriod(
              IntStream.range(0, 24).boxed(),
              m -> at(m).getHour(),
              hour -> String.format(Locale.ROOT, "%02d", hour));
    };
  }

  private List<Group> rooms(Map<Guid, MessageTally> tallies) throws IOException {
    Structure structure = source.structure();
    List<Group> groups = new ArrayList<>();
    tallies.forEach(
        (room, tally) -> {
          String label = structure.room(room).map(Room::name).orElse(room.toString());
          groups.add(new Group(room.toString(), room, label, tally.totals()));
        });
    return groups;
  }

  private List<Group> authors(Map<Author, MessageTally> tallies) throws IOException {
    List<Group> groups = new ArrayList<>();
    try (RecordCursor<Principal> principals = source.records(Kind.PRINCIPAL)) {
      while (principals.advance()) {
        Principal principal = principals.record();
        MessageTally tally = tallies.remove(new Author(principal.guid(), null));
        if (tally != null) {
          groups.add(
              new Group(principal.uri(), principal.guid(), principal.label(), tally.totals()));
        }
      }
    }
    tallies.forEach((author, tally) -> groups.add(nameless(author, tally)));
    groups.sort(BY_NAME);
    return groups;
  }

  /** Returns the group of an author who is no principal. */
  private static Group nameless(Author author, MessageTally tally) {
    String key =
        author.guid != null ? author.guid.toString() : author.raw != null ? author.raw : "";
    return new Group(key, author.guid, key, tally.totals());
  }

  /** Counts by a period of which some values have a group even without messages. */
  private static <K extends Comparable<? super K>> Counting<K> byPeriod(
      Stream<K> always, Function<Message, K> period, Function<K, String> label) {
    Map<K, MessageTally> tallies = new TreeMap<>();
    always.forEach(key -> tallies.put(key, new MessageTally()));
    return new Counting<>(
        tallies,
        period,
        counted ->
            counted.entrySet().stream()
                .map(e -> group(label.apply(e.getKey()), e.getValue()))
                .toList());
  }

  private static Group group(String label, MessageTally tally) {
    return new Group(label.toLowerCase(Locale.ROOT), null, label, tally.totals());
  }

  private ZonedDateTime at(Message message) {
    return message.sent().toInstant().atZone(zone);
  }

  private static String english(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
