package org.pchat.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pchat.model.FileKind;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;

/** Finds the one record at the end of a ZIP file that says where its directory lies. */
final class EndOfDirectory {
  /*
   * The record is found by its signature, so an archive can hold several: in its comment, in a
   * stored ZIP, in bytes put behind. Readers differ in which one they take, and that is how one
   * file shows two contents. So the comment of the record must end at the end of the file, and no
   * other signature may follow it.
   *
   * The ZIP64 record is found by a locator in front of the classic record. What stands there may as
   * well be the end of a file name, so it is believed only if the classic record points to it by a
   * field at its highest, or if it leads to a record that ends right in front of it.
   */
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private final ArchiveFile file;
  private final Faults faults;
  private final ProblemLog problems;

  EndOfDirectory(ArchiveFile file, ProblemLog problems) {
    this.file = file;
    this.faults = file.faults();
    this.problems = problems;
  }

  /** Returns the record that counts; its directory ends where the records begin. */
  EndRecord find() throws IOException {
    int length = (int) Math.min(file.length(), EndRecord.LENGTH + LONGEST_COMMENT);
    long tailStart = file.length() - length;
    var tail = file.read(tailStart, length);
    int at = findOnly(tail);
    var classic = EndRecord.classic(tail, at);
    long recordStart = tailStart + at;
    var wide = wideBefore(recordStart, classic);
    var end = wide.orElse(classic);
    long behindDirectory =
        wide.isPresent() ? recordStart - LOCATOR_LENGTH - EndRecord.WIDE_LENGTH : recordStart;
    requirePlace(end, behindDirectory);
    return end;
  }

  private int findOnly(ByteBuffer tail) throws IOException {
    var found = signatures(tail);
    if (found.isEmpty()) {
      throw faults.malformed(
          null, file.kind() == FileKind.ZIP ? ZipProblem.TRUNCATED : ZipProblem.NOT_A_ZIP);
    }
    for (int at : found) {
      if (endOf(tail, at) == tail.limit()) {
        if (at != found.get(found.size() - 1)) {
          throw faults.malformed(null, ZipProblem.AMBIGUOUS_END);
        }
        warnOfComment(tail.limit() - at - EndRecord.LENGTH);
        return at;
      }
    }
    int excess = tail.limit() - endOf(tail, found.get(found.size() - 1));
    throw excess > 0
        ? faults.malformed(null, ZipProblem.TRAILING_DATA, excess)
        : faults.malformed(null, ZipProblem.COMMENT_CUT, -excess);
  }

  private static List<Integer> signatures(ByteBuffer tail) {
    var found = new ArrayList<Integer>();
    for (int at = 0; at <= tail.limit() - EndRecord.LENGTH; at++) {
      if (tail.getInt(at) == EndRecord.SIGNATURE) {
        found.add(at);
      }
    }
    return found;
  }

  private static int endOf(ByteBuffer tail, int at) {
    return at + EndRecord.LENGTH + (tail.getShort(at + 20) & LONGEST_COMMENT);
  }

  private void warnOfComment(int length) {
    if (length > 0) {
      problems.add(faults.problem(null, ZipProblem.ARCHIVE_COMMENT, length));
    }
  }

  /** Returns the ZIP64 record of {@code classic}, which begins at {@code start}, if it has one. */
  private Optional<EndRecord> wideBefore(long start, EndRecord classic) throws IOException {
    if (start < LOCATOR_LENGTH) {
      return Optional.empty();
    }
    var locator = file.read(start - LOCATOR_LENGTH, LOCATOR_LENGTH);
    if (locator.getInt(0) != LOCATOR_SIGNATURE) {
      return Optional.empty();
    }
    var wide = located(locator, start - LOCATOR_LENGTH - EndRecord.WIDE_LENGTH);
    if (wide.isEmpty() && classic.isSaturated()) {
      throw faults.malformed(null, ZipProblem.ZIP64_END_WRONG);
    }
    if (wide.isPresent() && !classic.agreesWith(wide.get())) {
      throw faults.malformed(null, ZipProblem.END_RECORDS_DIFFER);
    }
    return wide;
  }

  /** Returns the record at {@code start}, if the locator behind it leads there. */
  private Optional<EndRecord> located(ByteBuffer locator, long start) throws IOException {
    if (start < 0 || locator.getLong(8) != start) {
      return Optional.empty();
    }
    var bytes = file.read(start, EndRecord.WIDE_LENGTH);
    // Some writers count the disks from 0, and then there are none.
    boolean whole = locator.getInt(4) == 0 && (locator.getInt(16) & ~1) == 0;
    return whole && EndRecord.isWide(bytes) ? Optional.of(EndRecord.wide(bytes)) : Optional.empty();
  }

  private void requirePlace(EndRecord end, long recordStart) {
    if (!end.isWhole()) {
      throw faults.unsupported(null, ZipProblem.MULTI_DISK);
    }
    // Subtracting cannot overflow once both are known not to be negative.
    boolean inside = end.offset() >= 0 && end.size() >= 0 && end.offset() <= recordStart;
    if (!inside || end.size() != recordStart - end.offset()) {
      throw faults.malformed(
          null,
          ZipProblem.DIRECTORY_MISPLACED,
          Long.toUnsignedString(end.size()),
          Long.toUnsignedString(end.offset()),
          recordStart);
    }
    if (end.entries() < 0 || end.entries() > end.size() / CentralHeader.LENGTH) {
      throw faults.malformed(
          null, ZipProblem.DIRECTORY_COUNT, Long.toUnsignedString(end.entries()), end.size());
    }
  }
}
