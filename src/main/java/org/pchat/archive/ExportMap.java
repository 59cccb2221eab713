package org.pchat.archive;

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
import org.pchat.layout.EntryRole;
import org.pchat.layout.Layout;
import org.pchat.layout.Pchat1;
import org.pchat.model.Absence;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Part;
import org.pchat.model.ReadOptions;
import org.pchat.zip.Entry;

/** Which entry of an export holds what, and what its manifest says of it; made once, from names. */
final class ExportMap {
  private final Layout layout;
  private final @Nullable Manifest manifest;
  private final Map<Kind<?>, List<Entry>> structure = new HashMap<>();
  private final NavigableMap<Guid, Entry> messages = new TreeMap<>();
  private final Map<String, Manifest.Described> described = new HashMap<>();
  private final Map<String, Absence> absences = new HashMap<>();
  private final List<String> unknown = new ArrayList<>();

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
    if (role.room() != null) {
      messages.put(role.room(), entry);
    } else {
      role.kinds()
          .forEach(kind -> structure.computeIfAbsent(kind, k -> new ArrayList<>()).add(entry));
    }
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

  Collection<Entry> entries(Kind<?> kind) {
    return kind == Kind.MESSAGE ? messages.values() : structure.getOrDefault(kind, List.of());
  }

  Optional<Entry> messages(Guid room) {
    return Optional.ofNullable(messages.get(room));
  }

  List<Guid> messageRooms() {
    return List.copyOf(messages.keySet());
  }

  List<String> unknownEntries() {
    return unknown;
  }

  /** Returns the entries that the manifest names and the container does not have. */
  List<String> missing() {
    Set<String> present = new HashSet<>(unknown);
    structure.values().forEach(entries -> entries.forEach(entry -> present.add(entry.name())));
    messages.values().forEach(entry -> present.add(entry.name()));
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
    return manifest != null && manifest.timesAreUtc() ? null : options.sourceZone();
  }

  Coverage coverage(ReadOptions options) {
    if (manifest == null) {
      return new Coverage(
          levelByContent(), Set.of(), null, null, zone(options), fields(Set.of()), false);
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

  private Coverage.Zone zone(ReadOptions options) {
    if (manifest != null && manifest.timesAreUtc()) {
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
    if (!messages.isEmpty()) {
      return Level.ALL;
    }
    if (structure.containsKey(Kind.ROOM)) {
      return Level.ROOM_DIRECTORY;
    }
    return structure.containsKey(Kind.CATEGORY) ? Level.CATEGORY : Level.USER;
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
    for (Entry entry : messages.values()) {
      Optional<Manifest.Described> stated = description(entry);
      if (stated.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += stated.get().records();
    }
    return manifest == null ? OptionalLong.empty() : OptionalLong.of(sum);
  }

  private Optional<Entry> only(Part part) {
    if (part.room() != null) {
      return messages(part.room());
    }
    List<Entry> entries =
        part.kind() == Kind.MESSAGE ? List.of() : structure.getOrDefault(part.kind(), List.of());
    return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
  }

  private Optional<Manifest.Described> description(Entry entry) {
    return Optional.ofNullable(described.get(entry.name())).filter(d -> d.bytes() == entry.size());
  }
}
