package org.pchat.salvage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks through broken XML for the next tag that can be trusted to be one. */
final class FootingSearch {
  /*
   * In text and attributes "<" cannot stand for itself, so what begins with it is markup, or was
   * before it broke. Only comments and CDATA may hold anything, and so may be full of what looks
   * like records and is none; they are passed over, to the end of the entry if they never end.
   */
  private static final int LONGEST_NAME = 1024;

  private final Spool entry;
  private final int unit;
  private final boolean bigEndian;
  private final Predicate<String> isRecord;

  FootingSearch(Spool entry, FoundEncoding encoding, Predicate<String> isRecord) {
    this.entry = entry;
    this.unit = encoding.unit();
    this.bigEndian = encoding.charset().name().endsWith("BE");
    this.isRecord = isRecord;
  }

  /** Returns the first start tag from {@code from} on, whatever its name; null if there is none. */
  @Nullable Footing firstStart(long from) throws IOException {
    return new Walk(from, footing -> !footing.ends()).find();
  }

  /**
   * Returns the first start tag of a record or end tag of one of the {@code open} elements.
   *
   * @return null if there is none
   */
  @Nullable Footing next(long from, Set<String> open) throws IOException {
    return new Walk(from, f -> f.ends() ? open.contains(f.name()) : isRecord.test(f.name())).find();
  }

  /** Returns the first start tag of a record; null if there is none. */
  @Nullable Footing nextRecord(long from) throws IOException {
    return next(from, Set.of());
  }

  /** One way through the bytes. */
  private final class Walk {
    private final Predicate<Footing> wanted;
    private final long from;
    private long position;
    private int next;

    Walk(long from, Predicate<Footing> wanted) {
      this.from = from;
      this.position = from;
      this.wanted = wanted;
    }

    @Nullable Footing find() throws IOException {
      try (InputStream in = entry.from(from, Long.MAX_VALUE)) {
        read(in);
        while (next >= 0) {
          if (next != '<') {
            read(in);
          } else {
            Footing footing = tag(in);
            if (footing != null && wanted.test(footing)) {
              return footing;
            }
          }
        }
        return null;
      }
    }

    /** Reads a unit; {@code next} stands before {@code position}. */
    private void read(InputStream in) throws IOException {
      int first = in.read();
      if (unit == 2 && first >= 0) {
        int second = in.read();
        first = second < 0 ? -1 : bigEndian ? first << 8 | second : second << 8 | first;
      }
      next = first;
      position += unit;
    }

    private @Nullable Footing tag(InputStream in) throws IOException {
      long offset = position - unit;
      read(in);
      if (next == '!') {
        passOver(in);
        return null;
      }
      boolean ends = next == '/';
      if (ends) {
        read(in);
      }
      var name = new StringBuilder();
      while (next >= 0 && isNameUnit(next) && name.length() < LONGEST_NAME) {
        name.append((char) next);
        read(in);
      }
      boolean whole = next == '>' || next == '/' || next == ' ' || (next >= 9 && next <= 13);
      if (name.length() == 0 || !whole) {
        return null;
      }
      String qualified = name.toString();
      return new Footing(offset, qualified.substring(qualified.indexOf(':') + 1), qualified, ends);
    }

    private boolean isNameUnit(int c) {
      return c > ' ' && c != '<' && c != '>' && c != '/' && c != '=' && c != '"' && c != '&'
          && c != '?' && c != '!';
    }

    private void passOver(InputStream in) throws IOException {
      var head = new StringBuilder();
      read(in);
      while (next >= 0 && head.length() < 7 && "--[CDATA[".indexOf(next) >= 0) {
        head.append((char) next);
        read(in);
        if (head.toString().equals("--") || head.toString().equals("[CDATA[")) {
          passTo(in, head.charAt(0) == '-' ? '-' : ']');
          return;
        }
      }
    }

    /** Passes over everything up to the unit twice and a {@code >}. */
    private void passTo(InputStream in, int mark) throws IOException {
      int marks = 0;
      while (next >= 0 && !(next == '>' && marks >= 2)) {
        marks = next == mark ? marks + 1 : 0;
        read(in);
      }
    }
  }
}
