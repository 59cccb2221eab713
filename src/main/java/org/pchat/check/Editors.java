package org.pchat.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.pchat.model.Absence;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.Location;

/**
 * Principals that were named as having added or changed something and were not met, each with its
 * first mention. Principals may name each other before they are met, so it is settled late who is
 * missing.
 */
final class Editors {
  private static final int MOST = 100_000;

  private final Pool pool;
  private final Map<Guid, Mention> pending = new LinkedHashMap<>();
  private final Set<Guid> told = new HashSet<>();

  private record Mention(Rule rule, Location where, String field, String record) {}

  Editors(Pool pool) {
    this.pool = pool;
  }

  void note(Guid editor, Rule rule, String field, Met<?> met) {
    if (pool.principals().contains(editor)
        || told.contains(editor)
        || pending.containsKey(editor)
        || told.size() + pending.size() == MOST) {
      return;
    }
    pending.put(editor, new Mention(rule, met.location(), field, met.description()));
  }

  /** Tells who is missing now that all records of a kind were met. */
  void settle(Findings findings) {
    pending.keySet().removeIf(pool.principals()::contains);
    if (pool.isComplete(Kind.PRINCIPAL)) {
      pending.forEach((editor, mention) -> tell(editor, mention, findings));
    }
    told.addAll(pending.keySet());
    pending.clear();
  }

  private void tell(Guid editor, Mention mention, Findings findings) {
    if (pool.absence(Kind.PRINCIPAL, editor) == Absence.UNEXPLAINED) {
      findings.add(mention.rule, mention.where, mention.field, mention.record, editor);
    }
  }
}
