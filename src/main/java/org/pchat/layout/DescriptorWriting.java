package org.pchat.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.DescriptorDocument.EventElement;
import org.pchat.layout.DescriptorDocument.FieldElement;
import org.pchat.layout.DescriptorDocument.LookupElement;
import org.pchat.layout.DescriptorDocument.Prefix;
import org.pchat.layout.DescriptorDocument.RecordElement;
import org.pchat.layout.DescriptorDocument.WhenElement;
import org.pchat.layout.DescriptorDocument.WordElement;
import org.pchat.model.Kind;
import org.pchat.model.Order;

/** Makes the document of a descriptor, with the fewest prefixes. */
final class DescriptorWriting {
  private final Descriptor descriptor;
  private final Map<String, String> prefixes = new LinkedHashMap<>();
  private final String namespace;
  private final PathText paths;

  DescriptorWriting(Descriptor descriptor) {
    this.descriptor = descriptor;
    Set<String> ofElements = namespaces(false);
    this.namespace = ofElements.size() == 1 ? ofElements.iterator().next() : "";
    Set<String> others = new LinkedHashSet<>(ofElements);
    others.remove(namespace);
    others.addAll(namespaces(true));
    others.remove("");
    others.forEach(uri -> prefixes.put("n" + (prefixes.size() + 1), uri));
    this.paths = new PathText(prefixes, namespace);
  }

  private Set<String> namespaces(boolean ofAttributes) {
    Stream<Step> steps =
        Stream.concat(
            elementPaths().flatMap(path -> path.steps().stream()),
            places().flatMap(place -> place.steps().stream()));
    Stream<ElementName> names =
        ofAttributes
            ? Stream.concat(
                places().map(Place.Inside::attribute),
                steps.map(step -> step.test() == null ? null : step.test().attribute()))
            : steps.map(Step::name);
    return names
        .filter(name -> name != null && name.local() != null && name.namespace() != null)
        .map(ElementName::namespace)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<ElementPath> elementPaths() {
    return Stream.of(
            descriptor.records().stream().map(RecordSpelling::path),
            descriptor.lookups().stream().map(Lookup::path),
            descriptor.events().stream().map(EventSpelling::path))
        .flatMap(stream -> stream);
  }

  private Stream<Place.Inside> places() {
    Stream<Condition> conditions =
        Stream.concat(
            descriptor.records().stream().flatMap(record -> record.conditions().stream()),
            descriptor.events().stream().flatMap(event -> event.conditions().stream()));
    return Stream.of(
            descriptor.records().stream()
                .flatMap(record -> record.fields().stream())
                .flatMap(field -> field.places().stream()),
            conditions.flatMap(condition -> condition.places().stream()),
            descriptor.lookups().stream().flatMap(lookup -> lookup.key().stream()),
            descriptor.lookups().stream().flatMap(lookup -> lookup.value().stream()))
        .flatMap(stream -> stream)
        .filter(Place.Inside.class::isInstance)
        .map(Place.Inside.class::cast);
  }

  DescriptorDocument document() {
    return new DescriptorDocument(
        descriptor.name(),
        descriptor.description(),
        descriptor.escapes().word(),
        namespace.isEmpty() ? null : namespace,
        prefixes.entrySet().stream().map(p -> new Prefix(p.getKey(), p.getValue())).toList(),
        descriptor.records().stream().map(this::record).toList(),
        descriptor.lookups().stream().map(this::lookup).toList(),
        descriptor.events().stream().map(this::event).toList());
  }

  private RecordElement record(RecordSpelling record) {
    return new RecordElement(
        record.kind().word(),
        entries(record.entries()),
        paths.text(record.path()),
        record.order() == Order.UNSORTED ? null : record.order().name().toLowerCase(Locale.ROOT),
        record.repeated() ? "true" : null,
        record.note(),
        record.conditions().stream().map(this::when).toList(),
        record.fields().stream().map(this::field).toList());
  }

  private static @Nullable String entries(List<EntryPattern> entries) {
    return entries.equals(List.of(EntryPattern.ALL))
        ? null
        : entries.stream().map(EntryPattern::toString).collect(Collectors.joining("|"));
  }

  private WhenElement when(Condition condition) {
    String values = condition.values().stream().sorted().collect(Collectors.joining("|"));
    String is = condition.negated() || condition.values().isEmpty() ? null : values;
    return new WhenElement(at(condition.places()), is, condition.negated() ? values : null);
  }

  private @Nullable String at(List<Place> places) {
    List<Place.Inside> inside = new ArrayList<>();
    for (Place place : places) {
      if (place instanceof Place.Inside in) {
        inside.add(in);
      }
    }
    return inside.isEmpty() ? null : paths.text(inside);
  }

  private FieldElement field(FieldSpelling field) {
    ValueSpelling spelling = field.spelling();
    var time = spelling instanceof ValueSpelling.Time t ? t : null;
    var reference = spelling instanceof ValueSpelling.Reference r ? r : null;
    String none = field.none().stream().sorted().collect(Collectors.joining("|"));
    return new FieldElement(
        field.field(),
        at(field.places()),
        entryPart(field.places()),
        constant(field.places()),
        time == null ? null : time.unit().word(),
        time == null ? null : time.pattern(),
        time == null || time.zone() == null ? null : time.zone().getId(),
        reference == null ? null : reference.by().word(),
        reference == null || reference.to().isEmpty() ? null : kinds(reference.to()),
        spelling instanceof ValueSpelling.LookedUp lookedUp ? lookedUp.table() : null,
        field.none().isEmpty() ? null : none,
        field.otherwise(),
        field.note(),
        words(spelling));
  }

  private static String kinds(Set<Kind<?>> kinds) {
    return Kind.ALL.stream()
        .filter(kinds::contains)
        .map(Kind::word)
        .collect(Collectors.joining("|"));
  }

  private static @Nullable String entryPart(List<Place> places) {
    for (Place place : places) {
      if (place instanceof Place.EntryPart part) {
        return part.name();
      }
    }
    return null;
  }

  private static @Nullable String constant(List<Place> places) {
    for (Place place : places) {
      if (place instanceof Place.Constant constant) {
        return constant.value();
      }
    }
    return null;
  }

  private static List<WordElement> words(ValueSpelling spelling) {
    return spelling instanceof ValueSpelling.Words words
        ? new TreeMap<>(words.meanings())
            .entrySet().stream()
                .map(word -> new WordElement(word.getKey(), word.getValue()))
                .toList()
        : List.of();
  }

  private LookupElement lookup(Lookup lookup) {
    return new LookupElement(
        lookup.name(),
        entries(lookup.entries()),
        paths.text(lookup.path()),
        at(lookup.key()),
        at(lookup.value()),
        words(lookup.meaning()));
  }

  private EventElement event(EventSpelling event) {
    return new EventElement(
        event.name(),
        entries(event.entries()),
        paths.text(event.path()),
        event.conditions().stream().map(this::when).toList());
  }
}
