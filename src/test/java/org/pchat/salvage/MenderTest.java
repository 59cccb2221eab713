package org.pchat.salvage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.problem.Location;

/** Broken XML, records inside others and not, and what is left of it. */
class MenderTest {
  private static final Set<String> RECORDS = Set.of("Room", "Message");

  @TempDir Path folder;

  /** What came out, on one line and without the declaration, and what was left out. */
  private record Result(String xml, List<String> lost, List<String> changes) {}

  private Result mend(byte[] bytes, boolean escapes) throws IOException {
    try (Spool original = Spool.in(folder)) {
      OutputStream out = original.out();
      out.write(bytes);
      out.flush();
      var mender =
          new Mender(original, false, Location.of("x.zip", "x.xml"), RECORDS::contains, escapes);
      try (var mended = new Mended(original, Spool.in(folder), mender.charset())) {
        if (!mender.mend(mended)) {
          return new Result("", List.of(), List.of());
        }
        String xml;
        try (InputStream in = mended.open()) {
          xml = new String(in.readAllBytes(), mender.charset());
        }
        return new Result(
            xml.substring(xml.indexOf("?>") + 2).replaceAll("\\s*\n\\s*", ""),
            mender.gaps().stream().map(gap -> text(bytes, mender.charset(), gap)).toList(),
            mender.changes().stream().map(Mender.Change::words).toList());
      }
    }
  }

  private static String text(byte[] bytes, Charset charset, Mender.Gap gap) {
    int to = gap.to() < 0 ? bytes.length : (int) gap.to();
    return new String(bytes, (int) gap.from(), to - (int) gap.from(), charset).strip();
  }

  private Result mend(String xml) throws IOException {
    return mend(xml.getBytes(StandardCharsets.UTF_8), true);
  }

  @Test
  void sound_xml_stays_as_it_is() throws IOException {
    String xml = "<R a='1'><Message>x</Message><!-- c --><Message/></R>";
    assertThat(mend(xml)).isEqualTo(new Result(xml, List.of(), List.of()));
  }

  @Test
  void a_broken_record_is_left_out_and_its_neighbours_stay() throws IOException {
    Result result = mend("<R><Message>1</Message><Message>2</Messag><Message>3</Message></R>");
    assertThat(result.xml()).isEqualTo("<R><Message>1</Message><Message>3</Message></R>");
    assertThat(result.lost()).containsExactly("<Message>2</Messag>");
  }

  @Test
  void several_broken_records_are_named_one_by_one_where_whole_ones_are_between()
      throws IOException {
    Result result =
        mend("<R><Message a=>1</Message><Message>2</Message><Message>&x;</Message><Message>4</R>");
    assertThat(result.xml()).isEqualTo("<R><Message>2</Message></R>");
    assertThat(result.lost())
        .containsExactly("<Message a=>1</Message>", "<Message>&x;</Message><Message>4");
  }

  @Test
  void what_is_cut_is_closed() throws IOException {
    Result result =
        mend(
            "<A><Room id='1'><Ms><Message>1</Message></Ms></Room><Room id='2'><Ms><Message>2</Message><Mess");
    assertThat(result.xml())
        .isEqualTo(
            "<A><Room id='1'><Ms><Message>1</Message></Ms></Room><Room id='2'><Ms><Message>2</Message></Ms></Room></A>");
    assertThat(result.lost()).containsExactly("<Mess");
  }

  @Test
  void messages_stay_in_their_room() throws IOException {
    Result result =
        mend(
            "<A><Room id='1'><Message>1</Message><Message>2</Mess></Room><Room id='2'><Message>3</Message></Room></A>");
    assertThat(result.xml())
        .isEqualTo(
            "<A><Room id='1'><Message>1</Message></Room><Room id='2'><Message>3</Message></Room></A>");
    assertThat(result.lost()).containsExactly("<Message>2</Mess>");
  }

  @Test
  void messages_of_a_room_whose_start_is_broken_go_to_no_other_room() throws IOException {
    Result result =
        mend(
            "<A><Room id='1'><Message>1</Message></Room><Room id=2><Message>2</Message></Room><Room id='3'><Message>3</Message></Room></A>");
    assertThat(result.xml())
        .isEqualTo(
            "<A><Room id='1'><Message>1</Message></Room><Room id='3'><Message>3</Message></Room></A>");
    assertThat(result.lost()).containsExactly("<Room id=2><Message>2</Message></Room>");
  }

  @Test
  void records_in_comments_and_cdata_are_none() throws IOException {
    Result result =
        mend(
            "<R><Message>1</Mess><!-- <Message>old</Message> --><Message><![CDATA[<Message>in</Message>]]></Message></R>");
    assertThat(result.xml())
        .isEqualTo("<R><Message><![CDATA[<Message>in</Message>]]></Message></R>");
  }

  @Test
  void a_comment_that_never_ends_swallows_the_rest() throws IOException {
    Result result = mend("<R><Message>1</Message><!-- <Message>old</Message></R>");
    assertThat(result.xml()).isEqualTo("<R><Message>1</Message></R>");
  }

  @Test
  void forbidden_characters_are_escaped_and_listed() throws IOException {
    Result result = mend("<R><Message a='\u0001'>x&#xB;\u000by&#65;</Message></R>");
    assertThat(result.xml())
        .isEqualTo("<R><Message a='_x0001_'>x_x000B__x000B_y&#65;</Message></R>");
    assertThat(result.lost()).isEmpty();
    assertThat(result.changes())
        .containsExactly("U+0001 written _x0001_; U+000B written _x000B_ (2 times)");
  }

  @Test
  void an_escape_completes_no_other() throws IOException {
    assertThat(mend("<R><Message>_x0041\u000b</Message></R>").xml())
        .isEqualTo("<R><Message>_x005F_x0041_x000B_</Message></R>");
  }

  @Test
  void references_in_cdata_are_text() throws IOException {
    assertThat(mend("<R><Message><![CDATA[&#xB;\u0001]]></Message></R>").xml())
        .isEqualTo("<R><Message><![CDATA[&#xB;_x0001_]]></Message></R>");
  }

  @Test
  void a_layout_without_the_spelling_gets_the_replacement_character() throws IOException {
    byte[] xml = "<R><Message>a\u0001</Message></R>".getBytes(StandardCharsets.UTF_8);
    assertThat(mend(xml, false).xml()).isEqualTo("<R><Message>a\uFFFD</Message></R>");
  }

  @Test
  void broken_utf_8_is_replaced_where_the_rest_is_utf_8() throws IOException {
    byte[] xml =
        "<R><Message>\u00e9</Message><Message>~</Message></R>".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < xml.length; i++) {
      xml[i] = xml[i] == '~' ? (byte) 0xC3 : xml[i];
    }
    assertThat(mend(xml, true).xml())
        .isEqualTo("<R><Message>\u00e9</Message><Message>\uFFFD</Message></R>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
  void in_any_encoding(String encoding) throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\""
            + encoding
            + "\"?><R><Message>\u00e9</Message><Message>2</Mess><Message>\u0001</Message></R>";
    Result result = mend(xml.getBytes(Charset.forName(encoding)), true);
    assertThat(result.xml())
        .isEqualTo("<R><Message>\u00e9</Message><Message>_x0001_</Message></R>");
    assertThat(result.lost()).containsExactly("<Message>2</Mess>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "US-ASCII", "ISO-8859-1", "nonsense"})
  void a_wrong_declaration_is_not_believed(String declared) throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><R><Message>\u00e9</Message></R>";
    Result result = mend(xml.getBytes(StandardCharsets.UTF_8), true);
    assertThat(result.xml()).isEqualTo("<R><Message>\u00e9</Message></R>");
    assertThat(result.changes()).hasSize(1);
  }

  @Test
  void every_cut_of_nested_records_gives_a_beginning() throws IOException {
    String xml =
        "<A><Room id='1'><Name>x</Name><Ms><Message>1</Message><Message>2</Message></Ms></Room></A>";
    for (int length = 0; length < xml.length(); length++) {
      Result result = mend(xml.substring(0, length));
      assertThat(count(result.xml(), "<Message>"))
          .as(xml.substring(0, length))
          .isEqualTo(count(xml.substring(0, length), "</Message>"))
          .isEqualTo(count(result.xml(), "</Message>"));
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
