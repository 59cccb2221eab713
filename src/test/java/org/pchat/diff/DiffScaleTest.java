package org.pchat.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.MadeSource;
import org.pchat.fixture.Pools;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;

/** The memory of a comparison does not grow with what is compared; the build runs at 256 MB. */
class DiffScaleTest {
  /** As many rooms as the largest published sample pool has. */
  private static final int ROOMS = 33_000;

  private static final int EACH = 60;

  /** A pool of two million roles, or messages, made as they are read. */
  private record Pool(Structure structure, LongPredicate givesRole, LongPredicate hasMessage)
      implements MadeSource {
    static Pool with(LongPredicate roles, LongPredicate messages) throws IOException {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < ROOMS; i++) {
        names.add("Room " + i);
      }
      return new Pool(Pools.of(names, List.of()).structure(), roles, messages);
    }

    @Override
    public Coverage coverage() {
      return MadeSource.wholePool(null);
    }

    @Override
    public Iterator<Principal> principals() {
      return Collections.emptyIterator();
    }

    @Override
    public Iterator<Role> roles() {
      return LongStream.range(0, (long) ROOMS * EACH)
          .filter(givesRole)
          .mapToObj(
              i ->
                  new Role(
                      Pools.guid(100 + i / EACH),
                      Pools.guid(1_000_000 + i % EACH),
                      RoleType.MEMBER,
                      null))
          .iterator();
    }

    @Override
    public Iterator<Scope> scopes() {
      return Collections.emptyIterator();
    }

    @Override
    public Iterator<Message> messagesOf(Guid room) {
      return LongStream.rangeClosed(1, EACH)
          .filter(hasMessage)
          .mapToObj(
              i -> new Message(room, i, new Ticks(i), Pools.KIM, null, false, "text " + i, null))
          .iterator();
    }
  }

  @Test
  void two_million_permissions_beside_as_many() throws IOException {
    Pool before = Pool.with(i -> true, i -> false);
    Pool after = Pool.with(i -> i % 10 < 9, i -> false);
    try (Diff diff = Diff.of(before, after, DiffRequest.everything())) {
      assertThat(diff.counts(Kind.ROLE)).isEqualTo(new Counts(0, 198_000, 0, 0, 0, 0));
      assertThat(diff.rooms()).hasSize(ROOMS);
      assertThat(diff.rooms().get(0).access().lost()).isEqualTo(6);
      assertThat(count(diff)).isEqualTo(198_000);
    }
  }

  @Test
  void two_million_messages_of_which_every_other_is_gone() throws IOException {
    Pool before = Pool.with(i -> false, i -> true);
    Pool after = Pool.with(i -> false, i -> i % 2 == 0);
    try (Diff diff = Diff.of(before, after, DiffRequest.everything())) {
      assertThat(diff.counts(Kind.MESSAGE).removed()).isEqualTo(990_000);
      assertThat(diff.rooms().get(0).moreRuns()).isEqualTo(30 - NodeChange.RUNS_KEPT);
      assertThat(count(diff)).isEqualTo(990_000);
    }
  }

  private static long count(Diff diff) throws IOException {
    long count = 0;
    try (Details details = diff.details()) {
      while (details.advance()) {
        count++;
      }
    }
    return count;
  }
}
