package org.pchat.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.pchat.model.AccountState;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.problem.RuleProblem;

/** Of all principals with one URI at most one is not deleted. */
final class UniqueUri extends RecordRule<Principal> {
  private final Set<String> uris = new HashSet<>();

  UniqueUri() {
    super(
        Rule.of(
            RuleProblem.URI_TWICE, Basis.INFERRED, "Oddities", Kind.PRINCIPAL, "uri", "disabled"));
  }

  @Override
  void check(Met<Principal> met, Findings findings) {
    Principal principal = met.record();
    if (principal.disabled() != AccountState.DELETED
        && !principal.uri().isBlank()
        && !uris.add(principal.uri().toLowerCase(Locale.ROOT))) {
      findings.add(rule(), met.location(), met.description(), principal.uri());
    }
  }
}
