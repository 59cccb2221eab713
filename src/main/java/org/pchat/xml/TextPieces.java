package org.pchat.xml;

import org.jspecify.annotations.Nullable;

/** Text that comes in pieces, of which there is nearly always one. */
final class TextPieces {
  private String first = "";
  private @Nullable StringBuilder all;

  void add(String piece) {
    if (all != null) {
      all.append(piece);
    } else if (first.isEmpty()) {
      first = piece;
    } else {
      all = new StringBuilder(first).append(piece);
    }
  }

  String joined() {
    return all == null ? first : all.toString();
  }
}
