package org.pchat.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.ZipProblem;

/**
 * The content of an entry, held to what the container promised of it. The last byte is handed out
 * only when size and checksum are right, so whoever has read {@code size} bytes has true bytes even
 * if he never asks for the end.
 */
final class EntryStream extends BlockInputStream {
  private final Entry entry;
  private final InputStream content;
  private final ArchiveFile file;
  private final CRC32 crc = new CRC32();
  private long missing;
  private boolean verified;
  private boolean closed;

  /** Checks {@code content}, which is closed with this stream, as what {@code entry} promises. */
  EntryStream(Entry entry, InputStream content, ArchiveFile file) {
    this.entry = entry;
    this.content = content;
    this.file = file;
    this.missing = entry.size();
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (closed) {
      throw new IOException("the stream of " + entry.name() + " is closed");
    }
    try {
      return readChecked(target, from, length);
    } catch (MalformedArchiveException e) {
      throw file.explain(e);
    }
  }

  private int readChecked(byte[] target, int from, int length) throws IOException {
    int count = length == 0 ? 0 : readContent(target, from, (int) Math.min(length, missing));
    if (missing == 0 && !verified) {
      verify();
    }
    return count;
  }

  private int readContent(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return -1;
    }
    int count = content.read(target, from, length);
    if (count < 0) {
      throw fault(ZipProblem.TOO_SHORT, entry.size(), entry.size() - missing);
    }
    crc.update(target, from, count);
    missing -= count;
    return count;
  }

  /** Asks for one byte more than promised, which also makes a decoder look at its own end. */
  private void verify() throws IOException {
    if (content.read() >= 0) {
      throw fault(ZipProblem.TOO_LONG, entry.size());
    }
    if (entry.crc32().orElse(crc.getValue()) != crc.getValue()) {
      throw fault(ZipProblem.CRC_WRONG, hex(entry.crc32().getAsLong()), hex(crc.getValue()));
    }
    if (entry.crc32().isEmpty() && file.changed()) {
      throw fault(ZipProblem.CHANGED);
    }
    verified = true;
  }

  private MalformedArchiveException fault(ZipProblem code, Object... arguments) {
    return file.faults().malformed(entry.name(), code, arguments);
  }

  private static String hex(long crc) {
    return String.format("%08x", crc);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    content.close();
  }
}
