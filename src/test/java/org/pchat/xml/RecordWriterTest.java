package org.pchat.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class RecordWriterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final RecordWriter writer = new RecordWriter(out);

  @Test
  void an_entry_is_one_record_a_line() throws IOException {
    writer.startRoot("Rooms", "urn:a&b", List.of(XmlAttribute.of("level", "All")));
    writer.record(
        "Room", List.of(XmlAttribute.of("guid", "1"), XmlAttribute.of("name", "")), List.of());
    writer.record("Room", List.of(), List.of(XmlChild.of("Text", "a"), XmlChild.of("Rtf", "")));
    writer.raw("<Room  guid='2' />".getBytes(StandardCharsets.UTF_8));
    writer.endRoot();
    writer.close();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Rooms xmlns="urn:a&amp;b" level="All">
            <Room guid="1" name=""/>
            <Room><Text>a</Text><Rtf/></Room>
            <Room  guid='2' />
            </Rooms>
            """);
  }

  @Test
  void every_character_that_a_parser_would_change_is_a_reference() throws IOException {
    String text = "&<>\"'\t\n\r\u0085\u2028]]>";
    writer.startRoot("R", "", List.of());
    writer.record("r", List.of(XmlAttribute.of("a", text)), List.of(XmlChild.of("t", text)));
    assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(2))
        .containsExactly(
            "<r a=\"&amp;&lt;&gt;&quot;'&#x9;&#xA;&#xD;\u0085\u2028]]&gt;\">"
                + "<t>&amp;&lt;&gt;\"'\t&#xA;&#xD;\u0085\u2028]]&gt;</t></r>");
  }

  @Test
  void the_nastiest_strings_survive_both_our_parser_and_another() throws Exception {
    List<String> strings = nastyStrings();
    writer.startRoot("R", "urn:n", List.of());
    for (String string : strings) {
      String escaped = XString.escape(string);
      writer.record(
          "r", List.of(XmlAttribute.of("a", escaped)), List.of(XmlChild.of("t", escaped)));
    }
    writer.endRoot();

    byte[] entry = out.toByteArray();
    var records = Entries.read(entry).records();
    assertThat(records).extracting(r -> XString.unescape(r.attribute("a"))).isEqualTo(strings);
    assertThat(records).extracting(r -> XString.unescape(r.child("t").text())).isEqualTo(strings);
    assertThat(new String(entry, StandardCharsets.UTF_8).split("\n")).hasSize(strings.size() + 3);

    var others =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(entry))
            .getElementsByTagName("r");
    for (int i = 0; i < others.getLength(); i++) {
      var other = (Element) others.item(i);
      assertThat(XString.unescape(other.getAttribute("a"))).isEqualTo(strings.get(i));
      assertThat(XString.unescape(other.getTextContent())).isEqualTo(strings.get(i));
    }
  }

  private static List<String> nastyStrings() {
    var strings =
        new ArrayList<>(
            List.of(
                "",
                " ",
                "\n",
                "\r\n",
                " a ",
                "]]>",
                "<![CDATA[",
                "&amp;",
                "&#0;",
                "<!--",
                "_x000D_",
                "\0",
                "\uFEFF",
                "\uD800",
                "\uDFFF\uD800",
                "e\u0301",
                "\u202E",
                "\u001B[31m",
                "'\"",
                "\u0085\u2028",
                "_x005F_"));
    for (int block = 0; block < 0x10000; block += 256) {
      strings.add(
          IntStream.range(block, block + 256)
              .mapToObj(unit -> String.valueOf((char) unit))
              .collect(Collectors.joining()));
    }
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      strings.add(
          random
              .ints(random.nextInt(30), 0, 4)
              .mapToObj(kind -> unit(random, kind))
              .collect(Collectors.joining()));
    }
    return strings;
  }

  private static String unit(Random random, int kind) {
    return switch (kind) {
      case 0 -> String.valueOf((char) random.nextInt(128));
      case 1 -> String.valueOf((char) random.nextInt(0x10000));
      case 2 -> Character.toString(0x10000 + random.nextInt(0x100000));
      default -> "_x00" + random.nextInt(100) + "_";
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\u0001", "\uFFFF", "\uD800", "\uDC00\uD800", "\uD800a"})
  void characters_that_xml_cannot_hold_are_the_callers_mistake(String text) throws IOException {
    writer.startRoot("R", "", List.of());
    assertThatThrownBy(() -> writer.record("r", List.of(), List.of(XmlChild.of("t", text))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XML cannot hold U+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "1a", "a:b", "a>", "é", "-a"})
  void names_that_are_not_plain_are_the_callers_mistake(String name) {
    assertThatThrownBy(() -> writer.startRoot(name, "", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.record("r", List.of(XmlAttribute.of(name, "")), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.record("r", List.of(), List.of(XmlChild.of(name, ""))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_the_writer_cannot_say_is_refused_instead_of_lost() {
    var foreign = new XmlName("urn:other", "a");
    assertThatThrownBy(() -> writer.record("r", List.of(new XmlAttribute(foreign, "")), List.of()))
        .hasMessageContaining("{urn:other}a");
    assertThatThrownBy(
            () ->
                writer.record("r", List.of(), List.of(new XmlChild(foreign, List.of(), "", false))))
        .hasMessageContaining("{urn:other}a");
    assertThatThrownBy(
            () ->
                writer.record(
                    "r", List.of(), List.of(new XmlChild(XmlName.of("a"), List.of(), "", true))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void records_that_were_read_can_be_written_again() throws IOException {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <R xmlns="urn:r">
        <r a="1"><t b="2">x</t><u/></r>
        </R>
        """;
    var record = Entries.read(xml).records().get(0);
    writer.startRoot("R", "urn:r", List.of());
    writer.record(record.name().local(), record.attributes(), record.children());
    writer.endRoot();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(xml);
  }
}
