package org.pchat.zip;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes a ZIP file that every tool reads and that depends on nothing but the content: names in
 * UTF-8, one fixed date, ZIP64 where it is needed, no data descriptors.
 *
 * <p>Entries are written one after the other. The channel stays open; {@link #close} writes the
 * directory to it, and without that there is no ZIP file.
 */
public final class ZipOutput implements Closeable {
  /* The first date that a ZIP file can hold; local, as its dates have no zone. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  /*
   * A plain file for its owner. Info-ZIP's unzip takes names for the alphabet of an old PC, marked
   * as UTF-8 or not, unless the entry comes from Unix; setting a mode is what says so.
   */
  private static final int MODE = 0100600;

  private final ZipArchiveOutputStream zip;
  private final NameIndex names = new NameIndex();
  private boolean writing;

  /** Begins a ZIP file where {@code out} stands, which has to be its first byte. */
  public ZipOutput(SeekableByteChannel out) throws IOException {
    zip = new ZipArchiveOutputStream(out);
    zip.setEncoding(StandardCharsets.UTF_8.name());
    zip.setUseZip64(Zip64Mode.AsNeeded);
  }

  /** Returns whether a further entry may have this name. */
  public boolean accepts(String name) {
    return NameRules.broken(name).isEmpty() && !name.endsWith("/") && names.accepts(name);
  }

  /**
   * Begins an entry, which ends when the stream is closed.
   *
   * @throws IllegalArgumentException if the name is not one that a container may hold, or is there
   *     already
   * @throws IllegalStateException if the entry before has not ended
   */
  public OutputStream entry(String name) throws IOException {
    zip.putArchiveEntry(begin(name));
    writing = true;
    return new EntryOutput();
  }

  /**
   * Copies an entry as it stands, without unpacking it; one of a directory is deflated. What is
   * damaged stays damaged: read the result back.
   */
  public void copyRaw(Container from, Entry entry) throws IOException {
    if (from instanceof ZipContainer source) {
      try (InputStream packed = source.packed(entry)) {
        zip.addRawArchiveEntry(packedEntry(source, entry), packed);
      }
    } else {
      try (InputStream content = from.open(entry);
          OutputStream copy = entry(entry.name())) {
        content.transferTo(copy);
      }
    }
  }

  private ZipArchiveEntry packedEntry(ZipContainer source, Entry entry) {
    var target = begin(entry.name());
    target.setMethod(source.method(entry).number());
    target.setSize(entry.size());
    target.setCompressedSize(entry.compressedSize());
    target.setCrc(entry.crc32().orElseThrow());
    return target;
  }

  private ZipArchiveEntry begin(String name) {
    if (writing) {
      throw new IllegalStateException("the entry before " + name + " has not ended");
    }
    if (NameRules.broken(name).or(() -> names.add(name)).isPresent()) {
      throw new IllegalArgumentException("not a name for another entry: " + name);
    }
    var entry = new ZipArchiveEntry(name);
    entry.setTimeLocal(DATE);
    entry.setUnixMode(MODE);
    return entry;
  }

  /** Writes the directory; the file is whole after that. */
  @Override
  public void close() throws IOException {
    zip.finish();
  }

  /** The content of the entry that is being written. */
  private final class EntryOutput extends OutputStream {
    private boolean open = true;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (!open) {
        throw new IOException("the entry has ended");
      }
      zip.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      if (open) {
        open = false;
        writing = false;
        zip.closeArchiveEntry();
      }
    }
  }
}
