package org.pchat.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.pchat.archive.ExportWriter;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.model.Message;
import org.pchat.model.Ticks;

/**
 * Saves a pool every day, which grows by half a percent of its messages a day, with edits and
 * deletions, and prints what the store takes up beside the exports.
 *
 * <pre>{@code
 * YearOfBackups FOLDER CHAT.tsv.gz DAYS ROOMS MESSAGES ROOMS_A_DAY [keep]
 * }</pre>
 *
 * <p>With {@code keep} the exports stay, for other tools to save.
 */
public final class YearOfBackups {
  private static final double GROWTH = 0.005;

  private final Random random = new Random(365);
  private final List<String> lines;
  private final List<String> rooms = new ArrayList<>();
  private final List<List<Message>> messages = new ArrayList<>();
  private int nextLine;
  private long clock = 636_000_000_000_000_000L;

  private YearOfBackups(List<String> lines, int roomCount) {
    this.lines = lines;
    for (int i = 0; i < roomCount; i++) {
      rooms.add("Room " + i);
      messages.add(new ArrayList<>());
    }
  }

  /** Runs a year. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    var year = new YearOfBackups(lines(Path.of(args[1])), Integer.parseInt(args[3]));
    year.run(
        folder,
        Integer.parseInt(args[2]),
        Integer.parseInt(args[4]),
        Integer.parseInt(args[5]),
        args.length > 6);
  }

  private static List<String> lines(Path file) throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return in.lines().skip(1).map(line -> line.substring(line.lastIndexOf('\t') + 1)).toList();
    }
  }

  private void run(Path folder, int days, int first, int roomsADay, boolean keep)
      throws IOException {
    for (int i = 0; i < first; i++) {
      say(random.nextInt(rooms.size()));
    }
    Store store = Store.init(folder.resolve("store"));
    long exports = 0;
    long last = 0;
    for (int day = 0; day < days; day++) {
      if (day > 0) {
        live(roomsADay);
      }
      Path zip = folder.resolve(keep ? "day%03d.zip".formatted(day) : "day.zip");
      List<Message> all = messages.stream().flatMap(List::stream).toList();
      var source = (MemorySource) Pools.of(rooms, List.of());
      ExportWriter.write(source.withMessages(all), zip, true);
      last = Files.size(zip);
      exports += last;
      StoreBench.backup(store, zip, day);
      if (day == days - 1 || day % 73 == 72) {
        long size = size(store.folder());
        System.out.printf(
            "day %3d: %,9d messages; export %,11d bytes; all exports %,13d; store %,11d = %.3f of the last export%n",
            day + 1, all.size(), last, exports, size, (double) size / last);
      }
    }
    Verification.Outcome outcome = StoreBench.verify(store);
    System.out.println("verify: " + outcome.problems() + " in " + outcome.snapshots());
  }

  private void say(int room) {
    clock += 10_000_000L * (1 + random.nextInt(200));
    List<Message> all = messages.get(room);
    long id = all.isEmpty() ? 1 : all.get(all.size() - 1).id() + 1;
    String text = lines.get(nextLine++ % lines.size());
    all.add(
        new Message(
            Pools.guid(100 + room), id, new Ticks(clock), Pools.KIM, null, false, text, null));
  }

  private void live(int roomsADay) {
    Set<Integer> busy = new HashSet<>();
    while (busy.size() < roomsADay) {
      busy.add(random.nextInt(rooms.size()));
    }
    List<Integer> list = List.copyOf(busy);
    int total = messages.stream().mapToInt(List::size).sum();
    int said = (int) Math.round(total * GROWTH * 1.05);
    for (int i = 0; i < said; i++) {
      say(list.get(random.nextInt(list.size())));
    }
    for (int i = 0; i < Math.max(1, said / 20); i++) {
      List<Message> room = messages.get(list.get(random.nextInt(list.size())));
      if (room.size() > 2) {
        room.remove(random.nextInt(room.size()));
        int at = random.nextInt(room.size());
        Message old = room.get(at);
        room.set(
            at,
            new Message(
                old.room(),
                old.id(),
                old.sent(),
                old.author(),
                null,
                false,
                old.text() + " (edited)",
                null));
      }
    }
    clock += 10_000_000L * Duration.ofHours(8).toSeconds();
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      long size = 0;
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
      return size;
    }
  }
}
