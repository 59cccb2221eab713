package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.RuleProblem;

/** An author who is known needs no other spelling. */
final class AuthorIsOne extends RecordRule<Message> {

  AuthorIsOne() {
    super(
        Rule.of(
            RuleProblem.TWO_AUTHORS, Basis.OURS, "Messages", Kind.MESSAGE, "author", "authorRaw"));
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    if (met.record().author() != null && met.record().authorRaw() != null) {
      findings.add(rule(), met.location(), met.description());
    }
  }
}
