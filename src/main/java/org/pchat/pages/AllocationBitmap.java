package org.pchat.pages;

/**
 * One bit for each extent of an interval: a GAM, SGAM or IAM page (docs/sqlserver-format.md,
 * "Allocation").
 *
 * @param page the page
 * @param from where the bits begin in it
 */
record AllocationBitmap(Page page, int from) {
  /** How many pages one GAM speaks of. */
  static final long INTERVAL = 511_232;

  /** How many pages an extent has. */
  static final int EXTENT = 8;

  /** How many extents one GAM speaks of; the bitmap itself is a little longer. */
  static final int EXTENTS = (int) (INTERVAL / EXTENT);

  private static final int ROW_HEADER = 4;

  /** Finds the bits: they are the second row of the page, and not everywhere at one place. */
  static AllocationBitmap of(Page page) throws DamagedPageException {
    int row = page.slots() < 2 ? 0 : page.slot(1);
    if (row == 0 || row + ROW_HEADER + EXTENTS / 8 > page.end()) {
      throw new DamagedPageException("page 1:" + page.number() + " has no map of extents");
    }
    return new AllocationBitmap(page, row + ROW_HEADER);
  }

  boolean get(int extent) {
    return (page.u8(from + extent / 8) & (1 << (extent % 8))) != 0;
  }
}
