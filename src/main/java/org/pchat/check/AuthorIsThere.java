package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.RuleProblem;

/** A message has an author. */
final class AuthorIsThere extends RecordRule<Message> {

  AuthorIsThere() {
    super(
        Rule.of(
            RuleProblem.NO_AUTHOR,
            Basis.PUBLISHED,
            "Messages",
            Kind.MESSAGE,
            "author",
            "authorRaw"));
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    if (met.record().author() == null && met.record().authorRaw() == null) {
      findings.add(rule(), met.location(), met.description());
    }
  }
}
