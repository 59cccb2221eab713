package org.pchat.sample;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a row of real chat into what Persistent Chat would hold: names for nicks, and now and then
 * an alert, a story, a file link, a hyperlink, rich text or something odd.
 *
 * <p>That stories, files and links have marks of their own is published; the grammar of the marks
 * is not, so these are only plausible.
 */
final class Phrasing {
  /**
   * What a message says.
   *
   * @param alert whether it is of high importance
   * @param text the plain text
   * @param rtf the rich text, if the client sent one
   */
  record Phrase(boolean alert, String text, @Nullable String rtf) {}

  private static final int ODD_EVERY = 61;
  private static final Pattern NAMED = Pattern.compile("@\\{(\\d+)}");
  private static final List<String> FILES =
      List.of(
          "Budget%202012.xlsx 34 KB",
          "minutes.docx 18 KB",
          "screenshot.png 210 KB",
          "%D0%BF%D0%BB%D0%B0%D0%BD.pdf 1.2 MB",
          "syslog.txt 4 KB",
          "R%26D%20roadmap.pptx 2.4 MB");
  private static final List<String> LINKS =
      List.of(
          "https://wiki.contoso.com/Setup?lang=en&step=2",
          "https://tickets.contoso.com/4711",
          "http://intranet.fabrikam.com/news/",
          "https://status.litwareinc.com/#today");

  private final Oddities oddities = new Oddities();
  private final Directory directory;

  Phrasing(Directory directory) {
    this.directory = directory;
  }

  /** Returns what the message at {@code position} of a room says; {@code seed} is its own. */
  Phrase phrase(RoomPlan plan, long position, int author, Seed seed) {
    long inPool = plan.earlier() + position;
    if (inPool % ODD_EVERY == 0) {
      return new Phrase(false, oddities.text(inPool / ODD_EVERY, plan.thread()), null);
    }
    String text = said(plan, position, author);
    boolean files = requireNonNullElse(plan.category().category().filePost(), false);
    return switch (seed.at("form").below(60)) {
      case 0, 1 -> new Phrase(true, text, null);
      case 2 -> new Phrase(false, story(plan, position, author), null);
      case 3 -> new Phrase(false, files ? file(plan, seed) : text, null);
      case 4 -> new Phrase(false, text + " " + link(seed), null);
      case 5, 6, 7 -> new Phrase(false, text, Rtf.of(text, seed.at("bold").oneIn(2)));
      default -> new Phrase(false, text, null);
    };
  }

  private String said(RoomPlan plan, long position, int author) {
    ChatThread.Row row = plan.thread().row(position);
    String text =
        NAMED
            .matcher(row.text())
            .replaceAll(m -> Matcher.quoteReplacement(name(plan, m.group(1), m.start())));
    return row.action() ? "* " + directory.person(author).name() + " " + text : text;
  }

  /** Returns what a speaker is called: the alias at the start of a line, the name within. */
  private String name(RoomPlan plan, String speaker, int place) {
    Person person = directory.person(writer(plan, Integer.parseInt(speaker)));
    return place == 0 ? person.alias() : person.name();
  }

  /** Returns the user who speaks in this room where {@code speaker} spoke in the real chat. */
  int writer(RoomPlan plan, int speaker) {
    Seed seed = plan.seating().seed().at(speaker);
    if (seed.at("left").oneIn(12)) {
      int row = seed.at("row").below(directory.users() / Unit.ALL.size());
      return row * Unit.ALL.size() + Unit.LEAVERS;
    }
    return plan.seating().writer(seed);
  }

  private String story(RoomPlan plan, long position, int author) {
    var story = new StringBuilder("[STORY]").append(plan.thread().title()).append(": what we know");
    for (int i = 0; i < 4; i++) {
      story.append("\r\n").append(said(plan, position + i, author));
    }
    return story.toString();
  }

  private static String file(RoomPlan plan, Seed seed) {
    String[] file = seed.at("file").pick(FILES).split(" ", 2);
    String extension = file[0].substring(file[0].lastIndexOf('.'));
    return "ma-filelink:%s/%s%s?name=%s&size=%s"
        .formatted(
            plan.room().guid(),
            seed.at("stored").guid(),
            extension,
            file[0],
            file[1].replace(" ", "%20"));
  }

  private static String link(Seed seed) {
    String target = seed.at("link").pick(LINKS);
    return "<a href=\"" + target + "\">" + target.replaceAll("https?://|/.*", "") + "</a>";
  }
}
