package org.pchat.select;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PatternFileTest {
  private static final String LINES = "; rooms of May\r\n\r\n  Gr\u00fc\u00dfe \n#1 room\n\t\nb*";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource
  void reads_a_pattern_a_line(String text, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("rooms.txt"), text.getBytes(charset));
    assertThat(PatternFile.read(file)).containsExactly("Gr\u00fc\u00dfe", "#1 room", "b*");
  }

  static Stream<Object[]> reads_a_pattern_a_line() {
    return Stream.of(
        new Object[] {LINES, UTF_8},
        new Object[] {"\ufeff" + LINES, UTF_8},
        new Object[] {"\ufeff" + LINES, UTF_16LE},
        new Object[] {"\ufeff" + LINES, UTF_16BE});
  }

  @Test
  void refuses_what_is_no_text() throws IOException {
    Path file = Files.write(folder.resolve("rooms.bin"), new byte[] {'a', (byte) 0xE9, 'b'});
    assertThatThrownBy(() -> PatternFile.read(file))
        .isInstanceOf(SelectionException.class)
        .hasMessage("\"%s\" is no text in UTF-8; save it in UTF-8".formatted(file));
  }

  @Test
  void refuses_a_file_without_a_pattern() throws IOException {
    Path file = Files.writeString(folder.resolve("rooms.txt"), ";\n");
    assertThatThrownBy(() -> PatternFile.read(file))
        .isInstanceOf(SelectionException.class)
        .hasMessageContaining("holds no pattern");
  }
}
