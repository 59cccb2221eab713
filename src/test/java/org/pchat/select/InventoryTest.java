package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pchat.select.Pools.later;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.ChatSource;
import org.pchat.model.Message;
import org.pchat.model.Visibility;
import org.pchat.select.Inventory.MessagePlace;
import org.pchat.select.Inventory.RoomCount;

final class InventoryTest {
  @Test
  void counts_what_is_there() throws IOException {
    Inventory inventory = Inventory.of(Pools.readable());
    assertThat(inventory.counts()).isEqualTo(new Inventory.Counts(3, 4, 3, 0, 0, 0, 5));
    assertThat(inventory.firstMessage()).isEqualTo(new MessagePlace(later(0), Pools.LOBBY, 1));
    assertThat(inventory.lastMessage()).isEqualTo(new MessagePlace(later(40), Pools.LOST, 1));
    assertThat(inventory.content()).isEqualTo(new Inventory.Content(2, 1, 2, 2, 1, 74, 2));
    assertThat(inventory.rooms())
        .isEqualTo(
            new Inventory.Rooms(
                1,
                0,
                Map.of(Visibility.OPEN, 4L, Visibility.SCOPE, 0L, Visibility.PRIVATE, 0L),
                new RoomCount(Pools.BERLIN, 2),
                inventory.rooms().sparsest()));
    assertThat(inventory.rooms().sparsest().messages()).isEqualTo(1);
    assertThat(inventory.accounts()).isEqualTo(new Inventory.Accounts(1, 1));
  }

  @Test
  void knows_no_first_message_where_there_is_none() throws IOException {
    Inventory inventory = Inventory.of(Pools.pool(List.of(), List.of(), List.of(), List.of()));
    assertThat(inventory.counts()).isEqualTo(new Inventory.Counts(0, 0, 0, 0, 0, 0, 0));
    assertThat(inventory.firstMessage()).isNull();
    assertThat(inventory.lastMessage()).isNull();
    assertThat(inventory.rooms().fullest()).isNull();
    assertThat(inventory.rooms().sparsest()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void is_the_same_in_whatever_order_records_come(int seed) throws IOException {
    ChatSource pool = Pools.random(seed);
    assertThat(Inventory.of(OnePassSource.shuffled(pool, seed))).isEqualTo(Inventory.of(pool));
  }

  @Test
  void goes_through_a_million_messages() throws IOException {
    var million =
        new OnePassSource(Pools.readable(), InventoryTest::million, Collections::emptyIterator);
    Inventory inventory = Inventory.of(million);
    assertThat(inventory.counts().messages()).isEqualTo(1_000_000);
    assertThat(inventory.content().characters()).isEqualTo(5_000_000);
    assertThat(inventory.rooms().fullest()).isEqualTo(new RoomCount(Pools.LOBBY, 1_000_000));
    assertThat(inventory.rooms().empty()).isEqualTo(3);
  }

  private static Iterator<Message> million() {
    return IntStream.range(0, 1_000_000)
        .mapToObj(i -> Pools.message(Pools.LOBBY, i, i, Pools.ALICE, "hello"))
        .iterator();
  }
}
