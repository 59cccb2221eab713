package org.pchat.sample;

import java.util.HashMap;
import java.util.Map;

/**
 * How large a sample is, and its seed.
 *
 * @param seed makes another sample of the same size
 * @param categories without the root; at least 7, one for each kind of category
 * @param rooms how many rooms
 * @param principals users, groups, folders, domains and system users
 * @param permissions roles and scopes together
 * @param messages how many messages
 */
public record SampleSize(
    long seed, int categories, int rooms, int principals, long permissions, long messages) {
  /** Close to the sample pool of the capacity planning guide; about two days of its messages. */
  private static final Map<String, Long> CAPACITY_GUIDE =
      Map.of(
          "rooms",
          33_000L,
          "principals",
          150_000L,
          "permissions",
          700_000L,
          "messages",
          5_000_000L);

  /** Refuses sizes too small to be sound. */
  public SampleSize {
    require(categories >= CategoryKind.values().length, "categories: at least 7");
    require(rooms >= categories, "rooms: at least one for each category");
    require(principals >= 150, "principals: at least 150");
    require(permissions >= 15L * categories + 3L * rooms, "permissions: 15 a category + 3 a room");
    require(messages >= 0, "messages: none or more");
  }

  /** Returns the size of the samples that lie in {@code samples/}. */
  public static SampleSize contoso() {
    return new SampleSize(2019, 7, 36, 605, 720, 4_020);
  }

  /** Returns a size for tests that want to be quick. */
  public static SampleSize small() {
    return new SampleSize(7, 7, 8, 300, 160, 200);
  }

  /**
   * Parses {@code contoso}, {@code small} or {@code
   * bench:messages=…,rooms=…,principals=…,permissions=…}; what is left out takes the scale of a
   * sample pool of the capacity planning guide.
   *
   * @throws IllegalArgumentException if {@code text} is anything else
   */
  public static SampleSize parse(String text) {
    if (text.equals("contoso")) {
      return contoso();
    } else if (text.equals("small")) {
      return small();
    }
    require(text.startsWith("bench:"), "size: contoso, small or bench:messages=N,rooms=N,…");
    var numbers = new HashMap<>(CAPACITY_GUIDE);
    for (String pair : text.substring("bench:".length()).split(",", -1)) {
      String[] sides = pair.split("=", 2);
      require(sides.length == 2 && numbers.containsKey(sides[0]), "bench: what is " + pair + "?");
      numbers.put(sides[0], Long.parseLong(sides[1]));
    }
    int rooms = Math.toIntExact(numbers.get("rooms"));
    return new SampleSize(
        1,
        Math.max(7, rooms / 100),
        rooms,
        Math.toIntExact(numbers.get("principals")),
        numbers.get("permissions"),
        numbers.get("messages"));
  }

  /** Returns the same with another seed. */
  public SampleSize withSeed(long newSeed) {
    return new SampleSize(newSeed, categories, rooms, principals, permissions, messages);
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }
}
