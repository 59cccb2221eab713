package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.pchat.fixture.MadeSource;
import org.pchat.fixture.MemorySource;
import org.pchat.model.AccountState;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.sample.SamplePool;
import org.pchat.sample.SampleSize;

/** A sound random pool, and what is left of it after random deletions and later changes. */
final class LossyPair {
  private static final long HOUR = 36_000_000_000L;

  private final Random random;
  private final MemorySource before;
  private final List<Category> categories;
  private final List<Room> rooms;
  private final List<Principal> principals;
  private final List<Role> roles;
  private final List<Scope> scopes;
  private final List<Message> messages;
  private final Set<Guid> dead = new HashSet<>();

  private LossyPair(long seed) throws IOException {
    random = new Random(seed);
    before = MemorySource.copyOf(SamplePool.of(SampleSize.small().withSeed(seed)));
    categories = new ArrayList<>(before.structure().categories());
    rooms = new ArrayList<>(before.structure().rooms());
    principals = MemorySource.all(before.records(Kind.PRINCIPAL));
    roles = MemorySource.all(before.records(Kind.ROLE));
    scopes = MemorySource.all(before.records(Kind.SCOPE));
    messages = MemorySource.all(before.records(Kind.MESSAGE));
    int acts = 1 + random.nextInt(5);
    for (int act = 0; act < acts; act++) {
      act();
    }
  }

  static LossyPair with(long seed) throws IOException {
    return new LossyPair(seed);
  }

  MemorySource before() {
    return before;
  }

  MemorySource after() {
    var structure = new Structure(categories, rooms, List.copyOf(before.structure().addIns()));
    Ticks time = before.coverage().snapshotTime();
    return MemorySource.of(structure)
        .with(MadeSource.wholePool(time == null ? null : new Ticks(time.value() + 24 * HOUR)))
        .withPrincipals(principals)
        .withPermissions(roles, scopes)
        .withMessages(messages);
  }

  /** Returns the principals whose accounts were deleted. */
  Set<Guid> dead() {
    return dead;
  }

  /** Returns the GUIDs of the rooms that are gone. */
  Set<Guid> goneRooms() {
    Set<Guid> gone = new HashSet<>();
    before.structure().rooms().forEach(room -> gone.add(room.guid()));
    rooms.forEach(room -> gone.remove(room.guid()));
    return gone;
  }

  private void act() {
    Room room = rooms.isEmpty() ? null : rooms.get(random.nextInt(rooms.size()));
    if (room == null) {
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> removeRoom(room.guid());
      case 1, 2 -> messages.removeIf(m -> m.room().equals(room.guid()) && random.nextInt(3) == 0);
      case 3 -> clear(room.guid());
      case 4 -> roles.removeIf(role -> role.node().equals(room.guid()) && random.nextBoolean());
      case 5 -> removeCategory(room.category());
      case 6 -> deleteAccount();
      default -> write(room);
    }
  }

  private void removeRoom(Guid guid) {
    rooms.removeIf(room -> room.guid().equals(guid));
    roles.removeIf(role -> role.node().equals(guid));
    messages.removeIf(message -> message.room().equals(guid));
  }

  private void clear(Guid room) {
    List<Message> own = messages.stream().filter(m -> m.room().equals(room)).toList();
    if (!own.isEmpty()) {
      Ticks until = own.get(random.nextInt(own.size())).sent();
      messages.removeIf(m -> m.room().equals(room) && m.sent().compareTo(until) <= 0);
    }
  }

  private void removeCategory(Guid guid) {
    rooms.stream()
        .filter(room -> room.category().equals(guid))
        .map(Room::guid)
        .toList()
        .forEach(this::removeRoom);
    categories.removeIf(category -> category.guid().equals(guid) && !category.isRoot());
    roles.removeIf(role -> role.node().equals(guid));
    scopes.removeIf(scope -> scope.node().equals(guid));
  }

  private void deleteAccount() {
    Predicate<Guid> bound = guid -> scopes.stream().anyMatch(s -> s.principal().equals(guid));
    List<Principal> users =
        principals.stream()
            .filter(p -> p.disabled() == AccountState.ACTIVE && p.uri().startsWith("sip:"))
            .filter(p -> !bound.test(p.guid()))
            .toList();
    Principal user = users.get(random.nextInt(users.size()));
    dead.add(user.guid());
    principals.replaceAll(p -> p.equals(user) ? deleted(p) : p);
    roles.removeIf(role -> role.principal().equals(user.guid()));
  }

  private static Principal deleted(Principal p) {
    return new Principal(
        p.guid(),
        p.uri(),
        p.type(),
        p.id(),
        p.name(),
        p.displayName(),
        p.company(),
        p.email(),
        p.adPath(),
        p.upn(),
        AccountState.DELETED,
        p.poolId(),
        p.policyId(),
        p.audit(),
        p.verifiedOn(),
        p.derived());
  }

  /** Somebody writes on, behind the last number that was given. */
  private void write(Room room) {
    Map<Guid, Long> last = new HashMap<>();
    messages.forEach(m -> last.merge(m.room(), m.id(), Math::max));
    long next = Math.max(last.getOrDefault(room.guid(), 0L), last(room)) + 1;
    List<Message> samples = messages.stream().filter(m -> m.author() != null).toList();
    if (!samples.isEmpty()) {
      Message model = samples.get(random.nextInt(samples.size()));
      messages.add(
          new Message(
              room.guid(),
              next,
              new Ticks(3_155_378_975_999_999_999L - random.nextInt(1000)),
              model.author(),
              null,
              false,
              "Later " + next,
              null));
      rooms.replaceAll(r -> r.equals(room) ? numbered(r, next) : r);
    }
  }

  private static long last(Room room) {
    return room.lastMessageId() == null ? 0 : room.lastMessageId();
  }

  private static Room numbered(Room r, long last) {
    return new Room(
        r.guid(),
        r.category(),
        r.id(),
        r.name(),
        r.description(),
        r.invite(),
        r.disabled(),
        r.behavior(),
        r.visibility(),
        r.addIn(),
        r.audit(),
        r.purgedOn(),
        last,
        r.derived());
  }
}
