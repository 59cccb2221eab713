package org.pchat.sqlfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The pages of one sort that belong to one owner: the first eight out of mixed extents, then whole
 * extents, and the IAM pages that list them.
 */
final class MadeUnit {
  static final int ROWS = 1;
  static final int LONG_VALUES = 2;

  private static final int IAM_TYPE = 10;
  private static final int SINGLES = 8;
  private static final int START_PAGE = 40;
  private static final int SINGLE_PAGES = 46;
  private static final int FIRST_OF_USER = 256;

  private final MadeSpace space;
  private final int object;
  private final long owner;
  private final int type;
  private final boolean system;
  private final List<Long> singles = new ArrayList<>();
  private final BitSet extents = new BitSet();
  private long firstIam;
  private long firstPage;
  private long extent;
  private int pageOfExtent = MadeSpace.EXTENT;
  private long used;

  /** Begins a unit of the object number that its pages carry in their headers. */
  MadeUnit(MadeSpace space, int object, long owner, int type, boolean system) {
    this.space = space;
    this.object = object;
    this.owner = owner;
    this.type = type;
    this.system = system;
  }

  /** Returns the number of the unit, from which its pages' headers are made. */
  long id() {
    return ((long) index() << 48) | ((long) object << 16);
  }

  int index() {
    return system ? 0 : FIRST_OF_USER;
  }

  int object() {
    return object;
  }

  long owner() {
    return owner;
  }

  int type() {
    return type;
  }

  long firstIam() {
    return firstIam;
  }

  long firstPage() {
    return firstPage;
  }

  long used() {
    return used;
  }

  /** Returns a free page of this unit. */
  long page() {
    if (firstIam == 0) {
      firstIam = space.single(MadeSpace.IAM);
      used++;
    }
    used++;
    if (singles.size() < SINGLES) {
      long page = space.single(0);
      singles.add(page);
      firstPage = firstPage == 0 ? page : firstPage;
      return page;
    }
    while (true) {
      if (pageOfExtent == MadeSpace.EXTENT) {
        extent = space.extent();
        extents.set((int) (extent / MadeSpace.EXTENT));
        pageOfExtent = 0;
      }
      long page = extent + pageOfExtent++;
      if (!MadeSpace.isMap(page)) {
        space.mark(page, MadeSpace.ALLOCATED | 4);
        return page;
      }
    }
  }

  /** Writes the IAM pages. */
  void finish() throws IOException {
    if (firstIam == 0) {
      return;
    }
    long number = firstIam;
    long intervals = space.pages() / MadeSpace.EXTENT / MadeSpace.EXTENTS + 1;
    for (int interval = 0; interval < intervals; interval++) {
      long next = interval + 1 < intervals ? space.single(MadeSpace.IAM) : 0;
      writeIam(number, interval, next);
      number = next;
    }
  }

  private void writeIam(long number, int interval, long next) throws IOException {
    var page = new MadePage(IAM_TYPE, object, index(), 90);
    byte[] head = new byte[94];
    head[2] = 94;
    long start = (long) interval * MadeSpace.EXTENTS * MadeSpace.EXTENT;
    put(head, START_PAGE, start);
    for (int i = 0; i < singles.size() && interval == 0; i++) {
      put(head, SINGLE_PAGES + 6 * i, singles.get(i));
    }
    page.add(head);
    byte[] bits = new byte[4 + MadeSpace.EXTENTS / 8 + 4];
    int first = interval * MadeSpace.EXTENTS;
    for (int i = extents.nextSetBit(first);
        i >= 0 && i < first + MadeSpace.EXTENTS;
        i = extents.nextSetBit(i + 1)) {
      bits[4 + (i - first) / 8] |= (byte) (1 << ((i - first) % 8));
    }
    page.add(bits);
    page.links(0, next);
    space.write(number, page);
  }

  private static void put(byte[] into, int at, long page) {
    System.arraycopy(MadeValue.number(page, 4), 0, into, at, 4);
    into[at + 4] = 1;
  }
}
