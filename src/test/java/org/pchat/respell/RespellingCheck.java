package org.pchat.respell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.archive.UnfamiliarArchive;
import org.pchat.fixture.MemorySource;
import org.pchat.infer.Inferred;
import org.pchat.layout.DescribedLayout;
import org.pchat.layout.Descriptor;
import org.pchat.layout.DescriptorCodec;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.problem.Location;
import org.pchat.problem.Severity;
import org.pchat.problem.UnsupportedArchiveException;

/**
 * Tries inference on a respelled snapshot: it must be read as it was, or refused.
 *
 * @param refusal why it was refused; "" if it was not
 * @param differences what was read otherwise than it was, each in words; empty if nothing
 * @param fields how many fields were found
 */
public record RespellingCheck(String refusal, List<String> differences, int fields) {
  private static final int MOST_DIFFERENCES = 20;

  /** Respells, infers, reads and compares. */
  public static RespellingCheck of(Respelling respelling, MemorySource original, Path folder)
      throws IOException {
    return of(respelling.write(original, folder.resolve(respelling.name() + ".zip")), original);
  }

  /** Infers, reads and compares an archive, whoever wrote it. */
  public static RespellingCheck of(Path zip, MemorySource original) throws IOException {
    ReadOptions options = ReadOptions.defaults();
    try (UnfamiliarArchive archive = UnfamiliarArchive.open(zip, options)) {
      Inferred inferred = archive.infer();
      try (Export export = ExportReader.open(zip, options, DescribedLayout.of(printed(inferred)))) {
        List<String> differences = compare(original, export, inferred);
        export.problems().problems().stream()
            .filter(problem -> problem.severity() != Severity.WARNING)
            .forEach(problem -> differences.add(problem.toString()));
        return new RespellingCheck("", differences, inferred.findings().size());
      }
    } catch (UnsupportedArchiveException refused) {
      return new RespellingCheck(refused.problem().toString(), List.of(), 0);
    }
  }

  /** Returns the descriptor as users get it, printed and read again. */
  private static Descriptor printed(Inferred inferred) throws IOException {
    var document = new ByteArrayInputStream(DescriptorCodec.write(inferred.descriptor()));
    return DescriptorCodec.read(document, Location.NONE);
  }

  /** Returns whether it was refused. */
  public boolean isRefused() {
    return !refusal.isEmpty();
  }

  private static List<String> compare(MemorySource original, Export export, Inferred inferred)
      throws IOException {
    List<String> differences = new ArrayList<>();
    Coverage coverage = export.coverage();
    boolean derived =
        inferred.descriptor().records().stream()
            .anyMatch(record -> record.kind() == Kind.ADD_IN && record.field("guid").isEmpty());
    for (Kind<?> kind : Kind.ALL) {
      derived |= kind != Kind.MESSAGE && hasDerived(kind, export);
    }
    for (Kind<?> kind : Kind.ALL) {
      if (kind.fields().stream().anyMatch(field -> isRead(kind, field, coverage))) {
        if (derived) {
          compareWithoutGuids(kind, original, export, differences);
        } else {
          compare(kind, original, export, differences);
        }
      }
    }
    return differences;
  }

  private static <T> boolean hasDerived(Kind<T> kind, Export export) throws IOException {
    Optional<Field<T>> derived = kind.field("derived");
    if (derived.isEmpty()) {
      return false;
    }
    return MemorySource.all(export.records(kind)).stream()
        .anyMatch(record -> Boolean.TRUE.equals(derived.get().of(record)));
  }

  /** Compares everything but identities, which an archive without GUIDs cannot have. */
  private static <T> void compareWithoutGuids(
      Kind<T> kind, MemorySource original, Export export, List<String> differences)
      throws IOException {
    List<String> expected = values(kind, MemorySource.all(original.records(kind)), export);
    List<String> found = values(kind, MemorySource.all(export.records(kind)), export);
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String was = i < expected.size() ? expected.get(i) : "nothing";
      String is = i < found.size() ? found.get(i) : "nothing";
      if (!was.equals(is) && differences.size() < MOST_DIFFERENCES) {
        differences.add(kind.word() + " was " + was + " and is " + is);
      }
    }
  }

  private static <T> List<String> values(Kind<T> kind, List<T> records, Export export) {
    return records.stream()
        .map(
            record ->
                kind.fields().stream()
                    .filter(field -> isRead(kind, field, export.coverage()))
                    .filter(field -> !(field.of(record) instanceof Guid))
                    .map(field -> field.name() + "=" + field.of(record))
                    .toList()
                    .toString())
        .sorted()
        .toList();
  }

  private static boolean isRead(Kind<?> kind, Field<?> field, Coverage coverage) {
    boolean made = field.name().equals("derived") || field.name().equals("authorRaw");
    boolean counted =
        kind == Kind.MESSAGE && field.name().equals("id") && coverage.messageIdsDerived();
    return coverage.has(field) && !made && !counted;
  }

  private static <T> void compare(
      Kind<T> kind, MemorySource original, Export export, List<String> differences)
      throws IOException {
    List<T> expected = sorted(kind, MemorySource.all(original.records(kind)));
    List<T> found = sorted(kind, MemorySource.all(export.records(kind)));
    if (expected.size() != found.size()) {
      differences.add(kind.plural() + ": " + found.size() + " instead of " + expected.size());
      return;
    }
    for (int i = 0; i < found.size() && differences.size() < MOST_DIFFERENCES; i++) {
      for (Field<T> field : kind.fields()) {
        Object was = field.of(expected.get(i));
        Object is = field.of(found.get(i));
        if (isRead(kind, field, export.coverage()) && !Objects.equals(was, is)) {
          differences.add(kind.word() + "." + field.name() + " was " + was + " and is " + is);
        }
      }
    }
  }

  private static <T> List<T> sorted(Kind<T> kind, List<T> records) {
    Comparator<T> order = kind.order();
    if (kind == Kind.MESSAGE) {
      order = order.thenComparing(Comparator.comparing(record -> ((Message) record).sent()));
    }
    return records.stream().sorted(order).toList();
  }
}
