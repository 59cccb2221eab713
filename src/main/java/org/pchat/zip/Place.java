package org.pchat.zip;

import org.pchat.model.Watch;

/**
 * Where the data of a damaged file's entry was taken to be.
 *
 * @param method how it is packed
 * @param start its first byte
 * @param limit how many bytes it has at most
 * @param whole whether these are all that it should have; if not, the file ends before
 * @param stated how long its content should be; -1 where nothing says so
 */
record Place(Method method, long start, long limit, boolean whole, long stated) {
  static final Place NOWHERE = new Place(Method.STORED, 0, 0, true, -1);

  /** Opens the data; it ends where it breaks. */
  TornStream open(ArchiveFile file, String entry, Watch watch) {
    return new TornStream(new FileStretch(file, start, limit, watch), this, entry, file.faults());
  }
}
