package org.pchat.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pchat.document.HtmlElement;
import org.pchat.document.HtmlElement.Tag;
import org.pchat.document.HtmlReport;
import org.pchat.model.Field;

/** Writes a field that differs as a row of a table: its name, what it was, what it is. */
final class FieldRow {
  private static final int LONGEST = 500;

  private final HtmlReport page;
  private final ReportSide before;
  private final ReportSide after;
  private final Wording wording;

  FieldRow(HtmlReport page, ReportSide before, ReportSide after, Wording wording) {
    this.page = page;
    this.before = before;
    this.after = after;
    this.wording = wording;
  }

  <T> void write(Field<T> field, T then, T now) throws IOException {
    page.element(
        Tag.TR,
        () -> {
          page.element(HtmlElement.of(Tag.TH).forRow(), field.name());
          value(field, field.of(then), Tag.DEL, before);
          value(field, field.of(now), Tag.INS, after);
        });
  }

  private void value(Field<?> field, @Nullable Object value, Tag tag, ReportSide side)
      throws IOException {
    page.element(
        Tag.TD,
        () -> {
          if (value == null) {
            page.element(HtmlElement.of(Tag.SPAN, "none"), "none");
          } else {
            String spelled = wording.value(field, value, side);
            page.element(tag, () -> page.name(spelled, LONGEST));
          }
        });
  }
}
