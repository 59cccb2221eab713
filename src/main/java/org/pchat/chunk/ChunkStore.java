package org.pchat.chunk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.model.Watch;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.StoreProblem;

/**
 * All chunks of a folder of segments. A chunk is named by its SHA-256 or, shorter, by a number that
 * holds as long as this object lives.
 *
 * <p>Reading throws a {@link MalformedArchiveException} where a chunk is missing or is not what its
 * name says. Safe for use by several threads, but for {@link #writer}.
 */
public final class ChunkStore implements Closeable {
  static final String SUFFIX = ".segment";
  private static final int MOST_OPEN = 4;
  private static final int MOST_FRAMES = 12;

  /** More than any frame that we write, for frames are cut at 1 MB and chunks at 256 KB. */
  private static final int LARGEST_FRAME = 64 << 20;

  private final Path folder;
  private final Watch watch;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final ChunkIndex index = new ChunkIndex();
  private final Map<Integer, FileChannel> open = recent(MOST_OPEN);
  private final Map<Integer, byte[]> frames = recent(MOST_FRAMES);

  private ChunkStore(Path folder, Watch watch) {
    this.folder = folder;
    this.watch = watch;
  }

  private static <T> Map<Integer, T> recent(int most) {
    return new LinkedHashMap<>(2 * most, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Integer, T> eldest) {
        if (size() <= most) {
          return false;
        }
        if (eldest.getValue() instanceof FileChannel channel) {
          closeQuietly(channel);
        }
        return true;
      }
    };
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException neverForReading) {
      // It was open for reading only: nothing is lost.
    }
  }

  /**
   * Opens the segments of a folder. Those that are damaged are left out and told in {@link
   * #problems}.
   *
   * @param watch is told of every frame read and may stop the work
   */
  public static ChunkStore open(Path folder, Watch watch) throws IOException {
    var store = new ChunkStore(folder, watch);
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return store; // An empty folder gets lost in many a copy.
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      all.forEach(files::add);
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    files.sort(null);
    for (Path file : files) {
      watch.check();
      store.load(new Segment(file));
    }
    store.index.settle();
    return store;
  }

  private void load(Segment segment) throws IOException {
    try {
      SegmentIndex loaded = segment.index();
      register(segment, loaded);
    } catch (NoSuchFileException gone) {
      // Somebody has just tidied up; what was in it lies elsewhere.
    } catch (FileSystemException unreadable) {
      throw unreadable;
    } catch (IOException | RuntimeException damaged) {
      problems.add(damaged(segment, String.valueOf(damaged.getMessage())));
    }
  }

  private Problem damaged(Segment segment, String why) {
    return Problem.of(
        StoreProblem.SEGMENT_DAMAGED, Location.of(folder.toString()), segment.name(), why);
  }

  private void register(Segment segment, SegmentIndex loaded) {
    int number = segments.size();
    segments.add(segment);
    long at = Segment.HEAD.length;
    for (SegmentIndex.Row row : loaded.rows()) {
      register(number, at, row);
      at += row.stored();
    }
  }

  /** Notes where a frame lies. */
  void register(int segment, long at, SegmentIndex.Row row) {
    int base = row.base() == null ? ChunkIndex.ABSENT : index.number(row.base());
    int frame = index.add(new ChunkIndex.Frame(segment, at, row.stored(), row.raw(), base));
    int offset = 0;
    for (SegmentIndex.Chunk chunk : row.chunks()) {
      int number = index.number(chunk.hash());
      index.place(new ChunkIndex.Spare(number, frame, offset, chunk.length()));
      offset += chunk.length();
    }
  }

  /** Returns the number that the segment will have that is being written. */
  int next() {
    return segments.size();
  }

  void add(Segment segment) {
    segments.add(segment);
  }

  ChunkIndex index() {
    return index;
  }

  Path folder() {
    return folder;
  }

  List<Segment> segments() {
    return segments;
  }

  /** Returns what is wrong with segments that could not be opened. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Returns how many bytes the segments take up on the disk. */
  public long bytes() throws IOException {
    long bytes = 0;
    for (Segment segment : segments) {
      bytes += Files.size(segment.file());
    }
    return bytes;
  }

  /** Returns how many numbers are in use, of chunks that are there and of others. */
  public int size() {
    return index.chunks();
  }

  /** Returns the number of a chunk, whether or not it is there. */
  public int number(Hash hash) {
    return index.number(hash);
  }

  /** Returns whether a chunk is there, and all that it builds on. */
  public boolean has(int number) {
    return index.isReadable(number);
  }

  /** Returns the name of a chunk. */
  public Hash hash(int number) {
    return index.hash(number);
  }

  /** Returns the length of a chunk that is there. */
  public int length(int number) {
    return index.length(number);
  }

  /** Adds to a set of chunks those that they build upon. */
  public void addBases(BitSet chunks) {
    for (int number = chunks.nextSetBit(0); number >= 0; number = chunks.nextSetBit(number + 1)) {
      int at = base(number);
      while (at != ChunkIndex.ABSENT && !chunks.get(at)) {
        chunks.set(at);
        at = base(at);
      }
    }
  }

  private int base(int number) {
    int frame = index.frame(number);
    return frame == ChunkIndex.ABSENT ? ChunkIndex.ABSENT : index.base(frame);
  }

  /** Reads a chunk, and holds it against its name. */
  public synchronized byte[] read(int number) throws IOException {
    byte[] bytes = content(number, 0);
    if (!Hash.of(bytes).equals(index.hash(number))) {
      throw new MalformedArchiveException(problem(StoreProblem.CHUNK_DAMAGED, number));
    }
    return bytes;
  }

  private Problem problem(StoreProblem code, int number) {
    return Problem.of(code, Location.of(folder.toString()), index.hash(number));
  }

  private byte[] content(int number, int depth) throws IOException {
    int frame = index.frame(number);
    if (frame == ChunkIndex.ABSENT || depth > ChunkWriter.DEEPEST + 1) {
      throw new MalformedArchiveException(problem(StoreProblem.CHUNK_MISSING, number));
    }
    byte[] raw = frames.get(frame);
    if (raw == null) {
      raw = unpacked(frame, number, depth);
      frames.put(frame, raw);
    }
    int offset = index.offset(number);
    return offset == 0 && raw.length == index.length(number)
        ? raw
        : Arrays.copyOfRange(raw, offset, offset + index.length(number));
  }

  private byte[] unpacked(int frame, int number, int depth) throws IOException {
    ChunkIndex.Frame at = index.at(frame);
    if (at.raw() < 0 || at.raw() > LARGEST_FRAME) {
      throw new MalformedArchiveException(problem(StoreProblem.CHUNK_DAMAGED, number));
    }
    byte[] base = at.base() == ChunkIndex.ABSENT ? null : content(at.base(), depth + 1);
    byte[] packed = packed(at);
    try {
      return Zstandard.unpack(packed, at.raw(), base);
    } catch (IOException damaged) {
      if (damaged.getCause() instanceof LinkageError) {
        throw damaged;
      }
      throw new MalformedArchiveException(problem(StoreProblem.CHUNK_DAMAGED, number), damaged);
    }
  }

  /** Returns the bytes of a frame as they lie on the disk. */
  byte[] packed(ChunkIndex.Frame at) throws IOException {
    watch.check();
    watch.read(at.stored());
    FileChannel channel = open.get(at.segment());
    if (channel == null) {
      channel = segments.get(at.segment()).open();
      open.put(at.segment(), channel);
    }
    return Segment.read(channel, at.place(), at.stored());
  }

  /** Begins to add chunks; the caller closes it. */
  public ChunkWriter writer() {
    return new ChunkWriter(this);
  }

  /** Returns the names of all segments that can be opened, ascending. */
  public List<String> names() {
    return segments.stream().map(Segment::name).toList();
  }

  /** Returns the length of a segment in bytes. */
  public long bytes(String segment) throws IOException {
    return Files.size(folder.resolve(segment));
  }

  /**
   * Reads a whole segment and returns the chunks in it that are not what their names say. A segment
   * may be damaged without that, where nobody looks: then {@code problems} tells it all the same.
   *
   * @param segment its name
   * @param found takes what is wrong
   */
  public synchronized List<Hash> verify(String segment, List<Problem> found) throws IOException {
    int number = names().indexOf(segment);
    Segment file = segments.get(number);
    List<Hash> bad = new ArrayList<>();
    for (int chunk = 0; chunk < index.chunks(); chunk++) {
      int frame = index.frame(chunk);
      if (frame != ChunkIndex.ABSENT && index.segment(frame) == number && has(chunk)) {
        try {
          read(chunk);
        } catch (MalformedArchiveException damaged) {
          bad.add(index.hash(chunk));
        }
      }
    }
    if (!bad.isEmpty()) {
      found.add(damaged(file, bad.size() + " of its chunks are not what was written"));
    } else if (!file.isWhole()) {
      found.add(damaged(file, "a byte of it has changed that no chunk depends on"));
    }
    return bad;
  }

  @Override
  public void close() throws IOException {
    open.values().forEach(ChunkStore::closeQuietly);
    open.clear();
  }
}
