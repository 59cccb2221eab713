package org.pchat.report;

import java.io.IOException;
import java.util.List;
import org.pchat.diff.Act;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;

/** The pieces that several tables and lists of a report share. */
final class Tables {
  private Tables() {}

  /** Writes the headings: words, then numbers. */
  static void head(HtmlReport page, List<String> words, List<String> numbers) throws IOException {
    head(page, words, numbers, List.of());
  }

  /** Writes the headings: words, numbers, words. */
  static void head(
      HtmlReport page, List<String> words, List<String> numbers, List<String> moreWords)
      throws IOException {
    page.element(
        Tag.THEAD,
        () ->
            page.element(
                Tag.TR,
                () -> {
                  for (String head : words) {
                    page.element(HtmlElement.of(Tag.TH).forColumn(), head);
                  }
                  for (String head : numbers) {
                    page.element(HtmlElement.of(Tag.TH, "number").forColumn(), head);
                  }
                  for (String head : moreWords) {
                    page.element(HtmlElement.of(Tag.TH).forColumn(), head);
                  }
                }));
  }

  /** Writes a cell with a number; zeros step back. */
  static void number(HtmlReport page, long number, String style) throws IOException {
    String shown = number == 0 ? "–" : Wording.number(number);
    page.element(HtmlElement.of(Tag.TD, "number", number == 0 ? "none" : style), shown);
  }

  /** Writes the name of an act in the colour of what it does. */
  static void badge(HtmlReport page, Act act) throws IOException {
    page.element(HtmlElement.of(Tag.SPAN, "badge", style(act)).tip(act.rule()), act.word());
  }

  private static String style(Act act) {
    return switch (act) {
      case WRITTEN,
          ROOM_CREATED,
          CATEGORY_CREATED,
          ENABLED,
          GRANTED,
          ACCOUNT_CREATED,
          ACCOUNT_RECREATED,
          ACCOUNT_ENABLED,
          ADD_IN_CREATED ->
          "new";
      case DELETED,
          CLEARED,
          AGED_OUT,
          ROOM_DELETED,
          CATEGORY_DELETED,
          DISABLED,
          REVOKED,
          PURGED_BY_MOVE,
          ACCOUNT_DISABLED,
          ACCOUNT_DELETED,
          ACCOUNT_REMOVED,
          ADD_IN_DELETED ->
          "gone";
      case TIME_CHANGED, AUTHOR_CHANGED, NUMBER_REUSED, ALTERED, RESTORED -> "fork";
      case REPLACED, PRIVACY, RENAMED, MOVED, EDITED, RESPELLED -> "changed";
      case NOTED, OUTSIDE_LEVEL, OUTSIDE_SCOPE, BEFORE_START, DAMAGED -> "soft";
    };
  }

  /** Says how many are left out. */
  static void more(HtmlReport page, long number, String word) throws IOException {
    page.element(
        HtmlElement.of(Tag.P, "soft"),
        "… and " + Wording.count(number, "more " + word) + "; JSON and CSV have them all.");
  }
}
