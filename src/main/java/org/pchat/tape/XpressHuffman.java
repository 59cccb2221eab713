package org.pchat.tape;

import java.util.Arrays;

/**
 * Decompresses one chunk of LZ77 with Huffman codes (open specification MS-XCA, sections 2.1 and
 * 2.2).
 *
 * <p>A chunk begins with the lengths of 512 codes, 4 bits each. Codes 0 to 255 are bytes; the
 * others are matches, with the length in their low 4 bits and the number of offset bits above.
 */
final class XpressHuffman {
  private static final int SYMBOLS = 512;
  private static final int TABLE_BYTES = SYMBOLS / 2;
  private static final int MAX_BITS = 15;
  private static final int LENGTH_BITS = 4;
  private static final int SHORTEST_MATCH = 3;

  private final byte[] in;
  private final int end;

  /**
   * For each 15 bits that may come next: the symbol, and in the low 4 bits how long its code is.
   */
  private final short[] codes = new short[1 << MAX_BITS];

  private int at;
  private int bits;
  private int bitCount;

  private XpressHuffman(byte[] in) {
    this.in = in;
    this.end = in.length;
  }

  /**
   * Decompresses {@code in} to exactly {@code size} bytes; a match may reach beyond the end and is
   * cut there.
   *
   * @throws IllegalArgumentException saying why, if the bytes are no such chunk
   */
  static byte[] decode(byte[] in, int size) {
    if (in.length < TABLE_BYTES) {
      throw new IllegalArgumentException("it is shorter than its table of codes");
    }
    var decoder = new XpressHuffman(in);
    decoder.readTable();
    return decoder.decode(size);
  }

  private void readTable() {
    int[] lengths = new int[SYMBOLS];
    int[] count = new int[MAX_BITS + 1];
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      lengths[symbol] = length(symbol);
      count[lengths[symbol]]++;
    }
    int next = 0;
    for (int length = 1; length <= MAX_BITS; length++) {
      for (int symbol = 0; symbol < SYMBOLS && count[length] > 0; symbol++) {
        if (lengths[symbol] == length) {
          next = fill(next, symbol, length);
          count[length]--;
        }
      }
    }
    if (next != (1 << MAX_BITS)) {
      throw new IllegalArgumentException("its table of codes is not complete");
    }
  }

  private int length(int symbol) {
    int pair = in[symbol / 2];
    return symbol % 2 == 0 ? pair & 15 : (pair >> 4) & 15;
  }

  /** Gives a symbol all places whose first bits are its code. */
  private int fill(int from, int symbol, int length) {
    int to = from + (1 << (MAX_BITS - length));
    if (to > (1 << MAX_BITS)) {
      throw new IllegalArgumentException("its table of codes is too full");
    }
    Arrays.fill(codes, from, to, (short) ((symbol << LENGTH_BITS) | length));
    return to;
  }

  private byte[] decode(int size) {
    byte[] out = new byte[size];
    at = TABLE_BYTES;
    bits = (nextWord() << 16) | nextWord();
    bitCount = 16;
    int done = 0;
    while (done < size) {
      int symbol = nextSymbol();
      if (symbol < 256) {
        out[done++] = (byte) symbol;
      } else {
        done = copy(out, done, symbol - 256);
      }
    }
    return out;
  }

  private int nextSymbol() {
    short code = codes[bits >>> (32 - MAX_BITS)];
    drop(code & MAX_BITS);
    return code >> LENGTH_BITS;
  }

  private int copy(byte[] out, int done, int match) {
    int length = match & 15;
    if (length == 15) {
      length = nextByte();
      if (length == 255) {
        length = nextWord();
        if (length < 15) {
          throw new IllegalArgumentException("it has a match of an impossible length");
        }
        length -= 15;
      }
      length += 15;
    }
    int offsetBits = match >> 4;
    int offset = (1 << offsetBits) | (offsetBits == 0 ? 0 : bits >>> (32 - offsetBits));
    drop(offsetBits);
    if (offset > done) {
      throw new IllegalArgumentException("it points before its beginning");
    }
    int stop = Math.min(done + length + SHORTEST_MATCH, out.length);
    if (offset >= stop - done) {
      System.arraycopy(out, done - offset, out, done, stop - done);
      return stop;
    }
    for (int to = done; to < stop; to++) {
      out[to] = out[to - offset];
    }
    return stop;
  }

  private void drop(int count) {
    bits <<= count;
    bitCount -= count;
    if (bitCount < 0) {
      bits |= nextWord() << -bitCount;
      bitCount += 16;
    }
  }

  private int nextByte() {
    if (at >= end) {
      throw new IllegalArgumentException("it ends too early");
    }
    return in[at++] & 0xFF;
  }

  /** Returns the next two bytes; the specification lets a decoder read beyond the end for bits. */
  private int nextWord() {
    int low = at < end ? in[at] & 0xFF : 0;
    int high = at + 1 < end ? in[at + 1] & 0xFF : 0;
    at += 2;
    if (at > end + 4) {
      throw new IllegalArgumentException("it ends too early");
    }
    return (high << 8) | low;
  }
}
