package org.pchat.specimen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret behind the noise of one run. It is never written anywhere; when the run ends, nobody
 * can tell any more what a piece of noise was. Not for several threads.
 */
final class NoiseKey {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  private NoiseKey(byte[] secret) {
    try {
      this.mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Returns a secret that nobody knows. */
  static NoiseKey random() {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return new NoiseKey(secret);
  }

  /** Returns a secret that everybody can make again; for tests only. */
  static NoiseKey seeded(long seed) {
    return new NoiseKey(ByteBuffer.allocate(32).putLong(seed).array());
  }

  /** Returns 32 bytes that depend on everything given, and tell nothing about it. */
  byte[] bytes(String use, String text) {
    mac.update(use.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a number that depends on everything given. */
  long number(String use, String text) {
    return ByteBuffer.wrap(bytes(use, text)).getLong();
  }
}
