package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pchat.model.Watch;
import org.pchat.xml.XmlName;

/**
 * What an archive is built like: its entries, elements and attributes, how many there are, and what
 * their values look like. It holds no text and no name from the archive's content, so that it can
 * be sent to somebody who may not see that.
 *
 * <p>Names of elements and attributes are structure and are shown, unless they look like content:
 * very many different ones in one place, or with long numbers in them. Names of entries are masked
 * except for words that everybody's exports have. Of values, only shapes, counts, lengths and the
 * published words of closed sets are told.
 *
 * @param entries how many entries there are
 * @param unread how many of them are no well-formed XML
 * @param families the entries by structure
 */
public record StructureReport(long entries, long unread, List<Family> families) {
  private static final int MOST_NAMES = 60;

  /** Copies the list. */
  public StructureReport {
    families = List.copyOf(families);
  }

  /**
   * Entries of one structure.
   *
   * @param name their name, masked
   * @param entries how many there are
   * @param places the elements and attributes, in the order in which they were met
   */
  public record Family(String name, long entries, List<Place> places) {
    /** Copies the list. */
    public Family {
      places = List.copyOf(places);
    }
  }

  /**
   * An element or attribute.
   *
   * @param depth how many elements stand around it
   * @param name its name; attributes begin with {@code @}
   * @param namespace its namespace; "" for none
   * @param count how many there are
   * @param most the most in one parent; 0 for attributes and roots
   * @param values what its values are like; "" where it has none
   */
  public record Place(
      int depth, String name, String namespace, long count, long most, String values) {}

  /** Surveys an archive and reports on it. */
  public static StructureReport of(String archive, List<ArchiveEntry> entries, Watch watch)
      throws IOException {
    Survey survey = Surveyor.survey(archive, entries, watch);
    List<Family> families = new ArrayList<>();
    for (EntryFamily family : survey.families()) {
      List<Place> places = new ArrayList<>();
      element(family.root(), 0, places);
      families.add(new Family(entryName(family), family.entries().size(), places));
    }
    return new StructureReport(survey.entries(), survey.unread(), families);
  }

  private static String entryName(EntryFamily family) {
    String root = Naming.singular(Terms.joined(family.root().name().local()));
    NameMask mask = family.masks().iterator().next();
    var text = new StringBuilder();
    for (String part : mask.pattern().split("(?<=/)", -1)) {
      String stem = part.replaceFirst("(\\.[A-Za-z]{1,5})?/?$", "");
      String end = part.substring(stem.length());
      boolean known =
          Vocabulary.isStructural(stem) || Naming.singular(Terms.joined(stem)).equals(root);
      boolean divided = family.masks().size() > 1 && !part.endsWith("/");
      text.append(known && !divided ? stem : stem.equals("*") ? "*" : "‹name›").append(end);
    }
    return text.toString();
  }

  private static void element(ElementNode node, int depth, List<Place> places) {
    places.add(
        new Place(
            depth,
            Masks.name(node.name()),
            Masks.namespace(node.name()),
            node.count(),
            node.most(),
            node.holdsText() ? values(node.text(), node.nil()) : nil(node)));
    for (Map.Entry<XmlName, Profile> attribute : node.attributes().entrySet()) {
      places.add(
          new Place(
              depth + 1,
              "@" + Masks.name(attribute.getKey()),
              Masks.namespace(attribute.getKey()),
              attribute.getValue().count() + attribute.getValue().empty(),
              0,
              values(attribute.getValue(), 0)));
    }
    if (node.children().size() > MOST_NAMES) {
      long count = node.children().stream().mapToLong(ElementNode::count).sum();
      String many = "‹" + node.children().size() + " different names›";
      places.add(new Place(depth + 1, many, "", count, 0, ""));
      return;
    }
    node.children().forEach(child -> element(child, depth + 1, places));
  }

  private static String nil(ElementNode node) {
    return node.nil() == 0 ? "" : node.nil() + " nil";
  }

  /** Returns what values are like, in words that tell none of them. */
  private static String values(Profile profile, long nil) {
    var words = new ArrayList<String>();
    words.add(profile.distinct() + " different");
    for (Shape shape : Shape.values()) {
      double share = profile.share(shape);
      if (share > 0) {
        words.add(
            share == 1
                ? shape.word()
                : "%.1f%% %s".formatted(Math.max(0.1, share * 100), shape.word()));
      }
    }
    if (profile.empty() > 0) {
      words.add(profile.empty() + " empty");
    }
    if (nil > 0) {
      words.add(nil + " nil");
    }
    if (profile.count() > 0) {
      words.add(
          "%.0f characters, at most %d".formatted(profile.averageLength(), profile.longest()));
    }
    if (profile.having(Shape.INTEGER) > 1 && profile.ascent().isStrict()) {
      words.add("ascending");
    }
    String known = knownWords(profile);
    if (!known.isEmpty()) {
      words.add(known);
    }
    return String.join(", ", words);
  }

  /** Returns the words of a closed set, if all of them are published ones. */
  private static String knownWords(Profile profile) {
    var seen = new TreeSet<String>();
    for (String word : profile.words().keySet()) {
      if (!Vocabulary.isPublished(word)) {
        return "";
      }
      seen.add(word);
    }
    return seen.isEmpty() ? "" : "one of " + String.join(" ", seen);
  }
}
