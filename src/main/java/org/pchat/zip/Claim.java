package org.pchat.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.ArchiveException;

/**
 * What one header of a damaged file says of an entry, right or wrong.
 *
 * @param name the name
 * @param flags the flags
 * @param method the number of the method
 * @param crc the CRC-32 of the content
 * @param size the length of the content
 * @param packed the length of the data
 * @param localOffset where the entry begins
 * @param dataOffset where its data begins
 */
record Claim(
    String name,
    Flags flags,
    int method,
    long crc,
    long size,
    long packed,
    long localOffset,
    long dataOffset) {
  private static final int LOCAL_EXTRA_LENGTH = 28;

  /** Returns what the header in front of an entry says; null if it is cut off. */
  static @Nullable Claim local(ArchiveFile file, long offset, Limits limits) throws IOException {
    if (file.length() - offset < LocalHeader.LENGTH) {
      return null;
    }
    var header = new LocalHeader(file.read(offset, LocalHeader.LENGTH));
    long data = offset + LocalHeader.LENGTH + header.nameLength() + header.extraLength();
    if (data > file.length() || header.nameLength() > limits.maxNameBytes()) {
      return null;
    }
    var name = file.read(offset + LocalHeader.LENGTH, header.nameLength());
    var extra = file.read(offset + LocalHeader.LENGTH + header.nameLength(), header.extraLength());
    long[] sizes = wide(file, extra, header.size(), header.compressedSize());
    return new Claim(
        NameDecoder.show(name),
        header.flags(),
        header.method(),
        header.crc32(),
        sizes[0],
        sizes[1],
        offset,
        data);
  }

  /** Returns what a header of the directory says; null if it is cut off or points nowhere. */
  static @Nullable Claim central(ArchiveFile file, long offset, Limits limits) throws IOException {
    if (file.length() - offset < CentralHeader.LENGTH) {
      return null;
    }
    var header = new CentralHeader(file.read(offset, CentralHeader.LENGTH).array());
    long end = offset + CentralHeader.LENGTH + header.nameLength() + header.extraLength();
    if (end > file.length() || header.nameLength() > limits.maxNameBytes()) {
      return null;
    }
    var name = file.read(offset + CentralHeader.LENGTH, header.nameLength());
    var extra =
        file.read(offset + CentralHeader.LENGTH + header.nameLength(), header.extraLength());
    long[] numbers =
        wide(file, extra, header.size(), header.compressedSize(), header.localOffset());
    long data = dataOffset(file, numbers[2], header.nameLength());
    if (data < 0 || numbers[2] >= offset) {
      return null;
    }
    return new Claim(
        NameDecoder.show(name),
        header.flags(),
        header.method(),
        header.crc32(),
        numbers[0],
        numbers[1],
        numbers[2],
        data);
  }

  /** Only the local header knows how long its own extra field is; -1 where it cannot stand. */
  private static long dataOffset(ArchiveFile file, long localOffset, int nameLength)
      throws IOException {
    if (localOffset < 0 || file.length() - localOffset < LocalHeader.LENGTH) {
      return -1;
    }
    int extra = file.read(localOffset, LocalHeader.LENGTH).getShort(LOCAL_EXTRA_LENGTH) & 0xFFFF;
    long data = localOffset + LocalHeader.LENGTH + nameLength + extra;
    return Math.min(data, file.length());
  }

  private static long[] wide(ArchiveFile file, ByteBuffer extra, long... narrow) {
    var field = new Zip64Field(narrow);
    if (!field.isAsked()) {
      return narrow;
    }
    try {
      var zip64 = new ExtraFields(extra, "", file.faults()).only(ExtraFields.ZIP64);
      return field.resolve(zip64).orElse(narrow);
    } catch (ArchiveException broken) {
      return narrow;
    }
  }

  /** Returns the same, said of the entry that {@code local} stands in front of. */
  Claim movedTo(Claim local) {
    return new Claim(
        name, flags, method, crc, size, packed, local.localOffset(), local.dataOffset());
  }

  boolean isDirectory() {
    return name.endsWith("/") || name.endsWith("\\");
  }

  /** Returns whether the lengths stand in the header, not behind the data. */
  boolean isSized() {
    return packed > 0 || (size == 0 && !flags.descriptor());
  }

  /** Returns how to unpack it, if it is packed in a way that is read here. */
  Optional<Method> readable() {
    return flags.encrypted() || flags.patched() ? Optional.empty() : Method.of(method);
  }
}
