package org.pchat.pages;

/**
 * The pages of one sort that belong to one owner ({@code sysallocunits}).
 *
 * @param owner the rowset, or a system table's number shifted by 16
 * @param type 1 rows, 2 long values, 3 rows that did not fit
 * @param firstIam the first page of its list of pages; 0 where it has none
 * @param usedPages how many pages it uses, by the engine's own count
 */
record AllocationUnit(long owner, int type, long firstIam, long usedPages) {
  static final int ROWS = 1;
}
