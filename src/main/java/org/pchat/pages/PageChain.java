package org.pchat.pages;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the data pages of an allocation unit, in the order of its IAM pages: the pages in
 * mixed extents, then whole extents, ascending. Pages that are not allocated are passed over.
 */
final class PageChain {
  private static final int START_PAGE = 40;
  private static final int SINGLE_PAGES = 46;
  private static final int SINGLE_COUNT = 8;
  private static final int POINTER = 6;

  private final PageStore store;
  private final Set<Long> seen = new HashSet<>();
  private final int type;
  private long nextIam;
  private @Nullable AllocationBitmap iam;
  private long start;
  private final long[] singles = new long[SINGLE_COUNT];
  private int single;
  private int extent;
  private int pageOfExtent;

  /**
   * Begins a walk.
   *
   * @param firstIam the first IAM page; 0 for a unit without pages
   * @param type the type of the pages that are wanted
   */
  PageChain(PageStore store, long firstIam, int type) {
    this.store = store;
    this.nextIam = firstIam;
    this.type = type;
  }

  /**
   * Returns the next page; null at the end.
   *
   * @throws DamagedPageException if the chain is broken; the walk is over then
   */
  @Nullable Page next() throws IOException, DamagedPageException {
    while (true) {
      long number = nextNumber();
      if (number < 0) {
        return null;
      }
      if (number > 0 && store.allocated(number)) {
        Page page = store.read(number);
        if (page != null && page.type() == type) {
          return page;
        }
      }
    }
  }

  /** Returns the number of the next page, 0 for an empty place, -1 at the end. */
  private long nextNumber() throws IOException, DamagedPageException {
    while (iam == null || extent >= AllocationBitmap.EXTENTS) {
      if (nextIam == 0) {
        return -1;
      }
      openIam();
    }
    if (single < SINGLE_COUNT) {
      return singles[single++];
    }
    return nextOfExtents(iam);
  }

  private long nextOfExtents(AllocationBitmap bitmap) {
    if (pageOfExtent == 0) {
      while (extent < AllocationBitmap.EXTENTS && !bitmap.get(extent)) {
        extent++;
      }
      if (extent >= AllocationBitmap.EXTENTS) {
        return 0;
      }
    }
    long number = start + (long) extent * AllocationBitmap.EXTENT + pageOfExtent;
    pageOfExtent = (pageOfExtent + 1) % AllocationBitmap.EXTENT;
    extent += pageOfExtent == 0 ? 1 : 0;
    return number;
  }

  private void openIam() throws IOException, DamagedPageException {
    long number = nextIam;
    nextIam = 0;
    if (!seen.add(number)) {
      throw new DamagedPageException("it goes round in a circle at page 1:" + number);
    }
    Page page = store.read(number);
    if (page == null || page.type() != Page.IAM) {
      throw new DamagedPageException("page 1:" + number + " is no part of it");
    }
    int row = page.slot(0);
    if (row == 0 || row + SINGLE_PAGES + POINTER * SINGLE_COUNT > page.end()) {
      throw new DamagedPageException("page 1:" + number + " is no part of it");
    }
    iam = AllocationBitmap.of(page);
    start = page.u32(row + START_PAGE);
    for (int i = 0; i < SINGLE_COUNT; i++) {
      singles[i] = page.u32(row + SINGLE_PAGES + POINTER * i);
    }
    nextIam = page.next();
    single = 0;
    extent = 0;
    pageOfExtent = 0;
  }
}
