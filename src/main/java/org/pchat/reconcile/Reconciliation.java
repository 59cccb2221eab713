package org.pchat.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.pchat.diff.Counts;
import org.pchat.diff.Diff;
import org.pchat.diff.DiffRequest;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.order.SortedSource;
import org.pchat.spill.SortSpace;

/**
 * An export held against a backup: is everything of the backup also in the export?
 *
 * <p>What the export has besides is no fault. What cannot be told is one: a backup may only go when
 * it is certain that nothing is lost.
 *
 * @param kinds the counts of each kind of record
 * @param rooms the rooms of both sides, by GUID
 * @param reasons why the export does not hold all of it; empty if it does
 */
public record Reconciliation(List<KindCount> kinds, List<RoomCount> rooms, List<String> reasons) {
  private static final int NAMED = 3;

  /** Copies the lists. */
  public Reconciliation {
    kinds = List.copyOf(kinds);
    rooms = List.copyOf(rooms);
    reasons = List.copyOf(reasons);
  }

  /** Returns whether the export holds all of the backup. */
  public boolean whole() {
    return reasons.isEmpty();
  }

  /** Compares; the caller closes both. */
  public static Reconciliation of(ChatSource export, ChatSource backup, Watch watch)
      throws IOException {
    ChatSource left = SortedSource.of(export, watch, SortSpace.defaults());
    ChatSource right = Diff.aligned(left, SortedSource.of(backup, watch, SortSpace.defaults()));
    ChatSource after = SortedSource.of(right, watch, SortSpace.defaults());
    var request = DiffRequest.everything().details(false).thorough(true).with(watch);
    try (Diff diff = Diff.of(left, after, request)) {
      List<RoomCount> rooms = rooms(left, after, diff);
      List<KindCount> kinds = new ArrayList<>();
      for (Kind<?> kind : Kind.ALL) {
        kinds.add(count(kind, diff.counts(kind), left, after, rooms));
      }
      return new Reconciliation(kinds, rooms, reasons(kinds, rooms, export, backup));
    }
  }

  private static List<RoomCount> rooms(ChatSource export, ChatSource backup, Diff diff)
      throws IOException {
    Map<Guid, Counts> differing = new HashMap<>();
    diff.rooms().forEach(room -> differing.put(room.guid(), room.messages()));
    Map<Guid, String> names = new TreeMap<>();
    export.messageRooms().forEach(room -> names.put(room, room.toString()));
    backup.messageRooms().forEach(room -> names.put(room, room.toString()));
    export.structure().rooms().forEach(room -> names.put(room.guid(), room.name()));
    backup.structure().rooms().forEach(room -> names.put(room.guid(), room.name()));
    List<RoomCount> rooms = new ArrayList<>();
    for (Map.Entry<Guid, String> room : names.entrySet()) {
      Counts counts = differing.getOrDefault(room.getKey(), Counts.NONE);
      rooms.add(
          new RoomCount(
              room.getKey(),
              room.getValue(),
              Sequence.of(export.messages(room.getKey())),
              Sequence.of(backup.messages(room.getKey())),
              counts.added(),
              counts.changed() + counts.forked()));
    }
    return rooms;
  }

  private static KindCount count(
      Kind<?> kind, Counts counts, ChatSource left, ChatSource right, List<RoomCount> rooms)
      throws IOException {
    boolean messages = kind == Kind.MESSAGE;
    return new KindCount(
        kind,
        messages
            ? rooms.stream().mapToLong(room -> room.export().messages()).sum()
            : all(left, kind),
        messages
            ? rooms.stream().mapToLong(room -> room.backup().messages()).sum()
            : all(right, kind),
        counts.added(),
        counts.changed() + counts.forked(),
        counts.unknown(),
        counts.removed());
  }

  /** The root is no category. */
  private static long all(ChatSource source, Kind<?> kind) throws IOException {
    long count = 0;
    try (RecordCursor<?> cursor = source.records(kind)) {
      while (cursor.advance()) {
        count += cursor.record() instanceof Category category && category.isRoot() ? 0 : 1;
      }
    }
    return count;
  }

  private static List<String> reasons(
      List<KindCount> kinds, List<RoomCount> rooms, ChatSource export, ChatSource backup)
      throws IOException {
    List<String> reasons = new ArrayList<>(coverage(export.coverage(), backup.coverage()));
    for (KindCount kind : kinds) {
      String where = where(kind, rooms);
      if (kind.missing() > 0) {
        reasons.add(some(kind.missing(), kind, " is missing", " are missing") + " from it" + where);
      }
      if (kind.different() > 0) {
        reasons.add(some(kind.different(), kind, " differs", " differ") + where);
      }
      if (kind.unknown() > 0) {
        reasons.add("it cannot be told of " + some(kind.unknown(), kind, "", ""));
      }
    }
    return reasons;
  }

  private static String some(long count, KindCount kind, String one, String many) {
    String word = count == 1 ? kind.kind().word() : kind.kind().plural();
    return "%,d ".formatted(count) + word.toLowerCase(Locale.ROOT) + (count == 1 ? one : many);
  }

  private static List<String> coverage(Coverage export, Coverage backup) {
    List<String> reasons = new ArrayList<>();
    if (export.level() != Level.ALL && export.level() != backup.level()) {
      reasons.add("it was made with the level " + export.level().word());
    }
    if (!export.scope().isEmpty()) {
      reasons.add("it was made of some categories only");
    }
    if (export.startDate() != null) {
      reasons.add("it leaves out messages before " + export.startDate());
    }
    for (Kind<?> kind : Kind.ALL) {
      for (Field<?> field : kind.fields()) {
        if (backup.has(field) && !export.has(field)) {
          reasons.add("it does not carry %s of %s".formatted(field.name(), kind.plural()));
        }
      }
    }
    return reasons;
  }

  private static String where(KindCount kind, List<RoomCount> rooms) {
    if (kind.kind() != Kind.MESSAGE) {
      return "";
    }
    List<String> names =
        rooms.stream()
            .filter(room -> !room.whole())
            .map(room -> "\"" + room.name() + "\"")
            .toList();
    String shown = String.join(", ", names.stream().limit(NAMED).toList());
    return names.isEmpty()
        ? ""
        : ", in "
            + shown
            + (names.size() > NAMED ? " and %,d more".formatted(names.size() - NAMED) : "");
  }
}
