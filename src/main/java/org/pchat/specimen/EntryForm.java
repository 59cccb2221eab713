package org.pchat.specimen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.pchat.problem.Location;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/** What an entry is made of, and how it is gone through. */
enum EntryForm {
  /** Markup. */
  XML {
    @Override
    void run(InputStream in, Location where, ValueSink sink, OutputStream out) throws IOException {
      EntryRewriting.run(in, where, sink, out);
    }
  },
  /** Text without markup; each line is a value. */
  TEXT {
    @Override
    void run(InputStream in, Location where, ValueSink sink, OutputStream out) throws IOException {
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write((sink.remark(line) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  },
  /** Anything else; zeros stand for it. */
  BINARY {
    @Override
    void run(InputStream in, Location where, ValueSink sink, OutputStream out) throws IOException {
      var block = new byte[1 << 13];
      for (int count; (count = in.read(block)) >= 0; ) {
        out.write(new byte[count]);
      }
    }
  };

  private static final int HEAD = 512;

  /**
   * Shows all texts to {@code sink} and writes the entry with what it returns.
   *
   * @param in the bytes of the entry; closed by the caller
   */
  abstract void run(InputStream in, Location where, ValueSink sink, OutputStream out)
      throws IOException;

  /** Tells by the first bytes. */
  static EntryForm of(Container container, Entry entry) throws IOException {
    byte[] head;
    try (InputStream in = container.open(entry)) {
      head = in.readNBytes((int) Math.min(HEAD, entry.size()));
    }
    for (int i = 0; i < head.length; i++) {
      int b = head[i] & 0xFF;
      boolean markOrBlank = b == 0 || b >= 0xEF || (b <= ' ' && "\t\r\n ".indexOf(b) >= 0);
      if (!markOrBlank) {
        return b == '<' ? XML : isText(head) ? TEXT : BINARY;
      }
    }
    return isText(head) ? TEXT : BINARY;
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && "\t\r\n".indexOf(b) < 0) {
        return false;
      }
    }
    return true;
  }
}
