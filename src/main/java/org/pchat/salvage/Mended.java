package org.pchat.salvage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Sound XML made of the pieces of a broken entry, which knows where each byte came from. */
final class Mended implements Closeable {
  private final Spool original;
  private final Spool mended;
  private final Charset charset;
  private final OutputStream out;
  private final List<Piece> pieces = new ArrayList<>();
  private long length;

  /** Where a row of bytes came from; for what was put in, the place where it was put. */
  private record Piece(long at, long origin, boolean copied) {}

  Mended(Spool original, Spool mended, Charset charset) throws IOException {
    this.original = original;
    this.mended = mended;
    this.charset = charset;
    this.out = mended.out();
  }

  /** Takes over bytes of the entry. */
  void copy(long from, long to) throws IOException {
    pieces.add(new Piece(length, from, true));
    try (InputStream in = original.from(from, to)) {
      length += in.transferTo(out);
    }
  }

  /** Puts text in, in place of what stood at {@code origin}. */
  void insert(String text, long origin) throws IOException {
    pieces.add(new Piece(length, origin, false));
    byte[] bytes = text.getBytes(charset);
    out.write(bytes);
    length += bytes.length;
  }

  /** Puts in the end tags of all {@code open} elements but the outer ones, each on a line. */
  void close(List<Open> open, int outer, long origin) throws IOException {
    for (int i = open.size() - 1; i >= outer; i--) {
      insert("\n" + open.get(i).endTag() + "\n", origin);
    }
  }

  /** Returns where in the entry a byte stood; ask in any order. */
  long origin(long at) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).at() <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Piece piece = pieces.get(low);
    return piece.copied() ? piece.origin() + at - piece.at() : piece.origin();
  }

  /** Returns the whole of it. */
  InputStream open() throws IOException {
    out.flush();
    return mended.from(0, Long.MAX_VALUE);
  }

  @Override
  public void close() throws IOException {
    mended.close();
  }
}
