package org.pchat.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.Guid;
import org.pchat.model.Level;
import org.pchat.model.Ticks;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.select.SelectionException;

class GateTest {
  private static final Extent WHOLE = new Extent(Level.ALL, Set.of(), null);
  private static final Census BEFORE =
      census(List.of(room(1, "Desk", 5_000), room(2, "Lunch", 40), room(3, "New", 0)));

  private static RoomCount room(long number, String name, long messages) {
    return new RoomCount(new Guid(0, number), name, messages);
  }

  private static Census census(List<RoomCount> rooms) {
    return new Census(WHOLE, rooms, 4, 20, 60, 0);
  }

  private static Census of(Extent extent) {
    return new Census(extent, BEFORE.rooms(), 4, 20, 60, 0);
  }

  private static List<String> judge(@Nullable Census before, Census now) {
    Judgement judgement = new Gate(Limits.DEFAULT).judge(before, now, Location.NONE);
    assertThat(judgement.isSuspect())
        .isEqualTo(judgement.findings().stream().anyMatch(f -> !f.code().id().endsWith("011")));
    return judgement.findings().stream().map(Problem::code).map(code -> code.id()).toList();
  }

  @Test
  void growth_is_good() {
    List<RoomCount> more = new ArrayList<>(BEFORE.rooms());
    more.set(1, room(2, "Lunch break", 41));
    more.add(room(9, "Another", 1));

    assertThat(judge(BEFORE, BEFORE)).isEmpty();
    assertThat(judge(BEFORE, new Census(WHOLE, more, 5, 21, 31, 0))).isEmpty();
  }

  @Test
  void a_room_that_is_gone_is_suspect_even_if_it_was_empty() {
    assertThat(judge(BEFORE, census(List.of(room(1, "Desk", 5_000), room(2, "Lunch", 40)))))
        .containsExactly("GATE-001");
  }

  @Test
  void the_limits_are_reached_exactly() {
    assertThat(judge(BEFORE, desk(5_000 - 50))).isEmpty();
    assertThat(judge(BEFORE, desk(5_000 - 51))).containsExactly("GATE-003");
    Census large = census(List.of(room(1, "Desk", 1_000_000)));
    assertThat(judge(large, census(List.of(room(1, "Desk", 999_900))))).isEmpty();
    assertThat(judge(large, census(List.of(room(1, "Desk", 999_899))))).containsExactly("GATE-003");
  }

  private static Census desk(long messages) {
    return census(List.of(room(1, "Desk", messages), room(2, "Lunch", 40), room(3, "New", 0)));
  }

  @Test
  void growth_in_one_room_does_not_hide_a_loss_in_another() {
    assertThat(
            judge(
                BEFORE,
                census(List.of(room(1, "Desk", 9_000), room(2, "Lunch", 20), room(3, "New", 7)))))
        .containsExactly("GATE-002");
    assertThat(
            judge(
                BEFORE,
                census(List.of(room(1, "Desk", 9_000), room(2, "Lunch", 21), room(3, "New", 7)))))
        .isEmpty();
  }

  @Test
  void a_few_messages_are_no_percentage_but_all_of_a_room_are() {
    Census small = census(List.of(room(1, "Desk", 6)));
    assertThat(judge(small, census(List.of(room(1, "Desk", 2))))).isEmpty();
    assertThat(judge(small, census(List.of(room(1, "Desk", 1)))))
        .containsExactly("GATE-002", "GATE-003");
    Census tiny = census(List.of(room(1, "Desk", 1)));
    assertThat(judge(tiny, census(List.of(room(1, "Desk", 0))))).containsExactly("GATE-002");
  }

  @Test
  void a_room_made_anew_is_compared_by_name() {
    assertThat(judge(BEFORE, lunch(room(8, "Lunch", 40)))).containsExactly("GATE-011");
    assertThat(judge(BEFORE, lunch(room(8, "Lunch", 0)))).containsExactly("GATE-011", "GATE-002");
    assertThat(
            judge(
                BEFORE,
                census(
                    List.of(
                        room(1, "Desk", 5_000),
                        room(3, "New", 0),
                        room(8, "Lunch", 40),
                        room(9, "Lunch", 40)))))
        .containsExactly("GATE-001");
  }

  private static Census lunch(RoomCount lunch) {
    return census(List.of(room(1, "Desk", 5_000), lunch, room(3, "New", 0)));
  }

  @Test
  void halved_permissions_principals_and_lost_categories_are_suspect() {
    assertThat(judge(BEFORE, new Census(WHOLE, BEFORE.rooms(), 3, 10, 30, 0)))
        .containsExactly("GATE-004", "GATE-005", "GATE-006");
    assertThat(judge(BEFORE, new Census(WHOLE, BEFORE.rooms(), 4, 11, 31, 0))).isEmpty();
  }

  @Test
  void more_errors_are_suspect_also_in_the_first_snapshot() {
    Census faulty = new Census(WHOLE, BEFORE.rooms(), 4, 20, 60, 2);
    assertThat(judge(BEFORE, faulty)).containsExactly("GATE-007");
    assertThat(judge(null, faulty)).containsExactly("GATE-007");
    assertThat(judge(faulty, faulty)).isEmpty();
    assertThat(judge(null, BEFORE)).isEmpty();
  }

  @Test
  void a_smaller_extent_is_told_once() {
    var nothing = List.<RoomCount>of();
    var directory = new Extent(Level.CATEGORY, Set.of(), null);
    assertThat(judge(BEFORE, new Census(directory, nothing, 4, 20, 30, 0)))
        .containsExactly("GATE-008");
    assertThat(judge(BEFORE, of(new Extent(Level.ALL, Set.of(new Guid(1, 1)), null))))
        .containsExactly("GATE-009");
    assertThat(judge(BEFORE, of(new Extent(Level.CONTENT, Set.of(), new Ticks(5)))))
        .containsExactly("GATE-010");
  }

  @Test
  void a_wider_extent_is_good() {
    Extent one = new Extent(Level.ALL, Set.of(new Guid(1, 1)), new Ticks(5));
    Extent two = new Extent(Level.ALL, Set.of(new Guid(1, 1), new Guid(1, 2)), new Ticks(4));
    assertThat(judge(of(one), of(two))).isEmpty();
    assertThat(judge(of(two), of(WHOLE))).isEmpty();
    assertThat(judge(of(two), of(one))).containsExactly("GATE-009", "GATE-010");
  }

  @Test
  void a_purge_spares_the_day_it_names() {
    Purge purge = Purge.parse(" Before  2026-05-03", ZoneId.of("Europe/Berlin"));

    assertThat(purge.before()).hasToString("2026-05-02T22:00:00.0000000Z");
    assertThat(purge.spares(purge.before())).isTrue();
    assertThat(purge.spares(new Ticks(purge.before().value() - 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "before", "2026-05-03", "after 2026-05-03", "before May", "before  "})
  void an_unclear_purge_is_refused(String text) {
    assertThatThrownBy(() -> Purge.parse(text, ZoneId.of("UTC")))
        .isInstanceOf(SelectionException.class)
        .hasMessageContaining("--expect-purge");
  }
}
