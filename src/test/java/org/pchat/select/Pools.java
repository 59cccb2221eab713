package org.pchat.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
import org.pchat.model.AccountState;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/** Small pools: one that is easy to read, and random ones. */
final class Pools {
  static final Guid ROOT = guid(1);
  static final Guid SALES = guid(2);
  static final Guid EUROPE = guid(3);
  static final Guid ENGINEERING = guid(4);
  static final Guid LOBBY = guid(11);
  static final Guid DEALS = guid(12);
  static final Guid BERLIN = guid(13);
  static final Guid BUILDS = guid(14);
  static final Guid LOST = guid(19);
  static final Guid ALICE = guid(21);
  static final Guid BOB = guid(22);
  static final Guid OTHER_BOB = guid(23);

  private static final Ticks NOON = Ticks.tryParse("2026-05-03T12:00:00Z").orElseThrow();

  private Pools() {}

  /** Categories three deep, four rooms and a lost one, three principals and two strangers. */
  static ChatSource readable() {
    return pool(
        List.of(
            principal(ALICE, "sip:Alice@contoso.com", "Alice Adams", AccountState.ACTIVE),
            principal(BOB, "sip:bob@contoso.com", "Bob", AccountState.DISABLED),
            principal(OTHER_BOB, "sip:bob@fabrikam.com", "BOB", AccountState.DELETED)),
        List.of(
            category(ROOT, null, "root"),
            category(SALES, ROOT, "Sales"),
            category(EUROPE, SALES, "Europe"),
            category(ENGINEERING, ROOT, "Engineering")),
        List.of(
            room(LOBBY, ENGINEERING, "lobby"),
            room(DEALS, SALES, "Deals"),
            room(BERLIN, EUROPE, "Berlin"),
            room(BUILDS, ENGINEERING, "Builds")),
        List.of(
            message(LOBBY, 1, 0, ALICE, "hello"),
            message(DEALS, 1, 10, BOB, "see https://contoso.com"),
            message(BERLIN, 1, 20, OTHER_BOB, "[STORY]Plan\nlong"),
            stranger(BERLIN, 2, 30, "sip:carol@old.contoso.com", "\ud83d\ude00"),
            stranger(LOST, 1, 40, "Dave", "x ma-filelink:a ma-filelink:b")));
  }

  static ChatSource pool(
      List<Principal> principals,
      List<Category> categories,
      List<Room> rooms,
      List<Message> messages) {
    return MemorySource.of(new Structure(categories, rooms, List.of()))
        .withPrincipals(principals)
        .withMessages(messages);
  }

  /** A pool in which names, times and ids often clash. */
  static ChatSource random(int seed) {
    var random = new Random(seed);
    List<Category> categories = new ArrayList<>(List.of(category(ROOT, null, "root")));
    for (int i = 0; i < 5; i++) {
      Guid parent = categories.get(random.nextInt(categories.size())).guid();
      categories.add(category(guid(random.nextLong()), parent, name(random)));
    }
    List<Room> rooms = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Guid category = categories.get(random.nextInt(categories.size())).guid();
      rooms.add(room(guid(random.nextLong()), category, name(random)));
    }
    List<Principal> principals =
        IntStream.range(0, 8)
            .mapToObj(i -> principal(guid(random.nextLong()), "sip:" + i, name(random), state(i)))
            .toList();
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      messages.add(message(random, rooms, principals, i));
    }
    return pool(principals, categories, rooms, messages);
  }

  private static Message message(
      Random random, List<Room> rooms, List<Principal> principals, int id) {
    Guid room = random.nextInt(20) == 0 ? LOST : rooms.get(random.nextInt(9)).guid();
    @Nullable Guid author =
        random.nextInt(8) == 0 ? null : principals.get(random.nextInt(8)).guid();
    @Nullable String raw = author == null && random.nextBoolean() ? name(random) : null;
    String text = random.nextInt(5) == 0 ? "ma-filelink:x \ud83d\ude00" : "t".repeat(id % 50);
    Ticks sent =
        random.nextInt(30) == 0 ? new Ticks(random.nextLong()) : later(random.nextInt(5_000_000));
    return new Message(room, id, sent, author, raw, random.nextBoolean(), text, null);
  }

  private static String name(Random random) {
    String name =
        List.of("ops", "Ops", "Sales", "r*", "Gr\u00fc\u00dfe", "a").get(random.nextInt(6));
    return random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT) + random.nextInt(3);
  }

  private static AccountState state(int number) {
    return List.of(AccountState.values()).get(number % 3);
  }

  static Guid guid(long number) {
    return new Guid(number * 0x9E3779B97F4A7C15L, number);
  }

  static Ticks later(long seconds) {
    return new Ticks(NOON.value() + seconds * 10_000_000);
  }

  static Principal principal(Guid guid, String uri, String label, AccountState state) {
    return new Principal(
        guid,
        uri,
        PrincipalType.USER,
        null,
        null,
        label,
        null,
        null,
        null,
        null,
        state,
        null,
        null,
        Audit.UNKNOWN,
        null,
        false);
  }

  static Category category(Guid guid, @Nullable Guid parent, String name) {
    return new Category(guid, parent, null, name, "", null, null, null, Audit.UNKNOWN, null, false);
  }

  static Room room(Guid guid, Guid category, String name) {
    return new Room(
        guid,
        category,
        null,
        name,
        "",
        null,
        false,
        Behavior.NORMAL,
        Visibility.OPEN,
        null,
        Audit.UNKNOWN,
        null,
        null,
        false);
  }

  static Message message(Guid room, long id, long seconds, Guid author, String text) {
    return new Message(room, id, later(seconds), author, null, false, text, null);
  }

  static Message stranger(Guid room, long id, long seconds, String raw, String text) {
    return new Message(room, id, later(seconds), null, raw, true, text, "{\\rtf1}");
  }
}
