package org.pchat.zip;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.pchat.zip.TornStream.End;

/**
 * One way to unpack the data of a damaged file's entry, and what came of it.
 *
 * @param place where its data was taken to be
 * @param bytes how long its content is
 * @param used how many packed bytes were used
 * @param crc the CRC-32 of its content
 * @param sha256 the SHA-256 of its content, in lower-case hexadecimal
 * @param how how the data ended
 * @param reason what the decoder said
 */
record Attempt(
    Place place, long bytes, long used, long crc, String sha256, End how, String reason) {
  private static final int BLOCK = 1 << 16;

  /** Stands for an entry that is not unpacked at all. */
  static final Attempt NONE = new Attempt(Place.NOWHERE, 0, 0, 0, "", End.BROKEN, "");

  /**
   * The length and checksums of a content.
   *
   * @param bytes its length
   * @param crc its CRC-32
   * @param sha256 its SHA-256, in lower-case hexadecimal
   */
  record Measure(long bytes, long crc, String sha256) {}

  /** Unpacks all that can be unpacked, but little more than {@code most} bytes. */
  static Attempt of(TornStream content, Place place, long most) throws IOException {
    Measure measure = measure(content, most);
    return new Attempt(
        place,
        measure.bytes,
        content.used(),
        measure.crc,
        measure.sha256,
        content.end(),
        content.reason());
  }

  /** Reads to the end, but little more than {@code most} bytes. */
  static Measure measure(InputStream content, long most) throws IOException {
    var crc = new CRC32();
    var digest = newDigest();
    var block = new byte[BLOCK];
    long bytes = 0;
    for (int count; bytes <= most && (count = content.read(block, 0, BLOCK)) >= 0; bytes += count) {
      crc.update(block, 0, count);
      digest.update(block, 0, count);
    }
    return new Measure(bytes, crc.getValue(), HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Returns the place in the file behind the last byte that was used. */
  long end() {
    return place.start() + used;
  }

  /** Returns whether the data came to its own end. */
  boolean isFinished() {
    return how == End.FINISHED;
  }
}
