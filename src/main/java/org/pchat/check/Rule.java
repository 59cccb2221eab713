package org.pchat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.problem.ProblemCode;

/**
 * What a rule is about. A rule is silent where the source does not carry a field that it depends
 * on, and about records whose spelling of such a field is doubtful.
 *
 * @param code what is reported where the rule is broken
 * @param basis what it rests on
 * @param section the section of docs/format.md that says so
 * @param kind the kind of record that it is asked of
 * @param fields the fields that it depends on, also those of other kinds
 */
public record Rule(
    ProblemCode code, Basis basis, String section, Kind<?> kind, List<Field<?>> fields) {
  /** Copies the fields. */
  public Rule {
    fields = List.copyOf(fields);
  }

  /** Returns the same rule of another code. */
  Rule with(ProblemCode otherCode) {
    return new Rule(otherCode, basis, section, kind, fields);
  }

  /** Returns the same rule with one more field that it depends on. */
  Rule needing(Kind<?> owner, String... names) {
    List<Field<?>> more = new ArrayList<>(fields);
    for (String name : names) {
      more.add(field(owner, name));
    }
    return new Rule(code, basis, section, kind, more);
  }

  /** Returns a rule about fields of {@code kind}. */
  static Rule of(ProblemCode code, Basis basis, String section, Kind<?> kind, String... names) {
    return new Rule(code, basis, section, kind, List.of()).needing(kind, names);
  }

  static <T> Field<T> field(Kind<T> kind, String name) {
    return kind.field(name)
        .orElseThrow(() -> new IllegalArgumentException(kind + " has no field " + name));
  }

  /** Returns whether a source of this coverage carries all that the rule depends on. */
  boolean appliesTo(Coverage coverage) {
    return fields.stream().allMatch(coverage::has);
  }

  /** Returns the names of those fields that belong to its own kind. */
  Set<String> ownFields() {
    return fields.stream()
        .filter(field -> kind.fields().contains(field))
        .map(Field::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
