package org.pchat.sqlfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.pchat.fixture.MadeSource;
import org.pchat.model.Ticks;
import org.pchat.sample.SamplePool;
import org.pchat.sample.SampleSize;

/**
 * Makes a backup of a made pool: {@code SIZE FILE [packed]}, with the sizes of {@link
 * org.pchat.sample.MakeSample}. A file that ends with {@code .mdf} becomes a data file.
 */
public final class MakeBackup {
  private MakeBackup() {}

  /** Makes what {@code args} ask for. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    write(SamplePool.of(SampleSize.parse(args[0])), file, args.length > 2);
  }

  /** Writes a data file or a backup, by the name of the file. */
  public static void write(MadeSource source, Path file, boolean packed) throws IOException {
    if (file.toString().endsWith(".mdf")) {
      MadeMgc.write(source, file);
      return;
    }
    Path data = file.resolveSibling(file.getFileName() + ".mdf");
    try {
      MadeMgc.write(source, data);
      var backup = new MadeBackup(data, "mgc");
      Ticks time = source.coverage().snapshotTime();
      if (time != null) {
        backup.at(LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC));
      }
      (packed ? backup.packed() : backup).write(file);
    } finally {
      Files.deleteIfExists(data);
    }
  }
}
