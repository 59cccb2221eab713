package org.pchat.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.Glimpse;
import org.pchat.model.Guid;
import org.pchat.model.Interval;
import org.pchat.model.Mark;
import org.pchat.model.Message;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.select.PrincipalIndex;

/**
 * Messages as people read them: a heading for each room, one for each day, then time, name and
 * text.
 *
 * <p>On a terminal texts are wrapped and made harmless; in a pipe they stand as they are.
 */
final class Transcript {
  private static final int NAME_WIDTH = 18;
  private static final String ALERT = "!";

  private final Page page;
  private final Structure structure;
  private final PrincipalIndex principals;
  private final Times times;
  private @Nullable Guid room;
  private @Nullable LocalDate day;

  Transcript(Page page, Structure structure, PrincipalIndex principals, ZoneId zone) {
    this.page = page;
    this.structure = structure;
    this.principals = principals;
    this.times = new Times(zone);
  }

  /** Prints a message, and behind it what other snapshots say about it. */
  void print(Message message, Mark mark) throws IOException {
    if (!message.room().equals(room)) {
      roomHeading(message.room());
    }
    boolean dated = message.sent().hasIso();
    if (dated && !times.day(message.sent()).equals(day)) {
      day = times.day(message.sent());
      page.line(page.in(Style.DIM, "  " + times.day(day)));
    }
    String clock = dated ? times.clock(message.sent()) : message.sent().toString();
    String name = Width.pad(Width.cut(page.safe(author(message)), NAME_WIDTH), NAME_WIDTH, false);
    String prefix = "  " + clock + ' ' + (message.alert() ? ALERT : " ") + ' ' + name + "  ";
    body(prefix, page.safeBlock(lines(message.text())));
    note("gone", mark.gone());
    note("text replaced", mark.replaced());
    note(mark.outdated() ? "one of several of its number, not the latest" : "fork", mark.fork());
  }

  private void note(String what, @Nullable Interval interval) throws IOException {
    if (interval != null) {
      String words =
          "[%s: %s .. %s]".formatted(what, glimpse(interval.from()), glimpse(interval.until()));
      page.line(page.in(Style.DIM, "             " + page.safe(words)));
    }
  }

  private String glimpse(Glimpse glimpse) {
    return glimpse.time() == null
        ? glimpse.name()
        : times.minute(glimpse.time()) + " " + glimpse.name();
  }

  /** Clients end lines with CR LF, of which a person wants to see no more than the new line. */
  private String lines(String text) {
    return page.isTerminal() ? text.replace("\r\n", "\n") : text;
  }

  private void roomHeading(Guid guid) throws IOException {
    if (room != null) {
      page.line();
    }
    room = guid;
    day = null;
    Optional<Room> known = structure.room(guid);
    String name = known.map(Room::name).orElse(guid.toString());
    String category =
        known
            .flatMap(r -> structure.category(r.category()))
            .map(Category::name)
            .map(c -> "  (" + c + ")")
            .orElse("");
    page.line(page.in(Style.BOLD, page.safe(name)) + page.safe(category));
  }

  private String author(Message message) {
    Guid author = message.author();
    if (author != null) {
      return principals.label(author).orElse(author.toString());
    }
    return message.authorRaw() == null ? "?" : message.authorRaw();
  }

  private void body(String prefix, String text) throws IOException {
    if (!page.isTerminal()) {
      page.line(prefix + text);
      return;
    }
    int indent = Width.of(prefix);
    String begin = prefix;
    for (String line : Wrap.lines(text, Math.max(20, page.columns() - indent))) {
      page.line(begin + line);
      begin = " ".repeat(indent);
    }
  }
}
