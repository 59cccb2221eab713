package org.pchat.layout;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a field stands and how its values are spelled.
 *
 * @param field the field's name; see {@link Descriptor}
 * @param places where it stands; the first place that is there counts. In the XML form the part of
 *     the entry's name comes first, the constant last
 * @param spelling how its values are spelled
 * @param none the spellings that mean "no value", besides an absent place and {@code xsi:nil}.
 *     White space around a value is ignored unless the field is a text. An empty value is no value
 *     unless the field is a text, whether it is listed here or not
 * @param otherwise the value where there is none, spelled as in the canonical layout; null leaves
 *     the record without one
 * @param note what speaks for this, for people; reading ignores it
 */
public record FieldSpelling(
    String field,
    List<Place> places,
    ValueSpelling spelling,
    Set<String> none,
    @Nullable String otherwise,
    @Nullable String note) {
  /** Copies. */
  public FieldSpelling {
    places = List.copyOf(places);
    none = Set.copyOf(none);
  }

  /** Returns a field that stands at one place, with nothing special about it. */
  public static FieldSpelling of(String field, Place place, ValueSpelling spelling) {
    return new FieldSpelling(field, List.of(place), spelling, Set.of(), null, null);
  }
}
