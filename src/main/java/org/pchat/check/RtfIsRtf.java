package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.RuleProblem;

/** Rich text begins as RTF does. */
final class RtfIsRtf extends RecordRule<Message> {

  RtfIsRtf() {
    super(Rule.of(RuleProblem.NO_RTF, Basis.INFERRED, "Messages", Kind.MESSAGE, "rtf"));
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    String rtf = met.record().rtf();
    if (rtf != null && !rtf.startsWith("{\\rtf")) {
      findings.add(rule(), met.location(), met.description());
    }
  }
}
