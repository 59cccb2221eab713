package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.RuleProblem;

/** What has a rich text has a plain one. */
final class RtfHasText extends RecordRule<Message> {

  RtfHasText() {
    super(
        Rule.of(
            RuleProblem.RTF_WITHOUT_TEXT, Basis.INFERRED, "Messages", Kind.MESSAGE, "text", "rtf"));
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    String rtf = met.record().rtf();
    if (rtf != null && !rtf.isEmpty() && met.record().text().isEmpty()) {
      findings.add(rule(), met.location(), met.description());
    }
  }
}
