package org.pchat.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.NastyText;
import org.pchat.model.Guid;
import org.pchat.model.RoleType;
import org.pchat.model.Ticks;

class JsonOutputTest {
  private static String json(boolean inert, Object... values) throws IOException {
    var text = new StringWriter();
    try (var out = new JsonOutput(text, inert)) {
      for (Object value : values) {
        out.write(value);
      }
    }
    return text.toString();
  }

  @Test
  void values_of_the_model_are_spelled_as_in_the_canonical_layout() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("guid", new Guid(1, 2));
    object.put("role", RoleType.VOICED);
    object.put("sent", new Ticks(0));
    object.put("purgedOn", LocalDateTime.of(2018, 6, 4, 9, 0));
    object.put("missing", null);
    object.put("numbers", List.of(1, 2L, 1.5, true));
    assertThat(json(false, object))
        .isEqualTo(
            "{\"guid\":\"00000000-0000-0001-0000-000000000002\",\"role\":\"Voiced\","
                + "\"sent\":\"0001-01-01T00:00:00.0000000Z\",\"purgedOn\":\"2018-06-04T09:00:00\","
                + "\"numbers\":[1,2,1.5,true]}\n");
  }

  @Test
  void no_value_is_no_line() throws IOException {
    assertThat(json(false)).isEmpty();
  }

  @Test
  void each_value_stands_on_a_line_of_its_own() throws IOException {
    assertThat(json(false, "a", "b")).isEqualTo("\"a\"\n\"b\"\n");
    assertThat(json(false, Arrays.asList(null, "x"))).isEqualTo("[null,\"x\"]\n");
  }

  @Test
  void any_text_comes_back_exactly_from_another_reader() throws IOException {
    var nasty = new NastyText(new Random(7));
    var reader = new ObjectMapper();
    for (int i = 0; i < 2_000; i++) {
      String text = nasty.next();
      assertThat(reader.readValue(json(false, text), String.class)).isEqualTo(text);
      assertThat(reader.readValue(json(true, text), String.class)).isEqualTo(text);
    }
  }

  @Test
  void on_a_terminal_nothing_that_it_could_obey_is_left() throws IOException {
    assertThat(json(true, "\u009b31m\u202e\u2028\u007f\u200b\udb40\udc41é😀"))
        .isEqualTo("\"\\u009b31m\\u202e\\u2028\\u007f\\u200b\\udb40\\udc41é😀\"\n");
  }
}
