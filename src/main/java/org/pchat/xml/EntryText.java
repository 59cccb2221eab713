package org.pchat.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.XmlProblem;

/** The characters of an entry on their way to the parser, and the bytes that they came from. */
final class EntryText implements Closeable {
  private final InputStream in;
  private final EntryEncoding encoding;
  private final ByteWindow window;
  private final StrictDecoder decoder;
  private final OffsetMap offsets;

  private EntryText(InputStream in, ByteWindow window, EntryEncoding encoding, int maxHeld) {
    this.in = in;
    this.encoding = encoding;
    this.window = window;
    int start = encoding.markLength();
    this.decoder = new StrictDecoder(window, encoding.charset(), start, maxHeld);
    this.offsets = new OffsetMap(window, encoding.charset(), start);
  }

  /** Reads enough of the stream to know its encoding. */
  static EntryText open(InputStream in, Location where, XmlLimits limits) throws IOException {
    var window = new ByteWindow(in);
    boolean more = true;
    while (more && window.end() < EntryEncoding.HEAD) {
      more = window.fill();
    }
    byte[] head = window.copy(0, Math.min(window.end(), EntryEncoding.HEAD));
    var encoding = EntryEncoding.of(head, where);
    if (window.end() == encoding.markLength()) {
      throw new MalformedArchiveException(Problem.of(XmlProblem.EMPTY_ENTRY, where));
    }
    return new EntryText(in, window, encoding, limits.maxRecordChars());
  }

  EntryEncoding encoding() {
    return encoding;
  }

  Charset charset() {
    return encoding.charset();
  }

  /** Returns the characters, byte order mark left out. */
  Reader reader() {
    return decoder;
  }

  /** Returns the byte at which a character begins; ask in ascending order. */
  long byteOf(long character) {
    return offsets.byteOf(character);
  }

  /** Lets go of everything before a character and its byte. */
  void release(long character, long position) {
    decoder.release(character);
    window.release(position);
  }

  /** Returns the bytes between two positions that are not released. */
  byte[] bytes(long from, long to) {
    return window.copy(from, to);
  }

  /** Returns the place behind a text that begins at {@code start}. */
  static Location after(Location start, String text) {
    long line = start.line();
    long column = start.column();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean inPair = unit == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (unit == '\n' || (unit == '\r' && !inPair)) {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return start.at(line, column);
  }

  /** Returns whether this comes from the stream and not from the parser. */
  boolean threw(RuntimeException failure) {
    return window.threw(failure);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
