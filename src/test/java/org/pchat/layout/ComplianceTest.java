package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.OriginKind;
import org.pchat.model.Principal;
import org.pchat.model.ReadOptions;
import org.pchat.model.Room;
import org.pchat.problem.Severity;
import org.pchat.xml.XString;

/** What the compliance service wrote is read as far as it goes. */
class ComplianceTest {
  private static final String XSI =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"";

  private static List<Message> messages;
  private static final Map<Guid, Room> ROOMS = new HashMap<>();
  private static final Map<Guid, Principal> PEOPLE = new HashMap<>();

  @TempDir private Path folder;

  @BeforeAll
  static void read_the_sample() throws IOException {
    try (Export sample =
        ExportReader.open(Path.of("samples/contoso-monday.zip"), ReadOptions.defaults())) {
      messages = MemorySource.all(sample.records(Kind.MESSAGE));
      sample.structure().rooms().forEach(room -> ROOMS.put(room.guid(), room));
      MemorySource.all(sample.records(Kind.PRINCIPAL)).forEach(p -> PEOPLE.put(p.guid(), p));
    }
  }

  /** Writes every tenth message, as the service would: some each time, by rooms. */
  private List<Message> write() throws IOException {
    List<Message> written = new ArrayList<>();
    for (int file = 0; file < 4; file++) {
      var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n");
      xml.append("<Conversations").append(XSI).append(">\n");
      for (Room room : ROOMS.values()) {
        List<Message> some = new ArrayList<>();
        for (int i = file; i < messages.size(); i += 4) {
          Message message = messages.get(i);
          if (i % 10 == 0
              && message.room().equals(room.guid())
              && message.author() != null
              && PEOPLE.containsKey(message.author())) {
            some.add(message);
          }
        }
        if (!some.isEmpty()) {
          conversation(xml, room, some);
          written.addAll(some);
        }
      }
      Files.writeString(
          folder.resolve("20190114_" + file + ".xml"),
          xml.append("</Conversations>\n"),
          StandardCharsets.UTF_8);
    }
    return written;
  }

  private static void conversation(StringBuilder xml, Room room, List<Message> some) {
    xml.append(
        "<Conversation>\n  <Channel uri=\"ma-chan://contoso.com/" + room.guid() + "\" name=\"");
    xml.append(escaped(room.name())).append("\" islogged=\"\" />\n");
    Message first = some.get(0);
    event(xml, "FirstMessage", "JOIN", first, "", 0);
    xml.append("  <Messages>\n");
    event(xml, "Message", "JOIN", first, "", 0);
    for (Message message : some) {
      event(xml, "Message", "CHAT", message, XString.escape(message.text()), message.id());
    }
    event(xml, "Message", "PART", first, "", 0);
    xml.append("  </Messages>\n");
    time(xml, "StartTimeUTC", first);
    time(xml, "EndTimeUTC", some.get(some.size() - 1));
    xml.append("</Conversation>\n");
  }

  private static void event(
      StringBuilder xml, String element, String type, Message message, String content, long id) {
    Principal author = PEOPLE.get(message.author());
    xml.append(
        "<%s type=\"%s\" content=\"%s\" id=\"%d\">".formatted(element, type, escaped(content), id));
    xml.append(
        "<Sender UserName=\"%s\" id=\"%d\" email=\"%s\" internal=\"true\" uri=\"%s\" />"
            .formatted(
                escaped(author.label()),
                author.id(),
                author.email() == null ? "" : escaped(author.email()),
                escaped(author.uri().replaceFirst("^sip:", ""))));
    time(xml, "DateTimeUTC", message);
    xml.append("</").append(element).append(">\n");
  }

  private static void time(StringBuilder xml, String element, Message message) {
    xml.append(
        "<%s since1970=\"%d\" string=\"%s\" long=\"%d\" />"
            .formatted(
                element,
                message.sent().toInstant().toEpochMilli(),
                message.sent(),
                message.sent().value()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#xD;")
        .replace("\n", "&#xA;")
        .replace("\t", "&#x9;");
  }

  @Test
  void conversations_are_read_as_messages_of_the_rooms_that_they_name() throws IOException {
    List<Message> written = write();
    ReadOptions options = ReadOptions.defaults();
    try (Export export = ExportReader.open(folder, options)) {
      assertThat(export.origin().kind()).isEqualTo(OriginKind.COMPLIANCE);
      List<Message> read = MemorySource.all(export.records(Kind.MESSAGE));
      assertThat(read.stream().map(ComplianceTest::known).toList())
          .containsExactlyInAnyOrderElementsOf(
              written.stream().map(m -> known(m, XString.escape(m.text()))).toList());
      assertThat(MemorySource.all(export.records(Kind.ROOM)))
          .allMatch(room -> ROOMS.get(room.guid()).name().equals(room.name()))
          .doesNotHaveDuplicates();
      List<Principal> senders = MemorySource.all(export.records(Kind.PRINCIPAL));
      assertThat(senders).extracting(Principal::uri).doesNotHaveDuplicates();
      assertThat(read).allMatch(m -> senders.stream().anyMatch(s -> s.guid().equals(m.author())));
      assertThat(options.problems().count(Severity.ERROR)).isZero();
      assertThat(export.unknown().events()).containsKeys("JOIN", "PART", "FirstMessage");
      assertThat(export.unknown().events().get("JOIN"))
          .isEqualTo(export.unknown().events().get("PART"))
          .isPositive();
      WalkCopyTest.check(export);
    }
  }

  private static String known(Message m) {
    return known(m, m.text());
  }

  private static String known(Message m, String text) {
    return m.room() + " " + m.id() + " " + m.sent() + " " + text;
  }

  @Test
  void what_it_only_mentions_is_not_all_there_is() throws IOException {
    write();
    try (Export export = ExportReader.open(folder, ReadOptions.defaults())) {
      assertThat(Kind.ALL.stream().filter(export.coverage()::holds)).containsExactly(Kind.MESSAGE);
      assertThat(export.coverage().has(Kind.MESSAGE.field("rtf").orElseThrow())).isFalse();
    }
  }
}
