package org.pchat.check;

import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.problem.RuleProblem;

/** Messages were sent in the order of their numbers; told once for each room. */
final class TimesAscend extends RecordRule<Message> {
  private @Nullable Message last;
  private boolean told;

  TimesAscend() {
    super(
        Rule.of(
            RuleProblem.TIME_GOES_BACK, Basis.INFERRED, "Messages", Kind.MESSAGE, "id", "sent"));
  }

  @Override
  void check(Met<Message> met, Findings findings) {
    Message message = met.record();
    Message before = last;
    last = message;
    if (before == null || !before.room().equals(message.room())) {
      told = false;
    } else if (!told && before.id() < message.id() && message.sent().compareTo(before.sent()) < 0) {
      told = true;
      findings.add(rule(), met.location(), met.description(), message.sent(), before.sent());
    }
  }
}
