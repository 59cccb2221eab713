package org.pchat.layout;

import java.util.Arrays;
import org.pchat.model.AccountState;
import org.pchat.model.Behavior;
import org.pchat.model.PrincipalType;
import org.pchat.model.Spelled;
import org.pchat.model.Visibility;

/** What stands in a field that the source does not carry and that cannot be null. */
final class StandIns {
  private StandIns() {}

  /** Returns the word that says least. */
  static <W extends Spelled> W of(W[] words) {
    return Arrays.stream(words).filter(StandIns::isOne).findFirst().orElse(words[0]);
  }

  private static boolean isOne(Spelled word) {
    return word == PrincipalType.ANY
        || word == AccountState.ACTIVE
        || word == Behavior.NORMAL
        || word == Visibility.SCOPE;
  }
}
