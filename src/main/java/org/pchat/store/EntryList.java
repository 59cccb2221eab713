package org.pchat.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.chunk.ChunkStore;
import org.pchat.chunk.Hash;
import org.pchat.model.Guid;

/** Spells the entries of a snapshot as lines, which are kept in chunks like everything else. */
final class EntryList {
  private final ChunkStore chunks;
  private final List<StoredEntry> entries = new ArrayList<>();
  private String @Nullable [] head;
  private int[] numbers = new int[4];
  private int used;
  private Map<String, Long> counts = new LinkedHashMap<>();
  private Map<Guid, Long> rooms = new LinkedHashMap<>();
  private long faults;

  private EntryList(ChunkStore chunks) {
    this.chunks = chunks;
  }

  /** Returns the lines of an entry, each with its end. */
  static List<String> lines(StoredEntry entry, ChunkStore chunks) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "E %d %s %s %s\n"
            .formatted(
                entry.size(), crc(entry.crc()), entry.hash(), Escaping.escape(entry.name())));
    entry.counts().forEach((kind, count) -> lines.add("N " + kind + " " + count + "\n"));
    entry.rooms().forEach((room, count) -> lines.add("R " + room + " " + count + "\n"));
    if (entry.faults() > 0) {
      lines.add("P " + entry.faults() + "\n");
    }
    if (entry.chunks().length > 1) {
      for (int chunk : entry.chunks()) {
        lines.add("C " + chunks.hash(chunk) + "\n");
      }
    }
    return lines;
  }

  private static String crc(long crc) {
    return crc == StoredEntry.UNKNOWN ? "-" : "%08x".formatted(crc);
  }

  /**
   * Reads the lines of all entries.
   *
   * @throws IllegalArgumentException if they make no sense
   * @throws IndexOutOfBoundsException likewise
   */
  static List<StoredEntry> read(InputStream in, ChunkStore chunks) throws IOException {
    var list = new EntryList(chunks);
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        list.line(line);
      }
      list.end();
      return list.entries;
    }
  }

  private void line(String line) {
    char kind = line.charAt(0);
    if (kind == 'E') {
      end();
      head = line.split(" ", 5);
    } else if (kind == 'C') {
      if (used == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * used);
      }
      numbers[used++] = chunks.number(Hash.parse(line.substring(2)));
    } else if (kind == 'N' || kind == 'R') {
      int space = line.lastIndexOf(' ');
      long count = Long.parseLong(line.substring(space + 1));
      String of = line.substring(2, space);
      if (kind == 'N') {
        counts.put(of, count);
      } else {
        rooms.put(Guid.parse(of), count);
      }
    } else if (kind == 'P') {
      faults = Long.parseLong(line.substring(2));
    }
  }

  private void end() {
    if (head == null) {
      return;
    }
    long size = Long.parseLong(head[1]);
    Hash hash = Hash.parse(head[3]);
    int[] all = Arrays.copyOf(numbers, used);
    if (used == 0 && size > 0) {
      all = new int[] {chunks.number(hash)};
    }
    entries.add(
        new StoredEntry(
            Escaping.unescape(head[4]),
            size,
            head[2].equals("-") ? StoredEntry.UNKNOWN : Long.parseLong(head[2], 16),
            hash,
            all,
            counts,
            rooms,
            faults));
    head = null;
    used = 0;
    faults = 0;
    counts = new LinkedHashMap<>();
    rooms = new LinkedHashMap<>();
  }
}
