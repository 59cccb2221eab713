package org.pchat.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pchat.model.Kind;
import org.pchat.problem.ArchiveException;

/**
 * Finds out which of the fields that a descriptor has an archive carries, by its first records.
 *
 * <p>Programs leave out a column that is null, so that none of the first records has a column does
 * not say that it was not exported. It was left out on purpose if columns are missing, too, that
 * can never be null: then the archive carries only what is seen.
 *
 * <p>Damage may hide what stands behind it; then what is not seen is left as it is.
 */
final class ColumnSample {
  /** How many records of a kind are looked at. */
  private static final int LOOKED_AT = 1_000;

  /** How many records of whatever kind are passed, to find those of others behind them. */
  private static final int MOST_PASSED = 500_000;

  /** The fields that can be null, all but these cannot (docs/format.md). */
  private static final Set<String> NULLABLE =
      Set.of(
          "Principal.name",
          "Principal.displayName",
          "Principal.company",
          "Principal.email",
          "Principal.adPath",
          "Principal.upn",
          "Principal.poolId",
          "Principal.policyId",
          "Principal.addedBy",
          "Principal.updatedBy",
          "Category.parent",
          "Category.invite",
          "Category.logged",
          "Category.filePost",
          "Category.purgedOn",
          "Room.invite",
          "Room.addIn",
          "Room.purgedOn",
          "Room.lastMessageId",
          "Message.author",
          "Message.authorRaw",
          "Message.rtf");

  private final DescribedLayout layout;
  private final Entries entries;
  private final Map<Kind<?>, Integer> records = new HashMap<>();
  private final Map<Kind<?>, Set<String>> seen = new HashMap<>();
  private final Set<String> tables = new HashSet<>();
  private int passed;

  ColumnSample(DescribedLayout layout, Entries entries) {
    this.layout = layout;
    this.entries = entries;
  }

  /** Returns the descriptor without the fields that the archive does not carry. */
  Descriptor narrowed() throws IOException {
    look();
    Descriptor whole = layout.descriptor();
    return new Descriptor(
        whole.name(),
        whole.description(),
        whole.escapes(),
        whole.records().stream().filter(this::isThere).map(this::narrowed).toList(),
        whole.lookups(),
        whole.events());
  }

  /** An archive whose entries may hold anything, and hold no such record, says nothing of them. */
  private boolean isThere(RecordSpelling record) {
    return seen.isEmpty()
        || passed >= MOST_PASSED
        || seen.containsKey(record.kind())
        || !record.entries().equals(List.of(EntryPattern.ALL));
  }

  /** A meaning that would stand in a table which was not exported is unknown. */
  private boolean lacksTable(RecordSpelling record, FieldSpelling field) {
    return field.spelling() instanceof ValueSpelling.LookedUp lookedUp
        && !tables.contains(lookedUp.table())
        && !DescriptorCheck.isNeeded(record.kind(), field.field());
  }

  private RecordSpelling narrowed(RecordSpelling whole) {
    RecordSpelling record =
        with(whole, whole.fields().stream().filter(field -> !lacksTable(whole, field)).toList());
    Set<String> met = seen.get(record.kind());
    if (met == null) {
      return record;
    }
    List<FieldSpelling> left = new ArrayList<>();
    List<FieldSpelling> unseen = new ArrayList<>();
    for (FieldSpelling field : record.fields()) {
      (met.contains(field.field()) || isKept(record, field) ? left : unseen).add(field);
    }
    boolean isChosen =
        unseen.stream().anyMatch(f -> !NULLABLE.contains(record.kind() + "." + f.field()));
    return isChosen ? with(record, left) : record;
  }

  private static boolean isKept(RecordSpelling record, FieldSpelling field) {
    boolean isFixed =
        field.otherwise() != null
            || field.places().stream().anyMatch(place -> !(place instanceof Place.Inside));
    return isFixed || DescriptorCheck.isNeeded(record.kind(), field.field());
  }

  private static RecordSpelling with(RecordSpelling record, List<FieldSpelling> fields) {
    return new RecordSpelling(
        record.kind(),
        record.entries(),
        record.path(),
        record.conditions(),
        record.order(),
        record.repeated(),
        fields,
        record.note());
  }

  private void look() throws IOException {
    for (String entry : entries.names()) {
      EntryMatch match = layout.match(entry).orElse(null);
      if (match != null && isOpen(match)) {
        try {
          look(entry, match);
        } catch (ArchiveException toldWhenItIsRead) {
          passed = MOST_PASSED;
        }
      }
    }
  }

  private boolean isOpen(EntryMatch match) {
    boolean hasTables =
        match.program().targets().stream()
            .map(Target::lookup)
            .anyMatch(lookup -> lookup != null && !tables.contains(lookup.name()));
    return (hasTables && passed < MOST_PASSED) || match.kinds().stream().anyMatch(this::isOpen);
  }

  private boolean isOpen(Kind<?> kind) {
    return records.getOrDefault(kind, 0) < LOOKED_AT && passed < MOST_PASSED;
  }

  private void look(String entry, EntryMatch match) throws IOException {
    try (EntryScan scan =
        EntryScan.open(match.program(), match.parts(), entries.open(entry), entries.where(entry))) {
      EntryScan.Stop stop = scan.next();
      while (stop != EntryScan.Stop.DONE && isOpen(match)) {
        if (stop == EntryScan.Stop.END) {
          scan.fitting(LateValues.NONE).forEach(target -> look(target, scan));
          passed++;
        }
        stop = scan.next();
      }
    }
  }

  private void look(Target target, EntryScan scan) {
    Lookup lookup = target.lookup();
    if (lookup != null) {
      tables.add(lookup.name());
    }
    Kind<?> kind = target.kind();
    if (kind != null && records.merge(kind, 1, Integer::sum) <= LOOKED_AT) {
      Set<String> fields = seen.computeIfAbsent(kind, k -> new HashSet<>());
      for (Target.Column column : target.columns()) {
        if (scan.value(target, column.sources(), LateValues.NONE) != null || isLate(column)) {
          fields.add(column.spelling().field());
        }
      }
    }
  }

  private static boolean isLate(Target.Column column) {
    return column.sources().stream()
        .anyMatch(source -> source instanceof Source.Kept kept && kept.mayBeLate());
  }
}
