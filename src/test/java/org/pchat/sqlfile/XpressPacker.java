package org.pchat.sqlfile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Packs one chunk with LZ77 and Huffman codes (open specification MS-XCA, 2.1). Looks for the last
 * place of the same three bytes only, as it need not pack well.
 */
final class XpressPacker {
  private static final int SYMBOLS = 512;
  private static final int MAX_BITS = 15;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 60_000;

  private final byte[] in;
  private final List<int[]> tokens = new ArrayList<>();
  private final int[] counts = new int[SYMBOLS];
  private final int[] lengths = new int[SYMBOLS];
  private final int[] codes = new int[SYMBOLS];

  private XpressPacker(byte[] in) {
    this.in = in;
  }

  /** Returns the packed bytes of at most 64 KiB. */
  static byte[] pack(byte[] in) {
    var packer = new XpressPacker(in);
    packer.match();
    packer.measure();
    return packer.write();
  }

  private void match() {
    int[] last = new int[1 << 15];
    Arrays.fill(last, -1);
    int at = 0;
    while (at < in.length) {
      int length = 0;
      int from = -1;
      if (at + SHORTEST <= in.length) {
        int hash = hash(at);
        from = last[hash];
        last[hash] = at;
        length = from < 0 ? 0 : same(from, at);
      }
      if (length >= SHORTEST) {
        token(at - from, length);
        at += length;
      } else {
        tokens.add(new int[] {in[at] & 0xFF});
        counts[in[at] & 0xFF]++;
        at++;
      }
    }
    counts[0]++;
    counts[256]++;
  }

  private int hash(int at) {
    int three = (in[at] & 0xFF) | ((in[at + 1] & 0xFF) << 8) | ((in[at + 2] & 0xFF) << 16);
    return (three * 0x9E3779B1) >>> 17;
  }

  private int same(int from, int at) {
    int length = 0;
    while (length < LONGEST && at + length < in.length && in[from + length] == in[at + length]) {
      length++;
    }
    return length;
  }

  private void token(int offset, int length) {
    int bits = 31 - Integer.numberOfLeadingZeros(offset);
    int symbol = 256 + (bits << 4) + Math.min(15, length - SHORTEST);
    tokens.add(new int[] {symbol, offset - (1 << bits), bits, length - SHORTEST});
    counts[symbol]++;
  }

  /** Halves the counts until no code is too long. */
  private void measure() {
    while (true) {
      Arrays.fill(lengths, 0);
      tree();
      if (Arrays.stream(lengths).max().orElse(0) <= MAX_BITS) {
        break;
      }
      for (int i = 0; i < SYMBOLS; i++) {
        counts[i] = counts[i] == 0 ? 0 : counts[i] / 2 + 1;
      }
    }
    int code = 0;
    for (int length = 1; length <= MAX_BITS; length++) {
      code <<= 1;
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = code++;
        }
      }
    }
  }

  private record Node(long count, int order, List<Integer> symbols) {}

  private void tree() {
    var queue =
        new PriorityQueue<Node>(Comparator.comparingLong(Node::count).thenComparing(Node::order));
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      if (counts[symbol] > 0) {
        queue.add(new Node(counts[symbol], symbol, List.of(symbol)));
      }
    }
    int order = SYMBOLS;
    while (queue.size() > 1) {
      Node one = queue.remove();
      Node two = queue.remove();
      List<Integer> symbols = new ArrayList<>(one.symbols());
      symbols.addAll(two.symbols());
      symbols.forEach(symbol -> lengths[symbol]++);
      queue.add(new Node(one.count() + two.count(), order++, symbols));
    }
  }

  private byte[] write() {
    var out = new Bits();
    for (int i = 0; i < SYMBOLS; i += 2) {
      out.bytes.write(lengths[i] | (lengths[i + 1] << 4));
    }
    out.begin();
    for (int[] token : tokens) {
      out.bits(codes[token[0]], lengths[token[0]]);
      if (token.length > 1) {
        if (token[3] >= 15) {
          out.length(token[3]);
        }
        out.bits(token[1], token[2]);
      }
    }
    return out.end();
  }

  /** Bits in words of 16, whose places are reserved before the bytes between them. */
  private static final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> words = new ArrayList<>();
    private int word;
    private int filled;

    void begin() {
      reserve();
      reserve();
    }

    private void reserve() {
      places.add(bytes.size());
      bytes.write(0);
      bytes.write(0);
    }

    void bits(int value, int count) {
      for (int i = count - 1; i >= 0; i--) {
        if (filled == 16) {
          words.add(word);
          reserve();
          word = 0;
          filled = 0;
        }
        word = (word << 1) | ((value >> i) & 1);
        filled++;
      }
    }

    void length(int length) {
      if (length - 15 < 255) {
        bytes.write(length - 15);
      } else {
        bytes.write(255);
        bytes.write(length);
        bytes.write(length >> 8);
      }
    }

    byte[] end() {
      words.add(word << (16 - filled));
      byte[] out = bytes.toByteArray();
      for (int i = 0; i < words.size(); i++) {
        out[places.get(i)] = (byte) (int) words.get(i);
        out[places.get(i) + 1] = (byte) (words.get(i) >> 8);
      }
      return out;
    }
  }
}
