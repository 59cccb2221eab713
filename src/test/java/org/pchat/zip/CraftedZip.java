package org.pchat.zip;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ZIP file made byte by byte, so that it can lie in any place. Sound unless told otherwise. */
public final class CraftedZip {
  private final List<CraftedEntry> entries = new ArrayList<>();
  public byte[] before = {};
  public byte[] behindDirectory = {};
  public byte[] comment = {};
  public byte[] after = {};
  public int disk;
  public int entriesHereMore;
  public long entriesMore;
  public long directorySizeMore;
  public long directoryOffsetMore;
  public int commentLengthMore;

  /** Whether a ZIP64 record and its locator stand in front of the end, which points to them. */
  public boolean zip64;

  public long wideEntriesMore;
  public long wideSizeMore;
  public long wideOffsetMore;
  public long locatorMore;
  public boolean saturated = true;
  public @Nullable Long wideEntries;

  public CraftedEntry add(CraftedEntry entry) {
    entries.add(entry);
    return entry;
  }

  public static CraftedZip of(CraftedEntry... entries) {
    var zip = new CraftedZip();
    zip.entries.addAll(List.of(entries));
    return zip;
  }

  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    out.writeBytes(before);
    var directory = new ByteArrayOutputStream();
    for (CraftedEntry entry : entries) {
      long offset = out.size();
      out.writeBytes(entry.local());
      directory.writeBytes(entry.central(offset));
    }
    long directoryOffset = out.size();
    out.writeBytes(directory.toByteArray());
    out.writeBytes(behindDirectory);
    if (zip64) {
      out.writeBytes(wideEnd(directoryOffset, directory.size(), out.size()));
    }
    out.writeBytes(end(directoryOffset, directory.size()));
    out.writeBytes(comment);
    out.writeBytes(after);
    return out.toByteArray();
  }

  private byte[] wideEnd(long directoryOffset, long directorySize, long place) {
    long count = wideEntries == null ? entries.size() + wideEntriesMore : wideEntries;
    return new LittleEndian()
        .u32(0x06064b50)
        .u64(44)
        .u16(45, 45)
        .u32(0, 0)
        .u64(count, count, directorySize + wideSizeMore, directoryOffset + wideOffsetMore)
        .u32(0x07064b50, 0)
        .u64(place + locatorMore)
        .u32(1)
        .bytes();
  }

  private byte[] end(long directoryOffset, long directorySize) {
    boolean hidden = zip64 && saturated;
    long count = entries.size() + entriesMore;
    return new LittleEndian()
        .u32(0x06054b50)
        .u16(disk, disk)
        .u16(hidden ? 0xFFFF : count + entriesHereMore, hidden ? 0xFFFF : count)
        .u32(hidden ? -1 : directorySize + directorySizeMore)
        .u32(hidden ? -1 : directoryOffset + directoryOffsetMore)
        .u16(comment.length + commentLengthMore)
        .bytes();
  }
}
