package org.pchat.diff;

import java.util.HashSet;
import java.util.Set;
import org.pchat.model.Guid;
import org.pchat.model.Message;

/** The rulings on all rooms. */
final class Rulings {
  private final Set<Guid> cleared = new HashSet<>();

  void put(Guid room, Ruling ruling) {
    if (ruling == Ruling.CLEARED) {
      cleared.add(room);
    }
  }

  Slot apply(Finding<?> finding) {
    Object record = finding.before() == null ? finding.after() : finding.before();
    boolean ruled = record instanceof Message message && cleared.contains(message.room());
    return (ruled ? Ruling.CLEARED : Ruling.AS_NOTED).apply(finding.slot());
  }
}
