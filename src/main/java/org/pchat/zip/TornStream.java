package org.pchat.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pchat.problem.MalformedArchiveException;

/**
 * The content of packed bytes as far as they can be unpacked: where they break, it ends instead of
 * throwing.
 */
final class TornStream extends BlockInputStream {
  private static final int BLOCK = 1 << 16;

  /** How the packed bytes ended. */
  enum End {
    /** They did not yet. */
    OPEN,
    /** They said that this is the end, or were as many as stated. */
    FINISHED,
    /** There are no more of them, but there should be. */
    RAN_OUT,
    /** They make no sense. */
    BROKEN
  }

  private final FileStretch packed;
  private final long length;
  private final InputStream content;
  private final Inflater inflater;
  private final byte[] block = new byte[BLOCK];
  private final Place place;
  private End end = End.OPEN;
  private String reason = "";

  /** Unpacks what stands at {@code place}. */
  TornStream(FileStretch packed, Place place, String entry, Faults faults) {
    this.packed = packed;
    this.length = packed.remaining();
    this.place = place;
    this.inflater = new Inflater(true);
    this.content =
        place.method() == Method.DEFLATE64 ? new Inflated64Stream(packed, entry, faults) : packed;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (end != End.OPEN) {
      return -1;
    }
    return place.method() == Method.DEFLATED
        ? inflate(target, from, count)
        : pass(target, from, count);
  }

  private int inflate(byte[] target, int from, int count) throws IOException {
    try {
      while (true) {
        int inflated = inflater.inflate(target, from, count);
        if (inflated > 0) {
          return inflated;
        }
        if (inflater.finished()) {
          return ended(End.FINISHED);
        }
        int fed = packed.read(block, 0, BLOCK);
        if (fed < 0) {
          return ended(End.RAN_OUT);
        }
        inflater.setInput(block, 0, fed);
      }
    } catch (DataFormatException broken) {
      reason = String.valueOf(broken.getMessage());
      return ended(End.BROKEN);
    }
  }

  private int pass(byte[] target, int from, int count) throws IOException {
    try {
      int passed = content.read(target, from, count);
      return passed < 0 ? ended(place.whole() ? End.FINISHED : End.RAN_OUT) : passed;
    } catch (MalformedArchiveException broken) {
      reason = String.join("", broken.problem().arguments());
      return ended(place.whole() || packed.remaining() > 0 ? End.BROKEN : End.RAN_OUT);
    }
  }

  private int ended(End how) {
    end = how;
    return -1;
  }

  End end() {
    return end;
  }

  /** Returns what the decoder said when the bytes made no sense. */
  String reason() {
    return reason;
  }

  /** Returns how many packed bytes were used. */
  long used() {
    return place.method() == Method.DEFLATED
        ? inflater.getBytesRead()
        : length - packed.remaining();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    content.close();
  }
}
