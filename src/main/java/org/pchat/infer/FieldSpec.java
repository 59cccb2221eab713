package org.pchat.infer;

import java.util.List;
import java.util.Set;
import org.pchat.model.Kind;

/**
 * What a field of the model is like wherever it stands: its type and the names that it may have.
 *
 * @param field its name in the model, or a pseudo-field of layouts
 * @param type what its values are
 * @param published the name of its column in the database, joined and in lower case
 * @param names other names that it may have, in the same form, without the kind's own name
 */
record FieldSpec(String field, Type type, String published, Set<String> names) {
  /** What the values of a field are. */
  enum Type {
    /** An identity. */
    GUID,
    /** An address that identifies. */
    URI,
    /** A number that identifies. */
    NUMBER_KEY,
    /** A number. */
    NUMBER,
    /** The number of a message in its room. */
    SEQUENCE,
    /** A name that people give. */
    NAME,
    /** A name that is one of several. */
    LABEL,
    /** Anything that people write. */
    TEXT,
    /** What somebody said. */
    CONTENT,
    /** Rich text. */
    RTF,
    /** A truth value. */
    FLAG,
    /** The opposite of the truth value that the field has. */
    COUNTERFLAG,
    /** Ticks. */
    TIME,
    /** A date and time without a zone. */
    DATETIME,
    /** A word of a closed set. */
    WORD,
    /** An e-mail address. */
    EMAIL,
    /** A distinguished name. */
    DISTINGUISHED_NAME,
    /** A web address. */
    URL,
    /** A principal. */
    PRINCIPAL,
    /** A category. */
    CATEGORY,
    /** A room. */
    ROOM,
    /** A category or room. */
    NODE,
    /** An add-in. */
    ADD_IN;

    /** Returns whether it refers to another record. */
    boolean isReference() {
      return switch (this) {
        case PRINCIPAL, CATEGORY, ROOM, NODE, ADD_IN -> true;
        default -> false;
      };
    }
  }

  /** Copies the names. */
  FieldSpec {
    names = Set.copyOf(names);
  }

  /** Returns the fields of a kind that inference looks for. */
  static List<FieldSpec> of(Kind<?> kind) {
    return FieldTable.of(kind);
  }

  /** Returns a field of a kind. */
  static FieldSpec of(Kind<?> kind, String field) {
    return of(kind).stream().filter(spec -> spec.field().equals(field)).findFirst().orElseThrow();
  }
}
