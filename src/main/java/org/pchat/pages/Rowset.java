package org.pchat.pages;

/**
 * The rows of a table or index, or of one partition of it ({@code sysrowsets}).
 *
 * @param id its number
 * @param object the table
 * @param index 0 for a heap, 1 for a clustered table; others are indexes, which hold no row of
 *     their own
 * @param rows how many rows it has, by the engine's own count
 * @param compression 0 none, 1 row, 2 page, 3 columnstore, 4 columnstore archive
 */
record Rowset(long id, int object, int index, long rows, int compression) {
  boolean isTable() {
    return index <= 1;
  }
}
