package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.pchat.problem.InferenceProblem;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.xml.EntryParser;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlName;

/**
 * The structure of the first part of an entry, to find the family that it belongs to.
 *
 * @param root its root element
 * @param places the paths of elements and attributes, and how often each occurs
 */
record Outline(XmlName root, Map<String, Integer> places) {
  private static final int MOST_EVENTS = 20_000;
  private static final int MOST_PLACES = 2_000;
  private static final int ESTABLISHED = 5;

  /** Reads to the root element. */
  static XmlName root(EntryParser parser) throws IOException {
    while (parser.advance() != EntryParser.Event.START) {
      if (parser.event() == EntryParser.Event.DONE) {
        throw new MalformedArchiveException(Problem.of(InferenceProblem.NO_XML, parser.location()));
      }
    }
    return parser.name();
  }

  /** Reads the structure of an entry whose root was read. */
  static Outline of(EntryParser parser, XmlName root) throws IOException {
    Map<String, Integer> places = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (int i = 0; i < MOST_EVENTS && places.size() < MOST_PLACES; i++) {
      if (parser.event() == EntryParser.Event.START) {
        String path = (open.isEmpty() ? "" : open.peek()) + '/' + parser.name();
        open.push(path);
        places.merge(path, 1, Integer::sum);
        for (XmlAttribute attribute : parser.attributes()) {
          places.merge(path + "/@" + attribute.name(), 1, Integer::sum);
        }
      } else if (parser.event() == EntryParser.Event.END) {
        open.pop();
      }
      if (parser.advance() == EntryParser.Event.DONE) {
        break;
      }
    }
    return new Outline(root, places);
  }

  /**
   * Returns whether an entry of this outline belongs to a family: its name says nothing else, much
   * of the structure is the same, and nothing that is always there on one side is unknown on the
   * other.
   */
  boolean fits(EntryFamily family, NameMask mask) {
    boolean sameFolder =
        family.masks().stream()
            .anyMatch(m -> m.folder().equals(mask.folder()) && m.ending().equals(mask.ending()));
    if (!sameFolder) {
      return false;
    }
    if (places.size() == 1) {
      return true;
    }
    Map<String, Integer> others = new HashMap<>();
    collect(family.root(), "", others);
    return overlap(others) && !lacks(places, others) && !lacks(others, places);
  }

  private boolean overlap(Map<String, Integer> others) {
    Set<String> common = new HashSet<>(places.keySet());
    common.retainAll(others.keySet());
    int smaller = Math.min(places.size(), others.size());
    return common.size() * 10 >= smaller * 7;
  }

  /**
   * Returns whether {@code ours} has established records with a part that the others never have.
   */
  private static boolean lacks(Map<String, Integer> ours, Map<String, Integer> others) {
    for (Map.Entry<String, Integer> place : ours.entrySet()) {
      int slash = Math.max(place.getKey().lastIndexOf("/@"), lastStep(place.getKey()));
      String parent = place.getKey().substring(0, Math.max(0, slash));
      int parents = ours.getOrDefault(parent, 0);
      if (parents >= ESTABLISHED
          && place.getValue() >= parents
          && others.getOrDefault(parent, 0) >= ESTABLISHED
          && !others.containsKey(place.getKey())) {
        return true;
      }
    }
    return false;
  }

  /** Returns where the last step begins; names may hold slashes inside their namespace's braces. */
  private static int lastStep(String path) {
    int depth = 0;
    for (int i = path.length() - 1; i > 0; i--) {
      char c = path.charAt(i);
      depth += c == '}' ? 1 : c == '{' ? -1 : 0;
      if (c == '/' && depth == 0) {
        return i;
      }
    }
    return 0;
  }

  private static void collect(ElementNode node, String above, Map<String, Integer> places) {
    String path = above + '/' + node.name();
    places.put(path, (int) Math.min(Integer.MAX_VALUE, node.count()));
    node.attributes()
        .forEach(
            (name, profile) ->
                places.put(
                    path + "/@" + name,
                    (int) Math.min(Integer.MAX_VALUE, profile.count() + profile.empty())));
    node.children().forEach(child -> collect(child, path, places));
  }
}
