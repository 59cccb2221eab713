package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.model.Message;
import org.pchat.model.Ticks;

final class MessageCodecTest {
  @ParameterizedTest
  @MethodSource
  void returns_every_message_as_it_was(Message message) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new MessageCodec().write(message, new DataOutputStream(bytes));
    var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(new MessageCodec().read(in)).isEqualTo(message);
    assertThat(in.available()).isZero();
  }

  static Stream<Message> returns_every_message_as_it_was() {
    return Stream.of(
        new Message(Pools.LOBBY, -1, new Ticks(Long.MIN_VALUE), null, null, false, "", null),
        new Message(Pools.LOBBY, 1, new Ticks(0), Pools.ALICE, null, true, "\ud800\u0000", ""),
        new Message(Pools.LOBBY, 1, new Ticks(0), null, "x\u0416", false, "text", "{\\rtf1}"));
  }
}
