package org.pchat.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.problem.RuleProblem;

/** A group address holds the GUID of its principal. */
final class GuidInGroupUri extends RecordRule<Principal> {
  private static final Pattern GROUP = Pattern.compile("(?i)ma-grp:(?://)?([0-9a-f-]{36})@.*");

  GuidInGroupUri() {
    super(
        Rule.of(
            RuleProblem.OTHER_GROUP_URI,
            Basis.PUBLISHED,
            "Principals",
            Kind.PRINCIPAL,
            "guid",
            "uri"));
  }

  @Override
  void check(Met<Principal> met, Findings findings) {
    Matcher matcher = GROUP.matcher(met.record().uri());
    if (matcher.matches()
        && Guid.tryParse(matcher.group(1))
            .filter(g -> !g.equals(met.record().guid()))
            .isPresent()) {
      findings.add(rule(), met.location(), met.description(), met.record().uri());
    }
  }
}
