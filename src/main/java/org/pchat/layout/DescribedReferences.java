package org.pchat.layout;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.ValueSpelling.Reference;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.AmbiguousArchiveException;
import org.pchat.problem.LayoutProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;

/** The references of an archive that a descriptor describes. */
final class DescribedReferences implements References {
  private final DescribedLayout layout;
  private final Entries entries;
  private final ProblemLog problems;
  private final Set<Table> wanted = new LinkedHashSet<>();
  private @Nullable ReferenceIndex index;
  private final Map<String, LateValues> late = new HashMap<>();

  /** The records of a kind by one of their keys. */
  record Table(Kind<?> kind, ValueSpelling.Key key) {}

  DescribedReferences(DescribedLayout layout, Entries entries, ProblemLog problems) {
    this.layout = layout;
    this.entries = entries;
    this.problems = problems;
    for (RecordSpelling record : layout.descriptor().records()) {
      for (FieldSpelling field : record.fields()) {
        if (field.spelling() instanceof Reference reference
            && reference.by() != ValueSpelling.Key.GUID) {
          Collection<Kind<?>> kinds =
              reference.to().isEmpty() ? ReferenceTargets.of(field.field()) : reference.to();
          kinds.forEach(kind -> wanted.add(new Table(kind, reference.by())));
        }
      }
    }
  }

  private synchronized ReferenceIndex index() throws IOException {
    if (index == null) {
      index = new IndexPass(layout, entries, problems, wanted).run();
    }
    return index;
  }

  @Override
  public @Nullable Guid find(Collection<Kind<?>> kinds, ValueSpelling.Key by, String value)
      throws IOException {
    if (by == ValueSpelling.Key.GUID) {
      return PlainValues.guid(value).orElse(null);
    }
    Set<Guid> found = new HashSet<>();
    for (Kind<?> kind : kinds) {
      Guid guid = index().find(new Table(kind, by), value);
      if (guid != null) {
        found.add(guid);
      }
    }
    if (found.size() > 1) {
      throw new AmbiguousArchiveException(
          Problem.of(
              LayoutProblem.TWO_KINDS,
              Location.NONE,
              by.word(),
              PlainValues.shortened(value),
              kinds));
    }
    return found.isEmpty() ? null : found.iterator().next();
  }

  @Override
  public @Nullable String meaning(String table, String key) throws IOException {
    return index().meaning(table, key);
  }

  @Override
  public boolean hasTable(String table) throws IOException {
    return index().hasTable(table);
  }

  @Override
  public synchronized LateValues late(String entry) throws IOException {
    LateValues known = late.get(entry);
    if (known == null) {
      known = new LatePass(layout, entries).run(entry);
      // Each walk keeps what it got; entries are seldom asked for again.
      late.clear();
      late.put(entry, known);
    }
    return known;
  }
}
