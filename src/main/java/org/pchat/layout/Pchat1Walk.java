package org.pchat.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.xml.RecordReader;
import org.pchat.xml.SchemaFinding;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlLimits;
import org.pchat.xml.XmlRecord;

/** Walks over an entry of the canonical layout, whose records are the children of the root. */
final class Pchat1Walk implements EntryWalk {
  private static final String ROOM = "room";

  private final RecordReader reader;
  private final EntryRole role;
  private final EntryContext context;
  private final Asides asides;
  private final List<SchemaFinding> outside = new ArrayList<>();
  private @Nullable XmlRecord element;

  private Pchat1Walk(RecordReader reader, EntryRole role, EntryContext context) {
    this.reader = reader;
    this.role = role;
    this.context = context;
    this.asides = new Asides(reader::comments, reader::instructions);
  }

  static Pchat1Walk open(EntryRole role, InputStream in, EntryContext context) throws IOException {
    var reader =
        RecordReader.open(
            in,
            context.where(),
            XmlLimits.defaults(),
            context.schemas(() -> Pchat1Schemas.named(role.name())));
    var walk = new Pchat1Walk(reader, role, context);
    try {
      walk.checkRoot();
      return walk;
    } catch (RuntimeException strict) {
      try (walk) {
        throw strict;
      }
    }
  }

  /** Holds what the entry says about itself against what its name and the layout say. */
  private void checkRoot() {
    outside.addAll(reader.findings());
    if (!reader.encoding().equals(StandardCharsets.UTF_8)
        && !reader.encoding().equals(StandardCharsets.US_ASCII)) {
      report(ExportProblem.NOT_UTF_8, reader.encoding().name());
    }
    if (!Pchat1.isRoot(role, reader.rootName())
        && outside.stream().noneMatch(SchemaFinding::whole)) {
      report(ExportProblem.WRONG_ROOT, reader.rootName().local(), role.name());
    }
    if (role.room() != null && outside.stream().noneMatch(said -> said.concerns(ROOM))) {
      reader.rootAttributes().stream()
          .filter(attribute -> attribute.name().local().equals(ROOM))
          .map(XmlAttribute::value)
          .filter(room -> !room.equalsIgnoreCase(role.room().toString()))
          .forEach(room -> report(ExportProblem.WRONG_ROOM, room));
    }
  }

  private void report(ExportProblem code, Object... arguments) {
    context.problems().add(Problem.of(code, context.where(), arguments));
  }

  @Override
  public boolean advance() throws IOException {
    element = null;
    element = reader.next();
    if (element == null) {
      outside.addAll(reader.findings());
    }
    return element != null;
  }

  @Override
  public List<SchemaFinding> findings() {
    return element == null ? outside : element.findings();
  }

  @Override
  public Set<String> doubtful() {
    Kind<?> kind = findings().isEmpty() ? null : kind();
    if (kind == null) {
      return Set.of();
    }
    return kind.fields().stream()
        .map(Field::name)
        .filter(name -> element().isDoubtful(Pchat1.LAYOUT.spelling(kind).part(name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private XmlRecord element() {
    if (element == null) {
      throw new IllegalStateException("no record: advance() was not called, or returned false");
    }
    return element;
  }

  @Override
  public Stop stop() {
    return kind() == null ? Stop.STRANGER : Stop.RECORD;
  }

  @Override
  public @Nullable Kind<?> kind() {
    if (element == null) {
      return null;
    }
    for (Kind<?> kind : role.kinds()) {
      if (Pchat1.LAYOUT.spelling(kind).matches(element())) {
        return kind;
      }
    }
    return null;
  }

  @Override
  public String name() {
    return element().name().local();
  }

  @Override
  public <T> T read(Kind<T> kind) {
    return Pchat1.LAYOUT.spelling(kind).read(element(), role, context);
  }

  @Override
  public Location location() {
    return reader.location();
  }

  @Override
  public Optional<RawRecord> raw() {
    return Optional.of(reader.raw());
  }

  @Override
  public byte[] gap() {
    return reader.gap();
  }

  @Override
  public Map<String, Long> unknown() {
    if ((element == null || kind() != null) && !asides.areNew()) {
      return Map.of();
    }
    var met = new UnknownNames();
    if (element != null && kind() == null) {
      met.count(name());
    }
    asides.addTo(met);
    return met.counts();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
