package org.pchat.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The part of a snapshot that is held whole in memory: categories, rooms and add-ins, each by GUID.
 *
 * <p>Where a source repeats a GUID the first record stands; reading reports the second.
 */
public final class Structure {
  private final Map<Guid, Category> categories = new TreeMap<>();
  private final Map<Guid, Room> rooms = new TreeMap<>();
  private final Map<Guid, AddIn> addIns = new TreeMap<>();

  /** Indexes the records. */
  public Structure(List<Category> categories, List<Room> rooms, List<AddIn> addIns) {
    categories.forEach(c -> this.categories.putIfAbsent(c.guid(), c));
    rooms.forEach(r -> this.rooms.putIfAbsent(r.guid(), r));
    addIns.forEach(a -> this.addIns.putIfAbsent(a.guid(), a));
  }

  /** Returns the categories in order of GUID, the root among them. */
  public Collection<Category> categories() {
    return List.copyOf(categories.values());
  }

  /** Returns the rooms in order of GUID. */
  public Collection<Room> rooms() {
    return List.copyOf(rooms.values());
  }

  /** Returns the add-ins in order of GUID. */
  public Collection<AddIn> addIns() {
    return List.copyOf(addIns.values());
  }

  /** Returns the category or root with this GUID. */
  public Optional<Category> category(Guid guid) {
    return Optional.ofNullable(categories.get(guid));
  }

  /** Returns the room with this GUID. */
  public Optional<Room> room(Guid guid) {
    return Optional.ofNullable(rooms.get(guid));
  }

  /** Returns the add-in with this GUID. */
  public Optional<AddIn> addIn(Guid guid) {
    return Optional.ofNullable(addIns.get(guid));
  }
}
