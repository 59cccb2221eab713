package org.pchat.store;

import java.util.Map;
import org.pchat.chunk.Hash;
import org.pchat.model.Guid;

/**
 * An entry of a snapshot.
 *
 * @param name its name in the export
 * @param size its length in bytes
 * @param crc its CRC-32; {@link #UNKNOWN} if nobody told it
 * @param hash its SHA-256
 * @param chunks the numbers of the chunks that it consists of, in order
 * @param counts how many records of each kind it has, by the plural of the kind
 * @param rooms how many messages it has of each room
 * @param faults how many errors reading it met
 */
@SuppressWarnings("ArrayRecordComponent") // a list of numbers would take five times as much
record StoredEntry(
    String name,
    long size,
    long crc,
    Hash hash,
    int[] chunks,
    Map<String, Long> counts,
    Map<Guid, Long> rooms,
    long faults) {
  /** The CRC-32 of an entry that came from a directory, which has none. */
  static final long UNKNOWN = -1;
}
