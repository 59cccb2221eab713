package org.pchat.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.tape.ByteSource;
import org.pchat.tape.Region;

/**
 * The pages that a backup carries: whole extents, placed by position (docs/sqlserver-format.md,
 * "Pages in a backup").
 *
 * <p>A backup holds the extents that are allocated, ascending. So the database's own maps, which
 * come first, say which extent each frame is; what a page says of itself is only held against that,
 * since pages that are not allocated hold whatever was there before.
 */
final class BackupPages implements PageFile {
  private static final long NONE = -1;
  private static final int FIRST_GAM = 2;

  private final List<Part> parts;
  private long[] places = new long[1024];
  private int extents;

  /**
   * One file of the backup.
   *
   * @param bytes its bytes
   * @param regions where its pages are; a later region replaces extents of an earlier one
   */
  record Part(ByteSource bytes, List<Region> regions) {
    Part {
      regions = List.copyOf(regions);
    }
  }

  private BackupPages(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Places the extents of a backup.
   *
   * @param parts its files in the order of their numbers
   * @param stated how many extents the backup itself says it carries
   */
  static BackupPages of(List<Part> parts, long stated, ProblemLog problems) throws IOException {
    var pages = new BackupPages(parts);
    long carried = pages.carried() / AllocationBitmap.EXTENT;
    long listed = Math.max(pages.place(carried, stated), stated);
    if (listed > carried) {
      Location where = Location.of(pages.bytes().name());
      problems.add(Problem.of(BackupProblem.EXTENTS, where, carried, listed));
    }
    for (Part part : parts) {
      for (Region later : part.regions().subList(1, part.regions().size())) {
        pages.replace(part, later);
      }
    }
    return pages;
  }

  /** Gives every extent that should be there its place, and returns how many should be there. */
  private long place(long carried, long stated) throws IOException {
    long frame = 0;
    for (int interval = 0; interval == 0 || goesOn(interval, frame, carried, stated); interval++) {
      int first = interval * AllocationBitmap.EXTENTS;
      put(first, frame(frame));
      AllocationBitmap gam = bitmap(interval, frame, Page.GAM);
      AllocationBitmap sgam = bitmap(interval, frame, Page.SGAM);
      frame++;
      for (int extent = 1; extent < AllocationBitmap.EXTENTS; extent++) {
        if (!gam.get(extent) || sgam.get(extent)) {
          put(first + extent, frame < carried ? frame(frame) : NONE);
          frame++;
        }
      }
    }
    return frame;
  }

  /** Large backups are filled up with pages that are none. */
  private boolean goesOn(int interval, long frame, long carried, long stated) throws IOException {
    if (frame >= carried || frame < stated) {
      return frame < carried;
    }
    var page = new Page(new byte[Page.SIZE]);
    read(frame(frame), ByteBuffer.wrap(page.bytes()));
    return page.type() == Page.GAM && page.number() == interval * AllocationBitmap.INTERVAL;
  }

  /** Returns where a frame stands; a striped backup deals them out in turn. */
  private long frame(long number) {
    int part = (int) (number % parts.size());
    Region region = parts.get(part).regions().get(0);
    return place(part, region.start() + number / parts.size() * Region.FRAME);
  }

  private static long place(int part, long position) {
    return ((long) part << 48) | position;
  }

  /** Reads a map by which everything else is placed, so that it has to be whole. */
  private AllocationBitmap bitmap(int interval, long frame, int type) throws IOException {
    int inFrame = type - Page.GAM + (interval == 0 ? FIRST_GAM : 0);
    long number = interval * AllocationBitmap.INTERVAL + inFrame;
    var page = new Page(new byte[Page.SIZE]);
    boolean read = read(frame(frame) + (long) inFrame * Page.SIZE, ByteBuffer.wrap(page.bytes()));
    try {
      if (!read || !page.check() || page.type() != type || page.number() != number) {
        throw new DamagedPageException("its map of extents, page 1:" + number + ", is damaged");
      }
      return AllocationBitmap.of(page);
    } catch (DamagedPageException damaged) {
      throw bytes().malformed(BackupProblem.CATALOGUE, damaged.why());
    }
  }

  private void put(int extent, long place) {
    if (extent >= places.length) {
      places = Arrays.copyOf(places, Math.max(places.length * 2, extent + 1));
    }
    if (extent > extents) {
      Arrays.fill(places, extents, extent, NONE);
    }
    places[extent] = place;
    extents = Math.max(extents, extent + 1);
  }

  /** Puts the extents of a later region in the place of those that were read earlier. */
  private void replace(Part part, Region region) throws IOException {
    byte[] frame = new byte[Region.FRAME];
    for (long i = 0; i < region.frames(); i++) {
      long position = region.start() + i * Region.FRAME;
      part.bytes().read(position, ByteBuffer.wrap(frame));
      int extent = extentOf(frame);
      if (extent >= 0 && extent < extents) {
        put(extent, place(parts.indexOf(part), position));
      }
    }
  }

  /** Returns which extent most pages of a frame say they are; -1 where none says so. */
  private static int extentOf(byte[] frame) {
    int[] said = new int[AllocationBitmap.EXTENT];
    for (int slot = 0; slot < said.length; slot++) {
      var page = new Page(Arrays.copyOfRange(frame, slot * Page.SIZE, (slot + 1) * Page.SIZE));
      boolean plausible =
          page.u8(0) == 1 && page.file() == 1 && page.number() % AllocationBitmap.EXTENT == slot;
      said[slot] = plausible ? (int) (page.number() / AllocationBitmap.EXTENT) : -1;
    }
    int best = -1;
    long most = 0;
    for (int candidate : said) {
      long votes = Arrays.stream(said).filter(other -> other == candidate).count();
      if (candidate >= 0 && votes > most) {
        best = candidate;
        most = votes;
      }
    }
    return best;
  }

  @Override
  public ByteSource bytes() {
    return parts.get(0).bytes();
  }

  @Override
  public long end() {
    return (long) extents * AllocationBitmap.EXTENT;
  }

  @Override
  public long carried() {
    long regions = parts.stream().mapToLong(part -> part.regions().get(0).frames()).sum();
    return regions * AllocationBitmap.EXTENT;
  }

  @Override
  public boolean read(long number, byte[] into) throws IOException {
    if (number < 0 || number >= end()) {
      return false;
    }
    long place = places[(int) (number / AllocationBitmap.EXTENT)];
    if (place == NONE) {
      return false;
    }
    long inExtent = number % AllocationBitmap.EXTENT * Page.SIZE;
    return read(place + inExtent, ByteBuffer.wrap(into));
  }

  private boolean read(long place, ByteBuffer into) throws IOException {
    int part = (int) (place >>> 48);
    parts.get(part).bytes().read(place & ((1L << 48) - 1), into);
    return !into.hasRemaining();
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.bytes().close();
    }
  }
}
