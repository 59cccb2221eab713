package org.pchat.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The two spellings of names in a ZIP file: UTF-8, and the alphabet of the first PC. */
final class NameDecoder {
  /* IBM code page 437 from 0x80 on. The JDK has it only in a module that a small runtime lacks. */
  private static final String UPPER_HALF =
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
          + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

  private NameDecoder() {}

  static boolean isAscii(ByteBuffer raw) {
    for (int i = raw.position(); i < raw.limit(); i++) {
      if (raw.get(i) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text, or nothing where {@code raw} is not proper UTF-8. */
  static Optional<String> utf8(ByteBuffer raw) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(raw.duplicate()).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  static String cp437(ByteBuffer raw) {
    var text = new StringBuilder(raw.remaining());
    for (int i = raw.position(); i < raw.limit(); i++) {
      byte b = raw.get(i);
      text.append(b < 0 ? UPPER_HALF.charAt(b & 0x7F) : (char) b);
    }
    return text.toString();
  }

  /** Returns a name for messages, whatever it is. */
  static String show(ByteBuffer raw) {
    return utf8(raw).orElseGet(() -> cp437(raw));
  }
}
