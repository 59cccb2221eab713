package org.pchat.restore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pchat.archive.ExportReader;
import org.pchat.archive.ExportWriter;
import org.pchat.database.DatabaseAddress;
import org.pchat.database.DatabaseReader;
import org.pchat.database.ImportJob;
import org.pchat.database.ImportOutcome;
import org.pchat.database.ImportRules;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.Login;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.order.SortedSource;
import org.pchat.select.SelectionRequest;
import org.pchat.spill.SortSpace;

/** What tests of packages do again and again. */
final class Pieces {
  static final Path MONDAY = Path.of("samples/contoso-monday.zip");
  static final Path TUESDAY = Path.of("samples/contoso-tuesday.zip");

  private Pieces() {}

  static ChatSource open(Path file) throws IOException {
    return ExportReader.open(file, ReadOptions.defaults());
  }

  static PackageRequest lost(ChatSource from, ChatSource in, Shape shape) {
    return new PackageRequest(
        from,
        in,
        in,
        SelectionRequest.everything(ZoneId.of("UTC")),
        shape,
        Mapping.NONE,
        null,
        null,
        Watch.NONE);
  }

  /** Packages what {@code in} has lost of {@code from}. */
  static PackageResult write(Path from, Path in, Shape shape, Path target) throws IOException {
    try (ChatSource before = open(from);
        ChatSource after = open(in)) {
      Plan plan = Packing.plan(lost(before, after, shape));
      return PackageJob.write(plan, target, true, Instant.EPOCH);
    }
  }

  static Rehearsal.Result rehearse(Path file, Path onto) throws IOException {
    try (ChatSource source = open(file);
        ChatSource target = open(onto)) {
      return rehearse(source, target);
    }
  }

  static Rehearsal.Result rehearse(ChatSource source, ChatSource target) throws IOException {
    return Rehearsal.run(
        new Rehearsal.Request(source, target, null, null, Instant.EPOCH, Watch.NONE));
  }

  static Path export(ChatSource source, Path target) throws IOException {
    var unused = ExportWriter.write(source, target, true);
    return target;
  }

  /** Imports a package into an embedded copy of a pool, and returns what stands there then. */
  static Map<String, Map<String, Object>> imported(ChatSource file, Path onto, Path folder)
      throws IOException {
    DatabaseAddress pool =
        DatabaseAddress.parse("jdbc:h2:" + folder.resolve("p" + System.nanoTime()));
    var job = new ImportJob(pool, Login.NONE, ImportRules.DEFAULT, Watch.NONE);
    try (ChatSource target = open(onto)) {
      ImportOutcome copied = job.run(target);
      ImportOutcome done = job.run(sorted(file));
      if (copied.changedNothing() || !done.conflicts().isEmpty()) {
        throw new AssertionError(done.conflicts());
      }
    }
    try (ChatSource result = sorted(DatabaseReader.open(pool, ReadOptions.defaults()))) {
      return records(result);
    }
  }

  static ChatSource sorted(ChatSource source) {
    return SortedSource.of(source, Watch.NONE, SortSpace.defaults());
  }

  /** Returns all records by kind and identity, each as the values of its fields. */
  static Map<String, Map<String, Object>> records(ChatSource source) throws IOException {
    Map<String, Map<String, Object>> records = new LinkedHashMap<>();
    for (Kind<?> kind : Kind.ALL) {
      records.put(kind.plural(), records(source, kind));
    }
    return records;
  }

  private static <T> Map<String, Object> records(ChatSource source, Kind<T> kind)
      throws IOException {
    Map<String, Object> records = new TreeMap<>();
    for (T record : MemorySource.all(source.records(kind))) {
      records.put(kind.identity(record), values(kind, record));
    }
    return records;
  }

  private static <T> List<Object> values(Kind<T> kind, T record) {
    return kind.fields().stream()
        .filter(field -> !field.name().equals("id") || kind == Kind.MESSAGE)
        .map(field -> value(field, record))
        .toList();
  }

  private static <T> Object value(Field<T> field, T record) {
    Object value = field.of(record);
    return value == null ? "" : Field.spell(value);
  }

  /** Returns what the second has and the first has not, or has otherwise. */
  static Map<String, Map<String, Object>> beyond(
      Map<String, Map<String, Object>> first, Map<String, Map<String, Object>> second) {
    Map<String, Map<String, Object>> beyond = new LinkedHashMap<>();
    second.forEach(
        (kind, records) -> {
          Map<String, Object> more = new TreeMap<>(records);
          first.get(kind).forEach((identity, record) -> more.remove(identity, record));
          beyond.put(kind, more);
        });
    return beyond;
  }
}
