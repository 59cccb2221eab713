package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.Manifest;
import org.pchat.archive.PackageContents;
import org.pchat.layout.Pchat1;
import org.pchat.model.Absence;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Consistency;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;

/**
 * What a package will hold: data that was decided on and can be looked at before anything is
 * written. It hands the records to the writer one by one.
 */
public final class Plan implements PackageContents {
  private final PackageRequest request;
  private final @Nullable Target target;
  private final Choice choice;
  private final Needs needs;
  private final Map<Guid, Beside> besides;
  private final Renaming renaming;
  private final List<LeftOut> leftOut;
  private final List<String> assumptions;

  /**
   * What was decided.
   *
   * @param choice what is wanted
   * @param needs what that needs, and from where
   * @param besides the rooms beside living ones, by the living
   * @param renaming what goes in under other names
   */
  record Decisions(Choice choice, Needs needs, Map<Guid, Beside> besides, Renaming renaming) {}

  Plan(
      PackageRequest request,
      @Nullable Target target,
      Decisions decisions,
      List<LeftOut> leftOut,
      List<String> assumptions) {
    this.request = request;
    this.target = target;
    this.choice = decisions.choice();
    this.needs = decisions.needs();
    this.besides = decisions.besides();
    this.renaming = decisions.renaming();
    this.leftOut = List.copyOf(leftOut);
    this.assumptions = List.copyOf(assumptions);
  }

  /** Returns whether there is nothing to package. */
  public boolean isEmpty() {
    return choice.isEmpty();
  }

  /** Returns what is lost or changed and not carried. */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /** Returns what was taken for granted, as sentences. */
  public List<String> assumptions() {
    return assumptions;
  }

  /** Returns the source. */
  public ChatSource from() {
    return request.from();
  }

  /** Returns where it is to go; nothing if nobody said. */
  public Optional<ChatSource> onto() {
    return Optional.ofNullable(target).map(Target::source);
  }

  PackageRequest request() {
    return request;
  }

  Choice choice() {
    return choice;
  }

  Needs needs() {
    return needs;
  }

  Collection<Beside> besides() {
    return besides.values();
  }

  Renaming renaming() {
    return renaming;
  }

  /** Returns the room that stands in for a living one, if there is one. */
  Optional<Beside> beside(Guid living) {
    return Optional.ofNullable(besides.get(living));
  }

  /** Returns a reference that leads nowhere, each with why it is there. */
  public List<Missing> missing() {
    List<Missing> missing = new ArrayList<>();
    for (Kind<?> kind : List.of(Kind.PRINCIPAL, Kind.ADD_IN, Kind.CATEGORY, Kind.ROOM)) {
      needs
          .of(kind)
          .forEach(
              (guid, because) -> {
                if (because.origin() == Origin.NOWHERE) {
                  missing.add(new Missing(kind, guid, because.words(), because.isVital()));
                }
              });
    }
    return missing;
  }

  /**
   * Something that is referred to and nowhere.
   *
   * @param kind what kind of record
   * @param guid its identity
   * @param why what refers to it
   * @param vital whether more than notes about editing do
   */
  public record Missing(Kind<?> kind, Guid guid, String why, boolean vital) {}

  /** Returns the rooms of the target that messages or permissions are put into. */
  public List<Room> livingRooms() {
    if (target == null) {
      return List.of();
    }
    Structure structure = target.structure();
    Set<Guid> into = new TreeSet<>(choice.messages.keySet());
    into.removeAll(besides.keySet());
    return into.stream().flatMap(guid -> structure.room(guid).stream()).toList();
  }

  /** Returns the rooms of the source that come back, under their old names. */
  List<Room> roomsThatComeBack() {
    try {
      return request.from().structure().rooms().stream()
          .filter(room -> needs.origin(Kind.ROOM, room.guid()) == Origin.SOURCE)
          .toList();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @Override
  public <T> @Nullable T take(Kind<T> kind, T record) {
    return isTaken(kind, record) ? renaming.of(kind, record) : null;
  }

  private <T> boolean isTaken(Kind<T> kind, T record) {
    if (record instanceof Message message) {
      Runs runs = choice.messages.get(message.room());
      return runs != null && runs.contains(message.id());
    }
    if (kind == Kind.ROLE) {
      return choice.roles.contains(kind, record);
    }
    return kind == Kind.SCOPE
        ? choice.scopes.contains(kind, record)
        : needs.origin(kind, guid(record)) == Origin.SOURCE;
  }

  static Guid guid(Object record) {
    if (record instanceof Principal principal) {
      return principal.guid();
    }
    if (record instanceof AddIn addIn) {
      return addIn.guid();
    }
    return record instanceof Category category ? category.guid() : ((Room) record).guid();
  }

  @Override
  public <T> void besides(Kind<T> kind, Taker<T> taker) throws IOException {
    if (target == null) {
      return;
    }
    if (kind == Kind.ROLE && besides.isEmpty()) {
      return;
    }
    if (kind != Kind.SCOPE && kind != Kind.MESSAGE) {
      try (RecordCursor<T> all = target.source().records(kind)) {
        while (all.advance()) {
          T record = all.record();
          if (kind == Kind.ROLE) {
            besideRole(all, taker);
          } else {
            if (needs.origin(kind, guid(record)) == Origin.TARGET) {
              taker.take(record, record, all.raw());
            }
            if (record instanceof Room) {
              besideRoom(all, taker);
            }
          }
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // a role stays a role
  private <T> void besideRole(RecordCursor<T> at, Taker<T> taker) throws IOException {
    Role role = (Role) at.record();
    Beside beside = besides.get(role.node());
    if (beside != null && beside.isListed(role, request.list())) {
      var copied = new Role(beside.guid(), role.principal(), role.role(), role.updatedBy());
      taker.take((T) copied, at.record(), at.raw());
    }
  }

  @SuppressWarnings("unchecked") // a room stays a room
  private <T> void besideRoom(RecordCursor<T> at, Taker<T> taker) throws IOException {
    Beside beside = besides.get(((Room) at.record()).guid());
    if (beside != null) {
      taker.take((T) beside.record(), at.record(), at.raw());
    }
  }

  @Override
  public Map<Guid, Guid> messageRooms() {
    Map<Guid, Guid> rooms = new TreeMap<>();
    choice.messages.keySet().forEach(room -> rooms.put(room, renaming.node(room)));
    return rooms;
  }

  /** Rooms that come back without messages are empty; of living ones that must not be said. */
  @Override
  public Set<Guid> emptyRooms() {
    Set<Guid> empty = new TreeSet<>();
    needs
        .of(Kind.ROOM)
        .forEach(
            (guid, because) -> {
              if (because.origin() == Origin.SOURCE && !choice.messages.containsKey(guid)) {
                empty.add(renaming.node(guid));
              }
            });
    return empty;
  }

  /** Living rooms that are carried without messages: these stay in the target. */
  private Set<Guid> withoutMessages() {
    Set<Guid> rooms = new TreeSet<>();
    needs
        .of(Kind.ROOM)
        .forEach(
            (guid, because) -> {
              if (because.origin() == Origin.TARGET && !choice.messages.containsKey(guid)) {
                rooms.add(guid);
              }
            });
    return rooms;
  }

  @Override
  public Manifest manifest() {
    Coverage coverage = request.from().coverage();
    Ticks created = coverage.snapshotTime();
    Ticks later = target == null ? null : target.source().coverage().snapshotTime();
    boolean isLater = created != null && later != null && later.compareTo(created) > 0;
    Set<Manifest.Omitted> omitted = new HashSet<>();
    for (Kind<?> kind : Kind.ALL) {
      kind.fields().stream()
          .filter(field -> !coverage.has(field))
          .forEach(field -> omitted.add(new Manifest.Omitted(kind.word(), field.name())));
    }
    return new Manifest(
        Pchat1.NAME,
        coverage.level(),
        isLater ? later : created,
        null,
        null,
        coverage.zone() != Coverage.Zone.ASSUMED,
        coverage.messageIdsDerived(),
        Consistency.AT_REST,
        omitted,
        Set.of(),
        expected(),
        List.of());
  }

  private List<Manifest.Expected> expected() {
    List<Manifest.Expected> expected = new ArrayList<>();
    Map<Origin, Absence> absences = new HashMap<>();
    absences.put(Origin.LEFT_TO_TARGET, Absence.EXPECTED_OF_TARGET);
    absences.put(Origin.NOWHERE, Absence.MISSING_AT_SOURCE);
    for (Kind<?> kind : List.of(Kind.PRINCIPAL, Kind.ADD_IN, Kind.CATEGORY, Kind.ROOM)) {
      needs
          .of(kind)
          .forEach(
              (guid, because) -> {
                Absence absence = absences.get(because.origin());
                if (absence != null) {
                  expected.add(new Manifest.Expected(kind.word(), guid, null, absence));
                }
              });
    }
    for (Guid room : withoutMessages()) {
      expected.add(
          new Manifest.Expected(Kind.MESSAGE.word(), room, null, Absence.EXPECTED_OF_TARGET));
    }
    return expected;
  }
}
