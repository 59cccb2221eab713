package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Ticks;
import org.pchat.select.Statistics.Group;
import org.pchat.select.Statistics.Totals;

final class StatisticsTest {
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  @Test
  void counts_by_room_in_the_order_of_names() throws IOException {
    Statistics statistics = of(Pools.readable(), Grouping.ROOM, ZoneOffset.UTC);
    assertThat(statistics.groups())
        .extracting(Group::label)
        .containsExactly("Berlin", "Deals", "lobby", Pools.LOST.toString());
    assertThat(statistics.groups().get(0))
        .isEqualTo(
            new Group(
                Pools.BERLIN.toString(),
                Pools.BERLIN,
                "Berlin",
                new Totals(2, 17, 1, 0, Pools.later(20), Pools.later(30))));
    assertThat(statistics.total())
        .isEqualTo(new Totals(5, 74, 2, 2, Pools.later(0), Pools.later(40)));
  }

  @Test
  void counts_by_author_whether_principal_or_not() throws IOException {
    Statistics statistics = of(Pools.readable(), Grouping.AUTHOR, ZoneOffset.UTC);
    assertThat(statistics.groups())
        .extracting(Group::key, Group::guid, Group::label)
        .containsExactly(
            tuple("sip:Alice@contoso.com", Pools.ALICE, "Alice Adams"),
            tuple("sip:bob@contoso.com", Pools.BOB, "Bob"),
            tuple("sip:bob@fabrikam.com", Pools.OTHER_BOB, "BOB"),
            tuple("Dave", null, "Dave"),
            tuple("sip:carol@old.contoso.com", null, "sip:carol@old.contoso.com"));
  }

  @Test
  void tells_hours_and_days_in_the_zone_asked_for() throws IOException {
    assertThat(used(of(Pools.readable(), Grouping.HOUR, ZoneOffset.UTC))).containsExactly("12");
    assertThat(used(of(Pools.readable(), Grouping.HOUR, KOLKATA))).containsExactly("17");
    assertThat(used(of(Pools.readable(), Grouping.WEEKDAY, ZoneOffset.UTC)))
        .containsExactly("sunday");
    assertThat(used(of(Pools.readable(), Grouping.WEEKDAY, ZoneId.of("Pacific/Kiritimati"))))
        .containsExactly("monday");
    assertThat(used(of(Pools.readable(), Grouping.MONTH, ZoneOffset.UTC)))
        .containsExactly("2026-05");
  }

  @Test
  void shows_every_hour_and_weekday() throws IOException {
    assertThat(of(Pools.readable(), Grouping.HOUR, KOLKATA).groups())
        .extracting(Group::key)
        .startsWith("00", "01")
        .endsWith("23")
        .hasSize(24);
    assertThat(of(Pools.readable(), Grouping.WEEKDAY, KOLKATA).groups())
        .extracting(Group::label)
        .containsExactly(
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  }

  @Test
  void puts_the_biggest_groups_on_top() throws IOException {
    Statistics statistics = of(Pools.readable(), Grouping.ROOM, ZoneOffset.UTC);
    assertThat(statistics.top(3))
        .extracting(Group::label)
        .containsExactly("Berlin", "Deals", "lobby");
    assertThat(statistics.top(0)).isEmpty();
  }

  @Test
  void counts_only_what_is_selected() throws IOException {
    ChatSource source = Pools.readable();
    Selection selection =
        Selection.resolve(
            SelectionRequest.everything(ZoneOffset.UTC).withRooms("Berlin").withAuthors("bob"),
            source);
    Statistics statistics = Statistics.of(source, selection, Grouping.ROOM, ZoneOffset.UTC);
    assertThat(statistics.groups()).extracting(Group::label).containsExactly("Berlin");
    assertThat(statistics.total().messages()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource
  void counts_what_collecting_all_messages_counts(Grouping grouping, int seed) throws IOException {
    ChatSource pool = Pools.random(seed);
    Map<String, List<Message>> expected =
        MemorySource.all(pool.records(Kind.MESSAGE)).stream()
            .collect(Collectors.groupingBy(key(grouping)));
    Map<String, Totals> counted = new HashMap<>();
    for (Group group : of(OnePassSource.shuffled(pool, seed), grouping, KOLKATA).groups()) {
      if (group.totals().messages() > 0) {
        String key = group.guid() == null ? group.key() : group.guid().toString();
        assertThat(counted.put(key, group.totals())).isNull();
      }
    }
    assertThat(counted.keySet()).isEqualTo(expected.keySet());
    expected.forEach((key, messages) -> assertThat(counted.get(key)).isEqualTo(sum(messages)));
  }

  static Stream<Object[]> counts_what_collecting_all_messages_counts() {
    return Stream.of(Grouping.values())
        .flatMap(by -> IntStream.range(0, 5).mapToObj(seed -> new Object[] {by, seed}));
  }

  private static Function<Message, String> key(Grouping grouping) {
    return switch (grouping) {
      case ROOM -> m -> m.room().toString();
      case AUTHOR ->
          m ->
              m.author() != null
                  ? m.author().toString()
                  : m.authorRaw() != null ? m.authorRaw() : "";
      case MONTH -> m -> YearMonth.from(at(m)).toString().toLowerCase(Locale.ROOT);
      case WEEKDAY ->
          m ->
              DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH)
                  .format(at(m))
                  .toLowerCase(Locale.ROOT);
      case HOUR -> m -> DateTimeFormatter.ofPattern("HH", Locale.ROOT).format(at(m));
    };
  }

  private static ZonedDateTime at(Message message) {
    return message.sent().toInstant().atZone(KOLKATA);
  }

  private static Totals sum(List<Message> messages) {
    List<Ticks> times = messages.stream().map(Message::sent).sorted().toList();
    return new Totals(
        messages.size(),
        messages.stream().mapToLong(m -> m.text().codePoints().count()).sum(),
        messages.stream().filter(Message::alert).count(),
        messages.stream().filter(m -> m.text().startsWith("ma-filelink:")).count(),
        times.get(0),
        times.get(times.size() - 1));
  }

  private static Statistics of(ChatSource source, Grouping grouping, ZoneId zone)
      throws IOException {
    return Statistics.of(source, Selection.everything(), grouping, zone);
  }

  private static List<String> used(Statistics statistics) {
    return statistics.groups().stream()
        .filter(group -> group.totals().messages() > 0)
        .map(Group::key)
        .toList();
  }
}
