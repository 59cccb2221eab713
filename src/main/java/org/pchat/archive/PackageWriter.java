package org.pchat.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.BadRecordException;
import org.pchat.layout.EntryRole;
import org.pchat.layout.EntryWalk;
import org.pchat.layout.Pchat1;
import org.pchat.layout.Pchat1Editing;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Part;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.spill.ExternalSort;
import org.pchat.spill.SortSpace;
import org.pchat.spill.SortedWalk;
import org.pchat.zip.Entry;

/**
 * Writes a package in the canonical layout. Records of a canonical export keep their bytes, but for
 * values that are to be others; all else is spelled canonically.
 *
 * <p>Messages stream; everything else is sorted on the disk, since records come from two sources
 * and may get other GUIDs.
 */
public final class PackageWriter {
  private final ChatSource from;
  private final @Nullable Export export;
  private final PackageContents contents;
  private final ExportCopy copy;
  private final Map<Kind<?>, Long> counts = new HashMap<>();

  private PackageWriter(ChatSource from, PackageContents contents, ExportCopy copy) {
    this.from = from;
    this.contents = contents;
    this.copy = copy;
    this.export = from instanceof Export own && own.layout() == Pchat1.LAYOUT ? own : null;
  }

  /**
   * Writes a package.
   *
   * @param overwrite whether an existing file may be replaced
   * @return how many records of each kind it holds
   * @throws org.pchat.problem.RefusedException if the file exists and may not be replaced
   */
  public static Map<Kind<?>, Long> write(
      ChatSource from, PackageContents contents, Path target, boolean overwrite)
      throws IOException {
    try (var copy = ExportCopy.create(target, overwrite, Pchat1.LAYOUT)) {
      var writer = new PackageWriter(from, contents, copy);
      writer.entries();
      copy.commit(contents.manifest());
      return Map.copyOf(writer.counts);
    }
  }

  private void entries() throws IOException {
    for (EntryRole role : Pchat1.STRUCTURE) {
      if (role.kinds().stream().anyMatch(from.coverage()::holds)) {
        structure(role);
      }
    }
    if (from.coverage().level().hasContent()) {
      Map<Guid, Guid> rooms = contents.messageRooms();
      for (Map.Entry<Guid, Guid> room : rooms.entrySet()) {
        messages(room.getKey(), room.getValue());
      }
      for (Guid room : contents.emptyRooms()) {
        EntryRole role = Pchat1.messagesOf(room);
        Frame frame = Frame.canonical(role);
        try (OutputStream out = copy.entry(Pchat1.entryName(role))) {
          out.write(frame.start());
          out.write(frame.end());
        }
        copy.describe(role, 0);
      }
    }
    strangers();
  }

  /** What the layout does not know is no reason to lose it. */
  private void strangers() throws IOException {
    if (export == null) {
      return;
    }
    for (String name : export.unknown().entries()) {
      Entry entry = export.container().entry(name).orElseThrow();
      try (var in = export.container().open(entry);
          OutputStream out = copy.entry(name)) {
        in.transferTo(out);
      }
    }
  }

  private Optional<Entry> entry(EntryRole role) {
    return export == null ? Optional.empty() : export.container().entry(Pchat1.entryName(role));
  }

  private void structure(EntryRole role) throws IOException {
    Optional<Entry> entry = entry(role);
    try (var sort = new ExternalSort<>(Piece.ORDER, Piece.CODEC, SortSpace.defaults())) {
      var pieces = new Pieces(role, sort);
      if (entry.isPresent()) {
        pieces.walk(entry.get());
      } else {
        for (Kind<?> kind : role.kinds()) {
          pieces.read(kind);
        }
      }
      for (Kind<?> kind : role.kinds()) {
        pieces.besides(kind);
      }
      try (OutputStream out = copy.entry(Pchat1.entryName(role));
          SortedWalk<Piece> sorted = sort.sorted()) {
        out.write(pieces.frame.start());
        while (sorted.advance()) {
          out.write(sorted.record().bytes());
          out.write(pieces.frame.lineEnd());
        }
        out.write(pieces.frame.end());
      }
      copy.describe(role, pieces.records);
    }
  }

  private void count(Kind<?> kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  /** The records of one entry of structure while they are gathered. */
  private final class Pieces {
    private final EntryRole role;
    private final ExternalSort<Piece> sort;
    private Frame frame;
    private long records;

    Pieces(EntryRole role, ExternalSort<Piece> sort) {
      this.role = role;
      this.sort = sort;
      this.frame = Frame.canonical(role);
    }

    /** Takes what is wanted of an entry, byte for byte; strangers stay behind their neighbours. */
    void walk(Entry entry) throws IOException {
      byte[] key = {};
      byte[] first = null;
      Charset encoding = null;
      try (EntryWalk walk = Objects.requireNonNull(export).walk(entry)) {
        while (walk.advance()) {
          first = first == null ? walk.gap() : first;
          Optional<RawRecord> raw = walk.raw();
          encoding = encoding == null ? raw.map(RawRecord::encoding).orElse(null) : encoding;
          Kind<?> kind = walk.kind();
          if (kind != null) {
            byte[] taken = take(kind, walk);
            key = taken.length == 0 ? key : taken;
          } else if (raw.isPresent()) {
            sort.add(new Piece(key, raw.get().bytes()));
          }
        }
        byte[] last = walk.gap();
        Charset found = encoding == null ? Frame.encoding(first == null ? last : first) : encoding;
        Frame own = first == null ? null : Frame.of(first, last, found);
        frame = own == null ? halved(last, found) : own;
      }
    }

    /** Returns the frame of an entry without records, whose only gap is all of it. */
    private Frame halved(byte[] whole, Charset encoding) {
      String text = new String(whole, encoding);
      int end = text.lastIndexOf("</");
      Frame own =
          end < 0
              ? null
              : Frame.of(
                  text.substring(0, end).getBytes(encoding),
                  text.substring(end).getBytes(encoding),
                  encoding);
      return own == null ? frame : own;
    }

    private <T> byte[] take(Kind<T> kind, EntryWalk walk) throws IOException {
      T record;
      try {
        record = walk.read(kind);
      } catch (BadRecordException unreadable) {
        return new byte[0]; // It was told when the plan was made.
      }
      byte[] key = Piece.key(role.kinds().indexOf(kind), kind, record);
      T taken = contents.take(kind, record);
      if (taken != null) {
        RawRecord raw = walk.raw().orElseThrow();
        add(kind, taken, bytes(kind, raw, record, taken));
      }
      return key;
    }

    private <T> void add(Kind<T> kind, T record, byte[] bytes) throws IOException {
      sort.add(new Piece(Piece.key(role.kinds().indexOf(kind), kind, record), bytes));
      count(kind);
      records++;
    }

    <T> void read(Kind<T> kind) throws IOException {
      try (RecordCursor<T> all = from.records(kind)) {
        while (all.advance()) {
          T taken = contents.take(kind, all.record());
          if (taken != null) {
            add(kind, taken, Pchat1Editing.spelled(kind, taken).getBytes(frame.encoding()));
          }
        }
      }
      requireWhole(new Part(kind, null));
    }

    /** Bytes from elsewhere count if they mean the same below this root. */
    <T> void besides(Kind<T> kind) throws IOException {
      boolean plain = frame.namespaces().equals(Frame.canonical(role).namespaces());
      contents.besides(
          kind,
          (record, spelled, raw) -> {
            String text;
            if (!plain) {
              text = Pchat1Editing.standingAlone(kind, record);
            } else if (raw.isPresent() && isCanonical(raw.get())) {
              text = Pchat1Editing.edited(kind, raw.get(), spelled, record);
            } else {
              text = Pchat1Editing.spelled(kind, record);
            }
            add(kind, record, text.getBytes(frame.encoding()));
          });
    }

    /** Returns whether bytes are of a record of the canonical layout without a prefix. */
    private boolean isCanonical(RawRecord raw) {
      String text = raw.text();
      return role.kinds().stream().anyMatch(kind -> text.startsWith("<" + kind.word()))
          && role.name().equals(raw.entry().replaceFirst("\\.xml$", ""));
    }
  }

  private static <T> byte[] bytes(Kind<T> kind, RawRecord raw, T record, T taken) {
    return record.equals(taken)
        ? raw.bytes()
        : Pchat1Editing.edited(kind, raw, record, taken).getBytes(raw.encoding());
  }

  private void requireWhole(Part part) {
    if (from.damaged(part)) {
      throw new MalformedArchiveException(
          Problem.of(ExportProblem.DAMAGED_SOURCE, Location.of(from.origin().name()), part.kind()));
    }
  }

  private void messages(Guid room, Guid renamed) throws IOException {
    EntryRole role = Pchat1.messagesOf(renamed);
    Optional<Entry> entry = entry(Pchat1.messagesOf(room));
    long before = counts.getOrDefault(Kind.MESSAGE, 0L);
    try (OutputStream out = copy.entry(Pchat1.entryName(role))) {
      if (entry.isPresent()) {
        walk(entry.get(), renamed, out);
      } else {
        Frame frame = Frame.canonical(role);
        out.write(frame.start());
        try (RecordCursor<Message> all = from.messages(room)) {
          while (all.advance()) {
            Message taken = contents.take(Kind.MESSAGE, all.record());
            if (taken != null) {
              count(Kind.MESSAGE);
              out.write(Pchat1Editing.spelled(Kind.MESSAGE, taken).getBytes(frame.encoding()));
              out.write(frame.lineEnd());
            }
          }
        }
        requireWhole(Part.messagesOf(room));
        out.write(frame.end());
      }
    }
    copy.describe(role, counts.getOrDefault(Kind.MESSAGE, 0L) - before);
  }

  private void walk(Entry entry, Guid room, OutputStream out) throws IOException {
    Frame frame = Frame.canonical(Pchat1.messagesOf(room));
    boolean begun = false;
    try (EntryWalk walk = Objects.requireNonNull(export).walk(entry)) {
      while (walk.advance()) {
        Optional<RawRecord> raw = walk.raw();
        if (!begun) {
          begun = true;
          Frame own = begin(walk.gap(), raw);
          frame = own == null ? frame : own.forRoom(room);
          out.write(frame.start());
        }
        byte[] bytes = walk.kind() == Kind.MESSAGE ? message(walk) : raw.orElseThrow().bytes();
        if (bytes.length > 0) {
          out.write(bytes);
          out.write(frame.lineEnd());
        }
      }
      if (!begun) {
        out.write(frame.start());
      }
      String tail = new String(walk.gap(), frame.encoding()).stripLeading();
      out.write(begun ? tail.getBytes(frame.encoding()) : frame.end());
    }
  }

  private static @Nullable Frame begin(byte[] gap, Optional<RawRecord> raw) {
    Charset encoding = raw.map(RawRecord::encoding).orElseGet(() -> Frame.encoding(gap));
    return Frame.of(gap, "</>".getBytes(encoding), encoding);
  }

  private byte[] message(EntryWalk walk) throws IOException {
    Message message;
    try {
      message = walk.read(Kind.MESSAGE);
    } catch (BadRecordException unreadable) {
      return new byte[0];
    }
    Message taken = contents.take(Kind.MESSAGE, message);
    if (taken == null) {
      return new byte[0];
    }
    count(Kind.MESSAGE);
    RawRecord raw = walk.raw().orElseThrow();
    return Objects.equals(taken.author(), message.author())
        ? raw.bytes()
        : bytes(Kind.MESSAGE, raw, message, taken);
  }
}
