package org.pchat.gate;

import java.time.ZoneId;
import java.util.Locale;
import org.pchat.model.Ticks;
import org.pchat.select.DateRange;
import org.pchat.select.SelectionException;

/**
 * A routine clearing that is expected. Whoever takes a {@link Census} for the gate then counts, on
 * both sides, only the messages that it spares; so a purge may take what is old, and nothing else.
 *
 * @param before older messages may be gone
 */
public record Purge(Ticks before) {
  private static final String WORD = "before";

  /**
   * Parses what was given for {@code --expect-purge}.
   *
   * @param text {@code before} and a date, which begins the day in {@code zone}, or a time
   * @throws SelectionException if it is anything else
   */
  public static Purge parse(String text, ZoneId zone) {
    String stripped = text.strip();
    String word = stripped.split("\\s", 2)[0];
    if (!word.toLowerCase(Locale.ROOT).equals(WORD) || word.length() == stripped.length()) {
      throw new SelectionException(
          "--expect-purge \"" + text + "\" is not understood; write 'before 2026-05-03'");
    }
    String date = stripped.substring(WORD.length()).strip();
    return new Purge(DateRange.moment("--expect-purge", date, zone));
  }

  /** Returns whether a message of this time must not be gone. */
  public boolean spares(Ticks sent) {
    return sent.compareTo(before) >= 0;
  }
}
