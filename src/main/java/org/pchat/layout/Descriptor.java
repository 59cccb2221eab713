package org.pchat.layout;

import java.util.List;

/**
 * A layout as data: how an archive spells the model. The XML form is {@code schemas/layout.xsd};
 * docs/layouts.md shows how to write one.
 *
 * <p>A descriptor is a list of {@link RecordSpelling}s. Each says which entries hold records of one
 * kind, which element is such a record, and where each field stands in it. A kind may have several
 * spellings (an archive may hold categories and rooms in one element and tell them apart by a
 * value); the first that fits an element counts, in the order of this list.
 *
 * <p><b>Names of fields</b> are those of {@link org.pchat.model.Kind#fields}, and for principals,
 * categories, rooms and add-ins the keys {@code uri}, {@code id}, {@code name} and {@code key}
 * (anything unique) as well, also where the model has no such field: {@link
 * ValueSpelling.Reference}s find their record by them. A record of one of these kinds that has no
 * {@code guid} gets one derived from its {@code uri}, {@code name}, {@code id} or {@code key},
 * whichever it has first. A message without {@code id} is numbered in its room, and one without
 * {@code room}, {@code sent} or {@code text} is none.
 *
 * <p><b>What is not said is unknown</b>: a field that no spelling of a kind mentions is not covered
 * by the source; it is not taken as empty.
 *
 * @param name what users call the layout
 * @param description what it is, for people
 * @param escapes how texts spell characters that XML cannot hold
 * @param records how records are spelled; the first that fits counts
 * @param lookups tables in the archive that say what a value means
 * @param events elements that are known and no records of the model; kept in copies and counted
 */
public record Descriptor(
    String name,
    String description,
    Escapes escapes,
    List<RecordSpelling> records,
    List<Lookup> lookups,
    List<EventSpelling> events) {
  /** The namespace of the XML form. */
  public static final String NAMESPACE = "urn:pchat:layout:1";

  /** Copies the lists. */
  public Descriptor {
    records = List.copyOf(records);
    lookups = List.copyOf(lookups);
    events = List.copyOf(events);
  }
}
