package org.pchat.cli;

import java.io.IOException;
import java.util.List;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.problem.Problem;

/** The parts that the pages of exports and imports share. */
final class ReportPage {
  private static final int MOST_PROBLEMS = 1_000;
  private final HtmlReport page;

  ReportPage(HtmlReport page) {
    this.page = page;
  }

  /** A term and what it stands for; foreign text in it is told apart. */
  record Fact(String term, String value, boolean isForeign) {
    static Fact of(String term, String value) {
      return new Fact(term, value, false);
    }

    static Fact foreign(String term, String value) {
      return new Fact(term, value, true);
    }
  }

  /** Writes what it is about, before anything else. */
  void head(String title, String verdict) throws IOException {
    page.element(
        Tag.HEADER,
        () -> {
          page.element(Tag.H1, () -> page.name(title));
          page.element(HtmlElement.of(Tag.P, "verdict"), verdict);
        });
  }

  void facts(String heading, List<Fact> facts) throws IOException {
    page.element(
        Tag.SECTION,
        () -> {
          page.element(Tag.H2, heading);
          page.element(
              HtmlElement.of(Tag.TABLE),
              () ->
                  page.element(
                      Tag.TBODY,
                      () -> {
                        for (Fact fact : facts) {
                          fact(fact);
                        }
                      }));
        });
  }

  private void fact(Fact fact) throws IOException {
    page.element(
        Tag.TR,
        () -> {
          page.element(HtmlElement.of(Tag.TH).forRow(), fact.term());
          page.element(
              Tag.TD,
              () -> {
                if (fact.isForeign()) {
                  page.name(fact.value());
                } else {
                  page.text(fact.value());
                }
              });
        });
  }

  void list(String heading, List<String> lines) throws IOException {
    page.element(
        Tag.SECTION,
        () -> {
          page.element(Tag.H2, heading);
          page.element(
              Tag.UL,
              () -> {
                for (String line : lines) {
                  page.element(Tag.LI, () -> page.name(line));
                }
              });
        });
  }

  /** A column: its heading, and whether its cells are figures. */
  record Column(String heading, boolean isNumber) {
    static Column text(String heading) {
      return new Column(heading, false);
    }

    static Column number(String heading) {
      return new Column(heading, true);
    }
  }

  /** Takes rows one after the other. */
  interface Rows {
    void write(Row row) throws IOException;
  }

  /** Writes one row. */
  interface Row {
    void cells(List<String> cells) throws IOException;
  }

  void table(String heading, List<Column> columns, Rows rows) throws IOException {
    page.element(
        Tag.SECTION,
        () -> {
          page.element(Tag.H2, heading);
          page.element(
              HtmlElement.of(Tag.DIV, "scroll"),
              () ->
                  page.element(
                      Tag.TABLE,
                      () -> {
                        page.element(Tag.THEAD, () -> page.element(Tag.TR, () -> heads(columns)));
                        page.element(Tag.TBODY, () -> rows.write(cells -> row(columns, cells)));
                      }));
        });
  }

  private void heads(List<Column> columns) throws IOException {
    for (Column column : columns) {
      page.element(cell(Tag.TH, column).forColumn(), column.heading());
    }
  }

  private void row(List<Column> columns, List<String> cells) throws IOException {
    page.element(
        Tag.TR,
        () -> {
          for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            page.element(cell(Tag.TD, columns.get(i)), () -> page.name(text));
          }
        });
  }

  private static HtmlElement cell(Tag tag, Column column) {
    return column.isNumber() ? HtmlElement.of(tag, "number") : HtmlElement.of(tag);
  }

  void problems(List<Problem> problems) throws IOException {
    if (problems.isEmpty()) {
      page.element(
          Tag.SECTION,
          () -> {
            page.element(Tag.H2, "Problems");
            page.element(Tag.P, "None.");
          });
      return;
    }
    table(
        "Problems",
        List.of(Column.text("Severity"), Column.text("Code"), Column.text("What and where")),
        row -> {
          for (Problem problem : problems.stream().limit(MOST_PROBLEMS).toList()) {
            row.cells(List.of(problem.severity().word(), problem.code().id(), problem.toString()));
          }
        });
  }

  void foot(String words) throws IOException {
    page.element(Tag.FOOTER, words);
  }
}
