package org.pchat.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.pchat.xml.EntryParser.Event;

/** The floor below records: events that know their bytes, for records inside others. */
class EntryParserTest {
  private static EntryParser open(InputStream in) throws IOException {
    return EntryParser.open(in, Entries.WHERE, XmlLimits.defaults());
  }

  @Test
  void every_event_knows_its_bytes() throws IOException {
    String xml = "\uFEFF<?xml version='1.0'?><!-- c --><é a='1'>t&amp;<b/>\r\n<![CDATA[u]]></é >\n";
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    var events = new ArrayList<String>();
    try (var parser = open(Entries.bytes(xml))) {
      while (parser.advance() != Event.DONE) {
        int start = (int) parser.start();
        String source =
            new String(bytes, start, (int) parser.end() - start, StandardCharsets.UTF_8);
        events.add(parser.event() + " " + parser.depth() + " " + parser.name() + " " + source);
      }
      assertThat(parser.end()).isEqualTo(bytes.length);
      assertThat(parser.advance()).isEqualTo(Event.DONE);
    }
    assertThat(events)
        .containsExactly(
            "START 1 é <é a='1'>",
            "TEXT 1 é t&amp;",
            "START 2 b <b/>",
            "END 2 b ",
            "TEXT 1 é \r\n",
            "TEXT 1 é <![CDATA[u]]>",
            "END 1 é </é >");
  }

  @Test
  void messages_inside_a_room_come_one_at_a_time() throws IOException {
    int count = 200_000;
    String message = "<Message id='1'><Text>Grüße</Text></Message>";
    String head = "<Rooms>\n<Room guid='1'><Messages>";
    int length = message.getBytes(StandardCharsets.UTF_8).length;
    long read = 0;
    try (var parser = open(Repeated.between(head, message, count, "</Messages></Room></Rooms>"))) {
      while (parser.advance() != Event.DONE) {
        if (parser.event() == Event.START && parser.name().local().equals("Message")) {
          long from = parser.start();
          parser.keep(from);
          var record = parser.record();
          assertEquals(record.child("Text").text(), "Grüße");
          assertEquals(from, head.length() + read * length);
          if (read % 1_000 == 0) {
            assertThat(parser.raw(from, parser.end()).text()).isEqualTo(message);
          }
          parser.forget();
          read++;
        }
      }
    }
    assertThat(read).isEqualTo(count);
  }

  /** AssertJ would be most of the time here. */
  private static void assertEquals(Object actual, Object expected) {
    if (!actual.equals(expected)) {
      throw new AssertionError(actual + " is not " + expected);
    }
  }

  @Test
  void text_without_end_flows_through() throws IOException {
    long characters = 0;
    try (var parser = open(Repeated.between("<R>", "0123456789", 3_000_000, "</R>"))) {
      while (parser.advance() != Event.DONE) {
        characters += parser.event() == Event.TEXT ? parser.text().length() : 0;
      }
    }
    assertThat(characters).isEqualTo(30_000_000);
  }

  @Test
  void comments_without_number_flow_through() throws IOException {
    try (var parser = open(Repeated.between("<R>", "<!-- comment -->", 500_000, "<a/></R>"))) {
      parser.advance();
      parser.advance();
      assertThat(parser.start()).isEqualTo("<R>".length() + 16L * 500_000);
    }
  }

  @Test
  void only_borders_of_the_event_can_be_kept() throws IOException {
    try (var parser = open(Entries.bytes("<R>  <a>text</a></R>"))) {
      parser.keep(0);
      parser.advance();
      parser.advance();
      assertThat(parser.event()).isEqualTo(Event.TEXT);
      assertThat(parser.bytes(0, parser.end())).asString().isEqualTo("<R>  ");
      assertThatThrownBy(() -> parser.keep(4)).isInstanceOf(IllegalArgumentException.class);
      parser.keep(parser.end());
      parser.advance();
      parser.record();
      assertThat(parser.bytes(5, parser.end())).asString().isEqualTo("<a>text</a>");
      assertThatThrownBy(() -> parser.bytes(4, 6)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(parser::record).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void a_reader_has_bytes_only_while_it_stands_at_a_record() throws IOException {
    var in = Entries.bytes("<R b='1'><a/></R>");
    try (var reader = RecordReader.open(in, Entries.WHERE, XmlLimits.defaults())) {
      assertThat(reader.rootName()).isEqualTo(XmlName.of("R"));
      assertThat(reader.rootAttributes()).containsExactly(XmlAttribute.of("b", "1"));
      assertThat(reader.encoding()).isEqualTo(StandardCharsets.UTF_8);
      assertThat(reader.location()).isEqualTo(Entries.WHERE.at(1, 1));
      assertThatThrownBy(reader::raw).isInstanceOf(IllegalStateException.class);
      reader.next();
      assertThat(reader.raw().entry()).isEqualTo("Rooms.xml");
      assertThat(reader.gap()).asString().isEqualTo("<R b='1'>");
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
      assertThatThrownBy(reader::raw).isInstanceOf(IllegalStateException.class);
      assertThat(reader.gap()).asString().isEqualTo("</R>");
    }
  }

  @Test
  void lookups_mind_the_namespace() throws IOException {
    String xml =
        "<R xmlns='u:r' xmlns:x='u:x'><r x:id='wrong' id='1'><x:t>wrong</x:t><t>right</t></r></R>";
    var record = Entries.read(xml).records().get(0);
    assertThat(record.attribute("id")).isEqualTo("1");
    assertThat(record.child("t").text()).isEqualTo("right");
    assertThat(record.attribute("t")).isNull();
    assertThat(record.child("id")).isNull();
    assertThat(record.attributes())
        .extracting(a -> a.name().toString())
        .containsExactly("{u:x}id", "id");
  }

  /** Takes about a minute; run it with -Dpchat.big=true. */
  @Test
  @EnabledIfSystemProperty(named = "pchat.big", matches = "true")
  void positions_go_beyond_four_gigabytes() throws IOException {
    String message = "<m>é" + "x".repeat(4_000) + "</m>\n";
    long length = message.getBytes(StandardCharsets.UTF_8).length;
    long count = (5L << 30) / length;
    var in = Repeated.between("<R>", message, count, "<last/></R>");
    try (var reader = RecordReader.open(in, Entries.WHERE, XmlLimits.defaults())) {
      for (long i = 0; i < count; i++) {
        reader.next();
      }
      assertThat(reader.next().name().local()).isEqualTo("last");
      assertThat(reader.raw().offset()).isEqualTo(3 + count * length);
      assertThat(reader.raw().text()).isEqualTo("<last/>");
      assertThat(reader.location().line()).isEqualTo(count + 1);
      assertThat(reader.next()).isNull();
    }
  }
}
