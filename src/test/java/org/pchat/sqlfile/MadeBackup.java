package org.pchat.sqlfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a data file as a backup in Microsoft Tape Format: what is asked for, and one file. */
public final class MadeBackup {
  /** A full backup. */
  public static final int FULL = 4;

  /** A differential backup. */
  public static final int DIFFERENTIAL = 8;

  /** A log backup. */
  public static final int LOG = 0x10;

  private static final int SQL_SERVER = 0x1200;
  private static final int LOG_BYTES = 1 << 16;

  private final Path dataFile;
  private final String database;
  private int sector = 512;
  private int form = FULL;
  private int sets = 1;
  private long logBytes = LOG_BYTES;
  private boolean second = true;
  private boolean packed;
  private LocalDateTime time = LocalDateTime.of(2026, 5, 4, 3, 0);
  private @Nullable Medium out;
  private int stripe = 1;
  private int stripes = 1;
  private int block;

  /** Backs up a data file that is finished. */
  public MadeBackup(Path dataFile, String database) {
    this.dataFile = dataFile;
    this.database = database;
  }

  /** Compresses the file. */
  public MadeBackup packed() {
    packed = true;
    return this;
  }

  /** Writes sectors of this length, 512 or 4096. */
  public MadeBackup sector(int bytes) {
    sector = bytes;
    return this;
  }

  /** Writes so many sets, one behind the other. */
  public MadeBackup sets(int count) {
    sets = count;
    return this;
  }

  /** Calls the sets {@link #FULL}, {@link #DIFFERENTIAL} or {@link #LOG}. */
  public MadeBackup form(int attributes) {
    form = attributes;
    return this;
  }

  /** Carries so many bytes of log. */
  public MadeBackup log(long bytes) {
    logBytes = bytes;
    return this;
  }

  /** Leaves out the second region, as before 2019. */
  public MadeBackup oneRegion() {
    second = false;
    return this;
  }

  /** Says that it was written at another time. */
  public MadeBackup at(LocalDateTime when) {
    time = when;
    return this;
  }

  /** Writes it to one file. */
  public void write(Path file) throws IOException {
    write(List.of(file));
  }

  /** Writes it striped over several files. */
  public void write(List<Path> files) throws IOException {
    stripes = files.size();
    for (int i = 0; i < stripes; i++) {
      stripe = i + 1;
      try (Medium medium =
          packed ? new PackedMedium(files.get(i), sector) : new PlainMedium(files.get(i))) {
        out = medium;
        tape();
        filemark();
        for (int set = 1; set <= sets; set++) {
          set(set);
        }
      }
    }
  }

  private Medium medium() {
    return Objects.requireNonNull(out);
  }

  private void tape() throws IOException {
    ByteBuffer raid = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    raid.putLong(0x5EEDL).putLong(database.hashCode()).putInt(0xF00000AD);
    raid.putShort((short) stripes).putShort((short) 1).putShort((short) stripe);
    var tape = new MadeBlock("TAPE", 94, 0x30000);
    tape.u32(52, 0x5EED).u32(56, 5).u16(60, 1).u16(64, sector / 512).u16(66, 3);
    tape.u16(84, 1024).u16(86, SQL_SERVER).date(88, time).u8(93, 1);
    tape.text(80, "Microsoft SQL Server");
    tape.stream("RAID", 0, raid.array());
    put(tape, 2 * sector);
  }

  private void put(MadeBlock made, int unit) throws IOException {
    byte[] bytes = made.finish(medium().position(), unit);
    medium().write(bytes, 0, bytes.length);
  }

  private void filemark() throws IOException {
    var mark = new MadeBlock("SFMB", 64, 0);
    mark.u32(52, 125).u32(56, 1);
    medium().filemark(mark.alone(sector));
  }

  private void set(int number) throws IOException {
    block = 0;
    var start = new MadeBlock("SSET", 98, 0);
    start.u32(52, form).u16(60, SQL_SERVER).u16(62, number).date(88, time).u8(93, 15).u8(97, 2);
    start.text(64, database + "-Full Database Backup");
    put(start, sector);
    var volume = new MadeBlock("VOLB", 73, 0);
    volume.u32(52, 2).date(68, time).text(64, "SQL01");
    put(volume, sector);
    config("MSCI");
    try (FileChannel data = FileChannel.open(dataFile, StandardOpenOption.READ)) {
      long extents = data.size() / MadePage.SIZE / MadeSpace.EXTENT;
      region(data, 0, extents);
      if (second && stripes == 1) {
        region(data, 0, Math.min(2, extents));
      }
    }
    log();
    config("MSLS");
    filemark();
    for (int i = 0; i < 2; i++) {
      var end = new MadeBlock("ESET", 85, 0x20000);
      end.u16(76, 1).u16(78, number).date(80, time);
      put(end, sector);
    }
    filemark();
  }

  private void config(String type) throws IOException {
    var made = new MadeBlock(type, 60, 0).number(++block);
    byte[] general = MadeConfig.general(database, time, medium().position(), medium().written());
    byte[] data = MadeConfig.file(database, 1, dataFile.toFile().length());
    byte[] log = MadeConfig.file(database + "_log", 2, 8 << 20);
    var all = new ByteArrayOutputStream();
    all.write(general);
    all.write(MadeConfig.group());
    all.write(data);
    all.write(log);
    made.stream("MQCI", 0, all.toByteArray());
    put(made, sector);
  }

  /** Writes every frame of this stripe between two headers. */
  private void region(FileChannel data, long first, long end) throws IOException {
    var made = new MadeBlock("MSDA", 68, 0).number(++block);
    List<Long> frames = new ArrayList<>();
    for (long extent = first; extent < end; extent++) {
      if (extent % stripes == stripe - 1) {
        frames.add(extent);
      }
    }
    long length = 2 + frames.size() * (long) (MadePage.SIZE * MadeSpace.EXTENT);
    byte[] head = made.open("MQDA", 2, length, medium().position(), sector);
    medium().write(head, 0, head.length);
    medium().write(new byte[2], 0, 2);
    ByteBuffer frame = ByteBuffer.allocate(MadePage.SIZE * MadeSpace.EXTENT);
    for (long extent : frames) {
      frame.clear();
      data.read(frame, extent * frame.capacity());
      medium().write(frame.array(), 0, frame.capacity());
    }
    byte[] tail = MadeBlock.close("MQDA", medium().position(), sector);
    medium().write(tail, 0, tail.length);
  }

  private void log() throws IOException {
    var made = new MadeBlock("MSTL", 596, 0).number(++block);
    byte[] head = made.open("MQTL", 2, 2 + logBytes, medium().position(), sector);
    medium().write(head, 0, head.length);
    medium().write(new byte[2], 0, 2);
    byte[] piece = new byte[1 << 16];
    for (long left = logBytes; left > 0; left -= piece.length) {
      medium().write(piece, 0, (int) Math.min(left, piece.length));
    }
    byte[] tail = MadeBlock.close("MQTL", medium().position(), sector);
    medium().write(tail, 0, tail.length);
  }

  /** Returns the letters of a text as the tape format addresses them. */
  static byte[] wide(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }
}
