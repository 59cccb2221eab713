package org.pchat.xml;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.XmlProblem;

/**
 * Decodes the bytes of a {@link ByteWindow} and stops at the first that is no character of its
 * encoding, or no character that XML 1.0 allows.
 *
 * <p>What stands before that place is delivered first, so that a parser in front has seen exactly
 * the valid part when it fails.
 */
final class StrictDecoder extends Reader {
  /** How far decoding may run ahead of parsing: this buffer and the parser's. */
  private static final int AHEAD = 64 * 1024;

  private final ByteWindow window;
  private final CharsetDecoder decoder;
  private final int maxHeld;
  private final CharBuffer decoded = CharBuffer.allocate(8 * 1024).limit(0);
  private long position;
  private long characters;
  private long released;
  private boolean ended;
  private @Nullable BadInputException failure;

  /**
   * Decodes from a position on.
   *
   * @param maxHeld how many characters may stay unreleased
   */
  StrictDecoder(ByteWindow window, Charset charset, long position, int maxHeld) {
    this.window = window;
    this.decoder = charset.newDecoder(); // reports malformed and unmappable bytes
    this.position = position;
    this.maxHeld = maxHeld;
  }

  /** Tells that nobody needs the characters before this one any more. */
  void release(long character) {
    released = character;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (!decoded.hasRemaining()) {
      if (failure != null) {
        throw failure;
      }
      if (ended) {
        return -1;
      }
      refill();
    }
    int count = Math.min(length, decoded.remaining());
    decoded.get(target, offset, count);
    return count;
  }

  private void refill() throws IOException {
    if (characters - released > (long) maxHeld + AHEAD) {
      throw new BadInputException(
          XmlProblem.RECORD_TOO_LONG, Integer.toString(maxHeld), characters);
    }
    if (!decode(false) && !window.fill()) {
      ended = true;
      decode(true);
    }
  }

  /** Decodes what the window holds; returns whether that gave anything. */
  private boolean decode(boolean last) {
    ByteBuffer encoded = window.from(position);
    CoderResult result = decoder.decode(encoded, decoded.clear(), last);
    decoded.flip();
    position = window.end() - encoded.remaining();
    if (result.isError()) {
      failure = undecodable(encoded, result.length());
    }
    refuseIllegal();
    characters += decoded.remaining();
    return decoded.hasRemaining() || failure != null;
  }

  private BadInputException undecodable(ByteBuffer encoded, int length) {
    var bytes = new byte[length];
    encoded.get(bytes);
    String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    return new BadInputException(XmlProblem.UNDECODABLE, hex, characters + decoded.remaining());
  }

  private void refuseIllegal() {
    char[] units = decoded.array();
    int illegal = XmlCharacters.firstIllegal(units, 0, decoded.limit());
    if (illegal < decoded.limit()) {
      String unit = "U+%04X".formatted((int) units[illegal]);
      failure = new BadInputException(XmlProblem.ILLEGAL_CHARACTER, unit, characters + illegal);
      decoded.limit(illegal);
    }
  }

  /** Does nothing: who opened the stream closes it. */
  @Override
  public void close() {}
}
