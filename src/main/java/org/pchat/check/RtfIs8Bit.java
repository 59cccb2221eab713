package org.pchat.check;

import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.RuleProblem;

/** Rich text has 8 bits a character. */
final class RtfIs8Bit extends RecordRule<Message> {

  RtfIs8Bit() {
    super(Rule.of(RuleProblem.RTF_NOT_8_BIT, Basis.PUBLISHED, "Messages", Kind.MESSAGE, "rtf"));
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    String rtf = met.record().rtf();
    if (rtf != null) {
      rtf.chars()
          .filter(c -> c > 0xFF)
          .findFirst()
          .ifPresent(
              c -> findings.add(rule(), met.location(), met.description(), "%04X".formatted(c)));
    }
  }
}
