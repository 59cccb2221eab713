package org.pchat.pages;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param length how many bytes a value may have; -1 for no limit
 * @param precision the digits of a decimal
 * @param scale the digits behind the point, of a decimal or of a second
 * @param collation the number of its collation; 0 for none
 * @param place where it stands in a row
 */
public record SqlColumn(
    String name, SqlType type, int length, int precision, int scale, int collation, Place place) {
  /**
   * Where a column stands in a row.
   *
   * @param offset the first byte, counted from the row's; negative for a variable column, counted
   *     from -1
   * @param nullBit its bit in the bitmap of nulls, counted from 1
   * @param bit the bit in its byte, of a bit column
   * @param ordinal which one it is of all that are stored, from 0; -1 where that is not known
   */
  record Place(int offset, int nullBit, int bit, int ordinal) {
    boolean isVariable() {
      return offset < 0;
    }

    /** Returns the number of a variable column, from 0. */
    int variable() {
      return -offset - 1;
    }
  }
}
