package org.pchat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
  private static final byte[] HEAD =
      "<?xml version=\"1.0\"?>\n<a xmlns=\"x\" xmlns:b=\"y\">\n".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({
    "'', UTF-8",
    "3C, UTF-8",
    "3C3F, UTF-8",
    "EFBBBF, UTF-8",
    "FEFF, UTF-16BE",
    "003C, UTF-16BE",
    "FFFE, UTF-16LE",
    "3C00, UTF-16LE",
    "FF3C, UTF-8",
    "FE3C, UTF-8",
  })
  void the_first_bytes_tell_the_encoding(String bytes, String encoding) {
    assertThat(Frame.encoding(HexFormat.of().parseHex(bytes))).isEqualTo(Charset.forName(encoding));
  }

  @Test
  void what_stands_around_the_records_makes_a_frame() {
    Frame frame = Frame.of(HEAD, "\n</a>".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(frame).isNotNull();
    assertThat(frame.namespaces()).containsExactly("xmlns:b=\"y\"", "xmlns=\"x\"");
    assertThat(new String(frame.end(), StandardCharsets.UTF_8)).isEqualTo("</a>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a/>", "text", ""})
  void what_opens_no_element_makes_none(String head) {
    byte[] tail = "</a>".getBytes(StandardCharsets.UTF_8);
    assertThat(Frame.of(head.getBytes(StandardCharsets.UTF_8), tail, StandardCharsets.UTF_8))
        .isNull();
  }

  @Test
  void a_tail_that_closes_nothing_makes_none() {
    assertThat(Frame.of(HEAD, new byte[] {'x'}, StandardCharsets.UTF_8)).isNull();
  }
}
