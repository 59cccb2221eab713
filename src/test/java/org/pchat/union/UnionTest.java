package org.pchat.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pchat.fixture.Pools.guid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.fixture.RandomPool;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.model.Watch;
import org.pchat.problem.Severity;
import org.pchat.problem.UnionProblem;
import org.pchat.spill.SortSpace;

/** Many snapshots as one archive: what it holds, and what it says is gone, replaced or forked. */
class UnionTest {
  private static final Guid DESK = guid(100);
  private static final Guid HALL = guid(101);
  private static final Ticks NOON = Ticks.tryParse("2018-06-04T12:00:00.0000000Z").orElseThrow();

  private static MemorySource pool(long day) throws IOException {
    return at(
        day,
        MemorySource.copyOf(
            Pools.of(List.of("Desk", "Hall"), List.of("one", "two", "three", "four"))));
  }

  private static Ticks day(long day) {
    return new Ticks(NOON.value() + day * 864_000_000_000L);
  }

  private static MemorySource at(long day, MemorySource pool) {
    Coverage c = pool.coverage();
    return pool.with(covers(c, c.level(), c.scope(), c.startDate(), day(day)));
  }

  private static Coverage covers(
      Coverage c, Level level, Set<Guid> scope, Ticks start, Ticks time) {
    return new Coverage(level, scope, start, time, c.zone(), c.fields(), false);
  }

  private static List<Message> messages(ChatSource pool) throws IOException {
    return MemorySource.all(pool.records(Kind.MESSAGE));
  }

  private static MemorySource without(MemorySource pool, Predicate<Message> gone)
      throws IOException {
    return pool.withMessages(messages(pool).stream().filter(gone.negate()).toList());
  }

  private static MemorySource replacing(MemorySource pool, long id, String text, long later)
      throws IOException {
    return pool.withMessages(
        messages(pool).stream()
            .map(
                m ->
                    m.id() != id || !m.room().equals(DESK)
                        ? m
                        : new Message(
                            m.room(),
                            m.id(),
                            new Ticks(m.sent().value() + later),
                            m.author(),
                            null,
                            m.alert(),
                            text,
                            null))
            .toList());
  }

  private static Predicate<Message> message(long id) {
    return m -> m.room().equals(DESK) && m.id() == id;
  }

  private static UnionSource union(ChatSource... sources) throws IOException {
    return union(List.of(sources));
  }

  private static UnionSource union(List<ChatSource> sources) throws IOException {
    return UnionSource.of(Pile.of(sources, Watch.NONE, SortSpace.defaults()));
  }

  /** Returns each message that bears a mark, as words. */
  private static List<String> marks(UnionSource union) throws IOException {
    List<String> marks = new ArrayList<>();
    try (RecordCursor<Message> walk = union.records(Kind.MESSAGE)) {
      while (walk.advance()) {
        var mark = walk.mark();
        String words =
            (mark.isGone() ? " gone" : "")
                + (mark.isReplaced() ? " replaced" : "")
                + (mark.isForked() ? " forked" : "")
                + (mark.outdated() ? " outdated" : "");
        if (!words.isEmpty()) {
          String room = walk.record().room().equals(DESK) ? "Desk" : "Hall";
          marks.add(room + " " + walk.record().id() + " " + walk.record().text() + words);
        }
      }
    }
    return marks;
  }

  @Test
  void every_message_once_with_its_latest_text_and_what_is_gone_with_its_interval()
      throws IOException {
    MemorySource third = replacing(without(pool(3), message(2)), 3, "3!", 0);

    try (UnionSource union = union(pool(1), pool(2), third)) {
      assertThat(messages(union)).hasSize(8);
      assertThat(marks(union)).containsExactly("Desk 2 two gone", "Desk 3 3! replaced");
      try (RecordCursor<Message> walk = union.messages(DESK)) {
        walk.advance();
        walk.advance();
        assertThat(walk.mark().gone().from().time()).isEqualTo(day(2));
        assertThat(walk.mark().gone().until().time()).isEqualTo(day(3));
      }
    }
  }

  @Test
  void what_came_back_is_not_gone() throws IOException {
    try (UnionSource union = union(pool(1), without(pool(2), message(2)), pool(3))) {
      assertThat(marks(union)).isEmpty();
    }
  }

  @Test
  void silence_outside_level_scope_and_start_date_proves_nothing() throws IOException {
    MemorySource bare = pool(2).withMessages(List.of());
    Coverage c = bare.coverage();
    var directory = bare.with(covers(c, Level.ROOM_DIRECTORY, Set.of(), null, day(2)));
    var elsewhere =
        MemorySource.of(new Structure(List.of(), List.of(), List.of()))
            .with(covers(c, Level.ALL, Set.of(guid(999)), null, day(3)));
    var young = bare.with(covers(c, Level.ALL, Set.of(), day(3), day(4)));

    try (UnionSource union = union(pool(1), directory, elsewhere, young)) {
      assertThat(marks(union)).isEmpty();
      assertThat(messages(union)).hasSize(8);
      assertThat(union.coverage().level()).isEqualTo(Level.ALL);
      assertThat(union.coverage().scope()).isEmpty();
      assertThat(union.coverage().startDate()).isNull();
    }
    try (UnionSource union = union(pool(1), bare)) {
      assertThat(marks(union)).hasSize(8).allMatch(mark -> mark.endsWith("gone"));
    }
  }

  @Test
  void messages_of_one_number_stand_side_by_side_and_the_newest_is_written() throws IOException {
    MemorySource forked = replacing(pool(2), 4, "after the failover", 99);

    try (UnionSource union = union(forked, pool(1))) {
      assertThat(marks(union))
          .containsExactly("Desk 4 four forked outdated", "Desk 4 after the failover forked");
      UnionSource single = union.single();
      assertThat(messages(single)).hasSize(8);
      assertThat(marks(single)).containsExactly("Desk 4 after the failover forked");
      assertThat(single.problems().problems())
          .filteredOn(problem -> problem.code() == UnionProblem.FORKED)
          .hasSize(1)
          .allMatch(problem -> problem.severity() == Severity.ERROR);
    }
  }

  @Test
  void a_room_that_is_gone_keeps_its_messages_and_the_permissions_it_had_last() throws IOException {
    var held = List.of(new Role(HALL, Pools.KIM, RoleType.MEMBER, null));
    var also = List.of(new Role(DESK, Pools.KIM, RoleType.MEMBER, null), held.get(0));
    MemorySource first = pool(1).withPermissions(also, List.of());
    Structure all = first.structure();
    var less =
        new Structure(
            List.copyOf(all.categories()),
            all.rooms().stream().filter(room -> !room.guid().equals(HALL)).toList(),
            List.of());
    MemorySource second =
        at(
            2,
            MemorySource.of(less)
                .withPrincipals(MemorySource.all(first.records(Kind.PRINCIPAL)))
                .withMessages(
                    messages(first).stream().filter(m -> m.room().equals(DESK)).toList()));

    try (UnionSource union = union(first, second)) {
      assertThat(union.structure().room(HALL)).isPresent();
      assertThat(marks(union)).hasSize(4).allMatch(m -> m.startsWith("Hall") && m.endsWith("gone"));
      assertThat(MemorySource.all(union.records(Kind.ROLE))).isEqualTo(held);
    }
  }

  @Test
  void one_snapshot_is_its_own_union() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      MemorySource pool = at(1, RandomPool.with(seed));
      try (UnionSource union = union(pool)) {
        for (Kind<?> kind : Kind.ALL) {
          assertThat(MemorySource.all(union.records(kind)))
              .as("%s of seed %d", kind, seed)
              .isEqualTo(MemorySource.all(pool.records(kind)));
        }
        assertThat(marks(union)).isEmpty();
      }
    }
  }

  @Test
  void the_order_of_arguments_does_not_matter() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<ChatSource> sources = new ArrayList<>();
      for (int day = 0; day < 6; day++) {
        MemorySource pool = at(day, RandomPool.with(seed));
        int lost = random.nextInt(4);
        sources.add(without(pool, m -> random.nextInt(5) < lost));
      }
      UnionSource ordered = union(sources);
      List<String> expected = marks(ordered);
      List<Message> all = messages(ordered);
      Collections.shuffle(sources, random);
      UnionSource shuffled = union(sources);
      assertThat(marks(shuffled)).isEqualTo(expected);
      assertThat(messages(shuffled)).isEqualTo(all);
    }
  }
}
