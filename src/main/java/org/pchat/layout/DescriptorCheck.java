package org.pchat.layout;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pchat.model.Field;
import org.pchat.model.Kind;

/** Whether a descriptor makes sense by itself, whatever archive it is for. */
final class DescriptorCheck {
  private DescriptorCheck() {}

  /**
   * Checks a descriptor.
   *
   * @throws IllegalArgumentException with what makes no sense
   */
  static void check(Descriptor descriptor) {
    if (descriptor.name().isBlank()) {
      throw new IllegalArgumentException("the layout's name is empty");
    }
    if (descriptor.records().isEmpty()) {
      throw new IllegalArgumentException("there is no record in it");
    }
    Set<String> lookups = new HashSet<>();
    descriptor.lookups().forEach(lookup -> lookups.add(lookup.name()));
    for (int i = 0; i < descriptor.records().size(); i++) {
      RecordSpelling record = descriptor.records().get(i);
      try {
        check(record, lookups);
      } catch (IllegalArgumentException senseless) {
        throw new IllegalArgumentException(
            "record %d (%s): %s".formatted(i + 1, record.kind(), senseless.getMessage()),
            senseless);
      }
    }
  }

  private static void check(RecordSpelling record, Set<String> lookups) {
    Set<String> known = names(record.kind());
    Set<String> met = new HashSet<>();
    for (FieldSpelling field : record.fields()) {
      if (!known.contains(field.field())) {
        throw new IllegalArgumentException(
            "there is no field \"%s\"; there are %s"
                .formatted(field.field(), String.join(", ", known)));
      }
      if (!met.add(field.field())) {
        throw new IllegalArgumentException("the field " + field.field() + " stands there twice");
      }
      check(field, record, lookups);
    }
    List<String> missing = needed(record.kind()).stream().filter(n -> !met.contains(n)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("it does not say where to find " + missing.get(0));
    }
    if (isKeyed(record.kind()) && keys().noneMatch(met::contains)) {
      throw new IllegalArgumentException(
          "it needs one of " + keys().collect(Collectors.joining(", ")));
    }
  }

  private static void check(FieldSpelling field, RecordSpelling record, Set<String> lookups) {
    if (field.spelling() instanceof ValueSpelling.LookedUp lookedUp
        && !lookups.contains(lookedUp.table())) {
      throw new IllegalArgumentException(
          "%s: there is no lookup \"%s\"".formatted(field.field(), lookedUp.table()));
    }
    for (Place place : field.places()) {
      if (place instanceof Place.EntryPart part
          && record.entries().stream().anyMatch(p -> !p.parts().contains(part.name()))) {
        throw new IllegalArgumentException(
            "%s: the entries have no part {%s}".formatted(field.field(), part.name()));
      }
    }
  }

  private static Stream<String> keys() {
    return List.of(ValueSpelling.Key.values()).stream().map(ValueSpelling.Key::word);
  }

  /** Returns the names of the fields that a spelling of this kind may have. */
  static Set<String> names(Kind<?> kind) {
    Set<String> names =
        kind.fields().stream()
            .map(Field::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (isKeyed(kind)) {
      keys().forEach(names::add);
    }
    return names;
  }

  /** Returns whether others refer to records of this kind. */
  static boolean isKeyed(Kind<?> kind) {
    return kind == Kind.PRINCIPAL
        || kind == Kind.CATEGORY
        || kind == Kind.ROOM
        || kind == Kind.ADD_IN;
  }

  /** Returns whether a spelling of this kind makes no sense without the field. */
  static boolean isNeeded(Kind<?> kind, String field) {
    return needed(kind).contains(field)
        || (isKeyed(kind) && keys().anyMatch(key -> key.equals(field)));
  }

  private static List<String> needed(Kind<?> kind) {
    if (kind == Kind.MESSAGE) {
      return List.of("room", "sent", "text");
    }
    if (kind == Kind.ROLE) {
      return List.of("node", "principal", "role");
    }
    return kind == Kind.SCOPE ? List.of("node", "principal", "access") : List.of();
  }
}
