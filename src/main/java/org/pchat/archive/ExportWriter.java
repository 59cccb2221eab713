package org.pchat.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Pchat1;
import org.pchat.layout.Spelling;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.xml.RecordWriter;
import org.pchat.xml.XmlLimits;
import org.pchat.zip.PendingFile;
import org.pchat.zip.ZipOutput;

/**
 * Writes a snapshot as a canonical export. Deterministic: the same content gives the same bytes.
 *
 * <p>Streams; the source must deliver its records {@link Order#SORTED} and read rooms apart. The
 * file appears under its name only when it is complete and was read back.
 */
public final class ExportWriter {
  private static final int BUFFER = 1 << 16;

  /** A character that XML cannot hold takes seven. */
  private static final int LONGEST_ESCAPE = 7;

  /** More than the attributes of a message take. */
  private static final int USUAL_RECORD = 1_000;

  private final ChatSource source;
  private final ZipOutput zip;
  private final List<Manifest.Described> written = new ArrayList<>();

  private ExportWriter(ChatSource source, ZipOutput zip) {
    this.source = source;
    this.zip = zip;
  }

  /**
   * Writes {@code source} to {@code target}.
   *
   * @param overwrite whether an existing file may be replaced
   * @return what was written, entry by entry
   * @throws org.pchat.problem.RefusedException if the file exists and may not
   * @throws IOException if the disk fails; then nothing stands under the name that did not stand
   *     there before
   */
  public static List<WrittenEntry> write(ChatSource source, Path target, boolean overwrite)
      throws IOException {
    requireOrder(source);
    try (var pending = PendingFile.create(target, overwrite)) {
      List<Manifest.Described> written;
      try (var zip = new ZipOutput(pending.channel())) {
        var writer = new ExportWriter(source, zip);
        writer.entries();
        writer.manifest();
        written = writer.written;
      }
      pending.commit(temp -> ReadBack.check(temp, written));
      return written.stream().map(WrittenEntry::of).toList();
    }
  }

  private static void requireOrder(ChatSource source) {
    boolean sorted = Kind.ALL.stream().allMatch(kind -> source.order(kind) == Order.SORTED);
    if (!sorted || !source.readsRoomsApart()) {
      throw new IllegalArgumentException(
          "the source is not in order, or does not read rooms apart");
    }
  }

  /**
   * Reading, spelling and packing go on at the same time, each on a thread of its own; the bytes
   * are those that one thread would write.
   */
  private void entries() throws IOException {
    try (var packing = new Conveyor("packing");
        var spelling = new Conveyor("spelling")) {
      Coverage coverage = source.coverage();
      for (EntryRole role : Pchat1.STRUCTURE) {
        if (role.kinds().stream().anyMatch(coverage::holds)) {
          entry(role, spelling, packing);
        }
      }
      if (coverage.level().hasContent()) {
        for (Guid room : rooms()) {
          entry(Pchat1.messagesOf(room), spelling, packing);
        }
      }
      spelling.finish();
      packing.finish();
    }
  }

  /** An entry for every room, even without messages, and for messages whose room is not listed. */
  private Set<Guid> rooms() throws IOException {
    Set<Guid> rooms = new TreeSet<>(source.messageRooms());
    source.structure().rooms().stream().map(Room::guid).forEach(rooms::add);
    return rooms;
  }

  private void entry(EntryRole role, Conveyor spelling, Conveyor packing) throws IOException {
    var entry = new EntryWriter(role, zip, packing, written);
    spelling.put(entry::begin, 1);
    for (Kind<?> kind : role.kinds()) {
      records(kind, role.room(), entry, spelling);
    }
    spelling.put(entry::end, 1);
  }

  @SuppressWarnings("unchecked") // a room's records are messages
  private <T> void records(Kind<T> kind, @Nullable Guid room, EntryWriter entry, Conveyor spelling)
      throws IOException {
    var batch = new Batch<>(Pchat1.LAYOUT.spelling(kind), entry, spelling);
    T previous = null;
    try (RecordCursor<T> records =
        room == null ? source.records(kind) : (RecordCursor<T>) source.messages(room)) {
      while (records.advance()) {
        T next = records.record();
        if (previous != null && kind.order().compare(previous, next) >= 0) {
          throw new MalformedArchiveException(
              Problem.of(ExportProblem.NOT_IN_ORDER, records.location(), kind.word()));
        }
        if (fits(next, records.location())) {
          batch.add(next);
        }
        previous = next;
      }
    }
    if (source.damaged(new Part(kind, room))) {
      throw new MalformedArchiveException(
          Problem.of(ExportProblem.DAMAGED_SOURCE, Location.of(source.origin().name()), kind));
    }
    batch.handOver();
  }

  /** What our own reader would refuse must not be written, or all of the export would be lost. */
  private boolean fits(Object record, Location where) throws IOException {
    if (!(record instanceof Message message) || !mayBeTooLong(message)) {
      return true;
    }
    var spelled = new ByteArrayOutputStream();
    try (var out = new RecordWriter(spelled)) {
      Pchat1.LAYOUT.spelling(Kind.MESSAGE).write(message, out);
    }
    boolean fits = spelled.size() < XmlLimits.defaults().maxRecordChars();
    if (!fits) {
      source
          .problems()
          .add(Problem.of(ExportProblem.TOO_LONG_TO_WRITE, where, message.id(), message.room()));
    }
    return fits;
  }

  private static boolean mayBeTooLong(Message message) {
    int rtf = message.rtf() == null ? 0 : message.rtf().length();
    long longest = (message.text().length() + (long) rtf) * LONGEST_ESCAPE + USUAL_RECORD;
    return longest >= XmlLimits.defaults().maxRecordChars();
  }

  /** Gathers records, since handing each over by itself would take longer than spelling it. */
  private static final class Batch<T> {
    private static final int MOST = 128;
    private static final int HEAVIEST = 1 << 15;
    private static final int USUAL_WEIGHT = 500;
    private final Spelling<T> spelling;
    private final EntryWriter entry;
    private final Conveyor conveyor;
    private List<T> records = new ArrayList<>();
    private int weight;

    Batch(Spelling<T> spelling, EntryWriter entry, Conveyor conveyor) {
      this.spelling = spelling;
      this.entry = entry;
      this.conveyor = conveyor;
    }

    void add(T record) throws IOException {
      records.add(record);
      weight += weight(record);
      if (records.size() >= MOST || weight >= HEAVIEST) {
        handOver();
      }
    }

    private static int weight(Object record) {
      if (record instanceof Message message) {
        int rtf = message.rtf() == null ? 0 : message.rtf().length();
        return USUAL_WEIGHT + 2 * (message.text().length() + rtf);
      }
      return USUAL_WEIGHT;
    }

    void handOver() throws IOException {
      List<T> full = records;
      if (!full.isEmpty()) {
        conveyor.put(() -> entry.write(spelling, full), weight);
      }
      records = new ArrayList<>();
      weight = 0;
    }
  }

  private static Set<Manifest.Omitted> omitted(Coverage coverage) {
    Set<Manifest.Omitted> omitted = new HashSet<>();
    for (Kind<?> kind : Kind.ALL) {
      kind.fields().stream()
          .filter(field -> !coverage.has(field))
          .forEach(field -> omitted.add(new Manifest.Omitted(kind.word(), field.name())));
    }
    return omitted;
  }

  private void manifest() throws IOException {
    Coverage coverage = source.coverage();
    var manifest =
        new Manifest(
            Pchat1.NAME,
            coverage.level(),
            coverage.snapshotTime(),
            null,
            coverage.startDate(),
            coverage.zone() != Coverage.Zone.ASSUMED,
            coverage.messageIdsDerived(),
            source.consistency(),
            omitted(coverage),
            coverage.scope(),
            List.of(),
            written);
    try (OutputStream out = new BufferedOutputStream(zip.entry(Pchat1.MANIFEST), BUFFER)) {
      ManifestCodec.write(manifest, out);
    }
  }
}
