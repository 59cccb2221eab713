package org.pchat.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.CancelledException;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.problem.XmlProblem;

/** What is refused, with which sentence and at which place. */
class RefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          ''                       | XML-002 | Rooms.xml        | the entry is empty
          '\uFEFF'                 | XML-002 | Rooms.xml        | the entry is empty
          ' \t '                   | XML-003 | Rooms.xml:1:3    | the entry holds no element
          <!-- a -->               | XML-003 | Rooms.xml:1:10   | the entry holds no element
          <?xml version='1.0'?>    | XML-003 | Rooms.xml:1:21   | the entry holds no element
          <R a='                   | XML-004 | Rooms.xml:1:6    | before the first start tag is complete
          <R><a>text               | XML-004 | Rooms.xml:1:10   | before the end tag of the root element
          <R><a/></R><!-- a        | XML-004 | Rooms.xml:1:17   | after the root element
          <R/><R/>                 | XML-005 | Rooms.xml:1:6    | a second root element
          <R/>text                 | XML-006 | Rooms.xml:1:5    | something other than comments
          <R/>&amp;                | XML-006 | Rooms.xml:1:5    | something other than comments
          <R><a></b></R>           | XML-001 | Rooms.xml:1:9    | 'not well-formed: Unexpected close tag </b>; expected </a>; the entry'
          <R><a b=c/></R>          | XML-001 | Rooms.xml:1:9    | 'not well-formed: Unexpected character ''c'''
          <R><a b='1' b='1'/></R>  | XML-001 | Rooms.xml:1:19   | Duplicate attribute 'b'
          <R><p:a/></R>            | XML-001 | Rooms.xml:1:9    | 'Undeclared namespace prefix "p"'
          <R>&lt;&foo;</R>         | XML-001 | Rooms.xml:1:12   | 'Undeclared general entity "foo"'
          <R a='&foo;'/>           | XML-001 | Rooms.xml:1:11   | 'Undeclared general entity "foo"'
          <R>&#1;</R>              | XML-001 | Rooms.xml:1:7    | 0x1
          <R>&#xFFFF;</R>          | XML-001 | Rooms.xml:1:11   | 0xffff
          <R>&#xD800;</R>          | XML-001 | Rooms.xml:1:11   | 0xd800
          <R>a]]>b</R>             | XML-001 | Rooms.xml:1:7    | ]]>
          text                     | XML-001 | Rooms.xml:1:1    | in prolog
          <!DOCTYPE R><R/>         | XML-007 | Rooms.xml:1:1    | document type declaration
          <!DOCTYPE R [<!EN        | XML-007 | Rooms.xml:1:17   | document type declaration
          <?xml version='1.1'?><R/>| XML-008 | Rooms.xml:1:1    | of version 1.1
          """)
  void a_bad_document_is_refused_with_one_sentence(
      String xml, String code, String place, String sentence) {
    assertThat(refusal(xml.getBytes(UTF_8)))
        .startsWith("a.zip: " + place + ": ")
        .contains(sentence)
        .endsWith(" [" + code + "]")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-16       | UTF-8        | XML-011 | declares the encoding "UTF-16" as .NET's StringWriter does
          utf-16LE     | UTF-8        | XML-011 | declares the encoding "utf-16LE"
          utf-8        | UTF-16LE     | XML-010 | declares the encoding "utf-8", but its first bytes are UTF-16LE
          utf-16be     | UTF-16LE     | XML-010 | declares the encoding "utf-16be", but its first bytes are UTF-16LE
          windows-1252 | UTF-16BE     | XML-010 | declares the encoding "windows-1252"
          utf-7        | US-ASCII     | XML-009 | the encoding "utf-7" is not supported
          Shift_JIS    | US-ASCII     | XML-009 | the encoding "Shift_JIS" is not supported
          GB18030      | US-ASCII     | XML-009 | the encoding "GB18030" is not supported
          no such!     | US-ASCII     | XML-009 | the encoding "no such!" is not supported
          utf-32       | UTF-32LE     | XML-009 | the encoding "UTF-32" is not supported
          utf-32       | UTF-32BE     | XML-009 | the encoding "UTF-32" is not supported
          ebcdic       | IBM1047      | XML-009 | the encoding "EBCDIC" is not supported
          """)
  void an_encoding_that_is_not_what_it_says_is_refused(
      String declared, String actual, String code, String sentence) {
    String xml = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><R/>";
    assertThat(refusal(xml.getBytes(Charset.forName(actual))))
        .contains(sentence)
        .endsWith(" [" + code + "]");
  }

  @Test
  void a_mark_is_believed_and_a_declaration_against_it_refused() {
    byte[] utf8 = Entries.marked("<?xml version='1.0' encoding='iso-8859-1'?><R/>", UTF_8);
    assertThat(refusal(utf8)).contains("\"iso-8859-1\", but its first bytes are UTF-8");
    byte[] utf32 = Entries.marked("<R/>", Charset.forName("UTF-32LE"));
    assertThat(refusal(utf32)).contains("the encoding \"UTF-32\" is not supported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0' encoding='a\nb'?><R/>",
        "<?xml version='1.0' a=' encoding=\"US-ASCII\"'?><R/>",
        "<?xml version='1.0'                          encoding=''?><R/>",
      })
  void a_strange_declaration_is_refused_on_one_line(String xml) {
    assertThat(refusal(xml.getBytes(UTF_8))).doesNotContain("\n");
  }

  @Test
  void a_declaration_that_only_the_parser_can_find_is_refused() {
    String xml = "<?xml version='1.0' " + " ".repeat(2000) + "encoding='iso-8859-1'?><R>é</R>";
    assertThat(refusal(xml.getBytes(UTF_8))).contains("the XML declaration is unusual");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us-ascii",
        "ISO-8859-1",
        "latin1",
        "iso-8859-15",
        "Windows-1252",
        "windows-1251",
        "koi8-r",
        "ibm437",
        "cp850",
        "ibm852",
        "IBM866",
        "cp1250"
      })
  void the_usual_encodings_of_one_byte_are_read(String name) throws IOException {
    var charset = Charset.forName(name);
    String text = new String(new byte[] {'a', (byte) 0xE4, (byte) 0xF6}, charset);
    String known = charset.newEncoder().canEncode(text) && !text.contains("\uFFFD") ? text : "a";
    String xml = "<?xml version='1.0' encoding='" + name + "'?><R><a>" + known + "</a></R>";
    assertThat(Entries.read(xml.getBytes(charset)).records().get(0).text()).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
    "C3 28,C3",
    "80,80",
    "C0 AF,C0",
    "E0 80 AF,E0",
    "ED A0 80,ED A0 80",
    "F5 80 80 80,F5",
    "F0 9F 98,F0 9F 98",
    "E2 82,E2 82"
  })
  void bytes_that_are_no_utf_8_are_named_with_their_place(String hex, String named) {
    byte[] bad = HexFormat.ofDelimiter(" ").parseHex(hex);
    for (int padding : new int[] {0, 1, 8_180, 8_190, 8_191, 8_192, 32_760, 70_000}) {
      byte[] head = ("<R>\r\n<a>\uD83D\uDE00" + "é".repeat(padding)).getBytes(UTF_8);
      byte[] tail =
          hex.equals("E2 82") || hex.equals("F0 9F 98") ? new byte[0] : "</a></R>".getBytes(UTF_8);
      assertThat(refusal(join(head, bad, tail)))
          .startsWith("a.zip: Rooms.xml:2:%d: ".formatted(6 + padding))
          .contains("the bytes %s at offset %d are not valid UTF-8".formatted(named, head.length));
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {'\0', '\u0001', '\b', '\u000B', '\f', '\u001F', '\uFFFE', '\uFFFF'})
  void characters_that_xml_forbids_are_named_with_their_place(char unit) {
    for (int padding = 8_150; padding < 8_200; padding++) {
      String head = "<R>\n\n<a b='" + " ".repeat(padding);
      assertThat(refusal((head + unit + "'/></R>").getBytes(UTF_8)))
          .startsWith("a.zip: Rooms.xml:3:%d: ".formatted(7 + padding))
          .contains("the character U+%04X at byte offset %d ".formatted((int) unit, head.length()));
    }
  }

  @Test
  void lines_before_a_bad_character_are_counted_as_the_parser_counts_them() {
    String head = "<R><a b='\n'>x\r\ny\rz\n\uD83D\uDE00w";
    assertThat(refusal((head + '\u0001').getBytes(UTF_8))).startsWith("a.zip: Rooms.xml:5:4: ");
    assertThat(refusal((head + "&#1;").getBytes(UTF_8))).startsWith("a.zip: Rooms.xml:5:7: ");
  }

  @Test
  void lone_surrogates_and_half_units_of_utf_16_are_refused() {
    byte[] good = Entries.marked("<R>a", UTF_16LE);
    assertThat(refusal(join(good, new byte[] {0, (byte) 0xD8, 'b', 0}, new byte[0])))
        .startsWith(
            "a.zip: Rooms.xml:1:5: the bytes 00 D8 62 00 at offset 10 are not valid UTF-16LE");
    assertThat(refusal(join(good, new byte[] {0, (byte) 0xDC, 'b', 0}, new byte[0])))
        .startsWith("a.zip: Rooms.xml:1:5: the bytes 00 DC at offset 10 ");
    assertThat(refusal(join(good, new byte[] {'b'}, new byte[0])))
        .startsWith("a.zip: Rooms.xml:1:5: the bytes 62 at offset 10 ");
    assertThat(
            refusal(
                join(
                    Entries.marked("<R>a", UTF_16BE),
                    new byte[] {(byte) 0xFF, (byte) 0xFE},
                    new byte[0])))
        .startsWith("a.zip: Rooms.xml:1:5: ");
  }

  @Test
  void a_byte_that_windows_1252_does_not_have_is_refused() {
    String xml = "<?xml version='1.0' encoding='windows-1252'?><R>\u0081</R>";
    assertThat(refusal(xml.getBytes(ISO_8859_1)))
        .startsWith("a.zip: Rooms.xml:1:49: the bytes 81 at offset 48 are not valid windows-1252");
  }

  @Test
  void what_stands_before_a_bad_place_is_read() throws IOException {
    byte[] entry = join("<R><a>one</a><b/>".getBytes(UTF_8), new byte[] {(byte) 0xFF}, new byte[0]);
    try (var reader =
        RecordReader.open(new ByteArrayInputStream(entry), Entries.WHERE, XmlLimits.defaults())) {
      assertThat(reader.next().text()).isEqualTo("one");
      assertThat(reader.next().name().local()).isEqualTo("b");
      assertThatThrownBy(reader::next).isInstanceOf(MalformedArchiveException.class);
      assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_name_in_a_sentence_is_cut() {
    String name = "n".repeat(1_000);
    assertThat(refusal(("<R><" + name + "></x></R>").getBytes(UTF_8))).hasSizeLessThan(400);
  }

  @Test
  void what_is_not_supported_is_told_from_what_is_damaged() {
    assertThat(
            catchThrowableOfType(
                UnsupportedArchiveException.class, () -> Entries.read("<?xml version='1.1'?><R/>")))
        .extracting(e -> e.problem().code())
        .isEqualTo(XmlProblem.VERSION);
  }

  @Test
  void a_failing_disk_stays_a_failing_disk() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        };
    var in = new SequenceInputStream(Entries.bytes("<R>" + "<a/>".repeat(20_000)), broken);
    assertThatThrownBy(() -> Entries.read(in))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("disk");
  }

  static Stream<RuntimeException> failuresOfTheStream() {
    var refusal = Problem.of(XmlProblem.TRUNCATED, Entries.WHERE, "x");
    return Stream.of(
        new MalformedArchiveException(refusal),
        new CancelledException(),
        new IllegalStateException("a bug of ours"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfTheStream")
  void what_the_stream_throws_comes_through_unchanged(RuntimeException failure) {
    var failing =
        new InputStream() {
          @Override
          public int read() {
            throw failure;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            return read();
          }
        };
    for (int records : new int[] {0, 1, 20_000}) {
      var in = new SequenceInputStream(Entries.bytes("<R>" + "<a/>".repeat(records)), failing);
      assertThatThrownBy(() -> Entries.read(in)).isSameAs(failure);
    }
    assertThatThrownBy(() -> Entries.read(failing)).isSameAs(failure);
  }

  @Test
  void an_unchecked_failure_of_the_parser_is_a_sentence_too() {
    var failure = new IllegalStateException("Internal error\n at somewhere");
    assertThat(Refusals.of(failure, Entries.WHERE.at(3, 4)))
        .isInstanceOf(MalformedArchiveException.class)
        .hasCause(failure)
        .hasMessageStartingWith("a.zip: Rooms.xml:3:4: the XML parser gave up: Internal error; ")
        .hasMessageEndingWith("[XML-022]");
  }

  @Test
  void limits_that_cannot_be_kept_are_the_callers_mistake() {
    assertThatThrownBy(() -> new XmlLimits(1, 1, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new XmlLimits(1, 1, 1, 1, Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<R", "<!DOCTYPE R><R/>", "<R/>"})
  void the_stream_is_closed_whatever_happens(String xml) throws IOException {
    var closed = new AtomicBoolean();
    var in =
        new ByteArrayInputStream(xml.getBytes(UTF_8)) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    try {
      Entries.read(in);
    } catch (ArchiveException e) {
      assertThat(e.problem().where().entry()).isEqualTo("Rooms.xml");
    }
    assertThat(closed).isTrue();
  }

  private static String refusal(byte[] entry) {
    return catchThrowableOfType(ArchiveException.class, () -> Entries.read(entry)).getMessage();
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
