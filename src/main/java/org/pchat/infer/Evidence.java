package org.pchat.infer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pchat.layout.ValueSpelling;
import org.pchat.model.Kind;

/** Weighs whether a column of a candidate is a field of a kind of record. */
final class Evidence {
  private static final double NEARLY_ALL = 0.98;
  private static final double MOST = 0.9;

  private final Kind<?> kind;
  private final Candidate candidate;
  private final Targets targets;
  private final TimeEvidence times;
  private final boolean named;
  private final Map<Column, Map<FieldSpec, Double>> names = new HashMap<>();

  Evidence(Kind<?> kind, Candidate candidate, Targets targets) {
    this.kind = kind;
    this.candidate = candidate;
    this.targets = targets;
    this.times = new TimeEvidence(candidate, targets);
    Set<Column> recognised = new HashSet<>();
    for (Column column : candidate.columns()) {
      Map<FieldSpec, Double> scores = new HashMap<>();
      for (FieldSpec spec : FieldSpec.of(kind)) {
        double score = Naming.of(kind, spec, column);
        scores.put(spec, score);
        if (score >= Naming.RECOGNISED && column.isOwn()) {
          recognised.add(column);
        }
      }
      names.put(column, scores);
    }
    long own = candidate.own().stream().filter(column -> !column.isOwnText()).count();
    this.named = own > 0 && recognised.size() * 3L >= own;
  }

  /** Returns whether the names of the candidate's columns are those of the kind. */
  boolean isNamed() {
    return named;
  }

  /** Returns what speaks for a column as a field; nothing if it cannot be the field. */
  Optional<Edge> of(FieldSpec spec, Column column) {
    if (column.profile().count() == 0 || !mayStand(spec, column)) {
      return Optional.empty();
    }
    double name = nameOf(spec, column);
    Optional<Edge> edge = shaped(spec, column, name);
    boolean elsewhere = name == 0 && belongsElsewhere(spec, column);
    if (edge.isPresent() && (elsewhere || (name == 0 && Naming.contradicts(spec, column)))) {
      return Optional.empty();
    }
    return edge;
  }

  private double nameOf(FieldSpec spec, Column column) {
    Double name = names.getOrDefault(column, Map.of()).get(spec);
    return name == null ? 0 : name;
  }

  /** What a record says about itself stands in it; only what it belongs to may stand above it. */
  private boolean mayStand(FieldSpec spec, Column column) {
    if (column.isOwn()) {
      return true;
    }
    boolean owner =
        switch (spec.field()) {
          case "room", "node", "category" -> true;
          default -> false;
        };
    boolean word = spec.field().equals("role") || spec.field().equals("access");
    boolean ownsItself = column.part() > 0 && spec.type() == FieldSpec.Type.GUID && isOnlyRecord();
    return owner || (word && column.part() == 0) || ownsItself;
  }

  /** Returns whether each entry is one record. */
  private boolean isOnlyRecord() {
    return candidate.node().parent() == null;
  }

  /** Returns whether a name says that the column is another field that it can be. */
  private boolean belongsElsewhere(FieldSpec spec, Column column) {
    for (FieldSpec other : FieldSpec.of(kind)) {
      if (!other.field().equals(spec.field())
          && nameOf(other, column) >= Naming.RECOGNISED
          && (other.type().isReference() || shaped(other, column, 0).isPresent())) {
        return true;
      }
    }
    return false;
  }

  private Optional<Edge> shaped(FieldSpec spec, Column column, double name) {
    Profile p = column.profile();
    return switch (spec.type()) {
      case GUID -> guid(spec, column, name);
      case URI -> uri(spec, column, name);
      case NUMBER_KEY -> numberKey(spec, column, name);
      case NUMBER -> p.all(Shape.INTEGER) ? plain(spec, column, name, -1) : Optional.empty();
      case SEQUENCE -> sequence(spec, column, name);
      case NAME -> name(spec, column, name);
      case LABEL, TEXT -> isText(p) ? plain(spec, column, name, 0) : Optional.empty();
      case CONTENT -> content(spec, column, name);
      case RTF -> p.share(Shape.RTF) > MOST ? plain(spec, column, name, 5) : Optional.empty();
      case FLAG -> flag(spec, column, name, "true", "false");
      case COUNTERFLAG ->
          spec.field().equals("access")
              ? flag(spec, column, name, "allow", "deny")
              : flag(spec, column, name, "false", "true");
      case TIME -> times.of(spec, column, name);
      case DATETIME -> p.all(Shape.ISO_LOCAL) ? plain(spec, column, name, 0) : Optional.empty();
      case WORD -> word(spec, column, name);
      case EMAIL ->
          p.share(Shape.EMAIL) > MOST && p.share(Shape.SIP) == 0
              ? plain(spec, column, name, 0)
              : Optional.empty();
      case DISTINGUISHED_NAME ->
          p.share(Shape.DISTINGUISHED_NAME) > MOST
              ? plain(spec, column, name, 5)
              : Optional.empty();
      case URL ->
          p.share(Shape.URL) > 0.5 || name > 0
              ? plain(spec, column, name, p.share(Shape.URL) > 0.8 ? 4 : 0)
              : Optional.empty();
      case PRINCIPAL, CATEGORY, ROOM, NODE, ADD_IN -> reference(spec, column, name);
    };
  }

  private Optional<Edge> plain(FieldSpec spec, Column column, double name, double shape) {
    return Optional.of(new Edge(spec, column, name, shape, ValueSpelling.PLAIN, null, null));
  }

  private static boolean isText(Profile p) {
    return p.share(Shape.RTF) < 0.01
        && p.share(Shape.GUID) < MOST
        && p.share(Shape.INTEGER) < MOST
        && p.share(Shape.ISO_ZONED) + p.share(Shape.ISO_LOCAL) < MOST;
  }

  private Optional<Edge> guid(FieldSpec spec, Column column, double name) {
    Profile p = column.profile();
    boolean inside = p.share(Shape.WITH_GUID) > NEARLY_ALL;
    if (!(p.share(Shape.GUID) > NEARLY_ALL || inside) || p.repeated() > p.count() / 100) {
      return Optional.empty();
    }
    if (column.isOwn() && p.count() < candidate.count() * NEARLY_ALL) {
      return Optional.empty();
    }
    if (column.isOwn() && name == 0 && targets.isForeign(candidate, column)) {
      return Optional.empty();
    }
    double shape = inside ? -1 : 1;
    shape += targets.isReferredTo(column) ? 4 : 0;
    shape += !inside && isOnlyGuidKey(column) ? 3 : 0;
    return plain(spec, column, name, shape);
  }

  private boolean isOnlyGuidKey(Column column) {
    return candidate.isKey(column)
        && candidate.own().stream()
            .noneMatch(
                other ->
                    !other.equals(column)
                        && candidate.isKey(other)
                        && other.profile().share(Shape.GUID) > MOST);
  }

  private Optional<Edge> uri(FieldSpec spec, Column column, double name) {
    Profile p = column.profile();
    boolean principal = kind == Kind.PRINCIPAL;
    double ours =
        principal
            ? p.share(Shape.SIP) + p.share(Shape.GROUP_URI)
            : p.share(Shape.ROOM_URI) + p.share(Shape.CATEGORY_URI);
    boolean address = ours > MOST || (principal && p.share(Shape.EMAIL) + ours > MOST);
    boolean repeats = p.repeated() > Math.max(2, p.count() / 20);
    if (!isText(p) || repeats || !(address || (name > 0 && principal))) {
      return Optional.empty();
    }
    return plain(spec, column, name, ours > MOST ? 4 + (p.isUnique() ? 1 : 0) : 0);
  }

  private Optional<Edge> numberKey(FieldSpec spec, Column column, double name) {
    if (!column.profile().all(Shape.INTEGER) || !candidate.isKey(column)) {
      return Optional.empty();
    }
    return plain(spec, column, name, targets.isReferredTo(column) ? 4 : 0);
  }

  private Optional<Edge> sequence(FieldSpec spec, Column column, double name) {
    Profile p = column.profile();
    boolean flagLike = p.distinct() <= 2 && p.count() > 10;
    if (!p.all(Shape.INTEGER)
        || p.count() < candidate.count()
        || p.share(Shape.TICKS) > 0.5
        || flagLike) {
      return Optional.empty();
    }
    double shape = p.ascent().isStrict() ? 4.5 : p.ascent().share() > 0.95 ? 3 : 0;
    return plain(spec, column, name, targets.ascendsInRooms(column) ? 4.5 : shape);
  }

  private Optional<Edge> name(FieldSpec spec, Column column, double name) {
    Profile p = column.profile();
    boolean address = p.share(Shape.URL) + p.share(Shape.SIP) + p.share(Shape.ROOM_URI) > 0.5;
    boolean repeats = p.repeated() > p.count() / 20;
    if (!isText(p) || address || repeats || p.longest() > 512 || p.count() < candidate.count()) {
      return Optional.empty();
    }
    return plain(spec, column, name, !named && outshines(column) ? 4.5 : 0);
  }

  /**
   * Returns whether a column is a name by its values alone: unique, and beside a text that is not,
   * or for add-ins the only text beside an address.
   */
  private boolean outshines(Column column) {
    long texts = 0;
    boolean better = true;
    for (Column other : candidate.own()) {
      Profile p = other.profile();
      boolean text =
          p.count() > 0
              && isText(p)
              && p.share(Shape.FLAG) < MOST
              && p.share(Shape.URL) < 0.5
              && p.share(Shape.WITH_GUID) < 0.5
              && (p.words().isEmpty() || p.isUnique());
      if (text && !other.equals(column)) {
        texts++;
        boolean gaps = p.count() < candidate.count() || !p.isUnique();
        better &= gaps || p.averageLength() > 1.5 * column.profile().averageLength();
      }
    }
    boolean enough = texts == 1 || (kind == Kind.ADD_IN && texts == 0);
    return enough && better && column.profile().isUnique();
  }

  private Optional<Edge> content(FieldSpec spec, Column column, double name) {
    Profile p = column.profile();
    boolean other =
        p.share(Shape.RTF) > 0.01
            || p.share(Shape.INTEGER) > 0.5
            || p.share(Shape.GUID) > 0.5
            || p.share(Shape.SIP) > 0.5
            || p.share(Shape.ISO_ZONED) + p.share(Shape.ISO_LOCAL) > 0.5;
    if (other) {
      return Optional.empty();
    }
    if (p.share(Shape.BASE64) > MOST && p.distinct() > 2 && p.averageLength() >= 8) {
      return Optional.of(new Edge(spec, column, name, 1, null, null, Edge.Doubt.ENCODED));
    }
    boolean prose =
        p.share(Shape.WORDS) > 0.3 && p.distinct() * 10 > p.count() * 3 && p.longest() > 20;
    double shape = 0;
    if (prose) {
      shape = !named || column.isOwnText() || isOnlyProse(column) ? 4.5 : 1;
    }
    return plain(spec, column, name, shape);
  }

  private boolean isOnlyProse(Column column) {
    return candidate.own().stream()
        .noneMatch(
            other ->
                !other.equals(column)
                    && other.profile().share(Shape.WORDS) > 0.3
                    && other.profile().share(Shape.RTF) < MOST
                    && other.profile().distinct() * 10 > other.profile().count() * 3);
  }

  private Optional<Edge> flag(
      FieldSpec spec, Column column, double name, String whenTrue, String whenFalse) {
    if (!column.profile().all(Shape.FLAG)) {
      return Optional.empty();
    }
    return Vocabulary.flags(column.profile().words().keySet(), whenTrue, whenFalse)
        .map(spelling -> new Edge(spec, column, name, 0, spelling, null, null));
  }

  private Optional<Edge> word(FieldSpec spec, Column column, double name) {
    Profile p = column.profile();
    if (p.words().isEmpty()) {
      return Optional.empty();
    }
    Optional<ValueSpelling> spelling = Vocabulary.words(spec.field(), p.words().keySet());
    if (spelling.isPresent()) {
      boolean telling = p.share(Shape.INTEGER) == 0 && p.share(Shape.FLAG) == 0;
      return Optional.of(
          new Edge(spec, column, name, telling ? 4 : -1, spelling.get(), null, null));
    }
    if (spec.field().equals("access")
        && Terms.of(column.name()).stream().anyMatch(Evidence::denies)) {
      return flag(spec, column, name, "deny", "allow");
    }
    Optional<ValueSpelling> looked = targets.lookup(spec, column);
    if (looked.isPresent()) {
      return Optional.of(new Edge(spec, column, name, 3, looked.get(), null, null));
    }
    boolean needed = spec.field().equals("role") || spec.field().equals("access");
    return needed && name > 0
        ? Optional.of(new Edge(spec, column, name, 0, null, null, Edge.Doubt.NO_MEANING))
        : Optional.empty();
  }

  private static boolean denies(String word) {
    return word.equals("denied") || word.equals("deny");
  }

  private Optional<Edge> reference(FieldSpec spec, Column column, double name) {
    Optional<Fit> fit = targets.fit(spec.type(), column);
    if (fit.isEmpty()) {
      return Optional.empty();
    }
    Fit found = fit.get();
    boolean bookkeeping = spec.field().endsWith("By");
    if (bookkeeping && name == 0) {
      return Optional.empty();
    }
    double shape =
        found.strength() - column.up() * 0.25 + (found.by() == ValueSpelling.Key.GUID ? 0.5 : 0);
    if (spec.field().equals("category") || spec.field().equals("room")) {
      shape += column.up() > 0 && targets.holds(spec.type(), column) ? 3 : 0;
    }
    shape -= column.up() > 0 && !column.profile().isUnique() ? 3 : 0;
    shape += spec.field().equals("principal") && targets.isPreferred(column) ? 2 : 0;
    if (!found.faithful()) {
      return Optional.of(new Edge(spec, column, name, shape, null, found, Edge.Doubt.SHARED_KEY));
    }
    return Optional.of(
        new Edge(
            spec,
            column,
            name,
            shape,
            new ValueSpelling.Reference(found.by(), Set.of()),
            found,
            null));
  }
}
