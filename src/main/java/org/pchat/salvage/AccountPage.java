package org.pchat.salvage;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;

/** An account as a page that can be sent and printed. */
public final class AccountPage {
  private final HtmlReport page;
  private final Account account;
  private final AccountWords words;

  private AccountPage(HtmlReport page, Account account) {
    this.page = page;
    this.account = account;
    this.words = new AccountWords(account);
  }

  /**
   * Writes the page.
   *
   * @param out where to, as UTF-8
   */
  public static void write(Writer out, Account account) throws IOException {
    HtmlReport.write(
        out,
        "What was saved of " + account.source(),
        page -> new AccountPage(page, account).write());
  }

  private void write() throws IOException {
    page.element(
        Tag.HEADER,
        () -> {
          page.element(Tag.H1, "What was saved");
          page.element(HtmlElement.of(Tag.P, "verdict"), words.verdict());
          page.element(Tag.P, this::source);
          page.element(Tag.P, "Saved: " + words.saved() + ".");
        });
    page.element(
        Tag.MAIN,
        () -> {
          losses();
          repairs();
          entries();
        });
  }

  private void source() throws IOException {
    page.text("From ");
    page.name(account.source());
    page.text(String.format(Locale.ROOT, ", %,d bytes, layout ", account.bytes()));
    page.name(account.layout());
  }

  private void losses() throws IOException {
    List<List<String>> rows =
        account.losses().stream().map(loss -> List.of(words.place(loss), loss.reason())).toList();
    section("Lost", rows, "What", "Why");
  }

  private void repairs() throws IOException {
    List<List<String>> rows =
        account.repairs().stream()
            .map(repair -> List.of(words.place(repair), repair.change()))
            .toList();
    section("Changed so that it can be read", rows, "Where", "What was changed");
  }

  private void entries() throws IOException {
    List<List<String>> rows =
        account.entries().stream()
            .map(
                entry ->
                    List.of(
                        entry.name(),
                        account.roomName(entry.room()).orElse(""),
                        entry.state().word(),
                        count(entry.records()),
                        count(entry.stated())))
            .toList();
    section("Entries", rows, "Entry", "Room", "State", "Records saved", "Of");
  }

  private static String count(long number) {
    return number < 0 ? "" : String.format(Locale.ROOT, "%,d", number);
  }

  private void section(String title, List<List<String>> rows, String... columns)
      throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    page.element(
        Tag.SECTION,
        () -> {
          page.element(Tag.H2, title);
          page.element(HtmlElement.of(Tag.DIV, "scroll"), () -> table(rows, columns));
        });
  }

  private void table(List<List<String>> rows, String... columns) throws IOException {
    page.element(
        Tag.TABLE,
        () -> {
          page.element(Tag.THEAD, () -> page.element(Tag.TR, () -> heads(columns)));
          page.element(
              Tag.TBODY,
              () -> {
                for (List<String> row : rows) {
                  page.element(Tag.TR, () -> cells(row));
                }
              });
        });
  }

  private void heads(String... columns) throws IOException {
    for (String column : columns) {
      page.element(HtmlElement.of(Tag.TH).forColumn(), column);
    }
  }

  private void cells(List<String> row) throws IOException {
    for (String cell : row) {
      page.element(Tag.TD, () -> page.name(cell));
    }
  }
}
