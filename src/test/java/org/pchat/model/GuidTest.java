package org.pchat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidTest {
  @Test
  void order_is_the_order_of_the_text() {
    var random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      var one = new Guid(random.nextLong(), random.nextLong());
      var other =
          new Guid(random.nextBoolean() ? one.high() : random.nextLong(), random.nextLong());
      assertThat(Integer.signum(one.compareTo(other)))
          .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
      assertThat(Guid.parse(one.toString())).isEqualTo(one);
    }
  }

  @Test
  void either_case_is_read_and_lower_case_written() {
    assertThat(Guid.parse("ABCDEF01-2345-6789-abcd-EF0123456789"))
        .hasToString("abcdef01-2345-6789-abcd-ef0123456789");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "abcdef0123456789abcdef0123456789",
        "{abcdef01-2345-6789-abcd-ef0123456789}",
        "abcdef01-2345-6789-abcd-ef012345678g",
        "abcdef01-2345-6789-abcd_ef0123456789",
        "abcdef01-2345-6789-abcd-ef01234567890"
      })
  void nothing_else_is_a_guid(String text) {
    assertThat(Guid.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> Guid.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
