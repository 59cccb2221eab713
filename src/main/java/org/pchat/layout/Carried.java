package org.pchat.layout;

import java.util.HashSet;
import java.util.Set;
import org.pchat.model.Field;
import org.pchat.model.Kind;

/**
 * What archives of a layout can speak about.
 *
 * @param fields the fields
 * @param messageIdsDerived whether messages have no numbers and are counted out
 * @param timesAreZoned whether it is known in which zone times are
 */
public record Carried(Set<Field<?>> fields, boolean messageIdsDerived, boolean timesAreZoned) {
  /** Everything, in times that nobody knows the zone of. */
  public static final Carried EVERYTHING = new Carried(everything(), false, false);

  /** Copies. */
  public Carried {
    fields = Set.copyOf(fields);
  }

  private static Set<Field<?>> everything() {
    Set<Field<?>> all = new HashSet<>();
    Kind.ALL.forEach(kind -> all.addAll(kind.fields()));
    return all;
  }
}
