package org.pchat.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.Guid;

class GuidTableTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 16, 1L << 32, 1L << 60})
  void numbers_guids_in_their_order_however_they_are_counted_up(long step) {
    var random = new Random(step);
    var table = new GuidTable();
    Map<Guid, Integer> expected = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      var guid = new Guid(random.nextInt(4) * step, random.nextInt(3_000) * step);
      boolean isNew = expected.putIfAbsent(guid, expected.size()) == null;
      assertThat(table.add(guid)).isEqualTo(isNew);
    }
    assertThat(table.size()).isEqualTo(expected.size());
    expected.forEach((guid, number) -> assertThat(table.number(guid)).isEqualTo(number));
    assertThat(table.number(new Guid(-1, 7))).isEqualTo(-1);
  }
}
