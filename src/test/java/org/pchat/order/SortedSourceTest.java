package org.pchat.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.fixture.RandomPool;
import org.pchat.fixture.ShuffledSource;
import org.pchat.model.ChatSource;
import org.pchat.model.ForwardingCursor;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.problem.CancelledException;
import org.pchat.problem.Problem;
import org.pchat.spill.SortSpace;

final class SortedSourceTest {
  /** So little that every sort goes by the disk. */
  private static final long TINY = 500;

  @TempDir private Path folder;

  private SortSpace space() {
    return new SortSpace(TINY, folder);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void puts_a_heap_in_order(long seed) throws IOException {
    MemorySource pool = RandomPool.with(seed);
    try (ChatSource sorted = SortedSource.of(new ShuffledSource(pool, seed), Watch.NONE, space())) {
      for (Kind<?> kind : Kind.ALL) {
        assertThat(sorted.order(kind)).isEqualTo(Order.SORTED);
        assertThat(MemorySource.all(sorted.records(kind)))
            .isEqualTo(MemorySource.all(pool.records(kind)));
      }
      assertThat(sorted.readsRoomsApart()).isTrue();
      assertThat(sorted.messageRooms()).containsAll(pool.messageRooms());
      for (Guid room : sorted.messageRooms()) {
        assertThat(MemorySource.all(sorted.messages(room)))
            .isEqualTo(MemorySource.all(pool.messages(room)));
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void leaves_an_ordered_source_as_it_is() {
    ChatSource pool = RandomPool.with(1);
    assertThat(SortedSource.of(pool, Watch.NONE, space())).isSameAs(pool);
  }

  @Test
  void sorts_again_what_only_claims_to_be_in_order() throws IOException {
    MemorySource pool = RandomPool.with(7);
    try (ChatSource sorted = SortedSource.again(new ShuffledSource(pool, 7), Watch.NONE, space())) {
      assertThat(MemorySource.all(sorted.records(Kind.MESSAGE)))
          .isEqualTo(MemorySource.all(pool.records(Kind.MESSAGE)));
    }
  }

  @Test
  void keeps_what_is_doubtful_and_passed_over() throws IOException {
    MemorySource pool = RandomPool.with(7);
    Comparator<Message> latestFirst = Comparator.comparing(Message::sent).reversed();
    RecordCursor<Message> checked = new Checked(pool.records(Kind.MESSAGE));
    try (var sorted = SortedCursor.of(checked, Kind.MESSAGE, latestFirst, Watch.NONE, space())) {
      assertThat(sorted.passedOver()).isEqualTo(3);
      while (sorted.advance()) {
        Set<String> expected = sorted.record().id() % 2 == 0 ? Set.of("text", "sent") : Set.of();
        assertThat(sorted.doubtful()).isEqualTo(expected);
      }
    }
  }

  /** Doubts every other message. */
  private static final class Checked extends ForwardingCursor<Message> {
    Checked(RecordCursor<Message> messages) {
      super(messages);
    }

    @Override
    public Set<String> doubtful() {
      return record().id() % 2 == 0 ? Set.of("text", "sent") : Set.of();
    }

    @Override
    public long passedOver() {
      return 3;
    }
  }

  @Test
  void keeps_both_of_one_identity_and_says_where() throws IOException {
    List<Message> twice = new ArrayList<>();
    var pool = (MemorySource) Pools.of(List.of("a room"), List.of("first", "second"));
    pool.messageRooms().forEach(room -> pool.messagesOf(room).forEachRemaining(twice::add));
    twice.addAll(List.copyOf(twice));
    var shuffled = new ShuffledSource(pool.withMessages(twice), 1);
    try (ChatSource sorted = SortedSource.of(shuffled, Watch.NONE, space())) {
      assertThat(MemorySource.all(sorted.records(Kind.MESSAGE))).hasSize(4);
      assertThat(sorted.problems().problems())
          .hasSize(2)
          .allSatisfy(problem -> assertThat(problem.where().line()).isPositive())
          .extracting(Problem::toString)
          .allSatisfy(text -> assertThat(text).contains("Message"));
    }
  }

  @Test
  void knows_where_each_record_stood() throws IOException {
    var shuffled = new ShuffledSource(RandomPool.with(3), 3);
    try (ChatSource sorted = SortedSource.of(shuffled, Watch.NONE, space());
        RecordCursor<Message> messages = sorted.records(Kind.MESSAGE)) {
      List<Message> heap = MemorySource.all(shuffled.records(Kind.MESSAGE));
      assertThat(heap).isNotEmpty();
      while (messages.advance()) {
        int line = Math.toIntExact(messages.location().line());
        assertThat(heap.get(line - 1)).isEqualTo(messages.record());
        assertThat(messages.raw()).isEmpty();
      }
    }
  }

  @Test
  void stops_when_asked() throws IOException {
    Watch impatient =
        new Watch() {
          @Override
          public boolean cancelled() {
            return true;
          }

          @Override
          public void read(long bytes) {}
        };
    try (ChatSource sorted =
        SortedSource.of(new ShuffledSource(RandomPool.with(3), 3), impatient, space())) {
      assertThatThrownBy(() -> sorted.records(Kind.MESSAGE)).isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void names_a_folder_that_takes_no_files() throws IOException {
    var nowhere = new SortSpace(TINY, folder.resolve("none"));
    try (ChatSource sorted =
        SortedSource.of(new ShuffledSource(RandomPool.with(3), 3), Watch.NONE, nowhere)) {
      assertThatThrownBy(() -> sorted.records(Kind.MESSAGE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("none");
    }
  }
}
