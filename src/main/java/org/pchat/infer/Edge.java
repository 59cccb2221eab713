package org.pchat.infer;

import org.jspecify.annotations.Nullable;
import org.pchat.layout.ValueSpelling;

/**
 * A column that may be a field, and what speaks for it.
 *
 * @param spec the field
 * @param column the column
 * @param name what its name says, in units of evidence
 * @param shape what its values say
 * @param spelling how its values are spelled; null while {@code doubt} stands
 * @param fit the reference that it is, if any
 * @param doubt why it cannot be read although it is the field; null when it can
 */
record Edge(
    FieldSpec spec,
    Column column,
    double name,
    double shape,
    @Nullable ValueSpelling spelling,
    @Nullable Fit fit,
    @Nullable Doubt doubt) {
  /** Why a field that was found cannot be read. */
  enum Doubt {
    /** Times without a zone. */
    NO_ZONE,
    /** Dates in a form that is not read. */
    STRANGE_DATES,
    /** Texts as bytes in Base64, which may be in any encoding or compressed. */
    ENCODED,
    /** Numbers or words whose meaning nobody says. */
    NO_MEANING,
    /** Keys that two records share. */
    SHARED_KEY
  }

  /** Returns the evidence in all. */
  double score() {
    return name + shape;
  }

  /** Returns how sure the evidence is, 0 to 1. */
  double confidence() {
    return 1 - 1 / (1 + Math.exp(score() - 2));
  }

  /** Returns what speaks for it, for people; no value of the archive. */
  String note() {
    Profile p = column.profile();
    var text = new StringBuilder();
    text.append("%d values, %d different".formatted(p.count(), p.distinct()));
    if (name >= Naming.RECOGNISED) {
      text.append(", named like it");
    }
    for (Shape shape : Shape.values()) {
      if (p.count() > 0 && p.share(shape) > 0.9 && shape != Shape.WORDS) {
        text.append(", ").append(shape.word());
        break;
      }
    }
    if (fit != null) {
      text.append(", %.1f%% found in %s".formatted(fit.share() * 100, fit.key()));
    }
    return text.toString();
  }
}
