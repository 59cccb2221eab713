package org.pchat.infer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pchat.layout.ValueSpelling;

/** The records that references may lead to in one reading, and what is known of all columns. */
final class Targets {
  private static final double SURE = 0.98;

  private final Archive archive;
  private final Map<FieldSpec.Type, List<Candidate>> candidates =
      new EnumMap<>(FieldSpec.Type.class);

  Targets(Archive archive) {
    this.archive = archive;
  }

  /** What holds for the archive whatever the reading is. */
  static final class Archive {
    private final List<Candidate> all;
    private final boolean zoneIsKnown;
    private final Set<Column> referredTo = new HashSet<>();
    private final Set<Column> ascending = new HashSet<>();
    private final Set<Set<Column>> twins = new HashSet<>();
    private final Set<Column> preferred = new HashSet<>();
    private final Map<String, CodeTable> tables = new HashMap<>();
    private final Map<Column, Map<Candidate, Optional<Fit>>> fits = new HashMap<>();

    Archive(List<Candidate> all, boolean zoneIsKnown) {
      this.all = all;
      this.zoneIsKnown = zoneIsKnown;
      for (Candidate candidate : all) {
        for (Column key : Fit.keys(candidate)) {
          if (isReferredTo(candidate, key)) {
            referredTo.add(key);
          }
        }
      }
    }

    private boolean isReferredTo(Candidate target, Column key) {
      if (Fit.sort(key) == ValueSpelling.Key.NAME || !target.isKey(key)) {
        return false;
      }
      return all.stream()
          .flatMap(candidate -> candidate.own().stream())
          .filter(column -> !column.isSame(key) && column.profile().distinct() >= 2)
          .map(column -> fit(column, target))
          .anyMatch(
              fit ->
                  fit.isPresent()
                      && fit.get().key().equals(key)
                      && fit.get().share() > SURE
                      && fit.get().strength() > 2);
    }

    /**
     * Returns whether the values of a column are keys of other records, of which there are more: it
     * refers to them, and is no key of its own.
     */
    private boolean isForeign(Candidate holder, Column column) {
      return all.stream()
          .filter(other -> !other.equals(holder) && !holder.contains(other))
          .map(other -> fit(column, other))
          .flatMap(Optional::stream)
          .anyMatch(
              fit ->
                  fit.share() > SURE
                      && fit.key().profile().distinct() > column.profile().distinct());
    }

    private Optional<Fit> fit(Column column, Candidate target) {
      return fits.computeIfAbsent(column, c -> new HashMap<>())
          .computeIfAbsent(target, t -> Fit.of(column, t));
    }

    /** Notes that a column was seen to ascend within every room. */
    void ascends(Column column) {
      ascending.add(column);
    }

    /** Notes that two columns say the same in every record. */
    boolean same(Column one, Column other) {
      return twins.add(Set.of(one, other));
    }

    /** Notes that a column alone makes records unique where several may. */
    void prefer(Column column) {
      preferred.add(column);
    }

    /** Returns the tables that readings look words up in, by name. */
    Map<String, CodeTable> tables() {
      return tables;
    }
  }

  /** Adds a candidate that references of a type may lead to. */
  Targets with(FieldSpec.Type type, Candidate candidate) {
    var more = new Targets(archive);
    candidates.forEach((t, list) -> more.candidates.put(t, new ArrayList<>(list)));
    more.candidates.computeIfAbsent(type, t -> new ArrayList<>()).add(candidate);
    return more;
  }

  /** Returns the best fit of a column to what references of a type may lead to. */
  Optional<Fit> fit(FieldSpec.Type type, Column column) {
    List<Candidate> possible = candidates.getOrDefault(type, List.of());
    Optional<Fit> best = Optional.empty();
    for (Candidate target : possible) {
      Optional<Fit> fit = archive.fit(column, target);
      if (fit.isEmpty() && holds(target, column)) {
        fit = itself(column, target);
      }
      if (fit.isPresent() && (best.isEmpty() || fit.get().share() > best.get().share())) {
        best = fit;
      }
    }
    return best.isPresent() ? best : united(type, column, possible);
  }

  /** Returns the fit of a record's own key as seen from a record inside it. */
  private static Optional<Fit> itself(Column column, Candidate target) {
    return Fit.keys(target).stream()
        .filter(key -> key.isSame(column))
        .map(key -> new Fit(key, Fit.sort(key), 1, 6, target.isKey(key)))
        .findFirst();
  }

  /** Returns the fit of a column that refers to several sorts of records, as a role to nodes. */
  private Optional<Fit> united(FieldSpec.Type type, Column column, List<Candidate> possible) {
    boolean several = type == FieldSpec.Type.NODE || type == FieldSpec.Type.PRINCIPAL;
    if (!several || possible.size() < 2) {
      return Optional.empty();
    }
    return Unions.fit(column, possible);
  }

  /** Returns whether a column is a value of the target that the record stands in. */
  boolean holds(FieldSpec.Type type, Column column) {
    return candidates.getOrDefault(type, List.of()).stream().anyMatch(t -> holds(t, column));
  }

  private static boolean holds(Candidate target, Column column) {
    return column.up() > 0
        && column.node() != null
        && target.own().stream().anyMatch(own -> own.isSame(column));
  }

  /** Returns whether the values of a column are keys of other records than the one it stands in. */
  boolean isForeign(Candidate holder, Column column) {
    return archive.isForeign(holder, column);
  }

  /**
   * Returns whether a value of a record that others stand in is the key of something else, such as
   * of whoever made the record: that each has another maker is chance.
   */
  boolean isForeign(Column column) {
    return archive.all.stream()
        .filter(holder -> holder.own().stream().anyMatch(own -> own.isSame(column)))
        .anyMatch(holder -> archive.isForeign(holder, column));
  }

  boolean isReferredTo(Column column) {
    return archive.referredTo.contains(column);
  }

  /** Returns whether two columns were seen to say the same in every record. */
  boolean areTwins(Column one, Column other) {
    return !one.equals(other) && archive.twins.contains(Set.of(one, other));
  }

  /** Returns whether a column alone makes its records unique where several may. */
  boolean isPreferred(Column column) {
    return archive.preferred.contains(column);
  }

  boolean ascendsInRooms(Column column) {
    return archive.ascending.contains(column);
  }

  boolean zoneIsKnown() {
    return archive.zoneIsKnown;
  }

  /** Returns the table of the archive that says what the codes in a column mean. */
  Optional<ValueSpelling> lookup(FieldSpec spec, Column column) {
    for (Candidate table : archive.all) {
      Optional<CodeTable> found = CodeTable.of(spec.field(), column, table);
      if (found.isPresent()) {
        archive.tables.put(found.get().name(), found.get());
        return Optional.of(new ValueSpelling.LookedUp(found.get().name()));
      }
    }
    return Optional.empty();
  }
}
