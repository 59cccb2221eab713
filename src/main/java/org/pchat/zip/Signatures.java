package org.pchat.zip;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pchat.model.Watch;
import org.pchat.problem.ZipProblem;

/**
 * Every place of a damaged file where a header may begin; most of what looks like one is one.
 *
 * @param locals where headers in front of entries may begin
 * @param centrals where headers of the directory may begin
 * @param descriptors where data descriptors may begin
 * @param hasEnd whether there is what may be an end record
 */
record Signatures(List<Long> locals, List<Long> centrals, List<Long> descriptors, boolean hasEnd) {
  private static final int BLOCK = 1 << 16;

  /**
   * Looks through the whole file.
   *
   * @throws org.pchat.problem.LimitExceededException if there are more than any export has
   */
  static Signatures of(ArchiveFile file, Limits limits, Watch watch) throws IOException {
    var found = new Signatures(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), false);
    boolean hasEnd = false;
    try (var bytes =
        new BufferedInputStream(new FileStretch(file, 0, file.length(), watch), BLOCK)) {
      int last = 0;
      long position = 0;
      for (int next; (next = bytes.read()) >= 0; ) {
        last = last >>> 8 | next << 24;
        position++;
        if ((last & 0xFFFF) == 0x4b50) {
          hasEnd |= found.note(last, position - Integer.BYTES, file, limits);
        }
      }
    }
    return new Signatures(found.locals, found.centrals, found.descriptors, hasEnd);
  }

  private boolean note(int signature, long at, ArchiveFile file, Limits limits) {
    switch (signature) {
      case LocalHeader.SIGNATURE -> locals.add(at);
      case CentralHeader.SIGNATURE -> centrals.add(at);
      case Descriptor.SIGNATURE -> descriptors.add(at);
      case EndRecord.SIGNATURE -> {
        return true;
      }
      default -> {}
    }
    int most = Math.max(locals.size(), Math.max(centrals.size(), descriptors.size()));
    if (most > limits.maxEntries()) {
      throw file.faults().tooMuch(null, ZipProblem.TOO_MANY_ENTRIES, most, limits.maxEntries());
    }
    return false;
  }
}
