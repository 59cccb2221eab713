package org.pchat.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pchat.problem.BackupProblem;

/**
 * A compressed backup as the plain one that is in it (docs/sqlserver-format.md, "The compressed
 * container").
 *
 * <p>Opening it reads the whole file once, to hold every chunk against its checksum, and keeps
 * where each begins: 16 bytes for 64 KiB. A chunk is inflated when something in it is asked for;
 * the last ones are kept.
 */
final class InflatedFile implements ByteSource {
  private static final byte[] MAGIC = "MSSQLBAK".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 2;
  private static final int FIRST_CHUNK = 480;
  private static final int KEPT = 64;

  private final ByteSource file;
  private final ChunkList chunks;
  private final Map<Integer, byte[]> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  private InflatedFile(ByteSource file, ChunkList chunks) {
    this.file = file;
    this.chunks = chunks;
  }

  /** Returns whether {@code file} is such a container. */
  static boolean recognises(ByteSource file) throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(MAGIC.length);
    file.read(0, magic);
    return magic.flip().equals(ByteBuffer.wrap(MAGIC));
  }

  /** Opens the container; closing this closes {@code file}. */
  static InflatedFile open(ByteSource file) throws IOException {
    int version = file.read(MAGIC.length, 4, "its header").getInt();
    if (version != VERSION) {
      throw file.malformed(BackupProblem.CONTAINER_VERSION, version);
    }
    return new InflatedFile(file, new ChunkWalk(file).list(FIRST_CHUNK));
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public long length() {
    return chunks.length();
  }

  /** Returns the length of the compressed file. */
  long compressedLength() {
    return file.length();
  }

  @Override
  public void read(long position, ByteBuffer into) throws IOException {
    long at = position;
    while (into.hasRemaining() && at < length()) {
      int number = chunks.at(at);
      byte[] bytes = inflated(number);
      int from = Math.toIntExact(at - chunks.start(number));
      int count = Math.min(into.remaining(), bytes.length - from);
      into.put(bytes, from, count);
      at += count;
    }
  }

  private synchronized byte[] inflated(int number) throws IOException {
    byte[] known = kept.get(number);
    if (known == null) {
      known = inflate(number);
      kept.put(number, known);
    }
    return known;
  }

  private byte[] inflate(int number) throws IOException {
    long position = chunks.position(number);
    byte[] bytes = new byte[chunks.storedLength(number)];
    file.read(position, ByteBuffer.wrap(bytes));
    if (!chunks.compressed(number)) {
      return bytes;
    }
    try {
      return XpressHuffman.decode(bytes, chunks.length(number));
    } catch (IllegalArgumentException damaged) {
      throw file.malformed(
          BackupProblem.CHUNK_DAMAGED, position, String.valueOf(damaged.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
