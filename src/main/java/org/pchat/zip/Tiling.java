package org.pchat.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.pchat.problem.ZipProblem;

/**
 * Sees to it that the entries fill the file from its first byte to the directory: none shares bytes
 * with another, and no byte belongs to none.
 */
final class Tiling {
  /*
   * Sharing is how a small file becomes petabytes (Fifield, "A better zip bomb", 2019): many
   * directory headers over one piece of data. Unclaimed bytes are where another reader may find
   * another archive.
   *
   * How long a data descriptor is, is not written anywhere: it has a signature or not, and sizes of
   * 32 or 64 bits. But all four lengths differ, so the next entry's place tells (APPNOTE 4.3.9).
   */
  private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
  private static final int SHORT = 12;
  private static final int SHORT_SIGNED = 16;
  private static final int LONG = 20;
  private static final int LONG_SIGNED = 24;

  private final ArchiveFile file;
  private final Faults faults;

  Tiling(ArchiveFile file) {
    this.file = file;
    this.faults = file.faults();
  }

  void check(List<Member> members, long directoryOffset) throws IOException {
    var inPlace = members.stream().sorted(Comparator.comparingLong(Member::headerOffset)).toList();
    long first = inPlace.isEmpty() ? directoryOffset : inPlace.get(0).headerOffset();
    if (first > 0) {
      throw faults.malformed(null, ZipProblem.PREPENDED, first);
    }
    for (int i = 0; i < inPlace.size(); i++) {
      boolean last = i == inPlace.size() - 1;
      checkEnd(inPlace.get(i), last ? directoryOffset : inPlace.get(i + 1).headerOffset());
    }
  }

  private void checkEnd(Member member, long next) throws IOException {
    long gap = next - member.dataEnd();
    if (gap < 0) {
      throw faults.malformed(member.entry().name(), ZipProblem.OVERLAP, -gap);
    }
    if (member.descriptor()) {
      checkDescriptor(member, gap);
    } else if (gap > 0) {
      throw faults.malformed(member.entry().name(), ZipProblem.GAP, gap);
    }
  }

  private void checkDescriptor(Member member, long length) throws IOException {
    if (length != SHORT && length != SHORT_SIGNED && length != LONG && length != LONG_SIGNED) {
      throw faults.malformed(member.entry().name(), ZipProblem.DESCRIPTOR_WRONG);
    }
    var bytes = file.read(member.dataEnd(), (int) length);
    if (!isSigned(bytes) || !saysTheSame(bytes, member.entry())) {
      throw faults.malformed(member.entry().name(), ZipProblem.DESCRIPTOR_WRONG);
    }
  }

  /** Passes over the signature, if the length has room for one. */
  private static boolean isSigned(ByteBuffer bytes) {
    boolean room = bytes.limit() == SHORT_SIGNED || bytes.limit() == LONG_SIGNED;
    return !room || bytes.getInt() == DESCRIPTOR_SIGNATURE;
  }

  private static boolean saysTheSame(ByteBuffer bytes, Entry entry) {
    long crc = unsigned(bytes.getInt());
    boolean wide = bytes.remaining() == 2 * Long.BYTES;
    long compressedSize = wide ? bytes.getLong() : unsigned(bytes.getInt());
    long size = wide ? bytes.getLong() : unsigned(bytes.getInt());
    return crc == entry.crc32().orElseThrow()
        && compressedSize == entry.compressedSize()
        && size == entry.size();
  }

  private static long unsigned(int value) {
    return value & 0xFFFF_FFFFL;
  }
}
