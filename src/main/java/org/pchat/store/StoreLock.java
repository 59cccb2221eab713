package org.pchat.store;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.StoreProblem;

/**
 * The right to write to a store, which one process has at a time. Readers need none.
 *
 * <p>The file stays for ever; who holds the lock has locked a byte of it at the operating system
 * and written into it who he is. So the lock of a process that died is free by itself on its own
 * machine. On another machine nobody can tell: there what is written counts, until {@code unlock}.
 */
public final class StoreLock implements Closeable {
  /* Far behind the text, for what is locked cannot be read by others on Windows. */
  private static final long BYTE = 1L << 40;

  /** How long the file is, always: on a full disk, where forget has to work, it cannot grow. */
  private static final int LENGTH = 1024;

  private final FileChannel channel;
  private final FileLock lock;

  /** Who holds a lock: the lines of the file. */
  private record Owner(
      String host, long pid, String started, @Nullable Instant since, String command) {
    static @Nullable Owner parse(String text) {
      String[] lines = text.split("\n", -1);
      if (lines.length < 5) {
        return null;
      }
      try {
        return new Owner(
            lines[0], Long.parseLong(lines[1]), lines[2], Instant.parse(lines[3]), lines[4]);
      } catch (NumberFormatException | DateTimeParseException torn) {
        return null;
      }
    }

    static Owner self(String command) {
      ProcessHandle process = ProcessHandle.current();
      return new Owner(
          hostName(), process.pid(), startOf(process), Instant.now(), Escaping.escape(command));
    }

    String text() {
      return host + "\n" + pid + "\n" + started + "\n" + since + "\n" + command + "\n";
    }

    /** Returns whether this is a process of this machine that has ended. */
    boolean isDead() {
      if (!host.equals(hostName())) {
        return false;
      }
      Optional<ProcessHandle> process = ProcessHandle.of(pid);
      return process.isEmpty()
          || !process.get().isAlive()
          || !startOf(process.get()).equals(started)
          || pid == ProcessHandle.current().pid();
    }

    String words() {
      Duration age = Duration.between(since == null ? Instant.now() : since, Instant.now());
      return "\"%s\" (process %d on %s, since %s, %s)"
          .formatted(
              command,
              pid,
              host,
              since == null ? "?" : since.truncatedTo(ChronoUnit.SECONDS),
              age.toHours() > 0 ? age.toHours() + " h" : age.toMinutes() + " min");
    }
  }

  private StoreLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("?");
  }

  /**
   * Takes the lock. That of a process which is provably dead is taken over.
   *
   * @param command what is going to be done, for those who find the store locked
   * @throws StoreException.Locked saying who holds it
   */
  static StoreLock take(Path file, String command) throws IOException {
    FileChannel channel = open(file);
    boolean taken = false;
    try {
      FileLock lock = lock(channel);
      Owner owner = Owner.parse(text(channel));
      if (lock == null || (owner != null && !owner.isDead())) {
        throw locked(file, StoreProblem.LOCKED, owner);
      }
      write(channel, Owner.self(command).text());
      taken = true;
      return new StoreLock(channel, lock);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  /**
   * Frees the lock of somebody who cannot be proved dead, such as of a machine that is gone.
   *
   * @return who held it; nothing if nobody did
   * @throws StoreException.Locked if he is alive
   */
  static Optional<String> free(Path file) throws IOException {
    try (FileChannel channel = open(file)) {
      Owner owner = Owner.parse(text(channel));
      try (FileLock lock = lock(channel)) {
        if (lock == null) {
          throw locked(file, StoreProblem.ALIVE, owner);
        }
        write(channel, "");
      }
      return Optional.ofNullable(owner).map(Owner::words);
    }
  }

  /** Writes a text in place, with blanks behind it. */
  private static void write(FileChannel channel, String text) throws IOException {
    var blanks = new byte[LENGTH];
    Arrays.fill(blanks, (byte) ' ');
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, blanks, 0, Math.min(bytes.length, LENGTH));
    var buffer = ByteBuffer.wrap(blanks);
    while (buffer.hasRemaining()) {
      channel.write(buffer, buffer.position());
    }
    channel.force(true);
  }

  /** Makes the file of a new store, which nobody holds. */
  static void make(Path file) throws IOException {
    try (FileChannel channel = open(file)) {
      write(channel, "");
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(BYTE, 1, false);
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  private static String text(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate((int) Math.min(LENGTH, channel.size()));
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, bytes.position());
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static StoreException.Locked locked(Path file, StoreProblem code, @Nullable Owner owner) {
    String who = owner == null ? "somebody who did not say who" : owner.words();
    Path store = file.getParent();
    return new StoreException.Locked(Problem.of(code, Location.of(String.valueOf(store)), who));
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    try (channel) {
      try {
        write(channel, "");
      } finally {
        lock.release();
      }
    }
  }
}
