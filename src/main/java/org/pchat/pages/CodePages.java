package org.pchat.pages;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Which code page a collation has. */
final class CodePages {
  private static final int UTF_8 = 0x100;
  private static final String WESTERN = "windows-1252";
  private static final Map<Integer, String> BY_LOCALE =
      Map.ofEntries(
          Map.entry(0x08, WESTERN),
          Map.entry(0x13, "windows-1250"),
          Map.entry(0x15, "windows-1251"),
          Map.entry(0x07, "windows-1253"),
          Map.entry(0x1A, "windows-1254"),
          Map.entry(0x0C, "windows-1255"),
          Map.entry(0x01, "windows-1256"),
          Map.entry(0x1F, "windows-1257"),
          Map.entry(0x20, "windows-1258"),
          Map.entry(0x19, "x-windows-874"),
          Map.entry(0x10, "windows-31j"),
          Map.entry(0x24, "GBK"),
          Map.entry(0x11, "x-windows-949"),
          Map.entry(0x03, "x-windows-950"));

  private CodePages() {}

  /** Returns the charset of a collation; Western where it is not known. */
  static Charset of(int collation) {
    if ((collation & UTF_8) != 0 && !BY_LOCALE.containsKey(collation & 0xFF)) {
      return StandardCharsets.UTF_8;
    }
    String name = BY_LOCALE.getOrDefault(collation & 0xFF, WESTERN);
    return Charset.forName(Charset.isSupported(name) ? name : WESTERN);
  }
}
