package org.pchat.archive;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Carried;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Layout;
import org.pchat.layout.Pchat1;
import org.pchat.layout.References;
import org.pchat.model.Absence;
import org.pchat.model.Consistency;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Order;
import org.pchat.model.Part;
import org.pchat.model.ReadOptions;
import org.pchat.zip.Entry;

/** Which entry of an export holds what, and what its manifest says of it; made once, from names. */
final class ExportMap {
  private final Layout layout;
  private final @Nullable Manifest manifest;

  /** The entries that hold records of a kind; of messages those that hold several rooms'. */
  private final Map<Kind<?>, List<Entry>> mixed = new HashMap<>();

  /** The entries that hold one room's messages. */
  private final NavigableMap<Guid, List<Entry>> apart = new TreeMap<>();

  /** The entries that are named for a room by something else than its GUID. */
  private final List<Entry> unresolved = new ArrayList<>();

  private final Map<String, Manifest.Described> described = new HashMap<>();
  private final Map<String, Absence> absences = new HashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  ExportMap(Layout layout, Collection<Entry> entries, @Nullable Manifest manifest) {
    this.layout = layout;
    this.manifest = manifest;
    for (Entry entry : entries) {
      Optional<EntryRole> role = layout.role(entry.name());
      role.ifPresentOrElse(known -> place(entry, known), () -> stranger(entry));
    }
    if (manifest != null) {
      manifest.entries().forEach(d -> described.put(d.name(), d));
      manifest.expected().forEach(e -> absences.put(e.kind() + e.guid(), e.absence()));
    }
  }

  private void place(Entry entry, EntryRole role) {
    for (Kind<?> kind : role.kinds()) {
      if (kind != Kind.MESSAGE) {
        mixed.computeIfAbsent(kind, k -> new ArrayList<>()).add(entry);
      } else if (role.room() != null) {
        apart.computeIfAbsent(role.room(), room -> new ArrayList<>()).add(entry);
      } else if (layout.namesRooms(entry.name())) {
        unresolved.add(entry);
      } else {
        mixed.computeIfAbsent(kind, k -> new ArrayList<>()).add(entry);
      }
    }
    known.add(entry.name());
  }

  /** Finds the rooms of entries that are named for one; needs to be done before messages are. */
  synchronized void resolve(References references) throws IOException {
    for (Entry entry : unresolved) {
      Optional<Guid> room = layout.room(entry.name(), references);
      if (room.isPresent()) {
        apart.computeIfAbsent(room.get(), r -> new ArrayList<>()).add(entry);
      } else {
        mixed.computeIfAbsent(Kind.MESSAGE, k -> new ArrayList<>()).add(entry);
      }
    }
    unresolved.clear();
  }

  private void stranger(Entry entry) {
    if (!entry.name().equals(Pchat1.MANIFEST)) {
      unknown.add(entry.name());
    }
  }

  Layout layout() {
    return layout;
  }

  EntryRole role(Entry entry) {
    return layout
        .role(entry.name())
        .orElseThrow(() -> new IllegalArgumentException("unknown to the layout: " + entry.name()));
  }

  Optional<EntryRole> roleIfKnown(Entry entry) {
    return layout.role(entry.name());
  }

  @Nullable Manifest manifest() {
    return manifest;
  }

  /** Returns what the manifest says of an entry of this name, if it says anything. */
  Manifest.@Nullable Described described(String name) {
    return described.get(name);
  }

  /** Returns what the manifest says about a record that is not there. */
  Absence absence(Kind<?> kind, Guid guid) {
    return absences.getOrDefault(kind.word() + guid, Absence.UNEXPLAINED);
  }

  /** Returns the entries with records of {@code kind}; messages first where they are apart. */
  Collection<Entry> entries(Kind<?> kind) {
    List<Entry> entries = new ArrayList<>();
    if (kind == Kind.MESSAGE) {
      apart.values().forEach(entries::addAll);
    }
    entries.addAll(mixed(kind));
    return entries;
  }

  /** Returns the entries that hold nothing but messages of this room. */
  List<Entry> apart(Guid room) {
    return apart.getOrDefault(room, List.of());
  }

  /** Returns the entries with records of {@code kind}, but for those with one room's messages. */
  List<Entry> mixed(Kind<?> kind) {
    return mixed.getOrDefault(kind, List.of());
  }

  /** Returns the rooms whose messages have entries by themselves. */
  List<Guid> roomsApart() {
    return List.copyOf(apart.keySet());
  }

  /** Returns whether every room's messages have entries by themselves. */
  boolean readsRoomsApart() {
    return mixed(Kind.MESSAGE).isEmpty();
  }

  /** Returns the order of records over all their entries. */
  Order order(Kind<?> kind) {
    int entries = mixed(kind).size();
    boolean isOneRow = (kind == Kind.MESSAGE && entries == 0) ? isOneEntryEach() : entries <= 1;
    return isOneRow ? layout.order(kind) : Order.UNSORTED;
  }

  private boolean isOneEntryEach() {
    return apart.values().stream().allMatch(entries -> entries.size() == 1);
  }

  List<String> unknownEntries() {
    return unknown;
  }

  /** Returns the entries that the manifest names and the container does not have. */
  List<String> missing() {
    Set<String> present = new HashSet<>(unknown);
    present.addAll(known);
    return described.keySet().stream().filter(name -> !present.contains(name)).sorted().toList();
  }

  /** Returns what an entry of this name holds, there or not. */
  List<Part> parts(String name) {
    return layout
        .role(name)
        .map(role -> role.kinds().stream().map(kind -> new Part(kind, role.room())).toList())
        .orElse(List.of());
  }

  /** Returns how many records the manifest states for an entry, of whatever kinds. */
  OptionalLong statedRecords(Entry entry) {
    Manifest.Described stated = described.get(entry.name());
    return stated == null ? OptionalLong.empty() : OptionalLong.of(stated.records());
  }

  /** Returns the zone in which ticks are to be read; an export that states its zone is believed. */
  @Nullable ZoneId zoneToApply(ReadOptions options) {
    return timesAreZoned() ? null : options.sourceZone();
  }

  private boolean timesAreZoned() {
    return manifest == null ? layout.carried().timesAreZoned() : manifest.timesAreUtc();
  }

  Coverage coverage(ReadOptions options) {
    if (manifest == null) {
      Carried carried = layout.carried();
      return new Coverage(
          levelByContent(),
          Set.of(),
          null,
          null,
          zone(options),
          fieldsOfKindsThere(carried.fields()),
          carried.messageIdsDerived());
    }
    return new Coverage(
        manifest.level(),
        manifest.scope(),
        manifest.startDate(),
        manifest.created(),
        zone(options),
        fields(manifest.omitted()),
        manifest.messageIdsDerived());
  }

  /** A layout that somebody else made has no entry for what was not exported. */
  private Set<Field<?>> fieldsOfKindsThere(Set<Field<?>> all) {
    Set<Field<?>> fields = new HashSet<>(all);
    for (Kind<?> kind : Kind.ALL) {
      if (layout != Pchat1.LAYOUT && entries(kind).isEmpty() && !isUnresolved(kind)) {
        fields.removeAll(kind.fields());
      }
    }
    return fields;
  }

  private boolean isUnresolved(Kind<?> kind) {
    return kind == Kind.MESSAGE && !unresolved.isEmpty();
  }

  Consistency consistency() {
    return manifest == null ? Consistency.AT_REST : manifest.consistency();
  }

  private Coverage.Zone zone(ReadOptions options) {
    if (timesAreZoned()) {
      return Coverage.Zone.STATED;
    }
    return options.sourceZone() == null ? Coverage.Zone.ASSUMED : Coverage.Zone.GIVEN;
  }

  private static Set<Field<?>> fields(Set<Manifest.Omitted> omitted) {
    Set<Field<?>> fields = new HashSet<>();
    for (Kind<?> kind : Kind.ALL) {
      kind.fields().stream()
          .filter(field -> !omitted.contains(new Manifest.Omitted(kind.word(), field.name())))
          .forEach(fields::add);
    }
    return fields;
  }

  private Level levelByContent() {
    if (!entries(Kind.MESSAGE).isEmpty() || !unresolved.isEmpty()) {
      return Level.ALL;
    }
    if (mixed.containsKey(Kind.ROOM)) {
      return Level.ROOM_DIRECTORY;
    }
    return mixed.containsKey(Kind.CATEGORY) ? Level.CATEGORY : Level.USER;
  }

  /**
   * Returns what stands for the content of this part without reading it: the manifest's hash, and
   * the container's own length and CRC-32, so that a part whose bytes were changed is not the same
   * even where the manifest was left as it was.
   */
  Optional<Fingerprint> fingerprint(Part part, @Nullable ZoneId zone) {
    String scheme = layout.name() + " sha256+crc32+bytes" + (zone == null ? "" : " " + zone);
    return only(part)
        .filter(entry -> entry.crc32().isPresent())
        .flatMap(entry -> description(entry).map(d -> new Fingerprint(scheme, print(entry, d))));
  }

  private static String print(Entry entry, Manifest.Described described) {
    return described.sha256()
        + " "
        + Long.toHexString(entry.crc32().orElseThrow())
        + " "
        + entry.size();
  }

  /** Returns how many records the manifest states for this part, if the part is an entry. */
  OptionalLong statedCount(Part part) {
    if (part.equals(Part.of(Kind.MESSAGE))) {
      return statedMessages();
    }
    return only(part)
        .filter(entry -> role(entry).kinds().size() == 1)
        .flatMap(this::description)
        .map(d -> OptionalLong.of(d.records()))
        .orElseGet(OptionalLong::empty);
  }

  private OptionalLong statedMessages() {
    long sum = 0;
    for (Entry entry : entries(Kind.MESSAGE)) {
      Optional<Manifest.Described> stated = description(entry);
      if (stated.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += stated.get().records();
    }
    return manifest == null ? OptionalLong.empty() : OptionalLong.of(sum);
  }

  /** Returns the entry that is this part and nothing else, if it is one. */
  private Optional<Entry> only(Part part) {
    List<Entry> entries =
        part.room() != null
            ? apart(part.room())
            : part.kind() == Kind.MESSAGE ? List.of() : mixed(part.kind());
    return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
  }

  private Optional<Manifest.Described> description(Entry entry) {
    return Optional.ofNullable(described.get(entry.name())).filter(d -> d.bytes() == entry.size());
  }
}
