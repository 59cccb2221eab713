package org.pchat.check;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;

/** Watches whether the messages of each room come in order; the rooms may come in any. */
final class MessageSequence {
  private final Findings findings;
  private final Set<Guid> disordered = new HashSet<>();
  private @Nullable Guid room;
  private Sequence<Message> sequence;

  MessageSequence(Findings findings) {
    this.findings = findings;
    this.sequence = new Sequence<>(Kind.MESSAGE, findings);
  }

  /** Takes the next message, and returns whether it is another than the one before. */
  boolean next(Met<Message> met) {
    Guid next = met.record().room();
    if (!next.equals(room)) {
      room = next;
      sequence = new Sequence<>(Kind.MESSAGE, findings);
    }
    boolean another = sequence.next(met);
    if (sequence.isDisordered()) {
      disordered.add(next);
    }
    return another;
  }

  /** Returns the rooms whose messages do not ascend. */
  Set<Guid> disordered() {
    return disordered;
  }
}
