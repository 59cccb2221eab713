package org.pchat.zip;

import java.io.IOException;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.ZipProblem;

/** Holds the header in front of each entry against what the central directory says of it. */
final class LocalHeaders {
  /*
   * Readers that stream believe the local header, readers that seek believe the directory. Where
   * the two differ, one file has two contents, so they may differ in nothing that matters: name,
   * method, encryption, CRC and sizes. Times, versions and extra fields may differ, and do:
   * System.IO.Packaging writes a growth hint (0xA220) here and not there.
   */
  private final ArchiveFile file;
  private final Faults faults;
  private final long directoryOffset;

  LocalHeaders(ArchiveFile file, long directoryOffset) {
    this.file = file;
    this.faults = file.faults();
    this.directoryOffset = directoryOffset;
  }

  /** Returns where the data of an entry begins; it is known to end before the directory. */
  long dataOffset(Listed listed) throws IOException {
    int length = LocalHeader.LENGTH + listed.rawName().remaining();
    if (listed.localOffset() > directoryOffset - length) {
      throw missing(listed);
    }
    var header = new LocalHeader(file.read(listed.localOffset(), length));
    if (!header.hasSignature()) {
      throw missing(listed);
    }
    requireSame(listed, header);
    long start = listed.localOffset() + length + header.extraLength();
    if (listed.compressedSize() > directoryOffset - start) {
      throw faults.malformed(listed.name(), ZipProblem.DATA_OUTSIDE, listed.compressedSize());
    }
    requireSameSizes(listed, header);
    return start;
  }

  private MalformedArchiveException missing(Listed listed) {
    return faults.malformed(listed.name(), ZipProblem.LOCAL_MISSING, listed.localOffset());
  }

  private void requireSame(Listed listed, LocalHeader header) {
    require(header.isNamed(listed.rawName()), listed, "name");
    require(header.method() == listed.header().method(), listed, "compression method");
    require(header.flags().agreeWith(listed.header().flags()), listed, "set of flags");
    boolean later = header.flags().descriptor();
    require(agree(listed.header().crc32(), header.crc32(), later), listed, "CRC");
  }

  private void requireSameSizes(Listed listed, LocalHeader header) throws IOException {
    boolean later = header.flags().descriptor();
    var sizes = trueSizes(listed, header);
    require(agree(listed.size(), sizes[0], later), listed, "size");
    require(agree(listed.compressedSize(), sizes[1], later), listed, "compressed size");
  }

  /** Returns size and compressed size. The extra field is read only if they are in there. */
  private long[] trueSizes(Listed listed, LocalHeader header) throws IOException {
    var sizes = new Zip64Field(header.size(), header.compressedSize());
    if (!sizes.isAsked()) {
      return new long[] {header.size(), header.compressedSize()};
    }
    long at = listed.localOffset() + LocalHeader.LENGTH + header.nameLength();
    var bytes = file.read(at, header.extraLength());
    var extra = new ExtraFields(bytes, listed.name(), faults).only(ExtraFields.ZIP64);
    return sizes
        .resolve(extra)
        .orElseThrow(() -> faults.malformed(listed.name(), ZipProblem.ZIP64_FIELD_WRONG));
  }

  /** Returns whether two values agree; 0 says nothing where the value follows the data. */
  private static boolean agree(long listed, long local, boolean later) {
    return local == listed || (later && local == 0);
  }

  private void require(boolean same, Listed listed, String what) {
    if (!same) {
      throw faults.malformed(listed.name(), ZipProblem.LOCAL_DIFFERS, what);
    }
  }
}
