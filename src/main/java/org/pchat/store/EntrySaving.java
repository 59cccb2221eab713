package org.pchat.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.Export;
import org.pchat.chunk.ChunkStore;
import org.pchat.chunk.ChunkWriter;
import org.pchat.chunk.Chunker;
import org.pchat.chunk.Hash;
import org.pchat.layout.BadRecordException;
import org.pchat.layout.EntryRole;
import org.pchat.layout.EntryWalk;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RawRecord;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;
import org.pchat.problem.StoreProblem;
import org.pchat.zip.Entry;

/** Cuts entries into chunks, record by record, and counts what is in them meanwhile. */
final class EntrySaving {
  private final Export export;
  private final ChunkStore chunks;
  private final ChunkWriter writer;

  EntrySaving(Export export, ChunkStore chunks, ChunkWriter writer) {
    this.export = export;
    this.chunks = chunks;
    this.writer = writer;
  }

  /**
   * Saves an entry.
   *
   * @param before what was saved of an entry of this name before; its chunks are likely to be alike
   * @throws ArchiveException if the container says that its bytes are not what they were
   */
  StoredEntry save(Entry entry, @Nullable StoredEntry before) throws IOException {
    long errors = export.problems().count(Severity.ERROR);
    Optional<EntryRole> role = export.layout().role(entry.name());
    if (role.isPresent()) {
      var pass = new Pass(before);
      try {
        walk(entry, role.get(), pass);
        return pass.stored(entry, export.problems().count(Severity.ERROR) - errors);
      } catch (ArchiveException notUnderstood) {
        var plain = new Pass(before);
        // If the container is at fault and not the XML, this throws, too.
        copy(entry, plain);
        export.problems().add(problem(entry, notUnderstood));
        return plain.stored(entry, export.problems().count(Severity.ERROR) - errors);
      }
    }
    var plain = new Pass(before);
    copy(entry, plain);
    return plain.stored(entry, 0);
  }

  private Problem problem(Entry entry, ArchiveException why) {
    return Problem.of(
        StoreProblem.ENTRY_NOT_READ,
        Location.of(export.container().path().toString(), entry.name()),
        why.problem().message());
  }

  private void walk(Entry entry, EntryRole role, Pass pass) throws IOException {
    try (EntryWalk walk = export.walk(entry)) {
      while (walk.advance()) {
        pass.piece(walk.gap());
        Optional<RawRecord> raw = walk.raw();
        if (raw.isPresent()) {
          pass.piece(raw.get().bytes());
        }
        count(walk, role, pass);
      }
      pass.piece(walk.gap());
    }
  }

  private static void count(EntryWalk walk, EntryRole role, Pass pass) throws IOException {
    Kind<?> kind = walk.kind();
    if (kind == null || walk.stop() == EntryWalk.Stop.OPENING) {
      return;
    }
    pass.counts.merge(kind.plural(), 1L, Long::sum);
    if (kind == Kind.MESSAGE) {
      Guid room = role.room();
      if (room == null) {
        try {
          Message message = walk.read(Kind.MESSAGE);
          room = message.room();
        } catch (BadRecordException unreadable) {
          return;
        }
      }
      pass.rooms.merge(room, 1L, Long::sum);
    }
  }

  /** Cuts behind each tag or line, which is where records end in whatever it is. */
  private void copy(Entry entry, Pass pass) throws IOException {
    try (InputStream in = export.container().open(entry)) {
      byte[] block = new byte[1 << 16];
      for (int length = in.read(block); length >= 0; length = in.read(block)) {
        int from = 0;
        for (int i = 0; i < length; i++) {
          if (block[i] == '>' || block[i] == '\n') {
            pass.piece(Arrays.copyOfRange(block, from, i + 1));
            from = i + 1;
          }
        }
        pass.piece(Arrays.copyOfRange(block, from, length));
      }
    }
  }

  /** One attempt to save an entry. */
  private final class Pass {
    private final MessageDigest digest = Hash.digest();
    private final RunWriter run;
    private final Chunker chunker;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<Guid, Long> rooms = new TreeMap<>();
    private long size;

    Pass(@Nullable StoredEntry before) {
      run = new RunWriter(writer, before == null ? new int[0] : before.chunks());
      chunker = new Chunker(run::take);
    }

    void piece(byte[] bytes) throws IOException {
      digest.update(bytes);
      size += bytes.length;
      chunker.add(bytes);
    }

    StoredEntry stored(Entry entry, long faults) throws IOException {
      chunker.end();
      if (size != entry.size()) {
        throw new IllegalStateException(
            entry.name() + " has " + entry.size() + " bytes, but " + size + " came by");
      }
      return new StoredEntry(
          entry.name(),
          size,
          entry.crc32().orElse(StoredEntry.UNKNOWN),
          Hash.end(digest),
          run.numbers(),
          counts,
          rooms,
          faults);
    }
  }

  /** Saves lines, one piece each, as chunks. */
  int[] saveLines(Iterable<String> lines, int[] before) throws IOException {
    var run = new RunWriter(writer, before);
    var chunker = new Chunker(run::take);
    for (String line : lines) {
      chunker.add(line.getBytes(StandardCharsets.UTF_8));
    }
    chunker.end();
    return run.numbers();
  }

  /** Puts the chunks of one entry, each based on that which stood in its place before. */
  private static final class RunWriter {
    private final ChunkWriter writer;
    private final int[] before;
    private final Map<Integer, Integer> places = new HashMap<>();
    private int[] numbers = new int[4];
    private int count;
    private int next;

    RunWriter(ChunkWriter writer, int[] before) {
      this.writer = writer;
      this.before = before;
      for (int i = 0; i < before.length; i++) {
        places.put(before[i], i);
      }
    }

    void take(byte[] chunk) throws IOException {
      int number = writer.put(chunk, next < before.length ? before[next] : -1);
      Integer place = places.get(number);
      next = Objects.requireNonNullElse(place, next) + 1;
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }

    int[] numbers() {
      return Arrays.copyOf(numbers, count);
    }
  }

  /** Returns whether all chunks of an entry are there. */
  boolean isThere(StoredEntry entry) {
    return Arrays.stream(entry.chunks()).allMatch(chunks::has);
  }
}
