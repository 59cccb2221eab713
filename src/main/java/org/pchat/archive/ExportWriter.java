package org.pchat.archive;

import java.io.BufferedOutputStream;
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
import org.pchat.model.Order;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.xml.RecordWriter;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlName;
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
   * @throws org.pchat.problem.RefusedException if the file exists and may not
   * @throws IOException if the disk fails; then nothing stands under the name that did not stand
   *     there before
   */
  public static void write(ChatSource source, Path target, boolean overwrite) throws IOException {
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
    }
  }

  private static void requireOrder(ChatSource source) {
    boolean sorted = Kind.ALL.stream().allMatch(kind -> source.order(kind) == Order.SORTED);
    if (!sorted || !source.readsRoomsApart()) {
      throw new IllegalArgumentException(
          "the source is not in order, or does not read rooms apart");
    }
  }

  private void entries() throws IOException {
    Coverage coverage = source.coverage();
    for (EntryRole role : Pchat1.STRUCTURE) {
      if (role.kinds().stream().anyMatch(coverage::holds)) {
        entry(role);
      }
    }
    if (coverage.level().hasContent()) {
      for (Guid room : rooms()) {
        entry(Pchat1.messagesOf(room));
      }
    }
  }

  /** An entry for every room, even without messages, and for messages whose room is not listed. */
  private Set<Guid> rooms() throws IOException {
    Set<Guid> rooms = new TreeSet<>(source.messageRooms());
    source.structure().rooms().stream().map(Room::guid).forEach(rooms::add);
    return rooms;
  }

  private void entry(EntryRole role) throws IOException {
    String name = Pchat1.entryName(role);
    var measured = new MeasuredStream(zip.entry(name));
    long records = 0;
    try (var out = new RecordWriter(new BufferedOutputStream(measured, BUFFER))) {
      out.startRoot(role.name(), Pchat1.NAMESPACE, rootAttributes(role.room()));
      for (Kind<?> kind : role.kinds()) {
        records += records(kind, role.room(), out);
      }
      out.endRoot();
    }
    written.add(
        new Manifest.Described(name, role.name(), records, measured.bytes(), measured.sha256()));
  }

  private static List<XmlAttribute> rootAttributes(@Nullable Guid room) {
    return room == null
        ? List.of()
        : List.of(new XmlAttribute(XmlName.of("room"), room.toString()));
  }

  @SuppressWarnings("unchecked") // a room's records are messages
  private <T> long records(Kind<T> kind, @Nullable Guid room, RecordWriter out) throws IOException {
    Spelling<T> spelling = Pchat1.LAYOUT.spelling(kind);
    long count = 0;
    T previous = null;
    try (RecordCursor<T> records =
        room == null ? source.records(kind) : (RecordCursor<T>) source.messages(room)) {
      while (records.advance()) {
        T next = records.record();
        if (previous != null && kind.order().compare(previous, next) >= 0) {
          throw new MalformedArchiveException(
              Problem.of(ExportProblem.NOT_IN_ORDER, records.location(), kind.word()));
        }
        spelling.write(next, out);
        previous = next;
        count++;
      }
    }
    if (source.damaged(new Part(kind, room))) {
      throw new MalformedArchiveException(
          Problem.of(ExportProblem.DAMAGED_SOURCE, Location.of(source.origin().name()), kind));
    }
    return count;
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
            omitted(coverage),
            coverage.scope(),
            List.of(),
            written);
    try (OutputStream out = new BufferedOutputStream(zip.entry(Pchat1.MANIFEST), BUFFER)) {
      ManifestCodec.write(manifest, out);
    }
  }
}
