package org.pchat.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.xml.RecordEdit;
import org.pchat.xml.RecordWriter;
import org.pchat.xml.XString;

/** Changes values in records of the canonical layout and leaves every other byte as it is. */
public final class Pchat1Editing {
  private Pchat1Editing() {}

  /**
   * Returns the text of a record with the values of another.
   *
   * @param raw its bytes
   * @param from what they spell
   * @param to what they are to spell; of messages only what attributes hold may differ
   */
  public static <T> String edited(Kind<T> kind, RawRecord raw, T from, T to) {
    RecordEdit edit = RecordEdit.of(raw.text());
    for (Field<T> field : kind.fields()) {
      Object now = field.of(to);
      if (!Objects.equals(field.of(from), now) && isAttribute(kind, field)) {
        edit.attribute(field.name(), now == null ? null : XString.escape(Field.spell(now)));
      }
    }
    return edit.toString();
  }

  /** The room of a message is its entry's; its texts are elements. */
  private static boolean isAttribute(Kind<?> kind, Field<?> field) {
    return kind != Kind.MESSAGE || field.name().startsWith("author");
  }

  /** Returns a record as the canonical layout spells it, without a line end. */
  public static <T> String spelled(Kind<T> kind, T record) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new RecordWriter(bytes)) {
      Pchat1.LAYOUT.spelling(kind).write(record, out);
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Returns a canonical record that is one below whatever root. */
  public static <T> String standingAlone(Kind<T> kind, T record) {
    return RecordEdit.of(spelled(kind, record)).attribute("xmlns", Pchat1.NAMESPACE).toString();
  }
}
