package org.pchat.zip;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pchat.model.Watch;
import org.pchat.problem.ZipProblem;

/** Walks the central directory from its first byte to its last. */
final class CentralDirectory {
  private static final int BLOCK = 1 << 16;

  /* Some writers deflate even the nothing that a directory holds, into two bytes. */
  private static final int EMPTY_DEFLATED = 2;

  private final ArchiveFile file;
  private final Faults faults;
  private final Limits limits;
  private final Warnings warnings;
  private final EntryNames names;
  private long unpacked;

  CentralDirectory(ArchiveFile file, Limits limits, Warnings warnings) {
    this.file = file;
    this.faults = file.faults();
    this.limits = limits;
    this.warnings = warnings;
    this.names = new EntryNames(faults, warnings);
  }

  /** Returns all entries in the order of the directory that {@code end} points to. */
  List<Member> read(EndRecord end, Watch watch) throws IOException {
    requireWithinLimits(end);
    var stretch = new FileStretch(file, end.offset(), end.size(), watch);
    var bytes = new BufferedInputStream(stretch, BLOCK);
    var localHeaders = new LocalHeaders(file, end.offset());
    var members = new ArrayList<Member>();
    while (members.size() < end.entries()) {
      var listed = next(bytes, members.size() + 1);
      var method = requireReadable(listed);
      requireSaneSizes(listed, method);
      members.add(member(listed, method, localHeaders.dataOffset(listed)));
    }
    if (bytes.read() >= 0) {
      throw faults.malformed(null, ZipProblem.DIRECTORY_COUNT, end.entries(), end.size());
    }
    return members;
  }

  private void requireWithinLimits(EndRecord end) {
    if (end.entries() > limits.maxEntries()) {
      throw faults.tooMuch(null, ZipProblem.TOO_MANY_ENTRIES, end.entries(), limits.maxEntries());
    }
    if (end.size() > limits.maxDirectoryBytes()) {
      throw faults.tooMuch(
          null, ZipProblem.DIRECTORY_TOO_LONG, end.size(), limits.maxDirectoryBytes());
    }
  }

  private Listed next(InputStream bytes, int number) throws IOException {
    var header = new CentralHeader(bytes.readNBytes(CentralHeader.LENGTH));
    if (!header.isWhole()) {
      throw faults.malformed(null, ZipProblem.DIRECTORY_BROKEN, number);
    }
    var rawName = take(bytes, header.nameLength(), number);
    var extra = take(bytes, header.extraLength(), number);
    take(bytes, header.commentLength(), number);
    return listed(header, rawName, extra);
  }

  private ByteBuffer take(InputStream bytes, int length, int number) throws IOException {
    var taken = bytes.readNBytes(length);
    if (taken.length < length) {
      throw faults.malformed(null, ZipProblem.DIRECTORY_BROKEN, number);
    }
    return ByteBuffer.wrap(taken);
  }

  private Listed listed(CentralHeader header, ByteBuffer rawName, ByteBuffer extraBytes) {
    String shown = NameDecoder.show(rawName);
    if (rawName.remaining() > limits.maxNameBytes()) {
      throw faults.tooMuch(
          null, ZipProblem.NAME_TOO_LONG, rawName.remaining(), limits.maxNameBytes());
    }
    var extra = new ExtraFields(extraBytes, shown, faults);
    String name =
        names.accept(rawName, header.flags().utf8(), extra.only(ExtraFields.UNICODE_PATH));
    if (header.disk() != 0) {
      throw faults.unsupported(name, ZipProblem.MULTI_DISK);
    }
    var numbers =
        new Zip64Field(header.size(), header.compressedSize(), header.localOffset())
            .resolve(extra.only(ExtraFields.ZIP64))
            .orElseThrow(() -> faults.malformed(name, ZipProblem.ZIP64_FIELD_WRONG));
    return new Listed(name, rawName, header, numbers[0], numbers[1], numbers[2]);
  }

  private Member member(Listed listed, Method method, long dataOffset) {
    if (!listed.header().hasRealDate()) {
      warnings.note(ZipProblem.DATE_INVALID, listed.name());
    }
    var crc = OptionalLong.of(listed.header().crc32());
    var entry = new Entry(listed.name(), listed.size(), listed.compressedSize(), crc);
    boolean descriptor = listed.header().flags().descriptor();
    return new Member(entry, method, listed.localOffset(), dataOffset, descriptor);
  }

  private Method requireReadable(Listed listed) {
    var header = listed.header();
    if (header.flags().encrypted() || header.method() == Method.ENCRYPTED) {
      throw faults.unsupported(listed.name(), ZipProblem.ENCRYPTED);
    }
    if (header.isSymbolicLink()) {
      throw faults.malformed(listed.name(), ZipProblem.SYMBOLIC_LINK);
    }
    var method = header.flags().patched() ? Optional.<Method>empty() : Method.of(header.method());
    return method.orElseThrow(
        () ->
            faults.unsupported(
                listed.name(), ZipProblem.METHOD_UNKNOWN, Method.describe(header.method())));
  }

  private void requireSaneSizes(Listed listed, Method method) {
    boolean holdsData = listed.size() > 0 || listed.compressedSize() > EMPTY_DEFLATED;
    if (listed.isDirectory() && holdsData) {
      throw faults.malformed(listed.name(), ZipProblem.DIRECTORY_WITH_DATA);
    }
    if (method == Method.STORED && listed.size() != listed.compressedSize()) {
      throw faults.malformed(
          listed.name(), ZipProblem.STORED_SIZES, listed.size(), listed.compressedSize());
    }
    if (listed.size() > limits.maxUnpacked() - unpacked) {
      throw faults.tooMuch(listed.name(), ZipProblem.TOO_LARGE, limits.maxUnpacked());
    }
    unpacked += listed.size();
  }
}
