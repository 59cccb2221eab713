package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.ReferenceProblem;

/** The author of a message is known. */
final class AuthorIsKnown extends RecordRule<Message> {

  AuthorIsKnown() {
    super(
        Rule.of(
            ReferenceProblem.UNKNOWN_AUTHOR,
            Basis.OURS,
            "Messages",
            Kind.MESSAGE,
            "author",
            "authorRaw"));
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    if (met.record().author() == null && met.record().authorRaw() != null) {
      findings.add(rule(), met.location(), met.description(), met.record().authorRaw());
    }
  }
}
