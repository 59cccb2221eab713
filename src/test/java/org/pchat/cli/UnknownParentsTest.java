package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export that does not tell what is above a category has no root, and loses none. */
class UnknownParentsTest {
  private static final String CATEGORY = "4c06f37b-9b3f-4f55-8e3c-3d3b0d7c6a11";

  @TempDir private Path folder;

  private static String guid(int number) {
    return "0f2a6d1c-52f4-4df4-9dc5-6d3e1c5c8b%02d".formatted(number);
  }

  private void write(String entry, String root, int records, IntFunction<String> record)
      throws IOException {
    String xml = IntStream.rangeClosed(1, records).mapToObj(record).collect(Collectors.joining());
    Files.writeString(folder.resolve(entry), "<%s>%s</%s>".formatted(root, xml, root));
  }

  @BeforeEach
  void write() throws IOException {
    write(
        "Users.xml",
        "Users",
        2,
        n ->
            "<User><Id>%s</Id><SipUri>sip:user%d@x.com</SipUri><DisplayName>User %d</DisplayName></User>"
                .formatted(guid(10 + n), n, n));
    write(
        "Categories.xml",
        "Categories",
        1,
        n -> "<Category><Id>%s</Id><Name>Trading</Name></Category>".formatted(CATEGORY));
    write(
        "ChatRooms.xml",
        "ChatRooms",
        2,
        n ->
            "<ChatRoom><Id>%s</Id><Name>Room %d</Name><CategoryId>%s</CategoryId><Privacy>Open</Privacy></ChatRoom>"
                .formatted(guid(n), n, CATEGORY));
    write(
        "Messages.xml",
        "Messages",
        40,
        n ->
            "<Message><ChatId>%d</ChatId><RoomId>%s</RoomId><Author>sip:user%d@x.com</Author><Date>2014-05-01T10:%02d:00Z</Date><Body>hello %d</Body></Message>"
                .formatted(n, guid(1 + n % 2), 1 + n % 2, n, n));
  }

  @Test
  void its_categories_are_counted_listed_and_found() {
    Run info = Run.pchat("info", folder.toString());
    assertThat(info.out()).containsPattern("Categories +1\n");
    assertThat(Run.pchat("list", "categories", folder.toString()).out()).contains("Trading");
    Run shown = Run.pchat("show", folder.toString(), "--category", "Trading");
    assertThat(shown.out()).contains("hello 7");
  }
}
