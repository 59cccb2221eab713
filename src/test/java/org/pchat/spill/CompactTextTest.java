package org.pchat.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompactTextTest {
  private static final int HEAD = 5;

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "plain",
        "\u0000\u0001\u001b",
        "Gr\u00fc\u00dfe",
        "\u0416",
        "\ud800",
        "a\udc00b"
      })
  void returns_every_text_as_it_was(@Nullable String text) throws IOException {
    assertThat(CompactText.readNullable(in(bytes(text)))).isEqualTo(text);
  }

  @Test
  void holds_texts_longer_than_the_platform_s_own_form() throws IOException {
    String text = "\u20ac".repeat(100_000);
    assertThat(CompactText.read(in(bytes(text)))).isEqualTo(text);
  }

  @Test
  void takes_one_byte_a_character_where_it_can() throws IOException {
    assertThat(bytes("caf\u00e9")).hasSize(HEAD + 4);
    assertThat(bytes("caf\u00e9\u20ac")).hasSize(HEAD + 10);
  }

  @Test
  void refuses_nothing_where_there_must_be_a_text() throws IOException {
    byte[] nothing = bytes(null);
    assertThatThrownBy(() -> CompactText.read(in(nothing))).isInstanceOf(IOException.class);
  }

  private static byte[] bytes(@Nullable String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    CompactText.write(text, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
