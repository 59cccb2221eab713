package org.pchat.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads bytes through and keeps their number and SHA-256. */
final class MeasuredInput extends FilterInputStream {
  private final MessageDigest digest;
  private long bytes;

  MeasuredInput(InputStream in) {
    super(in);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] block, int offset, int length) throws IOException {
    int count = in.read(block, offset, length);
    if (count > 0) {
      digest.update(block, offset, count);
      bytes += count;
    }
    return count;
  }

  @Override
  public long skip(long count) {
    throw new UnsupportedOperationException("nothing that is measured may be skipped");
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  long bytes() {
    return bytes;
  }

  /** Returns the hash in lower-case hexadecimal; call it once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
