package org.pchat.select;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of patterns, one a line. Blank lines and lines that begin with {@code ;} are passed over.
 *
 * <p>UTF-8, or UTF-16 with a byte order mark, which is what a redirection in Windows PowerShell
 * writes.
 */
public final class PatternFile {
  private static final String COMMENT = ";";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private PatternFile() {}

  /**
   * Returns the patterns in the file, in order.
   *
   * @throws SelectionException if it is no text or holds no pattern
   */
  public static List<String> read(Path file) throws IOException {
    List<String> patterns =
        decode(file, Files.readAllBytes(file))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
            .toList();
    if (patterns.isEmpty()) {
      throw new SelectionException(
          "\"%s\" holds no pattern; write one name, GUID, URI or glob a line".formatted(file));
    }
    return patterns;
  }

  private static String decode(Path file, byte[] bytes) {
    Charset charset = charset(bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new SelectionException(
          "\"%s\" is no text in %s; save it in UTF-8".formatted(file, charset));
    }
  }

  private static Charset charset(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return switch (mark) {
      case 0xFFFE -> UTF_16LE;
      case 0xFEFF -> UTF_16BE;
      default -> UTF_8;
    };
  }
}
