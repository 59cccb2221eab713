package org.pchat.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A descriptor as its XML document says it, every value still text: schemas/layout.xsd in Java.
 *
 * @param escapes {@code xstring}, {@code forbidden} or null
 * @param namespace the namespace of names without prefix
 */
record DescriptorDocument(
    @Nullable String name,
    @Nullable String description,
    @Nullable String escapes,
    @Nullable String namespace,
    @Nullable List<Prefix> prefix,
    @Nullable List<RecordElement> record,
    @Nullable List<LookupElement> lookup,
    @Nullable List<EventElement> event) {

  record Prefix(@Nullable String name, @Nullable String namespace) {}

  record RecordElement(
      @Nullable String kind,
      @Nullable String entries,
      @Nullable String path,
      @Nullable String order,
      @Nullable String repeated,
      @Nullable String note,
      @Nullable List<WhenElement> when,
      @Nullable List<FieldElement> field) {}

  record WhenElement(@Nullable String at, @Nullable String is, @Nullable String not) {}

  record FieldElement(
      @Nullable String name,
      @Nullable String at,
      @Nullable String entry,
      @Nullable String value,
      @Nullable String as,
      @Nullable String pattern,
      @Nullable String zone,
      @Nullable String by,
      @Nullable String to,
      @Nullable String lookup,
      @Nullable String none,
      @Nullable String otherwise,
      @Nullable String note,
      @Nullable List<WordElement> word) {}

  record WordElement(@Nullable String is, @Nullable String means) {}

  record LookupElement(
      @Nullable String name,
      @Nullable String entries,
      @Nullable String path,
      @Nullable String key,
      @Nullable String value,
      @Nullable List<WordElement> word) {}

  record EventElement(
      @Nullable String name,
      @Nullable String entries,
      @Nullable String path,
      @Nullable List<WhenElement> when) {}
}
