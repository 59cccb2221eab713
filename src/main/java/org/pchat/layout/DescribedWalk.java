package org.pchat.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.problem.Location;
import org.pchat.xml.EntryParser;
import org.pchat.xml.SchemaFinding;

/**
 * Walks over an entry as a descriptor says.
 *
 * <p>Records that stand in a piece, such as a message, have its bytes; what is found inside such a
 * piece is delivered before it and has none. Around the pieces everything is a gap; a long one is
 * delivered in parts, so that no more than a piece is held in memory.
 */
final class DescribedWalk implements EntryWalk, LateValues, MappedFields.Numbers {
  /** How many bytes of a gap are held before they are delivered. */
  private static final int LONG_GAP = 1 << 16;

  private static final int NUMBERS_PER_ENTRY_BITS = 40;

  private final EntryScan scan;
  private final EntryParser parser;
  private final EntryContext context;
  private final Escapes escapes;
  private final Deque<Target> waiting = new ArrayDeque<>();
  private final Map<Guid, Long> numbers = new HashMap<>();
  private @Nullable LateValues late;
  private EntryScan.Stop seen = EntryScan.Stop.STRANGE;
  private Stop stop = Stop.STRANGER;
  private @Nullable Target current;
  private boolean hasBytes;

  /** What was met outside of records since the last stop; null as long as there is nothing. */
  private @Nullable UnknownNames unknown;

  private final Asides asides;

  /** Where the bytes begin that were not delivered yet. */
  private long pending;

  /** Where the gap of this stop begins and ends. */
  private long gapStart;

  private long gapEnd;

  /** How deep the piece stands that is being read; 0 outside of pieces. */
  private int pieceDepth;

  /**
   * The elements that may have others inside and had none so far, the innermost last. One that has
   * none to its end is a piece.
   */
  private final Deque<OpenElement> undecided = new ArrayDeque<>();

  /** Whether the scan's stop is still to be looked at. */
  private boolean isSeenAgain;

  DescribedWalk(EntryScan scan, EntryContext context, Escapes escapes) {
    this.scan = scan;
    this.parser = scan.parser();
    this.context = context;
    this.escapes = escapes;
    this.asides = new Asides(parser::comments, parser::instructions);
    parser.keep(0);
  }

  @Override
  public boolean advance() throws IOException {
    if (!waiting.isEmpty()) {
      deliver(waiting.remove(), false);
      return true;
    }
    unknown = null;
    if (pieceDepth == 0 && (pending == parser.start() || pending == parser.end())) {
      parser.keep(pending);
    }
    while (true) {
      EntryScan.Stop met = isSeenAgain ? seen : scan.next();
      isSeenAgain = false;
      seen = met;
      if (met == EntryScan.Stop.DONE) {
        deliverGap(Stop.STRANGER, parser.end());
        return false;
      }
      if (isDelivered(met)) {
        return true;
      }
    }
  }

  private boolean isDelivered(EntryScan.Stop met) throws IOException {
    return switch (met) {
      case BEGIN -> begins();
      case END -> ends();
      default -> isLongGap() && (opens() || deliverGap(Stop.STRANGER, parser.end()));
    };
  }

  private boolean isLongGap() {
    return pieceDepth == 0 && parser.end() - pending > LONG_GAP;
  }

  /** Enters a target; returns whether it is one that has others inside. */
  private boolean begins() {
    if (pieceDepth > 0) {
      return false;
    }
    if (opens()) {
      isSeenAgain = true;
      return true;
    }
    if (scan.element().state.holdsRecords()) {
      undecided.add(scan.element());
    } else {
      pieceDepth = scan.depth();
    }
    return false;
  }

  /** Delivers the start of the outermost element that turns out to have others inside. */
  private boolean opens() {
    OpenElement outermost = undecided.poll();
    return outermost != null && deliverGap(Stop.OPENING, outermost.start);
  }

  /** Leaves a target; returns whether there is something to deliver. */
  private boolean ends() throws IOException {
    List<Target> fitting = scan.fitting(this);
    scan.serve();
    UnknownNames inside = scan.element().unknown;
    if (inside != null && !isRecord(fitting)) {
      met().addAll(inside);
    }
    if (pieceDepth > 0 && scan.depth() > pieceDepth) {
      return deliverAll(fitting, false);
    }
    boolean isPiece = pieceDepth > 0 || undecided.peekLast() == scan.element();
    if (!isPiece) {
      deliverGap(Stop.CLOSING, parser.end());
      addAll(fitting, true);
      current = waiting.poll();
      return true;
    }
    if (pieceDepth == 0) {
      undecided.removeLast();
    }
    pieceDepth = 0;
    return deliverAll(fitting, true)
        || (isLongGap() && undecided.isEmpty() && deliverGap(Stop.STRANGER, parser.end()));
  }

  private static boolean isRecord(List<Target> fitting) {
    for (Target target : fitting) {
      if (target.kind() != null) {
        return true;
      }
    }
    return false;
  }

  /** Puts the records among these in the row, or the events. */
  private void addAll(List<Target> fitting, boolean records) {
    for (Target target : fitting) {
      if (records ? target.kind() != null : target.event() != null) {
        waiting.add(target);
      }
    }
  }

  private boolean deliverAll(List<Target> fitting, boolean isPiece) {
    addAll(fitting, isRecord(fitting));
    Target first = waiting.poll();
    if (first == null) {
      return false;
    }
    deliver(first, isPiece);
    return true;
  }

  /** Delivers a record or event, with the bytes of its piece or without any. */
  private void deliver(Target target, boolean isPiece) {
    current = target;
    hasBytes = isPiece;
    stop = target.kind() == null ? Stop.EVENT : Stop.RECORD;
    gapStart = pending;
    gapEnd = isPiece ? scan.element().start : pending;
    if (isPiece) {
      pending = parser.end();
    }
  }

  private boolean deliverGap(Stop what, long end) {
    current = null;
    hasBytes = false;
    stop = what;
    gapStart = pending;
    gapEnd = end;
    pending = end;
    return true;
  }

  @Override
  public Stop stop() {
    return stop;
  }

  @Override
  public @Nullable Kind<?> kind() {
    return current == null ? null : current.kind();
  }

  @Override
  public String name() {
    EventSpelling event = current == null ? null : current.event();
    return event == null ? scan.element().name.local() : event.name();
  }

  @Override
  public <T> T read(Kind<T> kind) throws IOException {
    Target target = Objects.requireNonNull(current);
    if (target.kind() != kind) {
      throw new IllegalStateException("this is no " + kind);
    }
    UnknownNames met = scan.element().unknown;
    if (met != null) {
      context.unknown().addAll(met);
    }
    var fields = new MappedFields(target, scan, context, escapes, this, this);
    try {
      T record = RecordFactories.of(kind).apply(fields);
      fields.check();
      return record;
    } catch (UncheckedIOException failed) {
      throw Objects.requireNonNull(failed.getCause());
    }
  }

  @Override
  public List<SchemaFinding> findings() {
    return parser.findings(1);
  }

  @Override
  public Location location() {
    return current == null ? parser.location() : scan.element().location;
  }

  @Override
  public Optional<RawRecord> raw() {
    return hasBytes
        ? Optional.of(parser.raw(scan.element().start, parser.end()))
        : Optional.empty();
  }

  @Override
  public byte[] gap() {
    return parser.bytes(gapStart, gapEnd);
  }

  private UnknownNames met() {
    unknown = unknown == null ? new UnknownNames() : unknown;
    return unknown;
  }

  @Override
  public Map<String, Long> unknown() {
    UnknownNames outside = scan.takeOutside();
    if (outside != null) {
      met().addAll(outside);
    }
    if (asides.areNew()) {
      asides.addTo(met());
    }
    return unknown == null ? Map.of() : unknown.counts();
  }

  @Override
  public @Nullable String value(int ordinal, int owner, int index) {
    if (late == null) {
      try {
        late = context.references().late(String.valueOf(context.where().entry()));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return late.value(ordinal, owner, index);
  }

  /** Numbers messages in their room, the later entries of an archive behind the earlier. */
  @Override
  public long number(Guid room) {
    long inEntry = numbers.merge(room, 1L, Long::sum);
    return ((long) context.ordinal() << NUMBERS_PER_ENTRY_BITS) + inEntry;
  }

  @Override
  public void close() throws IOException {
    scan.close();
  }
}
