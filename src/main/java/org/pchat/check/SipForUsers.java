package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.problem.RuleProblem;

/** Users have a SIP address. */
final class SipForUsers extends RecordRule<Principal> {

  SipForUsers() {
    super(
        Rule.of(
            RuleProblem.USER_WITHOUT_SIP,
            Basis.PUBLISHED,
            "Principals",
            Kind.PRINCIPAL,
            "type",
            "uri"));
  }

  @Override
  void check(Met<Principal> met, Findings findings) {
    String uri = met.record().uri();
    if (met.record().type() == PrincipalType.USER
        && !uri.isBlank()
        && !uri.regionMatches(true, 0, "sip:", 0, 4)) {
      findings.add(rule(), met.location(), met.description(), uri);
    }
  }
}
