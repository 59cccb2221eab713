package org.pchat.layout;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Spelled;
import org.pchat.model.Ticks;

/**
 * The values of one record, by the names of the fields.
 *
 * <p>A value that every record needs and that is missing or unreadable is a fault of the record: a
 * stand-in is returned, so that further faults are found too, and {@link #check} refuses the record
 * in the end. An optional one that is unreadable is reported and taken as not said.
 */
interface Fields {
  String text(String name);

  @Nullable String textOrNull(String name);

  Guid guid(String name);

  @Nullable Guid guidOrNull(String name);

  Ticks ticks(String name);

  @Nullable Ticks ticksOrNull(String name);

  long number(String name);

  @Nullable Long numberOrNull(String name);

  @Nullable Integer integerOrNull(String name);

  /** Returns whether a value is there and true. */
  boolean flag(String name);

  boolean truth(String name);

  @Nullable Boolean truthOrNull(String name);

  @Nullable LocalDateTime datetimeOrNull(String name);

  <W extends Spelled> W word(String name, W[] words);

  /**
   * Ends the reading of the record.
   *
   * @throws BadRecordException if anything that it needs was missing or unreadable
   */
  void check();
}
