package org.pchat.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Pchat1;
import org.pchat.layout.Spelling;
import org.pchat.model.Guid;
import org.pchat.xml.RecordWriter;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlName;
import org.pchat.zip.ZipOutput;

/**
 * Writes one entry in two places: records are spelled on the thread that calls, and their bytes
 * hashed, deflated and written on another.
 */
final class EntryWriter {
  private static final int FIRST_BLOCK = 1 << 12;
  private static final int BLOCK = 1 << 16;
  private final EntryRole role;
  private final String name;
  private final ZipOutput zip;
  private final Conveyor packing;
  private final List<Manifest.Described> written;
  private final RecordWriter records = new RecordWriter(new Blocks());
  private @Nullable MeasuredStream measured;
  private long count;

  /**
   * Writes an entry to {@code zip}.
   *
   * @param packing the thread on which alone {@code zip} and {@code written} are touched
   * @param written gets the entry when it is complete
   */
  EntryWriter(EntryRole role, ZipOutput zip, Conveyor packing, List<Manifest.Described> written) {
    this.role = role;
    this.name = Pchat1.entryName(role);
    this.zip = zip;
    this.packing = packing;
    this.written = written;
  }

  void begin() throws IOException {
    packing.put(() -> measured = new MeasuredStream(zip.entry(name)), 1);
    records.startRoot(role.name(), Pchat1.NAMESPACE, rootAttributes(role.room()));
  }

  private static List<XmlAttribute> rootAttributes(@Nullable Guid room) {
    return room == null
        ? List.of()
        : List.of(new XmlAttribute(XmlName.of("room"), room.toString()));
  }

  <T> void write(Spelling<T> spelling, List<T> batch) throws IOException {
    for (T each : batch) {
      spelling.write(each, records);
    }
    count += batch.size();
  }

  void end() throws IOException {
    records.endRoot();
    records.close();
    long all = count;
    packing.put(
        () -> {
          MeasuredStream stream = Objects.requireNonNull(measured);
          stream.close();
          written.add(
              new Manifest.Described(name, role.name(), all, stream.bytes(), stream.sha256()));
        },
        1);
  }

  /** Gathers bytes and hands them over in blocks; most rooms are smaller than one. */
  private final class Blocks extends OutputStream {
    private byte[] block = new byte[FIRST_BLOCK];
    private int used;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int at = from;
      int left = length;
      while (left > 0) {
        if (used == BLOCK) {
          handOver();
        }
        if (used == block.length) {
          block = Arrays.copyOf(block, Math.min(BLOCK, block.length * 4));
        }
        int part = Math.min(left, block.length - used);
        System.arraycopy(bytes, at, block, used, part);
        used += part;
        at += part;
        left -= part;
      }
    }

    private void handOver() throws IOException {
      byte[] full = block;
      int length = used;
      packing.put(() -> Objects.requireNonNull(measured).write(full, 0, length), full.length);
      block = new byte[BLOCK];
      used = 0;
    }

    @Override
    public void close() throws IOException {
      byte[] rest = block;
      int length = used;
      packing.put(() -> Objects.requireNonNull(measured).write(rest, 0, length), rest.length);
      block = new byte[0];
    }
  }
}
