package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Watch;
import org.pchat.problem.Location;
import org.pchat.xml.EntryParser;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlLimits;

/**
 * Reads some columns of a candidate, row by row, over all its entries.
 *
 * <p>Values above a record must stand before it; those behind are not seen.
 */
final class RowReader {
  /** Takes rows. */
  @FunctionalInterface
  interface Sink {
    /** Takes the values of a row, null where there is none; returns false to stop. */
    boolean row(@Nullable String[] values);
  }

  private final String archive;
  private final Candidate candidate;
  private final List<Column> columns;
  private final Watch watch;
  private final Map<ElementNode, List<Integer>> places = new HashMap<>();
  private final Map<ElementNode, List<Integer>> below = new HashMap<>();

  RowReader(String archive, Candidate candidate, List<Column> columns, Watch watch) {
    this.archive = archive;
    this.candidate = candidate;
    this.columns = List.copyOf(columns);
    this.watch = watch;
    for (int i = 0; i < columns.size(); i++) {
      ElementNode node = columns.get(i).node();
      if (node != null) {
        places.computeIfAbsent(node, n -> new ArrayList<>()).add(i);
        for (ElementNode above : node.path()) {
          below.computeIfAbsent(above, n -> new ArrayList<>()).add(i);
        }
      }
    }
  }

  /** Reads all rows, or until the sink has enough. */
  void read(Sink sink) throws IOException {
    for (ArchiveEntry entry : candidate.family().entries()) {
      watch.check();
      try (EntryParser parser =
          EntryParser.open(
              entry.content().open(), Location.of(archive, entry.name()), XmlLimits.defaults())) {
        if (!new Pass(parser, entry, sink).run()) {
          return;
        }
      }
    }
  }

  /** One entry. */
  private final class Pass {
    private final EntryParser parser;
    private final Sink sink;
    private final @Nullable String[] values;
    private @Nullable ElementNode node;
    private final StringBuilder text = new StringBuilder();
    private boolean isLeaf;

    Pass(EntryParser parser, ArchiveEntry entry, Sink sink) {
      this.parser = parser;
      this.sink = sink;
      this.values = new String[columns.size()];
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).part() > 0) {
          values[i] = EntryNames.part(candidate.family(), entry.name(), columns.get(i).part());
        }
      }
    }

    boolean run() throws IOException {
      while (parser.advance() != EntryParser.Event.DONE) {
        switch (parser.event()) {
          case START -> enter();
          case TEXT -> text.append(parser.text());
          case END -> {
            if (!leave()) {
              return false;
            }
          }
          default -> {}
        }
      }
      return true;
    }

    private void enter() {
      ElementNode child =
          node == null
              ? candidate.family().root()
              : Objects.requireNonNull(node.known(parser.name()));
      below.getOrDefault(child, List.of()).forEach(i -> values[i] = null);
      for (int i : places.getOrDefault(child, List.of())) {
        for (XmlAttribute attribute : parser.attributes()) {
          if (attribute.name().equals(columns.get(i).attribute())) {
            values[i] = attribute.value();
          }
        }
      }
      node = child;
      isLeaf = true;
      text.setLength(0);
    }

    private boolean leave() {
      ElementNode ended = Objects.requireNonNull(node);
      if (isLeaf) {
        for (int i : places.getOrDefault(ended, List.of())) {
          if (columns.get(i).attribute() == null) {
            values[i] = text.toString();
          }
        }
      }
      text.setLength(0);
      isLeaf = false;
      node = ended.parent();
      return ended != candidate.node() || sink.row(Arrays.copyOf(values, values.length));
    }
  }
}
