package org.pchat.chunk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256, which is the name of a chunk. */
public record Hash(long a, long b, long c, long d) {
  /** How many bytes it has. */
  public static final int BYTES = 32;

  /** Returns the hash of all bytes. */
  public static Hash of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** Returns the hash of some bytes. */
  public static Hash of(byte[] bytes, int from, int length) {
    MessageDigest digest = digest();
    digest.update(bytes, from, length);
    return end(digest);
  }

  /** Returns what a digest came to. */
  public static Hash end(MessageDigest digest) {
    return read(ByteBuffer.wrap(digest.digest()));
  }

  /** Begins a digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /**
   * Reads 64 hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static Hash parse(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("no SHA-256: " + hex);
    }
    return read(ByteBuffer.wrap(bytes));
  }

  static Hash read(ByteBuffer in) {
    return new Hash(in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }

  void write(ByteBuffer out) {
    out.putLong(a).putLong(b).putLong(c).putLong(d);
  }

  /** Returns it in lower-case hexadecimal. */
  @Override
  public String toString() {
    var bytes = ByteBuffer.allocate(BYTES);
    write(bytes);
    return HexFormat.of().formatHex(bytes.array());
  }
}
