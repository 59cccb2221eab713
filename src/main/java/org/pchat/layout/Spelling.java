package org.pchat.layout;

import java.io.IOException;
import org.pchat.xml.RecordWriter;
import org.pchat.xml.XmlRecord;

/**
 * How records of one kind are spelled: reading and writing side by side.
 *
 * @param <T> the type of the records
 */
public interface Spelling<T> {
  /** Returns whether {@code element} is a record of this kind. */
  boolean matches(XmlRecord element);

  /**
   * Reads a record.
   *
   * @param element a record of this kind
   * @param role the entry that it stands in
   * @param context what the entry says about all its records, and where findings go
   * @throws BadRecordException if values that every such record needs are missing or cannot be read
   */
  T read(XmlRecord element, EntryRole role, EntryContext context);

  /** Returns the name of the attribute or child element that holds a field. */
  default String part(String field) {
    return field;
  }

  /** Writes a record on a line of its own. */
  void write(T record, RecordWriter out) throws IOException;
}
