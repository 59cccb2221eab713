package org.pchat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.NastyText;
import org.pchat.fixture.TextCorpus;

class PowerShellCommandTest {
  private static final Pattern PIECE =
      Pattern.compile(
          "'((?:[^'\u2018-\u201B]++|(['\u2018-\u201B])\\2)*+)'|\\[char\\]0x([0-9A-F]{4})");

  @Test
  void a_command_is_as_the_help_pages_write_it() {
    assertThat(
            PowerShellCommand.of("Set-CsPersistentChatRoom")
                .with("Identity", "pool.contoso.com\\R&D: $Shell `\"x\"")
                .with("Disabled", false)
                .adding("Members", List.of("sip:kim@contoso.com", "OU=O'Neil,DC=contoso,DC=com"))
                .removing("Managers", List.of("sip:lee@contoso.com"))
                .toString())
        .isEqualTo(
            "Set-CsPersistentChatRoom -Identity 'pool.contoso.com\\R&D: $Shell `\"x\"'"
                + " -Disabled $False"
                + " -Members @{Add='sip:kim@contoso.com', 'OU=O''Neil,DC=contoso,DC=com'}"
                + " -Managers @{Remove='sip:lee@contoso.com'}");
  }

  private static List<Arguments> values() {
    return List.of(
        Arguments.of("O'Neil", "'O''Neil'"),
        Arguments.of("O\u2019Neil", "'O\u2019\u2019Neil'"),
        Arguments.of("\u201B\u201A", "'\u201B\u201B\u201A\u201A'"),
        Arguments.of("a\u202Eb", "('a' + [char]0x202E + 'b')"),
        Arguments.of("\u0007", "('' + [char]0x0007)"),
        Arguments.of("\u0007\u0008x", "('' + [char]0x0007 + [char]0x0008 + 'x')"),
        Arguments.of("x\uD83D", "('x' + [char]0xD83D)"),
        Arguments.of("x\uDB40\uDC41", "('x' + [char]0xDB40 + [char]0xDC41)"),
        Arguments.of("\uD83D\uDE80", "'\uD83D\uDE80'"),
        Arguments.of("a\n", "('a' + [char]0x000A)"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void values_are_quoted(String text, String quoted) {
    assertThat(PowerShellCommand.quote(text)).isEqualTo(quoted);
  }

  @Test
  void an_empty_text_is_a_value_too() {
    assertThat(PowerShellCommand.quote("")).isEqualTo("''");
  }

  @Test
  void any_text_comes_back_by_the_rules_of_the_language() throws IOException {
    var nasty = new NastyText(new Random(7));
    for (int i = 0; i < 1000; i++) {
      assertComesBack(nasty.next());
    }
    for (String text : TextCorpus.strings()) {
      assertComesBack(text);
    }
  }

  private static void assertComesBack(String text) {
    String quoted = PowerShellCommand.quote(text);
    assertThat(quoted.codePoints().allMatch(Legible::isShown)).as(quoted).isTrue();
    assertThat(evaluated(quoted)).as(quoted).isEqualTo(text);
  }

  /** Does what PowerShell does with single-quoted strings, characters and {@code +}. */
  private static String evaluated(String expression) {
    String sum =
        expression.startsWith("(") ? expression.substring(1, expression.length() - 1) : expression;
    var text = new StringBuilder();
    Matcher piece = PIECE.matcher(sum);
    int at = 0;
    while (at < sum.length()) {
      assertThat(piece.find(at) && piece.start() == at).as(expression).isTrue();
      if (piece.group(3) == null) {
        text.append(piece.group(1).replaceAll("(['\u2018-\u201B])\\1", "$1"));
      } else {
        text.append((char) Integer.parseInt(piece.group(3), 16));
      }
      at = piece.end();
      if (at < sum.length()) {
        assertThat(sum.startsWith(" + ", at)).as(expression).isTrue();
        at += 3;
      }
    }
    return text.toString();
  }

  @Test
  void names_of_cmdlets_and_parameters_cannot_be_foreign() {
    assertThatThrownBy(() -> PowerShellCommand.of("Set-Room; Remove-Item"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PowerShellCommand.of("Set-Room").with("A B", true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
