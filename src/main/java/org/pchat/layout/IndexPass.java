package org.pchat.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pchat.layout.DescribedReferences.Table;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.AmbiguousArchiveException;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.LayoutProblem;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.Severity;

/**
 * A pass over those entries of an archive that hold what others refer to. Two records that share a
 * key by which others refer to them end it: nobody can say which of them is meant.
 */
final class IndexPass {
  /** More rooms and principals than any pool has; the rest of the memory is for reading. */
  private static final int MOST_ROWS = 2_000_000;

  /** How many shared keys are told. */
  private static final int TOLD = 3;

  private final DescribedLayout layout;
  private final Entries entries;
  private final ProblemLog problems;
  private final Set<Table> wanted;
  private final ReferenceIndex index = new ReferenceIndex();
  private final Map<String, Shared> shared = new LinkedHashMap<>();
  private int rows;

  /** A key that two records share. */
  private record Shared(Table table, String key, List<String> records) {}

  IndexPass(DescribedLayout layout, Entries entries, ProblemLog problems, Set<Table> wanted) {
    this.layout = layout;
    this.entries = entries;
    this.problems = problems;
    this.wanted = wanted;
  }

  ReferenceIndex run() throws IOException {
    each(this::index);
    if (!shared.isEmpty()) {
      each(this::name);
      throw ambiguous();
    }
    return index;
  }

  /** What is done with a row or record. */
  private interface Row {
    void take(Target target, EntryScan scan, MappedFields fields) throws IOException;
  }

  private void each(Row row) throws IOException {
    for (String entry : entries.names()) {
      EntryMatch match = layout.match(entry, this::isWanted).orElse(null);
      if (match != null) {
        try {
          each(entry, match, row);
        } catch (AmbiguousArchiveException | LimitExceededException end) {
          throw end;
        } catch (ArchiveException damaged) {
          Problem problem = damaged.problem();
          problems.add(
              new Problem(problem.code(), Severity.FATAL, problem.where(), problem.arguments()));
        }
      }
    }
  }

  private boolean isWanted(RecordSpelling record) {
    return wanted.stream().anyMatch(table -> table.kind() == record.kind());
  }

  private void each(String entry, EntryMatch match, Row row) throws IOException {
    Location where = entries.where(entry);
    var context =
        new EntryContext(
            where, null, ProblemLog.tolerant(), new UnknownNames(), References.NONE, 0, null);
    try (EntryScan scan =
        EntryScan.open(match.program(), match.parts(), entries.open(entry), where)) {
      for (EntryScan.Stop stop = scan.next(); stop != EntryScan.Stop.DONE; stop = scan.next()) {
        if (stop == EntryScan.Stop.END) {
          for (Target target : scan.fitting(LateValues.NONE)) {
            Escapes escapes = layout.descriptor().escapes();
            var fields =
                new MappedFields(target, scan, context, escapes, LateValues.NONE, room -> 0);
            row.take(target, scan, fields);
          }
        }
      }
    }
  }

  private void index(Target target, EntryScan scan, MappedFields fields) {
    if (++rows > MOST_ROWS) {
      throw new LimitExceededException(
          Problem.of(LayoutProblem.TOO_MANY_KEYS, scan.element().location, MOST_ROWS));
    }
    Lookup lookup = target.lookup();
    if (lookup != null) {
      String key = fields.textOrNull(Target.KEY);
      String value = fields.textOrNull(Target.VALUE);
      if (key != null && value != null) {
        index.meanings(lookup.name()).putIfAbsent(key.strip(), value.strip());
      }
      return;
    }
    Kind<?> kind = target.kind();
    Guid guid = null;
    for (Table table : wanted) {
      String value = table.kind() == kind ? fields.textOrNull(table.key().word()) : null;
      if (value != null && !value.isBlank()) {
        guid = guid == null ? fields.identity() : guid;
        index(table, value, guid, target, fields);
      }
    }
  }

  private void index(Table table, String value, Guid guid, Target target, MappedFields fields) {
    String key = ReferenceIndex.comparable(table.key(), value);
    RecordSpelling record = target.record();
    KeyTable.Outcome outcome = index.table(table).put(key, guid);
    boolean twoOfOne =
        outcome == KeyTable.Outcome.SAME
            && fields.flag("derived")
            && record != null
            && !record.repeated();
    if ((outcome == KeyTable.Outcome.TAKEN || twoOfOne) && shared.size() < TOLD) {
      shared.putIfAbsent(table + key, new Shared(table, key, new ArrayList<>()));
    }
  }

  /** Collects what the records that share a key are called. */
  private void name(Target target, EntryScan scan, MappedFields fields) {
    Kind<?> kind = target.kind();
    for (Shared one : shared.values()) {
      String value =
          one.table().kind() == kind ? fields.textOrNull(one.table().key().word()) : null;
      if (value != null
          && one.records().size() < TOLD
          && ReferenceIndex.comparable(one.table().key(), value).equals(one.key())) {
        one.records().add(called(fields, scan.element().location));
      }
    }
  }

  private static String called(MappedFields fields, Location where) {
    String name = fields.textOrNull("displayName");
    String other = name == null ? fields.textOrNull("name") : name;
    String what = fields.flag("derived") ? "" : fields.identity() + " ";
    return (other == null ? "" : other + " ")
        + "("
        + what
        + where.entry()
        + ":"
        + where.line()
        + ")";
  }

  private AmbiguousArchiveException ambiguous() {
    Shared first = shared.values().iterator().next();
    return new AmbiguousArchiveException(
        Problem.of(
            LayoutProblem.SHARED_KEY,
            Location.NONE,
            first.table().kind().plural() + " by " + first.table().key().word(),
            PlainValues.shortened(first.key()),
            String.join(" and ", first.records())));
  }
}
