package org.pchat.check;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.pchat.model.Coverage;

/** The rules that can be asked of one kind of record, as far as the source carries the fields. */
final class RuleSet<T> {
  private final List<Asked<T>> rules;
  private final Findings findings;

  private record Asked<T>(RecordRule<T> rule, Set<String> fields) {}

  RuleSet(List<RecordRule<T>> rules, Coverage coverage, Findings findings) {
    this.rules =
        rules.stream()
            .filter(rule -> rule.rule().appliesTo(coverage))
            .map(rule -> new Asked<>(rule, rule.rule().ownFields()))
            .toList();
    this.findings = findings;
  }

  void check(Met<T> met) {
    Set<String> doubtful = met.doubtful();
    for (Asked<T> asked : rules) {
      if (doubtful.isEmpty() || Collections.disjoint(doubtful, asked.fields())) {
        asked.rule().check(met, findings);
      }
    }
  }

  void end() {
    for (Asked<T> asked : rules) {
      asked.rule().end(findings);
    }
  }
}
