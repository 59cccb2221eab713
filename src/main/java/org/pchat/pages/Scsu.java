package org.pchat.pages;

/** Unpacks text in the Standard Compression Scheme for Unicode (UTS #6). */
final class Scsu {
  private static final int[] STATIC = {0, 0x80, 0x100, 0x300, 0x2000, 0x2080, 0x2100, 0x3000};
  private static final int[] LAST = {0x00C0, 0x0250, 0x0370, 0x0530, 0x3040, 0x30A0, 0xFF60};
  private static final int FIRST_OF_LAST = 0xF9;

  private final byte[] in;
  private final StringBuilder out = new StringBuilder();
  private final int[] windows = {0x80, 0xC0, 0x400, 0x600, 0x900, 0x3040, 0x30A0, 0xFF00};
  private int active;
  private boolean unicode;
  private int at;

  private Scsu(byte[] in) {
    this.in = in;
  }

  /** Returns the text. */
  static String decode(byte[] in) throws DamagedPageException {
    var decoder = new Scsu(in);
    try {
      while (decoder.at < in.length) {
        if (decoder.unicode) {
          decoder.wide(decoder.next());
        } else {
          decoder.single(decoder.next());
        }
      }
      return decoder.out.toString();
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException cut) {
      throw new DamagedPageException("a compressed text is damaged");
    }
  }

  private int next() {
    return in[at++] & 0xFF;
  }

  private void single(int code) {
    if (code >= 0x80) {
      out.appendCodePoint(windows[active] + code - 0x80);
    } else if (code >= 0x20 || code == 0 || code == 9 || code == 10 || code == 13) {
      out.append((char) code);
    } else if (code <= 0x08) {
      int value = next();
      int window = code - 1;
      out.appendCodePoint(value < 0x80 ? STATIC[window] + value : windows[window] + value - 0x80);
    } else if (code == 0x0B) {
      extended();
    } else if (code == 0x0E) {
      out.append((char) ((next() << 8) | next()));
    } else if (code == 0x0F) {
      unicode = true;
    } else if (code >= 0x18) {
      define(code - 0x18);
    } else if (code >= 0x10) {
      active = code - 0x10;
    } else {
      throw new IllegalArgumentException("reserved");
    }
  }

  private void wide(int code) {
    if (code < 0xE0 || code > 0xF2) {
      out.append((char) ((code << 8) | next()));
    } else if (code < 0xE8) {
      active = code - 0xE0;
      unicode = false;
    } else if (code < 0xF0) {
      define(code - 0xE8);
      unicode = false;
    } else if (code == 0xF0) {
      out.append((char) ((next() << 8) | next()));
    } else if (code == 0xF1) {
      extended();
      unicode = false;
    } else {
      throw new IllegalArgumentException("reserved");
    }
  }

  private void define(int window) {
    int code = next();
    active = window;
    if (code >= FIRST_OF_LAST) {
      windows[window] = LAST[code - FIRST_OF_LAST];
    } else if (code > 0 && code < 0x68) {
      windows[window] = code * 0x80;
    } else if (code >= 0x68 && code < 0xA8) {
      windows[window] = code * 0x80 + 0xAC00;
    } else {
      throw new IllegalArgumentException("reserved");
    }
  }

  private void extended() {
    int code = (next() << 8) | next();
    active = code >> 13;
    windows[active] = 0x10000 + (code & 0x1FFF) * 0x80;
  }
}
