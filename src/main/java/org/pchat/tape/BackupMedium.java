package org.pchat.tape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pchat.model.Watch;
import org.pchat.problem.Problem;

/**
 * A backup file, plain or compressed: what it says about itself, its backup sets, and its bytes.
 *
 * <p>Opening it walks over the headers of all blocks and streams and holds each against its
 * checksum; of a compressed one it reads all bytes. Nothing is taken from places where a header
 * might stand: the file is a chain, and every link of it has to be right.
 */
public final class BackupMedium implements AutoCloseable {
  private final ByteSource bytes;
  private final boolean compressed;
  private final Stripe stripe;
  private final List<BackupSet> sets;
  private final List<Problem> problems;

  BackupMedium(ByteSource bytes, boolean compressed, MediumWalk walk) {
    this.bytes = bytes;
    this.compressed = compressed;
    this.stripe = walk.stripe();
    this.sets = walk.sets();
    this.problems = walk.problems();
  }

  /**
   * Opens a backup.
   *
   * @throws org.pchat.problem.MalformedArchiveException if it is damaged, cut, encrypted, or not
   *     from SQL Server
   */
  public static BackupMedium open(Path path, Watch watch) throws IOException {
    ByteSource file = PlainFile.open(path, watch);
    try {
      boolean compressed = InflatedFile.recognises(file);
      ByteSource plain = compressed ? InflatedFile.open(file) : file;
      return new BackupMedium(plain, compressed, MediumWalk.over(plain));
    } catch (IOException | RuntimeException failed) {
      try (file) {
        throw failed;
      }
    }
  }

  /** Returns the bytes of the plain medium. */
  public ByteSource bytes() {
    return bytes;
  }

  /** Returns whether the file is compressed. */
  public boolean compressed() {
    return compressed;
  }

  /** Returns which part of a striped backup this is. */
  public Stripe stripe() {
    return stripe;
  }

  /** Returns the backup sets that are complete, in their order. */
  public List<BackupSet> sets() {
    return sets;
  }

  /** Returns what was met that does not keep the sets from being read. */
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
