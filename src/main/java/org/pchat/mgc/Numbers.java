package org.pchat.mgc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.AccountState;
import org.pchat.model.Behavior;
import org.pchat.model.PrincipalType;
import org.pchat.model.Visibility;

/** The published numbers of closed sets of values. Those of roles are not published. */
public final class Numbers {
  private static final Map<Behavior, Integer> BEHAVIORS =
      Map.of(Behavior.NORMAL, 4, Behavior.AUDITORIUM, 5);
  private static final Map<Visibility, Integer> VISIBILITIES =
      Map.of(Visibility.PRIVATE, 2, Visibility.SCOPE, 3, Visibility.OPEN, 6);

  private Numbers() {}

  /** Returns the number of a behaviour. */
  public static int of(Behavior behavior) {
    return BEHAVIORS.getOrDefault(behavior, 0);
  }

  /** Returns the number of a visibility. */
  public static int of(Visibility visibility) {
    return VISIBILITIES.getOrDefault(visibility, 0);
  }

  /** Returns the number of a state. */
  public static int of(AccountState state) {
    return Integer.parseInt(state.word());
  }

  /** Returns the behaviour of a number; null for none. */
  public static @Nullable Behavior behavior(int number) {
    return key(BEHAVIORS, number);
  }

  /** Returns the visibility of a number; null for none. */
  public static @Nullable Visibility visibility(int number) {
    return key(VISIBILITIES, number);
  }

  /** Returns the state of a number; null for none. */
  public static @Nullable AccountState accountState(int number) {
    for (AccountState state : AccountState.values()) {
      if (of(state) == number) {
        return state;
      }
    }
    return null;
  }

  /** Returns the type of a number; null for none. */
  public static @Nullable PrincipalType principalType(int number) {
    for (PrincipalType type : PrincipalType.values()) {
      if (type.id() == number) {
        return type;
      }
    }
    return null;
  }

  private static <T> @Nullable T key(Map<T, Integer> numbers, int number) {
    return numbers.entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
