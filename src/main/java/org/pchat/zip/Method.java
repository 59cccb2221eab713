package org.pchat.zip;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A way to pack an entry that can be read here (APPNOTE 4.4.5). */
enum Method {
  STORED(0),
  DEFLATED(8),
  DEFLATE64(9);

  /** Stands for AES in place of the true method (APPNOTE 4.4.5). */
  static final int ENCRYPTED = 99;

  private final int number;

  Method(int number) {
    this.number = number;
  }

  static Optional<Method> of(int number) {
    return Arrays.stream(values()).filter(method -> method.number == number).findFirst();
  }

  /** Returns a method's number with its name, where it is one that archivers are known to use. */
  static String describe(int number) {
    String name =
        switch (number) {
          case 1 -> "Shrink";
          case 6 -> "Implode";
          case 12 -> "BZip2";
          case 14 -> "LZMA";
          case 20, 93 -> "Zstandard";
          case 95 -> "XZ";
          case 98 -> "PPMd";
          default -> "";
        };
    return name.isEmpty() ? String.valueOf(number) : number + " (" + name + ")";
  }

  int number() {
    return number;
  }

  /** Returns the content of {@code packed}, which belongs to {@code entry}. */
  InputStream unpack(FileStretch packed, String entry, Faults faults) {
    return switch (this) {
      case STORED -> packed;
      case DEFLATED -> new InflatedStream(packed, entry, faults);
      case DEFLATE64 -> new Inflated64Stream(packed, entry, faults);
    };
  }
}
