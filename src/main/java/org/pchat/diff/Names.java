package org.pchat.diff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Names and addresses, made comparable. */
final class Names {
  private static final String SIP = "sip:";

  private final MessageDigest sha256;

  Names() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Returns {@code text} so that texts which differ in case only are equal. */
  static String fold(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Returns an address so that its spellings are equal: folded, with its scheme. */
  static String normalUri(String uri) {
    String folded = fold(uri);
    return folded.indexOf(':') < 0 ? SIP + folded : folded;
  }

  /** Returns 64 bits that stand for an address; archives are hostile, so of a strong hash. */
  long key(String uri) {
    byte[] hash = sha256.digest(normalUri(uri).getBytes(StandardCharsets.UTF_16BE));
    return ByteBuffer.wrap(hash).getLong();
  }
}
