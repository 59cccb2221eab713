package org.pchat.xml;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record's bytes and offset are exactly its own, in every encoding and at every border. */
class RecordBytesTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int DOCUMENTS = 100;

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of(UTF_8, false),
        Arguments.of(UTF_8, true),
        Arguments.of(UTF_16LE, true),
        Arguments.of(UTF_16BE, true),
        Arguments.of(WINDOWS_1252, false));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void random_documents_come_apart_into_records_and_gaps(Charset charset, boolean mark)
      throws IOException {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      var entry = new RandomEntry(seed, charset);
      byte[] bytes = encode(entry.xml(), charset, mark);
      var reading = Entries.read(trickle(bytes, seed));

      assertThat(reading.whole()).as("seed %d", seed).isEqualTo(ByteBuffer.wrap(bytes));
      assertThat(reading.records()).as("seed %d", seed).hasSameSizeAs(entry.records());
      for (int i = 0; i < entry.records().size(); i++) {
        assertSame(entry, i, reading, mark);
      }
    }
  }

  private static void assertSame(RandomEntry entry, int i, Entries.Reading reading, boolean mark) {
    var written = entry.records().get(i);
    var raw = reading.raws().get(i);
    var record = reading.records().get(i);
    int start = encode(entry.xml().substring(0, written.begin()), raw.encoding(), mark).length;

    assertThat(raw.text()).isEqualTo(entry.xml().substring(written.begin(), written.end()));
    assertThat(raw.offset()).isEqualTo(start);
    assertThat(record.name()).isEqualTo(written.name());
    assertThat(record.text()).isEqualTo(written.text());
    assertThat(record.children()).isEqualTo(written.children());
  }

  @Test
  void utf_16_without_a_mark_is_known_by_its_declaration() throws IOException {
    String xml = "<?xml version='1.0' encoding='UTF-16'?><R><a>\uD83D\uDE00</a><b/></R>";
    for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
      var reading = Entries.read(xml.getBytes(charset));
      assertThat(reading.raws()).extracting(r -> r.encoding()).containsOnly(charset);
      assertThat(reading.raws())
          .extracting(r -> r.text())
          .containsExactly("<a>\uD83D\uDE00</a>", "<b/>");
    }
  }

  static Stream<Arguments> borders() {
    return encodings()
        .flatMap(
            e ->
                Stream.of(8 * 1024, 32 * 1024, 40 * 1024)
                    .map(b -> Arguments.of(e.get()[0], e.get()[1], b)));
  }

  /**
   * Every position of a record with all kinds of markup once stands on every border of a buffer:
   * those of the decoder, the parser and the window.
   */
  @ParameterizedTest
  @MethodSource("borders")
  void records_may_lie_across_any_border(Charset charset, boolean mark, int border)
      throws IOException {
    String head = "<?xml version='1.0' encoding='%s'?>\r\n<R>".formatted(declared(charset));
    String record = "<m a='&lt;\r\nä' b=\"x\">t\r\n€&amp;<c/><!--c-->\r<?p q?><![CDATA[]]]]></m >";
    String last = unicode(charset) ? "<n>\uD83D\uDE00é</n>" : "<n>éé</n>";
    int length = (record + last).length() * 4;
    for (int padding = border - length; padding < border + 8; padding++) {
      String xml = head + " ".repeat(Math.max(padding, 0)) + record + last + "\r\n</R>";
      byte[] bytes = encode(xml, charset, mark);
      var reading = Entries.read(bytes);

      assertThat(reading.raws()).extracting(r -> r.text()).containsExactly(record, last);
      assertThat(reading.raws().get(0).offset())
          .isEqualTo(encode(xml.substring(0, xml.indexOf("<m")), charset, mark).length);
      assertThat(reading.raws().get(1).offset()).isEqualTo(reading.raws().get(0).end());
      assertThat(reading.records().get(0).attribute("a")).isEqualTo("< ä");
      assertThat(reading.records().get(0).text()).isEqualTo("t\n€&\n]]");
      assertThat(reading.whole()).isEqualTo(ByteBuffer.wrap(bytes));
    }
  }

  @Test
  void a_record_of_many_megabytes_keeps_its_bytes() throws IOException {
    String text = "\uD83D\uDE00ä&amp;\r\n".repeat(700_000);
    String xml = "<R><a/><m>" + text + "</m><b/></R>";
    byte[] bytes = xml.getBytes(UTF_8);
    var reading = Entries.read(bytes);

    assertThat(reading.raws().get(1).bytes()).hasSize(bytes.length - "<R><a/><b/></R>".length());
    assertThat(reading.raws().get(2).offset()).isEqualTo(bytes.length - "<b/></R>".length());
    assertThat(reading.records().get(1).text()).isEqualTo("\uD83D\uDE00ä&\n".repeat(700_000));
    assertThat(reading.whole()).isEqualTo(ByteBuffer.wrap(bytes));
  }

  @Test
  void places_are_lines_and_columns_in_utf_16_units() throws IOException {
    var reading = Entries.read("\uFEFF<R>\r\n\uD83D\uDE00 <a/>\r<b/>\n\n  <c\n/></R>");
    assertThat(reading.records())
        .extracting(r -> r.location().line() + ":" + r.location().column())
        .containsExactly("2:4", "3:1", "5:3");
  }

  /** Delivers at most a few bytes at a time. */
  private static InputStream trickle(byte[] bytes, long seed) {
    var random = new Random(seed);
    int most = random.nextBoolean() ? 7 : 50_000;
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(most)));
      }
    };
  }

  private static byte[] encode(String xml, Charset charset, boolean mark) {
    return ((mark ? "\uFEFF" : "") + xml).getBytes(charset);
  }

  private static boolean unicode(Charset charset) {
    return charset.name().startsWith("UTF");
  }

  private static String declared(Charset charset) {
    return charset.name().startsWith("UTF-16") ? "utf-16" : charset.name();
  }
}
