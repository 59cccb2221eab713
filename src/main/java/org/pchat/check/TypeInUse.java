package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.problem.RuleProblem;

/** The generic types of the lookup table are no types of principals. */
final class TypeInUse extends RecordRule<Principal> {

  TypeInUse() {
    super(Rule.of(RuleProblem.UNUSED_TYPE, Basis.PUBLISHED, "Principals", Kind.PRINCIPAL, "type"));
  }

  @Override
  void check(Met<Principal> met, Findings findings) {
    switch (met.record().type()) {
      case ANY, ANY_USER, ANY_GROUP ->
          findings.add(rule(), met.location(), met.description(), met.record().type().word());
      case SYSTEM_USER, USER, DOMAIN, GROUP, FOLDER -> {}
    }
  }
}
