package org.pchat.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Target.Column;
import org.pchat.model.DerivedGuid;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Spelled;
import org.pchat.model.Ticks;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.LayoutProblem;
import org.pchat.problem.Problem;

/**
 * Reads the values of the record at whose end a scan stands, as a descriptor says.
 *
 * <p>A field that the descriptor does not have is no fault of the record: it gets a stand-in, and
 * the source's coverage says that it means nothing. A missing text is empty.
 */
final class MappedFields implements Fields {
  private static final Guid NO_GUID = new Guid(0, 0);

  private final Target target;
  private final EntryScan scan;
  private final EntryContext context;
  private final Escapes escapes;
  private final Numbers numbers;
  private final Values values;
  private final List<Problem> faults = new ArrayList<>();
  private boolean isAuthorFound;

  /** Gives numbers to messages. */
  interface Numbers {
    /** Returns the number of a room's next message, for messages that have none. */
    long number(Guid room);
  }

  MappedFields(
      Target target,
      EntryScan scan,
      EntryContext context,
      Escapes escapes,
      LateValues late,
      Numbers numbers) {
    this.target = target;
    this.scan = scan;
    this.context = context;
    this.escapes = escapes;
    this.numbers = numbers;
    this.values = new Values(target, scan, context, late);
  }

  @Override
  public String text(String name) {
    String value = textOrNull(name);
    if (value == null && name.equals("text")) {
      missing(name);
    }
    return value == null ? "" : value;
  }

  @Override
  public @Nullable String textOrNull(String name) {
    if (name.equals("authorRaw")) {
      return authorRaw();
    }
    Column column = target.column(name);
    if (column == null) {
      return null;
    }
    String value = values.verbatim(column);
    if (value == null || column.spelling().none().contains(value.strip())) {
      return column.spelling().otherwise();
    }
    String meant = values.meaning(column, value);
    String text = meant == null ? value : escapes.read(meant);
    return name.equals("uri") ? withScheme(text) : text;
  }

  /** Users have {@code sip:} addresses; some sources leave the scheme out. */
  private static String withScheme(String uri) {
    return uri.indexOf(':') < 0 && uri.indexOf('@') > 0 ? "sip:" + uri.strip() : uri;
  }

  /** Returns the author as it stands there if it resolves to nobody. */
  private @Nullable String authorRaw() {
    Column raw = target.column("authorRaw");
    String given = raw == null ? null : values.verbatim(raw);
    if (given != null) {
      return escapes.read(given);
    }
    Column author = target.column("author");
    if (author == null || isAuthorFound) {
      return null;
    }
    String value = values.given(author);
    return value == null || reference("author", author, value).isPresent() ? null : value;
  }

  @Override
  public Guid guid(String name) {
    if (name.equals("guid")) {
      return identity();
    }
    Column column = target.column(name);
    if (column == null) {
      return NO_GUID;
    }
    String value = values.given(column);
    if (value == null) {
      missing(name);
      return NO_GUID;
    }
    Optional<Guid> found = reference(name, column, value);
    if (found.isEmpty()) {
      faults.add(bad(ExportProblem.BAD_VALUE, name, value, expected(column)));
    }
    return found.orElse(NO_GUID);
  }

  @Override
  public @Nullable Guid guidOrNull(String name) {
    Column column = target.column(name);
    String value = column == null ? null : values.given(column);
    if (column == null || value == null) {
      return null;
    }
    Guid found = reference(name, column, value).orElse(null);
    if (found == null) {
      if (!name.equals("author")) {
        context.problems().add(unresolved(name, column, value));
      }
      return null;
    }
    isAuthorFound |= name.equals("author");
    // The root of the tree is its own parent (docs/format.md).
    return name.equals("parent") && found.equals(identity()) ? null : found;
  }

  private Problem unresolved(String name, Column column, String value) {
    return key(column) == ValueSpelling.Key.GUID
        ? bad(ExportProblem.BAD_OPTIONAL_VALUE, name, value, expected(column))
        : Problem.of(
            LayoutProblem.UNRESOLVED,
            scan.element().location,
            name,
            PlainValues.shortened(value),
            key(column).word());
  }

  private static ValueSpelling.Key key(Column column) {
    return column.spelling().spelling() instanceof ValueSpelling.Reference reference
        ? reference.by()
        : ValueSpelling.Key.GUID;
  }

  private static String expected(Column column) {
    return key(column) == ValueSpelling.Key.GUID
        ? "a GUID"
        : "the " + key(column).word() + " of anything in this archive";
  }

  /** Returns the record's own GUID, or one derived from the best that it has. */
  Guid identity() {
    Guid given = ownGuid();
    if (given != null) {
      return given;
    }
    String uri = textOrNull("uri");
    if (uri != null && !uri.isBlank()) {
      return PlainValues.guidInUri(uri.strip()).orElseGet(() -> DerivedGuid.ofUri(uri));
    }
    for (String key : List.of("name", "id", "key")) {
      String text = textOrNull(key);
      if (text != null && !text.isBlank()) {
        return DerivedGuid.ofText(kind(), (key.equals("name") ? "" : key + ":") + text);
      }
    }
    missing("guid");
    return NO_GUID;
  }

  private @Nullable Guid ownGuid() {
    Column column = target.column("guid");
    String value = column == null ? null : values.given(column);
    if (value == null) {
      return null;
    }
    Optional<Guid> guid = PlainValues.guid(value);
    if (guid.isEmpty()) {
      faults.add(bad(ExportProblem.BAD_VALUE, "guid", value, "a GUID"));
    }
    return guid.orElse(NO_GUID);
  }

  private Kind<?> kind() {
    Kind<?> kind = target.kind();
    if (kind == null) {
      throw new IllegalStateException("not a record");
    }
    return kind;
  }

  private Optional<Guid> reference(String name, Column column, String value) {
    String meant = values.meaning(column, value);
    if (meant == null) {
      return Optional.empty();
    }
    if (!(column.spelling().spelling() instanceof ValueSpelling.Reference reference)
        || reference.by() == ValueSpelling.Key.GUID) {
      return PlainValues.guid(meant);
    }
    Collection<Kind<?>> kinds =
        reference.to().isEmpty() ? ReferenceTargets.of(name) : reference.to();
    try {
      return Optional.ofNullable(context.references().find(kinds, reference.by(), meant));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Ticks ticks(String name) {
    Ticks value = time(name, true);
    return value == null ? new Ticks(0) : value;
  }

  @Override
  public @Nullable Ticks ticksOrNull(String name) {
    return time(name, false);
  }

  private @Nullable Ticks time(String name, boolean needed) {
    Column column = target.column(name);
    return value(
        name,
        needed,
        text ->
            (column == null ? TimeReading.PLAIN : column.times()).ticks(text, context.sourceZone()),
        "a time");
  }

  @Override
  public long number(String name) {
    if (name.equals("id") && target.column(name) == null) {
      return numbers.number(guid("room"));
    }
    Long value = value(name, true, PlainValues::number, "a whole number");
    return value == null ? 0 : value;
  }

  @Override
  public @Nullable Long numberOrNull(String name) {
    return value(name, false, PlainValues::number, "a whole number");
  }

  @Override
  public @Nullable Integer integerOrNull(String name) {
    return value(name, false, PlainValues::integer, "a whole number of 32 bits");
  }

  @Override
  public boolean flag(String name) {
    if (name.equals("derived") && target.column(name) == null) {
      return ownGuid() == null;
    }
    Boolean value = value(name, false, PlainValues::truthInAnyCase, "true or false");
    return value != null && value;
  }

  @Override
  public boolean truth(String name) {
    Boolean value = value(name, true, PlainValues::truthInAnyCase, "true or false");
    return value != null && value;
  }

  @Override
  public @Nullable Boolean truthOrNull(String name) {
    return value(name, false, PlainValues::truthInAnyCase, "true or false");
  }

  @Override
  public @Nullable LocalDateTime datetimeOrNull(String name) {
    Column column = target.column(name);
    return column == null
        ? null
        : value(name, false, column.times()::local, "a date and time without a zone");
  }

  @Override
  public <W extends Spelled> W word(String name, W[] words) {
    W value = value(name, true, text -> PlainValues.word(text, words), words);
    return value == null ? StandIns.of(words) : value;
  }

  private static String oneOf(Spelled[] words) {
    return Arrays.stream(words).map(Spelled::word).collect(Collectors.joining(", ", "one of ", ""));
  }

  /**
   * Reads a value.
   *
   * @param expected what it should be, in words; or the words that it may be
   */
  private <V> @Nullable V value(
      String name, boolean needed, Function<String, Optional<V>> plain, Object expected) {
    Column column = target.column(name);
    if (column == null) {
      return null;
    }
    String value = values.given(column);
    if (value == null) {
      String otherwise = column.spelling().otherwise();
      if (otherwise != null) {
        return plain.apply(otherwise).orElse(null);
      }
      if (needed) {
        missing(name);
      }
      return null;
    }
    String meant = values.meaning(column, value);
    if (meant == null && values.isElsewhere(column)) {
      return null;
    }
    if (meant == null && needed) {
      values.requireTable(name, column, value);
    }
    Optional<V> read = meant == null ? Optional.empty() : plain.apply(meant);
    if (read.isEmpty() && needed) {
      faults.add(bad(ExportProblem.BAD_VALUE, name, value, expected));
    } else if (read.isEmpty() && !isRowMissing(column, meant)) {
      context.problems().add(bad(ExportProblem.BAD_OPTIONAL_VALUE, name, value, expected));
    }
    return read.orElse(null);
  }

  /** A table need not have a row for everything: no row is no value. */
  private static boolean isRowMissing(Column column, @Nullable String meant) {
    return meant == null && column.spelling().spelling() instanceof ValueSpelling.LookedUp;
  }

  private void missing(String name) {
    Column column = target.column(name);
    if (column != null && values.isElsewhere(column)) {
      return;
    }
    faults.add(
        Problem.of(
            ExportProblem.MISSING_VALUE,
            scan.element().location,
            scan.element().name.local(),
            name));
  }

  private Problem bad(ExportProblem code, String name, String value, Object expected) {
    return Problem.of(
        code,
        scan.element().location,
        name,
        PlainValues.shortened(value),
        expected instanceof Spelled[] words ? oneOf(words) : expected);
  }

  @Override
  public void check() {
    if (!faults.isEmpty()) {
      throw new BadRecordException(faults);
    }
  }
}
