package org.pchat.layout;

import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.pchat.model.DerivedGuid;
import org.pchat.model.Guid;
import org.pchat.model.Kind;

/**
 * What must be known of the whole archive before a single record can be read: which record a
 * number, URI or name stands for, and what codes mean. It is found out when it is first asked for,
 * by a pass over the entries that hold it. Safe for several threads.
 */
public interface References {
  /** Nothing to know: everything is said where it stands. */
  References NONE =
      new References() {
        @Override
        public @Nullable Guid find(Collection<Kind<?>> kinds, ValueSpelling.Key by, String value) {
          return null;
        }

        @Override
        public @Nullable String meaning(String table, String key) {
          return null;
        }

        @Override
        public boolean hasTable(String table) {
          return false;
        }

        @Override
        public LateValues late(String entry) {
          return LateValues.NONE;
        }
      };

  /**
   * Everything is taken as being somewhere: for those who only ask whether a record is whole by
   * itself. What such records refer to means nothing.
   */
  References ASSUMED =
      new References() {
        @Override
        public Guid find(Collection<Kind<?>> kinds, ValueSpelling.Key by, String value) {
          return DerivedGuid.ofText(Kind.PRINCIPAL, by.word() + ":" + value);
        }

        @Override
        public @Nullable String meaning(String table, String key) {
          return null;
        }

        @Override
        public boolean hasTable(String table) {
          return true;
        }

        @Override
        public LateValues late(String entry) {
          return LateValues.NONE;
        }

        @Override
        public boolean areAssumed() {
          return true;
        }
      };

  /**
   * Returns the record that {@code value} stands for, or null if there is none.
   *
   * @throws org.pchat.problem.AmbiguousArchiveException if it could be two
   */
  @Nullable Guid find(Collection<Kind<?>> kinds, ValueSpelling.Key by, String value)
      throws IOException;

  /** Returns what a {@link Lookup} says about {@code key}, or null if it says nothing. */
  @Nullable String meaning(String table, String key) throws IOException;

  /** Returns whether a {@link Lookup} has any row in this archive. */
  boolean hasTable(String table) throws IOException;

  /** Returns whether nothing is looked up, so that no record can be wrong for what is elsewhere. */
  default boolean areAssumed() {
    return false;
  }

  /** Returns the values of an entry that stand behind the records that need them. */
  LateValues late(String entry) throws IOException;
}
