package org.pchat.diff;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.pchat.model.Field;
import org.pchat.model.Kind;

/** Fields as users name them: {@code updatedOn}, or {@code room.updatedOn} for one kind only. */
public final class FieldNames {
  private FieldNames() {}

  /**
   * Returns the fields of this name that may differ without counting, without regard to case; empty
   * if there is none.
   */
  public static Set<Field<?>> find(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    Set<Field<?>> found = new HashSet<>();
    for (Kind<?> kind : Kind.ALL) {
      for (Field<?> field : kind.fields()) {
        String plain = field.name().toLowerCase(Locale.ROOT);
        String full = kind.word().toLowerCase(Locale.ROOT) + "." + plain;
        if (!FieldRules.isKey(kind, field) && (wanted.equals(plain) || wanted.equals(full))) {
          found.add(field);
        }
      }
    }
    return found;
  }

  /** Returns all names that {@link #find} knows, without those of kinds, in order. */
  public static Set<String> all() {
    Set<String> names = new TreeSet<>();
    for (Kind<?> kind : Kind.ALL) {
      kind.fields().stream()
          .filter(field -> !FieldRules.isKey(kind, field))
          .forEach(field -> names.add(field.name()));
    }
    return names;
  }
}
