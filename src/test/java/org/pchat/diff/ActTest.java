package org.pchat.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pchat.fixture.Pools.guid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;

/** Each rule that tells one kind of act from another, and what is unknown and not different. */
class ActTest {
  private static final Guid DESK = guid(100);
  private static final Guid HALL = guid(101);
  private static final Guid SAM = guid(4);
  private static final Ticks NOON = Ticks.tryParse("2018-06-04T12:00:00.0000000Z").orElseThrow();

  private static MemorySource pool() throws IOException {
    return MemorySource.copyOf(
        Pools.of(List.of("Desk", "Hall"), List.of("one", "two", "three", "four", "five")));
  }

  private static List<Message> messages(MemorySource pool) throws IOException {
    return MemorySource.all(pool.records(Kind.MESSAGE));
  }

  private static MemorySource without(MemorySource pool, Predicate<Message> gone)
      throws IOException {
    return pool.withMessages(messages(pool).stream().filter(gone.negate()).toList());
  }

  private static Predicate<Message> in(Guid room, long... ids) {
    Set<Long> wanted = Arrays.stream(ids).boxed().collect(Collectors.toSet());
    return message -> message.room().equals(room) && wanted.contains(message.id());
  }

  private static MemorySource with(MemorySource pool, Message... more) throws IOException {
    List<Message> all = new ArrayList<>(messages(pool));
    all.addAll(List.of(more));
    return pool.withMessages(all);
  }

  private static Message message(long id, long tick, Guid author, String text) {
    return new Message(DESK, id, new Ticks(NOON.value() + tick), author, null, false, text, null);
  }

  private static Map<Act, Long> acts(ChatSource before, ChatSource after) throws IOException {
    return acts(before, after, DiffRequest.everything());
  }

  private static Map<Act, Long> acts(ChatSource before, ChatSource after, DiffRequest request)
      throws IOException {
    try (Diff diff = Diff.of(before, after, request)) {
      return diff.acts();
    }
  }

  private static Coverage of(MemorySource pool, Level level, Set<Guid> scope, Ticks start) {
    Coverage c = pool.coverage();
    return new Coverage(level, scope, start, null, c.zone(), c.fields(), false);
  }

  @Test
  void one_message_is_deleted_also_if_it_is_the_oldest() throws IOException {
    assertThat(acts(pool(), without(pool(), in(DESK, 1)))).isEqualTo(Map.of(Act.DELETED, 1L));
  }

  @Test
  void numbers_that_were_counted_out_do_not_tell_what_had_been_given_out() throws IOException {
    Coverage c = pool().coverage();
    var counted =
        new Coverage(c.level(), c.scope(), c.startDate(), null, c.zone(), c.fields(), true);
    MemorySource cleared = without(pool(), in(DESK, 1, 2, 3));
    MemorySource after = with(cleared, message(3, 100, SAM, "later than all others"));
    assertThat(acts(pool().with(counted), after.with(counted)))
        .isEqualTo(Map.of(Act.CLEARED, 3L, Act.WRITTEN, 1L));
  }

  @Test
  void the_oldest_messages_together_are_cleared() throws IOException {
    try (Diff diff =
        Diff.of(pool(), without(pool(), in(DESK, 1, 2, 3)), DiffRequest.everything())) {
      assertThat(diff.acts()).isEqualTo(Map.of(Act.CLEARED, 3L));
      assertThat(diff.room(DESK).orElseThrow().clearedUntil())
          .isEqualTo(new Ticks(NOON.value() + 2));
      try (Details details = diff.details()) {
        assertThat(details.advance()).isTrue();
        assertThat(details.record().acts()).containsExactly(Act.CLEARED);
      }
    }
  }

  @Test
  void all_messages_of_a_living_room_are_cleared() throws IOException {
    assertThat(acts(pool(), without(pool(), m -> m.room().equals(DESK))))
        .isEqualTo(Map.of(Act.CLEARED, 5L));
  }

  @Test
  void a_hole_or_the_newest_messages_are_deleted() throws IOException {
    assertThat(acts(pool(), without(pool(), in(DESK, 1, 2, 4)))).isEqualTo(Map.of(Act.DELETED, 3L));
    assertThat(acts(pool(), without(pool(), in(DESK, 4, 5)))).isEqualTo(Map.of(Act.DELETED, 2L));
  }

  @Test
  void a_message_as_old_as_the_last_that_went_speaks_against_clearing() throws IOException {
    MemorySource before = with(pool(), message(9, 1, Pools.KIM, "as old as two"));
    assertThat(acts(before, without(before, in(DESK, 1, 2)))).isEqualTo(Map.of(Act.DELETED, 2L));
  }

  @Test
  void clearing_goes_by_time_and_not_by_number() throws IOException {
    MemorySource before = with(pool(), message(9, -1, Pools.KIM, "late number, early time"));
    assertThat(acts(before, without(before, in(DESK, 1, 2, 9)))).isEqualTo(Map.of(Act.CLEARED, 3L));
  }

  @Test
  void messages_go_with_their_room() throws IOException {
    Structure structure = pool().structure();
    List<Room> left = structure.rooms().stream().filter(room -> !room.guid().equals(DESK)).toList();
    MemorySource after =
        MemorySource.of(new Structure(List.copyOf(structure.categories()), left, List.of()))
            .withPrincipals(MemorySource.all(pool().records(Kind.PRINCIPAL)))
            .withMessages(messages(pool()).stream().filter(m -> !m.room().equals(DESK)).toList());
    assertThat(acts(pool(), after)).isEqualTo(Map.of(Act.ROOM_DELETED, 6L));
    assertThat(acts(after, pool())).isEqualTo(Map.of(Act.ROOM_CREATED, 6L));
  }

  @Test
  void what_no_cmdlet_does_is_a_fork() throws IOException {
    MemorySource hole = without(pool(), in(DESK, 5));
    assertThat(acts(pool(), with(hole, message(5, 99, Pools.KIM, "five"))))
        .isEqualTo(Map.of(Act.TIME_CHANGED, 1L));
    assertThat(acts(pool(), with(hole, message(5, 4, SAM, "five"))))
        .isEqualTo(Map.of(Act.AUTHOR_CHANGED, 1L));
    try (Diff diff =
        Diff.of(pool(), with(hole, message(5, 99, SAM, "another")), DiffRequest.everything())) {
      assertThat(diff.acts()).isEqualTo(Map.of(Act.NUMBER_REUSED, 1L));
      assertThat(diff.counts(Kind.MESSAGE).forked()).isEqualTo(1);
      assertThat(diff.counts(Kind.MESSAGE).changed()).isZero();
    }
  }

  @Test
  void another_text_is_a_replacement_and_anything_else_stands_out() throws IOException {
    MemorySource hole = without(pool(), in(DESK, 5));
    assertThat(acts(pool(), with(hole, message(5, 4, Pools.KIM, "replaced"))))
        .isEqualTo(Map.of(Act.REPLACED, 1L));
    var loud =
        new Message(DESK, 5, new Ticks(NOON.value() + 4), Pools.KIM, null, true, "five", null);
    assertThat(acts(pool(), with(hole, loud))).isEqualTo(Map.of(Act.ALTERED, 1L));
  }

  @Test
  void a_number_that_was_given_out_before_comes_back_from_an_archive() throws IOException {
    MemorySource hole = without(pool(), in(DESK, 2));
    assertThat(acts(hole, pool())).isEqualTo(Map.of(Act.RESTORED, 1L));
    assertThat(acts(pool(), with(pool(), message(6, 9, Pools.KIM, "six"))))
        .isEqualTo(Map.of(Act.WRITTEN, 1L));
  }

  @Test
  void a_lower_level_makes_unknown_and_not_different() throws IOException {
    MemorySource after =
        without(pool(), m -> true).with(of(pool(), Level.ROOM_DIRECTORY, Set.of(), null));
    try (Diff diff = Diff.of(pool(), after, DiffRequest.everything())) {
      assertThat(diff.identical()).isTrue();
      assertThat(diff.acts()).isEqualTo(Map.of(Act.OUTSIDE_LEVEL, 10L));
    }
    assertThat(acts(after, pool())).isEqualTo(Map.of(Act.OUTSIDE_LEVEL, 10L));
  }

  @Test
  void messages_before_the_start_date_are_unknown_and_others_are_not() throws IOException {
    var start = new Ticks(NOON.value() + 2);
    MemorySource after =
        without(pool(), m -> m.sent().compareTo(start) < 0 || m.id() == 4)
            .with(of(pool(), Level.ALL, Set.of(), start));
    assertThat(acts(pool(), after)).isEqualTo(Map.of(Act.BEFORE_START, 4L, Act.DELETED, 2L));
  }

  @Test
  void what_lies_outside_the_scope_is_unknown() throws IOException {
    MemorySource empty =
        MemorySource.of(new Structure(List.of(), List.of(), List.of()))
            .with(of(pool(), Level.ALL, Set.of(guid(77)), null));
    try (Diff diff = Diff.of(pool(), empty, DiffRequest.everything())) {
      assertThat(diff.identical()).isTrue();
      assertThat(diff.acts().keySet()).containsExactly(Act.OUTSIDE_SCOPE);
    }
    MemorySource inScope =
        MemorySource.of(new Structure(List.of(), List.of(), List.of()))
            .with(of(pool(), Level.ALL, Set.of(Pools.CATEGORY), null));
    assertThat(acts(pool(), inScope)).containsKeys(Act.ROOM_DELETED, Act.CATEGORY_DELETED);
  }

  @Test
  void a_field_that_one_side_does_not_carry_is_unknown() throws IOException {
    Set<Field<?>> fields =
        pool().coverage().fields().stream()
            .filter(field -> !field.name().equals("text"))
            .collect(Collectors.toSet());
    Coverage c = pool().coverage();
    MemorySource after =
        pool()
            .withMessages(
                messages(pool()).stream()
                    .map(
                        m ->
                            new Message(
                                m.room(), m.id(), m.sent(), m.author(), null, false, "", null))
                    .toList())
            .with(new Coverage(Level.ALL, Set.of(), null, null, c.zone(), fields, false));
    assertThat(acts(pool(), after)).isEmpty();
  }

  @Test
  void numbers_that_were_counted_out_are_no_identity() throws IOException {
    Coverage c = pool().coverage();
    List<Message> renumbered =
        messages(pool()).stream()
            .filter(in(DESK, 2).negate())
            .map(
                m ->
                    new Message(
                        m.room(), m.id() + 50, m.sent(), m.author(), null, false, m.text(), null))
            .toList();
    MemorySource after =
        pool()
            .withMessages(renumbered)
            .with(new Coverage(Level.ALL, Set.of(), null, null, c.zone(), c.fields(), true));
    assertThat(acts(pool(), after)).isEqualTo(Map.of(Act.DELETED, 1L));
  }

  @Test
  void an_ignored_field_does_not_count() throws IOException {
    MemorySource hole = without(pool(), in(DESK, 5));
    MemorySource after = with(hole, message(5, 99, Pools.KIM, "five"));
    assertThat(
            acts(pool(), after, DiffRequest.everything().ignoring(FieldNames.find("message.SENT"))))
        .isEmpty();
  }

  @Test
  void who_lost_their_only_role_lost_access() throws IOException {
    MemorySource before =
        pool()
            .withPermissions(
                List.of(
                    new Role(DESK, Pools.KIM, RoleType.MEMBER, null),
                    new Role(DESK, Pools.KIM, RoleType.MANAGER, null),
                    new Role(DESK, SAM, RoleType.MEMBER, null)),
                List.of());
    MemorySource after =
        pool()
            .withPermissions(List.of(new Role(DESK, Pools.KIM, RoleType.MEMBER, null)), List.of());
    try (Diff diff = Diff.of(before, after, DiffRequest.everything())) {
      assertThat(diff.acts()).isEqualTo(Map.of(Act.REVOKED, 2L));
      assertThat(diff.room(DESK).orElseThrow().access())
          .isEqualTo(new NodeChange.Access(1, List.of(SAM), 0, List.of()));
    }
  }

  @Test
  void only_a_part_is_compared_if_only_a_part_is_wanted() throws IOException {
    MemorySource after = without(pool(), m -> m.id() == 2);
    var desk = new DiffSelection(Optional.of(Set.of(DESK)), Optional.empty(), m -> true);
    assertThat(acts(pool(), after, DiffRequest.everything().with(desk)))
        .isEqualTo(Map.of(Act.DELETED, 1L));
    assertThat(acts(pool(), after, DiffRequest.everything().withKinds(Set.of(Kind.ROOM))))
        .isEmpty();
    assertThat(HALL).isNotEqualTo(DESK);
  }

  @Test
  void runs_are_folded() throws IOException {
    MemorySource after = without(pool(), in(DESK, 1, 3, 4));
    try (Diff diff = Diff.of(pool(), after, DiffRequest.everything())) {
      assertThat(diff.room(DESK).orElseThrow().runs())
          .containsExactly(
              new Run(Change.REMOVED, Act.DELETED, 1, 1, 1, 1, tick(0), tick(0)),
              new Run(Change.REMOVED, Act.DELETED, 3, 4, 2, 1, tick(2), tick(3)));
    }
  }

  private static Ticks tick(long n) {
    return new Ticks(NOON.value() + n);
  }

  @Test
  void an_account_made_anew_is_told_from_a_new_one() throws IOException {
    Principal kim = MemorySource.all(pool().records(Kind.PRINCIPAL)).get(0);
    MemorySource after = pool().withPrincipals(List.of(kim, with(kim, SAM, "SIP:KIM@contoso.com")));
    assertThat(acts(pool(), after)).isEqualTo(Map.of(Act.ACCOUNT_RECREATED, 1L));
    MemorySource other = pool().withPrincipals(List.of(kim, with(kim, SAM, "sip:sam@contoso.com")));
    assertThat(acts(pool(), other)).isEqualTo(Map.of(Act.ACCOUNT_CREATED, 1L));
  }

  private static Principal with(Principal p, Guid guid, String uri) {
    return new Principal(
        guid,
        uri,
        p.type(),
        null,
        p.name(),
        p.displayName(),
        null,
        null,
        null,
        null,
        p.disabled(),
        null,
        null,
        p.audit(),
        null,
        false);
  }
}
