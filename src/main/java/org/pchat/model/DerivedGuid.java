package org.pchat.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * GUIDs for records of sources that have none: the same for the same URI or name, whatever the
 * source (RFC 9562, version 5). Records that have one are marked as derived.
 */
public final class DerivedGuid {
  /** The name space of URLs (RFC 9562, section 6.6). */
  private static final Guid URLS = Guid.parse("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private static final long VERSION = 0x5000;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private DerivedGuid() {}

  /** Returns the GUID of whatever has this URI, however its case. */
  public static Guid ofUri(String uri) {
    return of(normalised(uri));
  }

  /** Returns the GUID of a record that has nothing better than this text to be known by. */
  public static Guid ofText(Kind<?> kind, String text) {
    return of("urn:pchat:" + kind.word() + ":" + text);
  }

  /** Returns a URI in lower case, and with {@code sip:} where it is a bare address. */
  public static String normalised(String uri) {
    String lower = uri.strip().toLowerCase(Locale.ROOT);
    return lower.indexOf(':') < 0 && lower.indexOf('@') > 0 ? "sip:" + lower : lower;
  }

  private static Guid of(String name) {
    MessageDigest sha1 = sha1();
    sha1.update(ByteBuffer.allocate(16).putLong(URLS.high()).putLong(URLS.low()).flip());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    return new Guid(
        (hash.getLong() & ~0xF000L) | VERSION,
        (hash.getLong() & ~0xC000_0000_0000_0000L) | VARIANT);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
