package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;
import org.pchat.xml.SchemaChoice;
import org.pchat.xml.SchemaFinding;

/** What a walk over an entry tells of its schema: where, which fields, in which words. */
class SchemaCheckTest {
  private static final String ROOT =
      "<Messages xmlns=\"urn:pchat:export:1\" room=\"052a503b-a06d-485a-a5c8-0fad8949f40a\">\n";
  private static final EntryRole ROLE =
      Pchat1.LAYOUT.role("Messages/052a503b-a06d-485a-a5c8-0fad8949f40a.xml").orElseThrow();
  private static final String SPOILT =
      ROOT
          + "<Message id=\"x\" sent=\"2015-01-21\" alert=\"no\" foo=\"1\"><Text>a</Text></Message>\n"
          + "<Message sent=\"1\">text<Rtf/><Text/></Message>\n"
          + "<Message id=\"3\" sent=\"1\"/>\n"
          + "<Role/>\n"
          + "<Message id=\"4\" sent=\"1\"><Text a=\"b\"><b/></Text></Message>\n"
          + "stray</Messages>";

  private final List<String> doubtful = new ArrayList<>();

  private List<String> said(String entry, Charset charset) throws IOException {
    List<String> said = new ArrayList<>();
    var context =
        new EntryContext(
            Location.of("a.zip", "M.xml"),
            null,
            ProblemLog.tolerant(),
            new UnknownNames(),
            References.NONE,
            0,
            new SchemaChoice(List.of()));
    var in = new ByteArrayInputStream(entry.getBytes(charset));
    try (EntryWalk walk = Pchat1.LAYOUT.walk(ROLE, in, context)) {
      boolean more = true;
      while (more) {
        more = walk.advance();
        walk.findings().stream().map(SchemaFinding::problem).forEach(p -> said.add(p.toString()));
        if (more && !walk.findings().isEmpty()) {
          doubtful.add(walk.doubtful().stream().sorted().toList().toString());
        }
      }
    }
    return said;
  }

  @Test
  void names_the_place_the_value_and_what_was_expected() throws IOException {
    assertThat(said(SPOILT, StandardCharsets.UTF_8))
        .satisfiesExactly(
            s -> assertThat(s).contains("M.xml:2:1", "\"x\" of the attribute id", "64 bits"),
            s -> assertThat(s).contains("M.xml:2:1", "\"2015-01-21\" of the attribute sent"),
            s -> assertThat(s).contains("\"no\" of the attribute alert is not true;"),
            s -> assertThat(s).contains("foo=\"1\"", "[XSD-004]"),
            s -> assertThat(s).contains("M.xml:3:1", "no attribute id", "[XSD-002]"),
            s -> assertThat(s).contains("M.xml:3:23", "Rtf stands where", "wants Text"),
            s -> assertThat(s).contains("M.xml:3:1", "text directly in the Message"),
            s -> assertThat(s).contains("M.xml:4:1", "Message ends where", "wants Text"),
            s -> assertThat(s).contains("M.xml:5:1", "Role stands where", "wants Message"),
            s -> assertThat(s).contains("M.xml:6:26", "the Text has the attribute a=\"b\""),
            s -> assertThat(s).contains("M.xml:6:26", "elements in the Text", "[XSD-009]"),
            s -> assertThat(s).contains("M.xml:1:1", "text directly in the Messages"));
    assertThat(doubtful)
        .containsExactly("[alert, id, sent]", "[id, rtf, text]", "[text]", "[]", "[text]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr", "it", "ja", "ko", "pt-BR", "sv", "zh-CN", "zh-TW"})
  void says_the_same_in_every_language_of_the_machine(String language) throws IOException {
    List<String> expected = said(SPOILT, StandardCharsets.UTF_8);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertThat(said(SPOILT, StandardCharsets.UTF_8)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void references_and_long_texts_meet_no_limit() throws IOException {
    String text = "&amp;&lt;&#x1F600;&#xD;".repeat(60_000) + "<![CDATA[<&]]>" + "x".repeat(300_000);
    String entry =
        ROOT + "<Message id=\"1\" sent=\"1\"><Text>" + text + "</Text></Message></Messages>";
    assertThat(said(entry, StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void places_do_not_depend_on_the_encoding() throws IOException {
    List<String> expected = said(SPOILT, StandardCharsets.UTF_8);
    String declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>";
    assertThat(said("\uFEFF" + declared + SPOILT, StandardCharsets.UTF_16LE))
        .hasSameSizeAs(expected)
        .last()
        .isNotNull();
  }

  @Test
  void a_record_with_a_great_many_faults_tells_the_first() throws IOException {
    String many = "<Text a=\"b\"><c/></Text>".repeat(100_000);
    String entry = ROOT + "<Message id=\"1\" sent=\"1\">" + many + "</Message></Messages>";
    assertThat(said(entry, StandardCharsets.UTF_8)).hasSizeBetween(2, 1_010);
  }

  @Test
  void thousands_of_entries_share_validators() throws IOException {
    String sound = ROOT + "<Message id=\"1\" sent=\"1\"><Text/></Message></Messages>";
    for (int i = 0; i < 3_000; i++) {
      assertThat(said(sound, StandardCharsets.UTF_8)).isEmpty();
    }
    assertThat(said(SPOILT, StandardCharsets.UTF_8)).hasSize(12);
    assertThat(said(sound, StandardCharsets.UTF_8)).isEmpty();
  }
}
