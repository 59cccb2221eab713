package org.pchat.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a value stands, seen from the element of its record. */
public sealed interface Place {
  /**
   * In the document: so many elements up, then down along steps, then in an attribute or in the
   * text. In the XML form: {@code @id}, {@code Text}, {@code Author/@uri}, {@code .} for the own
   * text, {@code ../@room}, {@code ../../Header/Name}.
   *
   * <p>A value further up may stand before or behind the record; one that stands behind costs a
   * second pass.
   *
   * @param up how many elements to go up; 0 for the record itself
   * @param steps the elements to go down
   * @param attribute the attribute; null for the text
   */
  record Inside(int up, List<Step> steps, @Nullable ElementName attribute) implements Place {
    /** Copies. */
    public Inside {
      steps = List.copyOf(steps);
    }
  }

  /**
   * In the name of the entry.
   *
   * @param name the part of the {@link EntryPattern}
   */
  record EntryPart(String name) implements Place {}

  /**
   * Nowhere: every record has the same.
   *
   * @param value the value, spelled as those that stand somewhere
   */
  record Constant(String value) implements Place {}
}
