package org.pchat.layout;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Trail.Capture;
import org.pchat.problem.Location;
import org.pchat.xml.EntryParser;
import org.pchat.xml.Schemas;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlLimits;
import org.pchat.xml.XmlName;

/**
 * Runs a {@link Program} over an entry and stops wherever one of its targets begins or ends. At a
 * target's end its values can be asked for, and those of the elements around it as far as they were
 * read.
 */
final class EntryScan implements Closeable {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  /** Where a scan stops. */
  enum Stop {
    /** At the start tag of one or more targets. */
    BEGIN,
    /** At the end tag of one or more targets. */
    END,
    /** Behind an element or text that says nothing to the layout. */
    STRANGE,
    /** At the end of the entry. */
    DONE
  }

  /** Takes values that stand behind a record which may need them. */
  interface LateCollector {
    void add(int ordinal, int owner, int index, String value);
  }

  private final EntryParser parser;
  private final Program program;
  private final IdentityHashMap<RecordSpelling, Map<String, String>> parts;
  private final List<OpenElement> open = new ArrayList<>();
  private @Nullable LateCollector late;
  private @Nullable UnknownNames outside;
  private int depth;
  private int ordinals;
  private boolean isBehind;

  private EntryScan(
      EntryParser parser,
      Program program,
      IdentityHashMap<RecordSpelling, Map<String, String>> parts) {
    this.parser = parser;
    this.program = program;
    this.parts = parts;
    open.add(new OpenElement(program.start()));
  }

  /**
   * Begins to scan an entry.
   *
   * @param in its bytes; closed with the scan, or when this method throws
   * @param parts the parts of the entry's name that each spelling wants
   */
  static EntryScan open(
      Program program,
      IdentityHashMap<RecordSpelling, Map<String, String>> parts,
      InputStream in,
      Location where)
      throws IOException {
    return open(program, parts, in, where, Schemas.NONE);
  }

  /** Begins to scan an entry that is to be checked against a schema on the way. */
  static EntryScan open(
      Program program,
      IdentityHashMap<RecordSpelling, Map<String, String>> parts,
      InputStream in,
      Location where,
      Schemas schemas)
      throws IOException {
    return new EntryScan(
        EntryParser.open(in, where, XmlLimits.defaults(), schemas), program, parts);
  }

  /** Hands late values to {@code collector}. */
  void collectLate(LateCollector collector) {
    this.late = collector;
  }

  EntryParser parser() {
    return parser;
  }

  /** Goes on to where something begins or ends that the program looks for. */
  Stop next() throws IOException {
    if (isBehind) {
      leave();
    }
    while (true) {
      switch (parser.advance()) {
        case START -> {
          OpenElement element = enter();
          if (!element.state.targets().isEmpty()) {
            return Stop.BEGIN;
          }
        }
        case TEXT -> text();
        case END -> {
          if (atEnd()) {
            return Stop.END;
          }
          if (!top().state.isKnown()) {
            stranger(top());
            leave();
            return Stop.STRANGE;
          }
          leave();
        }
        case DONE -> {
          return Stop.DONE;
        }
        default -> throw new IllegalStateException();
      }
    }
  }

  private OpenElement top() {
    return open.get(depth);
  }

  private OpenElement enter() {
    OpenElement parent = top();
    XmlName name = parser.name();
    List<XmlAttribute> attributes = parser.attributes();
    State state = parent.state.next(name, attributes);
    depth++;
    if (depth == open.size()) {
      open.add(new OpenElement(state));
    }
    OpenElement element = open.get(depth);
    element.begin(state, name);
    if (state.values() > 0) {
      element.ordinal = ordinals++;
    }
    if (!state.targets().isEmpty()) {
      element.location = parser.location();
      element.start = parser.start();
    }
    if (state.isKnown()) {
      for (int i = depth - 1; i > 0 && !open.get(i).hasKnown; i--) {
        open.get(i).hasKnown = true;
      }
      attributes(element, attributes);
    }
    return element;
  }

  /**
   * Counts an element that says nothing to the layout. One that has known ones inside is no
   * stranger, as the root that holds all tables; of one inside another only the outer counts.
   */
  private void stranger(OpenElement element) {
    if (element.hasKnown) {
      if (element.strangers != null) {
        unknown().addAll(element.strangers);
      }
      return;
    }
    OpenElement parent = open.get(depth - 1);
    String name = (depth == 1 ? "" : parent.name.local() + "/") + element.name.local();
    if (depth == 1 || parent.state.isKnown() || parent.hasKnown) {
      unknown().count(name);
    } else {
      parent.strangers = parent.strangers == null ? new UnknownNames() : parent.strangers;
      parent.strangers.count(name);
    }
  }

  private void attributes(OpenElement element, List<XmlAttribute> attributes) {
    for (XmlAttribute attribute : attributes) {
      Capture[] captures = element.state.attribute(attribute.name());
      for (Capture capture : captures) {
        keep(capture, attribute.value(), depth - capture.steps());
      }
      if (captures.length == 0) {
        unclaimed(element, attribute);
      }
    }
  }

  private void unclaimed(OpenElement element, XmlAttribute attribute) {
    XmlName name = attribute.name();
    if (name.namespace().equals(XSI) && name.local().equals("nil")) {
      element.isNil = attribute.value().equals("true") || attribute.value().equals("1");
    } else if (!program.tests(name)) {
      unknown().count(element.name.local() + "/@" + name.local());
    }
  }

  private void keep(Capture capture, String value, int ownerDepth) {
    OpenElement owner = open.get(ownerDepth);
    int base = owner.state.base(capture.owner());
    if (base < 0) {
      return;
    }
    int at = base + capture.index();
    if (owner.values[at] != null) {
      unknown().count(owner.name.local() + "/" + top().name.local() + " (again)");
      return;
    }
    owner.values[at] = value;
    if (late != null && owner.isServed) {
      late.add(owner.ordinal, capture.owner(), capture.index(), value);
    }
  }

  private void text() {
    OpenElement element = top();
    if (element.state.hasText()) {
      element.addText(parser.text());
    } else if (element.state.isKnown() && !parser.text().isBlank()) {
      unknown().count(element.name.local() + "/text()");
    }
  }

  /** Keeps the text of the element that ends here; returns whether it is a target. */
  private boolean atEnd() {
    OpenElement element = top();
    if (element.state.hasText() && !element.isNil) {
      String value = element.gathered();
      for (Capture capture : element.state.text()) {
        keep(capture, value, depth - capture.steps());
      }
    }
    isBehind = !element.state.targets().isEmpty();
    return isBehind;
  }

  private void leave() {
    isBehind = false;
    depth--;
  }

  /** Returns the counts of the innermost target, or of what stands outside of all. */
  private UnknownNames unknown() {
    for (int i = depth; i > 0; i--) {
      OpenElement element = open.get(i);
      if (!element.state.targets().isEmpty()) {
        element.unknown = element.unknown == null ? new UnknownNames() : element.unknown;
        return element.unknown;
      }
    }
    outside = outside == null ? new UnknownNames() : outside;
    return outside;
  }

  /** Returns what was met outside of targets since the last call; null if that is nothing. */
  @Nullable UnknownNames takeOutside() {
    UnknownNames met = outside;
    outside = null;
    return met;
  }

  /** Returns the element that begins or ends here. */
  OpenElement element() {
    return top();
  }

  /** Returns how many elements are open, the one that begins or ends here counted. */
  int depth() {
    return depth;
  }

  /**
   * Returns which targets really stand at the end that the scan stopped at: the first of each kind
   * whose conditions are met.
   */
  List<Target> fitting(LateValues lateOnes) {
    if (element().isNil) {
      return List.of();
    }
    List<Target> targets = element().state.targets();
    if (targets.size() == 1) {
      return fits(targets.get(0), lateOnes) ? targets : List.of();
    }
    List<Target> fitting = new ArrayList<>();
    for (Target target : targets) {
      if (isFirst(target, fitting) && fits(target, lateOnes)) {
        fitting.add(target);
      }
    }
    return fitting;
  }

  private static boolean isFirst(Target target, List<Target> fitting) {
    return target.kind() == null || fitting.stream().noneMatch(f -> f.kind() == target.kind());
  }

  private boolean fits(Target target, LateValues lateOnes) {
    for (Target.Test test : target.tests()) {
      String value = value(target, test.sources(), lateOnes);
      boolean isMet =
          value != null
              && (test.condition().values().isEmpty()
                  ? !value.isBlank()
                  : test.condition().values().contains(value.strip()));
      if (isMet == test.condition().negated()) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the document says anything about the target that ends here. */
  boolean hasAnyValue(Target target) {
    return target.columns().stream()
        .flatMap(column -> column.sources().stream())
        .filter(Source.Kept.class::isInstance)
        .anyMatch(source -> value(target, source, LateValues.NONE) != null);
  }

  /**
   * Notes that a record is taken here; what the elements around it still hold comes late for it.
   */
  void serve() {
    for (int i = depth - 1; i > 0; i--) {
      open.get(i).isServed = true;
    }
  }

  /**
   * Returns the first value that is there, of the target that ends here.
   *
   * @param lateOnes values that stand behind, by what needs them; asked only where one is missing
   */
  @Nullable String value(Target target, List<Source> sources, LateValues lateOnes) {
    for (Source source : sources) {
      String value = value(target, source, lateOnes);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private @Nullable String value(Target target, Source source, LateValues lateOnes) {
    if (source instanceof Source.Fixed fixed) {
      return fixed.value();
    }
    if (source instanceof Source.Part part) {
      Map<String, String> ofSpelling = parts.get(target.record());
      return ofSpelling == null ? null : ofSpelling.get(part.name());
    }
    Source.Kept kept = (Source.Kept) source;
    int at = depth - kept.up();
    if (at <= 0) {
      return null;
    }
    OpenElement owner = open.get(at);
    int base = owner.state.base(kept.owner());
    if (base < 0) {
      return null;
    }
    String value = owner.values[base + kept.index()];
    return value == null && kept.mayBeLate()
        ? lateOnes.value(owner.ordinal, kept.owner(), kept.index())
        : value;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
