package org.pchat.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockChannelTest {
  private static final int LENGTH = 300_000;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void writes_what_an_array_would_hold(long seed) throws IOException {
    var random = new Random(seed);
    var expected = new byte[LENGTH];
    Path file = directory.resolve("blocks");
    try (var raw = create(file)) {
      var channel = new BlockChannel(raw, Path.of("raw"));
      channel.write(ByteBuffer.allocate(LENGTH));
      for (int i = 0; i < 500; i++) {
        byte[] piece = new byte[random.nextInt(i % 10 == 0 ? 100_000 : 300)];
        random.nextBytes(piece);
        // Mostly where the last write ended, at times a little or far away.
        long jump = random.nextInt(3) == 0 ? random.nextInt(LENGTH) : channel.position();
        int at = (int) Math.min(jump, LENGTH - piece.length);
        System.arraycopy(piece, 0, expected, at, piece.length);
        assertThat(channel.position(at).write(ByteBuffer.wrap(piece))).isEqualTo(piece.length);
        assertThat(channel.position()).isEqualTo(at + piece.length);
      }
      assertThat(channel.size()).isEqualTo(LENGTH);
      channel.flush();
    }
    assertThat(Arrays.equals(Files.readAllBytes(file), expected)).isTrue();
  }

  @Test
  void cuts_what_was_gathered_too() throws IOException {
    Path file = directory.resolve("cut");
    try (var raw = create(file)) {
      var channel = new BlockChannel(raw, Path.of("raw"));
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
      channel.truncate(2).write(ByteBuffer.wrap(new byte[] {5}));
      channel.flush();
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
          .isInstanceOf(NonReadableChannelException.class);
    }
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 5);
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }
}
