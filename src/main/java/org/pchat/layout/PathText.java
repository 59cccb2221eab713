package org.pchat.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths as a descriptor writes them: a small part of XPath.
 *
 * <p>{@code name} is in the descriptor's own namespace if it has one, {@code p:name} in that of the
 * prefix, {@code *:name} in any; {@code *} is any name. An attribute without prefix is in no
 * namespace.
 */
final class PathText {
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{M}\\p{N}_.·-]*";
  private static final String QUALIFIED = "(?:\\*|(?:(" + NAME + "|\\*):)?(" + NAME + "))";
  private static final Pattern NAMED = Pattern.compile(QUALIFIED);
  private static final Pattern STEP =
      Pattern.compile(
          "(\\*|(?:(?:" + NAME + "|\\*):)?" + NAME + ")(?:\\[@([^=\\]]+)='([^']*)'\\])?");
  private static final Pattern PIECE = Pattern.compile("(?:[^/\\[]|\\[[^']*'[^']*'\\])+");

  /** The {@code |} between alternatives, but not one inside a test. */
  private static final Pattern OR = Pattern.compile("\\|(?=(?:[^']*'[^']*')*[^']*$)");

  private final Map<String, String> prefixes;
  private final String namespace;

  /**
   * Reads and writes paths.
   *
   * @param prefixes the namespaces by their prefixes
   * @param namespace that of elements without prefix
   */
  PathText(Map<String, String> prefixes, String namespace) {
    this.prefixes = Map.copyOf(prefixes);
    this.namespace = namespace;
  }

  /** Reads {@code /a/b} or {@code //b}. */
  ElementPath path(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("the path \"" + text + "\" does not begin with /");
    }
    boolean anywhere = text.startsWith("//");
    return new ElementPath(anywhere, steps(text.substring(anywhere ? 2 : 1), text));
  }

  /** Reads places parted by {@code |}. */
  List<Place> places(String text) {
    List<Place> places = new ArrayList<>();
    for (String alternative : OR.split(text, -1)) {
      places.add(place(alternative.strip()));
    }
    return places;
  }

  private Place place(String text) {
    int up = 0;
    String rest = text;
    while (rest.equals("..") || rest.startsWith("../")) {
      up++;
      rest = rest.substring(Math.min(3, rest.length()));
    }
    if (rest.equals(".") || (rest.isEmpty() && up > 0)) {
      return new Place.Inside(up, List.of(), null);
    }
    int at = attributeAt(rest);
    if (at < 0) {
      return new Place.Inside(up, steps(rest, text), null);
    }
    ElementName attribute = name(rest.substring(at + 1), "", text);
    List<Step> steps = at == 0 ? List.of() : steps(rest.substring(0, at - 1), text);
    return new Place.Inside(up, steps, attribute);
  }

  /** Returns where the {@code @} of a path's last part stands, or -1. */
  private static int attributeAt(String path) {
    int slash = path.lastIndexOf('/');
    return path.startsWith("@", slash + 1) ? slash + 1 : -1;
  }

  private List<Step> steps(String text, String whole) {
    List<Step> steps = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    int end = 0;
    while (piece.find() && piece.start() == end) {
      steps.add(step(piece.group(), whole));
      end = Math.min(piece.end() + 1, text.length());
    }
    if (end < text.length() || steps.isEmpty() || text.endsWith("/")) {
      throw notAPath(whole);
    }
    return steps;
  }

  private Step step(String text, String whole) {
    Matcher step = STEP.matcher(text);
    if (!step.matches()) {
      throw notAPath(whole);
    }
    ElementName name = name(step.group(1), namespace, whole);
    return step.group(2) == null
        ? Step.to(name)
        : new Step(name, new Step.Test(name(step.group(2), "", whole), step.group(3)));
  }

  private ElementName name(String text, String unprefixed, String whole) {
    Matcher name = NAMED.matcher(text);
    if (!name.matches()) {
      throw notAPath(whole);
    }
    String prefix = name.group(1);
    String local = name.group(2);
    if (local == null) {
      return ElementName.ANY;
    }
    return new ElementName(prefix == null ? unprefixed : namespaceOf(prefix), local);
  }

  private @Nullable String namespaceOf(String prefix) {
    if (prefix.equals("*")) {
      return null;
    }
    String uri = prefixes.get(prefix);
    if (uri == null) {
      throw new IllegalArgumentException("no namespace is given for the prefix \"" + prefix + "\"");
    }
    return uri;
  }

  private static IllegalArgumentException notAPath(String text) {
    return new IllegalArgumentException("\"" + text + "\" is no path that is understood here");
  }

  /** Writes a path. */
  String text(ElementPath path) {
    return (path.anywhere() ? "//" : "/") + stepsText(path.steps());
  }

  /** Writes places that stand in the document. */
  String text(List<Place.Inside> places) {
    var text = new StringJoiner("|");
    for (Place.Inside place : places) {
      text.add(text(place));
    }
    return text.toString();
  }

  private String text(Place.Inside place) {
    var parts = new StringJoiner("/");
    for (int i = 0; i < place.up(); i++) {
      parts.add("..");
    }
    if (!place.steps().isEmpty()) {
      parts.add(stepsText(place.steps()));
    }
    if (place.attribute() != null) {
      parts.add("@" + text(place.attribute(), ""));
    }
    return parts.length() == 0 ? "." : parts.toString();
  }

  private String stepsText(List<Step> steps) {
    var text = new StringJoiner("/");
    for (Step step : steps) {
      Step.Test test = step.test();
      String name = text(step.name(), namespace);
      text.add(
          test == null
              ? name
              : name + "[@" + text(test.attribute(), "") + "='" + test.value() + "']");
    }
    return text.toString();
  }

  private String text(ElementName name, String unprefixed) {
    String local = name.local();
    if (local == null) {
      return "*";
    }
    String uri = name.namespace();
    if (uri == null) {
      return "*:" + local;
    }
    if (uri.equals(unprefixed)) {
      return local;
    }
    return prefixes.entrySet().stream()
        .filter(prefix -> prefix.getValue().equals(uri))
        .map(prefix -> prefix.getKey() + ":" + local)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no prefix for " + uri));
  }
}
