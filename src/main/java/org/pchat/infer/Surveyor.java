package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.InferenceProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.xml.EntryParser;
import org.pchat.xml.XmlLimits;
import org.pchat.xml.XmlName;

/**
 * Reads every entry once and notes what is in it.
 *
 * <p>Entries of one structure become one family, so thirty thousand files of rooms cost no more
 * memory than one. An entry joins a family by its root element and its name with numbers and GUIDs
 * masked; one whose name fits nobody's is looked into first.
 */
final class Surveyor {
  private static final int MOST_PLACES = 5_000;

  private final String archive;
  private final Watch watch;
  private final Map<XmlName, List<EntryFamily>> families = new LinkedHashMap<>();
  private long unread;
  private @Nullable ArchiveException damage;
  private int places;

  private Surveyor(String archive, Watch watch) {
    this.archive = archive;
    this.watch = watch;
  }

  /**
   * Surveys an archive.
   *
   * @throws ArchiveException if no entry can be read and one of them is damaged, or if the archive
   *     is too varied to be an export
   */
  static Survey survey(String archive, List<ArchiveEntry> entries, Watch watch) throws IOException {
    var surveyor = new Surveyor(archive, watch);
    for (ArchiveEntry entry : entries) {
      watch.check();
      surveyor.add(entry);
    }
    List<EntryFamily> all = surveyor.families.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty() && surveyor.damage != null) {
      throw surveyor.damage;
    }
    return new Survey(all, surveyor.unread, entries.size());
  }

  private void add(ArchiveEntry entry) throws IOException {
    if (!Sniff.looksLikeXml(entry)) {
      unread++;
      return;
    }
    EntryFamily family;
    try {
      family = family(entry);
    } catch (MalformedArchiveException noXml) {
      unread++;
      damage = damage == null ? noXml : damage;
      return;
    }
    family.add(entry, NameMask.of(entry.name()));
    try (EntryParser parser = open(entry)) {
      new Walk(parser, family.root()).run();
    } catch (MalformedArchiveException cut) {
      // What stands before the damage is evidence too; reading will report it.
      damage = damage == null ? cut : damage;
    }
  }

  private EntryParser open(ArchiveEntry entry) throws IOException {
    return EntryParser.open(
        entry.content().open(), Location.of(archive, entry.name()), XmlLimits.defaults());
  }

  private EntryFamily family(ArchiveEntry entry) throws IOException {
    Outline outline;
    NameMask mask = NameMask.of(entry.name());
    try (EntryParser parser = open(entry)) {
      XmlName root = Outline.root(parser);
      List<EntryFamily> like = families.computeIfAbsent(root, n -> new ArrayList<>());
      for (EntryFamily family : like) {
        if (family.masks().contains(mask) && !NameMask.parts(entry.name()).isEmpty()) {
          return family;
        }
      }
      outline = Outline.of(parser, root);
      Optional<EntryFamily> known =
          like.stream().filter(family -> outline.fits(family, mask)).findFirst();
      if (known.isPresent()) {
        return known.get();
      }
    }
    var family = new EntryFamily(new ElementNode(outline.root(), null, 0));
    families.computeIfAbsent(outline.root(), n -> new ArrayList<>()).add(family);
    return family;
  }

  /** Counts a place that values may stand in; hostile archives have very many. */
  private void newPlace(ElementNode node) {
    if (++places > MOST_PLACES) {
      throw new UnsupportedArchiveException(
          Problem.of(InferenceProblem.TOO_VARIED, Location.of(archive), MOST_PLACES, node));
    }
  }

  /** One entry on its way into the tree of its family. */
  private final class Walk {
    private final EntryParser parser;
    private final ElementNode root;
    private @Nullable ElementNode node;
    private final StringBuilder text = new StringBuilder();
    private boolean isLeaf;
    private final BitSet nil = new BitSet();

    Walk(EntryParser parser, ElementNode root) {
      this.parser = parser;
      this.root = root;
    }

    void run() throws IOException {
      for (int i = 0; parser.advance() != EntryParser.Event.DONE; i++) {
        switch (parser.event()) {
          case START -> enter();
          case TEXT -> text.append(parser.text());
          case END -> leave();
          default -> {}
        }
        if ((i & 0x3fff) == 0) {
          watch.check();
        }
      }
    }

    private void enter() {
      ElementNode child = node == null ? root : child(node, parser.name());
      child.enter();
      node = child;
      isLeaf = true;
      text.setLength(0);
      nil.clear(parser.depth());
      for (var attribute : parser.attributes()) {
        if (Xsi.isNil(attribute)) {
          nil.set(parser.depth());
        } else if (!Xsi.isBookkeeping(attribute.name())) {
          if (!child.attributes().containsKey(attribute.name())) {
            newPlace(child);
          }
          child.attribute(attribute.name(), attribute.value());
        }
      }
    }

    private ElementNode child(ElementNode parent, XmlName name) {
      ElementNode known = parent.known(name);
      if (known != null) {
        return known;
      }
      newPlace(parent);
      return parent.child(name);
    }

    private void leave() {
      ElementNode ended = Objects.requireNonNull(node);
      ended.leave(isLeaf, nil.get(parser.depth()), text.toString());
      text.setLength(0);
      isLeaf = false;
      node = ended.parent();
    }
  }
}
