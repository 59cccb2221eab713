package org.pchat.infer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Condition;
import org.pchat.layout.Descriptor;
import org.pchat.layout.Escapes;
import org.pchat.layout.FieldSpelling;
import org.pchat.layout.Lookup;
import org.pchat.layout.Place;
import org.pchat.layout.RecordSpelling;
import org.pchat.layout.ValueSpelling;
import org.pchat.model.Kind;
import org.pchat.model.Order;

/** Writes a reading down as a descriptor. */
final class Drafting {
  /** The name of layouts that were inferred. */
  static final String NAME = "inferred";

  private final Reading reading;
  private final Targets.Archive known;
  private final Set<String> usedTables = new LinkedHashSet<>();

  private Drafting(Reading reading, Targets.Archive known) {
    this.reading = reading;
    this.known = known;
  }

  /** Returns the descriptor of a reading. */
  static Descriptor of(Reading reading, Targets.Archive known, Escapes escapes) {
    return new Drafting(reading, known).draft(escapes);
  }

  private Descriptor draft(Escapes escapes) {
    List<RecordSpelling> records = new ArrayList<>();
    for (Match match : reading.principals()) {
      records.add(record(match, List.of(), null));
    }
    if (reading.addIns() != null) {
      records.add(record(reading.addIns(), List.of(), null));
    }
    Nodes.Split split = reading.split();
    if (reading.categories() != null) {
      records.add(
          record(
              reading.categories(), split == null ? List.of() : List.of(split.categories()), null));
    }
    records.add(record(reading.rooms(), split == null ? List.of() : List.of(split.rooms()), null));
    for (Reading.Permission permission : reading.permissions()) {
      records.add(record(permission.match(), List.of(), permission.word()));
    }
    for (Match match : reading.messages()) {
      records.add(record(match, List.of(), null));
    }
    List<Lookup> lookups =
        usedTables.stream()
            .map(name -> Objects.requireNonNull(known.tables().get(name)).lookup())
            .toList();
    return new Descriptor(NAME, "inferred from an archive", escapes, records, lookups, List.of());
  }

  private RecordSpelling record(Match match, List<Condition> conditions, @Nullable String word) {
    Map<String, FieldSpelling> fields = new TreeMap<>();
    match
        .edges()
        .forEach(
            (name, edge) -> {
              FieldSpelling field = field(match, edge);
              if (field != null) {
                fields.put(name, field);
              }
            });
    addKeys(match, fields);
    if (word != null) {
      String field = match.kind() == Kind.SCOPE ? "access" : "role";
      fields.put(field, FieldSpelling.of(field, new Place.Constant(word), ValueSpelling.PLAIN));
    }
    String note = "%d records".formatted(match.candidate().count());
    return new RecordSpelling(
        match.kind(),
        match.candidate().entries(),
        match.candidate().path(),
        conditions,
        order(match),
        false,
        List.copyOf(fields.values()),
        note);
  }

  private static Order order(Match match) {
    Edge room = match.edge("room");
    Edge id = match.edge("id");
    boolean apart = room != null && !room.column().isOwn();
    boolean ascends = id != null && id.column().profile().ascent().isStrict();
    boolean grouped = match.kind() == Kind.MESSAGE && apart && (id == null || ascends);
    return grouped ? Order.GROUPED : Order.UNSORTED;
  }

  /** Returns how a field stands; nothing for one that may be left out and is not sure. */
  private @Nullable FieldSpelling field(Match match, Edge edge) {
    boolean unsure =
        !match.isSure(edge.spec().field()) || edge.doubt() != null || isHalf(match, edge);
    ValueSpelling spelling = edge.spelling();
    if (unsure || spelling == null) {
      return null;
    }
    if (spelling instanceof ValueSpelling.LookedUp lookedUp) {
      usedTables.add(lookedUp.table());
    }
    if (edge.fit() != null) {
      spelling = reference(edge.fit());
    }
    return new FieldSpelling(
        edge.spec().field(),
        List.of(edge.column().place()),
        spelling,
        none(match, edge),
        null,
        "%.2f: %s".formatted(edge.confidence(), edge.note()));
  }

  /**
   * Returns whether a field is read of some records of a kind only, while others have such a column
   * that is not understood: read in halves it would say that those have no value.
   */
  private boolean isHalf(Match match, Edge edge) {
    String field = edge.spec().field();
    return !Needs.isNeeded(match.kind(), field)
        && reading.matches().stream()
            .filter(other -> other.kind() == match.kind() && !other.equals(match))
            .filter(other -> !other.isSure(field))
            .flatMap(other -> other.candidate().own().stream())
            .anyMatch(column -> column.toString().equals(edge.column().toString()));
  }

  /**
   * Returns what means "no value": an empty text, where the model can do without and the archive
   * never leaves the place out.
   */
  private static Set<String> none(Match match, Edge edge) {
    boolean mayLack =
        switch (edge.spec().type()) {
          case LABEL, EMAIL, DISTINGUISHED_NAME, RTF -> true;
          default -> false;
        };
    Profile profile = edge.column().profile();
    boolean always = profile.count() + profile.empty() == match.candidate().count();
    return mayLack && always && profile.empty() > 0 ? Set.of("") : Set.of();
  }

  /** Returns how a reference is made, by the field that the key it fits was found to be. */
  private ValueSpelling reference(Fit fit) {
    for (Match match : reading.matches()) {
      for (String field : List.of("guid", "id", "uri", "name")) {
        Edge key = match.edge(field);
        if (key != null && match.isSure(field) && key.column().isSame(fit.key())) {
          return new ValueSpelling.Reference(key(field, key), Set.of());
        }
      }
    }
    return new ValueSpelling.Reference(
        fit.by() == ValueSpelling.Key.GUID ? ValueSpelling.Key.GUID : ValueSpelling.Key.KEY,
        Set.of());
  }

  private static ValueSpelling.Key key(String field, Edge edge) {
    return switch (field) {
      case "guid" -> ValueSpelling.Key.GUID;
      case "id" -> ValueSpelling.Key.ID;
      case "uri" ->
          edge.column().profile().share(Shape.WITH_GUID) > 0.9
                  && edge.column().profile().share(Shape.GROUP_URI) == 0
              ? ValueSpelling.Key.GUID
              : ValueSpelling.Key.URI;
      default -> ValueSpelling.Key.NAME;
    };
  }

  /** Adds the keys by which other records refer to these where no field of the model holds them. */
  private void addKeys(Match match, Map<String, FieldSpelling> fields) {
    Edge uri = match.edge("uri");
    boolean hasGuid = fields.containsKey("guid");
    boolean guidInUri =
        uri != null
            && uri.column().profile().share(Shape.WITH_GUID) > 0.98
            && match.kind() != Kind.PRINCIPAL;
    if (uri != null && !hasGuid && guidInUri) {
      fields.put("guid", FieldSpelling.of("guid", uri.column().place(), ValueSpelling.PLAIN));
    }
    Set<Column> held = new HashSet<>();
    match
        .edges()
        .forEach(
            (name, edge) -> {
              if (fields.containsKey(name)) {
                held.add(edge.column());
              }
            });
    for (Column key : referred(match.candidate())) {
      if (!held.contains(key) && !fields.containsKey("key")) {
        fields.put("key", FieldSpelling.of("key", key.place(), ValueSpelling.PLAIN));
      }
    }
  }

  private List<Column> referred(Candidate candidate) {
    List<Column> keys = new ArrayList<>();
    for (Match match : reading.matches()) {
      for (Edge edge : match.edges().values()) {
        if (edge.fit() != null && candidate.own().contains(edge.fit().key())) {
          keys.add(edge.fit().key());
        }
      }
    }
    return keys;
  }
}
