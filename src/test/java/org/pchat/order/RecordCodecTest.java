package org.pchat.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.fixture.RandomPool;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Ticks;

final class RecordCodecTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void returns_every_record_as_it_was(long seed) throws IOException {
    MemorySource pool = RandomPool.with(seed);
    for (Kind<?> kind : Kind.ALL) {
      check(pool, kind);
    }
  }

  private static <T> void check(MemorySource pool, Kind<T> kind) throws IOException {
    for (T record : MemorySource.all(pool.records(kind))) {
      assertThat(there_and_back(kind, record)).isEqualTo(record);
    }
  }

  @Test
  void keeps_what_no_text_should_hold() throws IOException {
    var message =
        new Message(
            Pools.KIM, -1, new Ticks(Long.MIN_VALUE), null, "x\u0416", true, "\ud800\u0000", "");
    assertThat(there_and_back(Kind.MESSAGE, message)).isEqualTo(message);
  }

  private static <T> T there_and_back(Kind<T> kind, T record) throws IOException {
    RecordCodec<T> codec = RecordCodec.of(kind);
    var bytes = new ByteArrayOutputStream();
    codec.write(record, new DataOutputStream(bytes));
    var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    T back = codec.read(in);
    assertThat(in.available()).isZero();
    return back;
  }
}
