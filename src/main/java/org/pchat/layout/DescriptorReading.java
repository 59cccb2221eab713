package org.pchat.layout;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.DescriptorDocument.EventElement;
import org.pchat.layout.DescriptorDocument.FieldElement;
import org.pchat.layout.DescriptorDocument.LookupElement;
import org.pchat.layout.DescriptorDocument.Prefix;
import org.pchat.layout.DescriptorDocument.RecordElement;
import org.pchat.layout.DescriptorDocument.WhenElement;
import org.pchat.layout.DescriptorDocument.WordElement;
import org.pchat.layout.ValueSpelling.Unit;
import org.pchat.model.Kind;
import org.pchat.model.Order;

/**
 * Makes a descriptor of its document. What makes no sense is an {@link IllegalArgumentException}
 * that says where, for whoever wrote the document.
 */
final class DescriptorReading {

  private final PathText paths;

  private DescriptorReading(DescriptorDocument document) {
    Map<String, String> prefixes = new HashMap<>();
    for (Prefix prefix : given(document.prefix())) {
      prefixes.put(
          needed(prefix.name(), "prefix", "name"),
          needed(prefix.namespace(), "prefix", "namespace"));
    }
    String namespace = document.namespace();
    this.paths = new PathText(prefixes, namespace == null ? "" : namespace);
  }

  static Descriptor of(DescriptorDocument document) {
    var reading = new DescriptorReading(document);
    var descriptor =
        new Descriptor(
            needed(document.name(), "layout", "name"),
            document.description() == null ? "" : document.description(),
            Escapes.of(document.escapes()),
            reading.each("record", document.record(), reading::record),
            reading.each("lookup", document.lookup(), reading::lookup),
            reading.each("event", document.event(), reading::event));
    DescriptorCheck.check(descriptor);
    return descriptor;
  }

  private <E, R> List<R> each(String what, @Nullable List<E> elements, Function<E, R> reading) {
    List<R> results = new ArrayList<>();
    for (E element : given(elements)) {
      try {
        results.add(reading.apply(element));
      } catch (IllegalArgumentException senseless) {
        throw new IllegalArgumentException(
            what + " " + (results.size() + 1) + ": " + senseless.getMessage(), senseless);
      }
    }
    return results;
  }

  private RecordSpelling record(RecordElement element) {
    Kind<?> kind = kind(needed(element.kind(), "record", "kind"));
    return new RecordSpelling(
        kind,
        entries(element.entries()),
        paths.path(needed(element.path(), "record", "path")),
        given(element.when()).stream().map(this::condition).toList(),
        element.order() == null ? Order.UNSORTED : order(element.order()),
        element.repeated() != null && truth(element.repeated(), "repeated"),
        each("field", element.field(), this::field),
        element.note());
  }

  private static List<EntryPattern> entries(@Nullable String text) {
    return text == null
        ? List.of(EntryPattern.ALL)
        : Arrays.stream(text.split("\\|", -1)).map(String::strip).map(EntryPattern::of).toList();
  }

  private static Order order(String word) {
    return choice(word, "order", List.of(Order.values()), o -> o.name().toLowerCase(Locale.ROOT));
  }

  private static boolean truth(String word, String name) {
    return choice(word, name, List.of(true, false), String::valueOf);
  }

  private static Kind<?> kind(String word) {
    return choice(word, "kind", Kind.ALL, Kind::word);
  }

  private static <T> T choice(
      String word, String name, List<? extends T> choices, Function<T, String> wording) {
    for (T choice : choices) {
      if (wording.apply(choice).equals(word)) {
        return choice;
      }
    }
    String known = choices.stream().map(wording).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "%s is \"%s\", which is none of %s".formatted(name, word, known));
  }

  private Condition condition(WhenElement when) {
    List<Place> places = paths.places(needed(when.at(), "when", "at"));
    if (when.is() != null && when.not() != null) {
      throw new IllegalArgumentException("when has both is and not");
    }
    String not = when.not();
    return not != null
        ? new Condition(places, not.isEmpty() ? Set.of() : alternatives(not), true)
        : new Condition(places, when.is() == null ? Set.of() : alternatives(when.is()), false);
  }

  private static Set<String> alternatives(String text) {
    Set<String> all = new LinkedHashSet<>();
    for (String one : text.split("\\|", -1)) {
      all.add(one.strip());
    }
    return all;
  }

  private FieldSpelling field(FieldElement element) {
    String name = needed(element.name(), "field", "name");
    try {
      return new FieldSpelling(
          name,
          places(element),
          spelling(element),
          element.none() == null ? Set.of() : alternatives(element.none()),
          element.otherwise(),
          element.note());
    } catch (IllegalArgumentException senseless) {
      throw new IllegalArgumentException(name + ": " + senseless.getMessage(), senseless);
    }
  }

  private List<Place> places(FieldElement element) {
    List<Place> places = new ArrayList<>();
    if (element.entry() != null) {
      places.add(new Place.EntryPart(element.entry()));
    }
    if (element.at() != null) {
      places.addAll(paths.places(element.at()));
    }
    if (element.value() != null) {
      places.add(new Place.Constant(element.value()));
    }
    if (places.isEmpty()) {
      throw new IllegalArgumentException("it has neither at nor entry nor value");
    }
    return places;
  }

  private static ValueSpelling spelling(FieldElement element) {
    List<ValueSpelling> found = new ArrayList<>();
    String as = element.as();
    if (as != null) {
      found.add(time(element, as));
    } else if (element.pattern() != null || element.zone() != null) {
      throw new IllegalArgumentException("pattern and zone need as");
    }
    if (element.by() != null) {
      found.add(reference(element, element.by()));
    } else if (element.to() != null) {
      throw new IllegalArgumentException("to needs by");
    }
    if (element.lookup() != null) {
      found.add(new ValueSpelling.LookedUp(element.lookup()));
    }
    if (!given(element.word()).isEmpty()) {
      found.add(words(given(element.word())));
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException("it has more than one of as, by, lookup and word");
    }
    return found.isEmpty() ? ValueSpelling.PLAIN : found.get(0);
  }

  private static ValueSpelling time(FieldElement element, String as) {
    Unit unit = choice(as, "as", List.of(Unit.values()), Unit::word);
    if ((unit == Unit.PATTERN) != (element.pattern() != null)) {
      throw new IllegalArgumentException("as=\"pattern\" and pattern belong together");
    }
    return new ValueSpelling.Time(unit, element.pattern(), zone(element.zone()));
  }

  private static @Nullable ZoneId zone(@Nullable String zone) {
    try {
      return zone == null ? null : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException("there is no zone \"" + zone + "\"", unknown);
    }
  }

  private static ValueSpelling reference(FieldElement element, String by) {
    Set<Kind<?>> to = new LinkedHashSet<>();
    if (element.to() != null) {
      alternatives(element.to()).forEach(word -> to.add(kind(word)));
    }
    return new ValueSpelling.Reference(
        choice(by, "by", List.of(ValueSpelling.Key.values()), ValueSpelling.Key::word), to);
  }

  private static ValueSpelling.Words words(List<WordElement> words) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (WordElement word : words) {
      String is = needed(word.is(), "word", "is");
      if (meanings.put(is, needed(word.means(), "word", "means")) != null) {
        throw new IllegalArgumentException("the word \"" + is + "\" stands there twice");
      }
    }
    return new ValueSpelling.Words(meanings);
  }

  private Lookup lookup(LookupElement element) {
    List<WordElement> words = given(element.word());
    return new Lookup(
        needed(element.name(), "lookup", "name"),
        entries(element.entries()),
        paths.path(needed(element.path(), "lookup", "path")),
        paths.places(needed(element.key(), "lookup", "key")),
        paths.places(needed(element.value(), "lookup", "value")),
        words.isEmpty() ? ValueSpelling.PLAIN : words(words));
  }

  private EventSpelling event(EventElement element) {
    return new EventSpelling(
        needed(element.name(), "event", "name"),
        entries(element.entries()),
        paths.path(needed(element.path(), "event", "path")),
        given(element.when()).stream().map(this::condition).toList());
  }

  private static <E> List<E> given(@Nullable List<E> list) {
    return list == null ? List.of() : list;
  }

  private static String needed(@Nullable String value, String element, String attribute) {
    if (value == null) {
      throw new IllegalArgumentException(
          "the element " + element + " has no attribute " + attribute);
    }
    return value;
  }
}
