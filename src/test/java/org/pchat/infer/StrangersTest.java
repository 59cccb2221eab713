package org.pchat.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.model.Watch;
import org.pchat.problem.UnsupportedArchiveException;

/** Archives of other products are refused, also those that hold people, rooms and messages. */
class StrangersTest {
  private static final Random RANDOM = new Random(7);

  private static List<Arguments> strangers() {
    return List.of(
        Arguments.of("a Word document", document()),
        Arguments.of("a Java archive", jar()),
        Arguments.of("a drawing package", drawing()),
        Arguments.of("a dump of feeds", feeds()),
        Arguments.of("a team messenger by numbers", messenger(false, false)),
        Arguments.of("a team messenger by GUIDs", messenger(true, false)),
        Arguments.of("a team messenger with all in attributes", messenger(true, true)),
        Arguments.of("a guild with categories and members", guild(true)),
        Arguments.of("a workspace with members", guild(false)),
        Arguments.of("telephone messages", telephone()),
        Arguments.of("issues of a tracker", tracker()),
        Arguments.of("no XML at all", Map.of("readme.txt", "hello")));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void strangers_are_refused(String name, Map<String, String> files) {
    assertThatThrownBy(() -> infer(files))
        .as(name)
        .isInstanceOf(UnsupportedArchiveException.class)
        .hasMessageMatching("(?s).*\\[INF-00[2348]\\]");
    assertThat(files).isNotEmpty();
  }

  static Inferred infer(Map<String, String> files) throws IOException {
    List<ArchiveEntry> entries = new ArrayList<>();
    files.forEach(
        (name, text) ->
            entries.add(
                new ArchiveEntry(
                    name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
    return Inference.infer("archive.zip", entries, false, Watch.NONE);
  }

  private static Map<String, String> document() {
    var text = new StringBuilder("<w:document xmlns:w='urn:w'><w:body>");
    for (int i = 0; i < 200; i++) {
      text.append("<w:p w:rsidR='00").append(i).append("'><w:r><w:t>some words of paragraph ");
      text.append(i).append("</w:t></w:r></w:p>");
    }
    return Map.of(
        "[Content_Types].xml",
        "<Types xmlns='urn:t'><Default Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='/word/document.xml' ContentType='x'/></Types>",
        "word/document.xml",
        text.append("</w:body></w:document>").toString(),
        "docProps/core.xml",
        "<p xmlns:dc='urn:dc'><dc:creator>Anna</dc:creator><dc:title>Plan</dc:title></p>");
  }

  private static Map<String, String> jar() {
    var text = new StringBuilder("<project><dependencies>");
    for (int i = 0; i < 30; i++) {
      text.append("<dependency><groupId>org.").append(i).append("</groupId><artifactId>a");
      text.append(i).append("</artifactId><version>1.").append(i).append("</version></dependency>");
    }
    return Map.of(
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0",
        "META-INF/maven/pom.xml",
        text.append("</dependencies></project>").toString());
  }

  private static Map<String, String> drawing() {
    var text = new StringBuilder("<Pages>");
    for (int i = 0; i < 40; i++) {
      text.append("<Page ID='").append(i).append("' Name='Page ").append(i).append("'><Shape ID='");
      text.append(i).append("' UniqueID='{").append(guid()).append("}'><Text>a box</Text></Shape>");
      text.append("</Page>");
    }
    return Map.of("visio/pages.xml", text.append("</Pages>").toString());
  }

  private static Map<String, String> feeds() {
    var text = new StringBuilder("<rss><channel><title>News</title>");
    for (int i = 0; i < 50; i++) {
      text.append("<item><title>Item number ")
          .append(i)
          .append(" of the day</title><link>https://");
      text.append("news.example/").append(i).append("</link><guid>").append(guid());
      text.append("</guid><author>anna@news.example</author><pubDate>2018-01-").append(10 + i % 20);
      text.append("T10:00:00Z</pubDate><description>Something happened somewhere today, they say ");
      text.append(i).append("</description></item>");
    }
    return Map.of("feed.xml", text.append("</channel></rss>").toString());
  }

  private static Map<String, String> messenger(boolean guids, boolean flat) {
    List<String> users = keys(20, guids);
    List<String> rooms = keys(6, guids);
    var text = new StringBuilder("<workspace><users>");
    for (String user : users) {
      element(
          text,
          "user",
          flat,
          Map.of("id", user, "name", "name " + user, "email", "u" + user + "@example.com"));
    }
    text.append("</users><channels>");
    for (String room : rooms) {
      element(text, "channel", flat, Map.of("id", room, "name", "room " + room, "topic", "talk"));
    }
    text.append("</channels><messages>");
    for (int i = 0; i < 400; i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("id", "" + (1000 + i));
      fields.put("channel", rooms.get(i % rooms.size()));
      fields.put("user", users.get(i % users.size()));
      fields.put("date", "2018-01-01T10:%02d:%02dZ".formatted(i / 60, i % 60));
      fields.put("text", "this is message number " + i + " of many");
      element(text, "message", flat, fields);
    }
    return Map.of("export.xml", text.append("</messages></workspace>").toString());
  }

  /** All the structure of a pool, and nothing that is this product's alone. */
  private static Map<String, String> guild(boolean categories) {
    List<String> users = keys(30, true);
    List<String> groups = keys(4, true);
    List<String> rooms = keys(12, true);
    var text = new StringBuilder("<guild>");
    for (int i = 0; i < users.size(); i++) {
      String mail = "user" + i + "@example.org";
      element(
          text, "user", true, Map.of("id", users.get(i), "email", mail, "displayName", "Ann " + i));
    }
    for (int i = 0; categories && i < groups.size(); i++) {
      element(text, "category", true, Map.of("id", groups.get(i), "name", "Category " + i));
    }
    for (int i = 0; i < rooms.size(); i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("id", rooms.get(i));
      fields.put("name", "room-" + i);
      if (categories) {
        fields.put("categoryId", groups.get(i % groups.size()));
      }
      element(text, "channel", true, fields);
      for (int j = 0; j < 8; j++) {
        String user = users.get((i * 3 + j) % users.size());
        String role = j == 0 ? "manager" : "member";
        element(
            text, "member", true, Map.of("channelId", rooms.get(i), "userId", user, "role", role));
      }
    }
    for (int i = 0; i < 500; i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("channelId", rooms.get(i % rooms.size()));
      fields.put("authorId", users.get(i % 29));
      fields.put("timestamp", "2018-01-01T10:%02d:%02dZ".formatted(i / 60, i % 60));
      fields.put("content", "this is message number " + i + " of many");
      element(text, "message", false, fields);
    }
    return Map.of("export.xml", text.append("</guild>").toString());
  }

  private static Map<String, String> telephone() {
    var text = new StringBuilder("<smses count='200'>");
    for (int i = 0; i < 200; i++) {
      text.append("<sms address='+4912345")
          .append(i % 7)
          .append("' date='")
          .append(1546300800000L + i * 1000L);
      text.append("' type='").append(1 + i % 2).append("' body='see you at number ").append(i);
      text.append("' contact_name='Anna ").append(i % 7).append("'/>");
    }
    return Map.of("sms.xml", text.append("</smses>").toString());
  }

  private static Map<String, String> tracker() {
    List<String> users = keys(10, true);
    var text = new StringBuilder("<tracker><accounts>");
    for (String user : users) {
      element(
          text,
          "account",
          true,
          Map.of("id", user, "login", "l" + user, "mail", user + "@example.com"));
    }
    text.append("</accounts><projects>");
    List<String> projects = keys(4, true);
    for (String project : projects) {
      element(text, "project", true, Map.of("id", project, "name", "Project " + project));
    }
    text.append("</projects><issues>");
    for (int i = 0; i < 200; i++) {
      element(
          text,
          "issue",
          false,
          Map.of(
              "project", projects.get(i % 4),
              "number", "" + i,
              "created", "2018-01-01T10:%02d:%02dZ".formatted(i / 60, i % 60),
              "reporter", users.get(i % 10),
              "body", "it does not work when I try number " + i));
    }
    return Map.of("tracker.xml", text.append("</issues></tracker>").toString());
  }

  private static void element(
      StringBuilder text, String name, boolean flat, Map<String, String> fields) {
    text.append('<').append(name);
    if (flat) {
      fields.forEach(
          (field, value) -> text.append(' ').append(field).append("='").append(value).append('\''));
      text.append("/>");
      return;
    }
    text.append('>');
    fields.forEach(
        (field, value) ->
            text.append('<')
                .append(field)
                .append('>')
                .append(value)
                .append("</")
                .append(field)
                .append('>'));
    text.append("</").append(name).append('>');
  }

  private static List<String> keys(int count, boolean guids) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(guids ? guid() : "" + (i + 100) * 977);
    }
    return keys;
  }

  private static String guid() {
    return new UUID(RANDOM.nextLong(), RANDOM.nextLong()).toString();
  }
}
