package org.pchat.sample;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Spelled;

/**
 * One act of an administrator or of the users between two snapshots, as {@code contoso-edits.json}
 * tells it.
 *
 * @param kind what was done
 * @param details to what, from what to what, and how many; values are texts, numbers, lists, maps
 */
record Act(String kind, Map<String, Object> details) {
  Act {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  static Act of(String kind) {
    return new Act(kind, Map.of());
  }

  /** Returns the act with one more detail. */
  Act with(String name, Object value) {
    var more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Act(kind, more);
  }

  Act on(Room room) {
    return with("room", sorted("guid", room.guid().toString(), "name", room.name()));
  }

  Act on(Category category) {
    return with("category", name(category));
  }

  Act on(Principal principal) {
    return with("principal", name(principal));
  }

  /** Returns the act with the fields that differ between two states of a record. */
  <T> Act changing(Kind<T> kind, T before, T after) {
    var changed = new LinkedHashMap<String, Object>();
    for (Field<T> field : kind.fields()) {
      Object old = spelled(field.of(before));
      Object now = spelled(field.of(after));
      if (!Objects.equals(old, now)) {
        var pair = new LinkedHashMap<String, @Nullable Object>();
        pair.put("before", old);
        pair.put("after", now);
        changed.put(field.name(), pair);
      }
    }
    return with("changed", changed);
  }

  /** Returns the act with the roles that went by it. */
  Act losing(Collection<Role> roles) {
    return with("rolesGone", roles.size())
        .with(
            "roles",
            roles.stream()
                .map(
                    role ->
                        sorted(
                            "node", role.node().toString(),
                            "principal", role.principal().toString(),
                            "role", role.role().word()))
                .toList());
  }

  static Map<String, Object> name(Category category) {
    return sorted("guid", category.guid().toString(), "name", category.name());
  }

  static Map<String, Object> name(Principal principal) {
    return sorted(
        "guid", principal.guid().toString(), "uri", principal.uri(), "name", principal.label());
  }

  /** Returns a map that keeps the order of the arguments: name, value, name, value. */
  static Map<String, Object> sorted(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private static @Nullable Object spelled(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    return value instanceof Spelled word ? word.word() : value.toString();
  }
}
