package org.pchat.pages;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;

/**
 * Pages that were held against their checksums. A page that is damaged or not where it should be is
 * reported once.
 */
final class PageStore implements Closeable {
  private static final int PFS_INTERVAL = 8088;
  private static final int PFS_BYTES = 100;
  private static final int ALLOCATED = 0x40;
  private static final int KEPT = 256;

  private final PageFile file;
  private final ProblemLog problems;
  private final Map<Long, byte[]> freeSpace = new LinkedHashMap<>();
  private final BitSet checked = new BitSet();
  private int faults;
  private boolean unprotected;
  private final Map<Long, Page> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Page> eldest) {
          return size() > KEPT;
        }
      };

  PageStore(PageFile file, ProblemLog problems) {
    this.file = file;
    this.problems = problems;
  }

  PageFile file() {
    return file;
  }

  ProblemLog problems() {
    return problems;
  }

  Location where() {
    return Location.of(file.bytes().name());
  }

  /** Returns whether the database uses the page; what stands in another is left over. */
  boolean allocated(long number) throws IOException {
    if (number < 0 || number >= file.end()) {
      return false;
    }
    byte[] states = freeSpace(number / PFS_INTERVAL);
    return (states[(int) (number % PFS_INTERVAL)] & ALLOCATED) != 0;
  }

  private byte[] freeSpace(long interval) throws IOException {
    byte[] known = freeSpace.get(interval);
    if (known == null) {
      Page page = read(interval == 0 ? 1 : interval * PFS_INTERVAL);
      known =
          page == null
              ? new byte[PFS_INTERVAL]
              : Arrays.copyOfRange(page.bytes(), PFS_BYTES, PFS_BYTES + PFS_INTERVAL);
      freeSpace.put(interval, known);
    }
    return known;
  }

  /** Returns a page that will be needed again soon; null if it is not there. */
  @Nullable Page keep(long number) throws IOException {
    Page page = kept.get(number);
    if (page == null) {
      page = read(number);
      if (page != null) {
        kept.put(number, page);
      }
    }
    return page;
  }

  /** Returns a page; null if it is not there, which was reported. */
  @Nullable Page read(long number) throws IOException {
    var page = new Page(new byte[Page.SIZE]);
    if (!file.read(number, page.bytes())) {
      report(BackupProblem.PAGE_MISPLACED, number, "nothing");
      return null;
    }
    boolean whole = page.check();
    if (page.number() != number || page.file() != 1) {
      report(BackupProblem.PAGE_MISPLACED, number, "page " + page.file() + ":" + page.number());
      return null;
    }
    if (!whole) {
      report(BackupProblem.PAGE_CHECKSUM, number);
    }
    if (!unprotected && page.holdsRows() && !page.hasChecksum()) {
      unprotected = true;
      problems.add(Problem.of(BackupProblem.UNPROTECTED, where()));
    }
    checked.set((int) number);
    return page;
  }

  /** Returns how many faults of pages were met so far. */
  int faults() {
    return faults;
  }

  private void report(BackupProblem code, long number, Object... more) {
    faults++;
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = "1:" + number;
    System.arraycopy(more, 0, arguments, 1, more.length);
    problems.add(Problem.of(code, where(), arguments));
  }

  /** Holds every page that the database uses, and that was not read yet, against its checksum. */
  void checkRest() throws IOException {
    for (long number = 0; number < file.end(); number++) {
      if (!checked.get((int) number) && allocated(number)) {
        read(number);
      }
    }
    checkEnd();
  }

  /** A file that was cut lacks pages that its own map says are used. */
  private void checkEnd() throws IOException {
    long end = file.end();
    if (end == 0 || end % PFS_INTERVAL == 0) {
      return;
    }
    byte[] states = freeSpace(end / PFS_INTERVAL);
    for (int i = (int) (end % PFS_INTERVAL); i < PFS_INTERVAL; i++) {
      if ((states[i] & ALLOCATED) != 0) {
        report(BackupProblem.PAGE_MISPLACED, end / PFS_INTERVAL * PFS_INTERVAL + i, "nothing");
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
