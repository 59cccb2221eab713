package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.problem.Location;
import org.pchat.spill.SortSpace;

final class MessageWalkTest {
  private static final int MILLION = 1_000_000;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource
  void gives_the_order_that_sorting_all_messages_gives(WalkOrder order, int seed)
      throws IOException {
    ChatSource pool = Pools.random(seed);
    List<Message> expected =
        MemorySource.all(pool.records(Kind.MESSAGE)).stream().sorted(plain(pool, order)).toList();
    ChatSource shuffled = OnePassSource.shuffled(pool, seed);
    var tight = new SortSpace(4_000, folder);

    assertThat(walk(pool, order, Slice.ALL, tight)).isEqualTo(expected);
    assertThat(walk(shuffled, order, Slice.ALL, tight)).isEqualTo(expected);
    assertThat(walk(shuffled, order, Slice.first(17), tight)).isEqualTo(expected.subList(0, 17));
    assertThat(walk(pool, order, Slice.last(17), tight)).isEqualTo(expected.subList(283, 300));
    assertThat(walk(pool, order, Slice.last(1_000), tight)).isEqualTo(expected);
    assertThat(walk(pool, order, Slice.first(0), tight)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  static Stream<Object[]> gives_the_order_that_sorting_all_messages_gives() {
    return Stream.of(WalkOrder.values())
        .flatMap(order -> IntStream.range(0, 10).mapToObj(seed -> new Object[] {order, seed}));
  }

  private static Comparator<Message> plain(ChatSource pool, WalkOrder order) throws IOException {
    Map<Guid, Room> rooms =
        pool.structure().rooms().stream().collect(Collectors.toMap(Room::guid, r -> r));
    Comparator<Message> byRoom =
        Comparator.comparing((Message m) -> rooms.containsKey(m.room()) ? 0 : 1)
            .thenComparing(
                m -> rooms.containsKey(m.room()) ? rooms.get(m.room()).name() : "",
                String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Message::room)
            .thenComparing(Message::id);
    return switch (order) {
      case BY_ROOM -> byRoom;
      case BY_TIME -> Comparator.comparing(Message::sent).thenComparing(byRoom);
    };
  }

  private List<Message> walk(ChatSource source, WalkOrder order, Slice slice, SortSpace space)
      throws IOException {
    return MemorySource.all(MessageWalk.open(source, Selection.everything(), order, slice, space));
  }

  @Test
  void goes_through_rooms_by_name_and_knows_where_messages_stand() throws IOException {
    try (var walk =
        MessageWalk.open(
            Pools.readable(), Selection.everything(), WalkOrder.BY_ROOM, Slice.first(4))) {
      assertThatThrownBy(walk::record).isInstanceOf(IllegalStateException.class);
      assertThat(walk.advance()).isTrue();
      assertThat(walk.record().room()).isEqualTo(Pools.BERLIN);
      assertThat(walk.location()).isNotEqualTo(Location.NONE);
      assertThat(walk.raw()).isEmpty();
      for (int more = 0; more < 3; more++) {
        assertThat(walk.advance()).isTrue();
      }
      assertThat(walk.advance()).isFalse();
      assertThatThrownBy(walk::record).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_sorted_walk_keeps_places_and_leaves_bytes() throws IOException {
    try (var walk =
        MessageWalk.open(Pools.readable(), Selection.everything(), WalkOrder.BY_TIME, Slice.ALL)) {
      assertThatThrownBy(walk::record).isInstanceOf(IllegalStateException.class);
      assertThat(walk.advance()).isTrue();
      assertThat(walk.record().text()).isEqualTo("hello");
      assertThat(walk.location().archive()).isNotNull();
      assertThat(walk.location().entry()).isNotNull();
      assertThat(walk.raw()).isEmpty();
    }
  }

  @Test
  void opens_only_selected_rooms() throws IOException {
    ChatSource source = Pools.readable();
    Selection selection =
        Selection.resolve(
            SelectionRequest.everything(ZoneOffset.UTC).withCategories("Sales"), source);
    assertThat(MemorySource.all(MessageWalk.open(source, selection, WalkOrder.BY_ROOM, Slice.ALL)))
        .extracting(Message::text)
        .containsExactly("[STORY]Plan\nlong", "\ud83d\ude00", "see https://contoso.com");
  }

  @ParameterizedTest
  @EnumSource
  void sorts_a_million_messages_in_two_megabytes(WalkOrder order) throws IOException {
    ChatSource million =
        new OnePassSource(Pools.readable(), MessageWalkTest::million, Collections::emptyIterator);
    try (RecordCursor<Message> walk =
        MessageWalk.open(
            million, Selection.everything(), order, Slice.ALL, new SortSpace(2 << 20, folder))) {
      for (int i = 0; i < MILLION; i++) {
        assertThat(walk.advance()).isTrue();
        Message message = walk.record();
        if (message.id() != i || !message.text().equals("message " + i)) {
          throw new AssertionError("message " + i + " is " + message);
        }
      }
      assertThat(walk.advance()).isFalse();
    }
    assertThat(folder).isEmptyDirectory();
  }

  /** All numbers below a million, scattered: the factor is prime to it. */
  private static Iterator<Message> million() {
    return IntStream.range(0, MILLION)
        .map(i -> (int) (i * 7_654_321L % MILLION))
        .mapToObj(i -> Pools.message(Pools.LOBBY, i, i, Pools.ALICE, "message " + i))
        .iterator();
  }

  @Test
  void a_slice_has_no_negative_length() {
    assertThatThrownBy(() -> Slice.last(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
