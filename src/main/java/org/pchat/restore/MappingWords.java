package org.pchat.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.model.AccountState;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Room;
import org.pchat.select.SelectionException;

/** What the words of a user mean: who stands for whom, which room is to be called how. */
public final class MappingWords {
  private final ChatSource from;
  private final @Nullable ChatSource onto;

  /**
   * Begins.
   *
   * @param from the source, in which the old ones are looked for
   * @param onto the target, in which the new ones are; null looks in the source
   */
  public MappingWords(ChatSource from, @Nullable ChatSource onto) {
    this.from = from;
    this.onto = onto;
  }

  /** Returns pairs out of a file in CSV: the old, the new. */
  public static List<String> pairs(Path file) throws IOException {
    List<String> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      List<String> cells = DirectoryList.CsvLine.cells(line);
      if (cells.size() >= 2 && !cells.get(0).strip().equalsIgnoreCase("old")) {
        pairs.add(cells.get(0).strip().replace("\uFEFF", "") + "=" + cells.get(1).strip());
      }
    }
    return pairs;
  }

  /**
   * Finds out what is meant.
   *
   * @param users pairs of GUIDs or addresses, each {@code OLD=NEW}
   * @param names pairs of a room's GUID or name and its new name, each {@code OLD=NEW}
   * @param category the GUID or name of a category; null for none
   * @throws SelectionException if a word means nothing
   */
  public Mapping mapping(List<String> users, List<String> names, @Nullable String category)
      throws IOException {
    return new Mapping(
        users.isEmpty() ? Map.of() : users(users),
        names(names),
        category == null ? null : category(category));
  }

  private Map<Guid, Guid> users(List<String> pairs) throws IOException {
    Map<String, Guid> old = principals(from, false);
    Map<String, Guid> fresh = principals(onto == null ? from : onto, true);
    Map<Guid, Guid> users = new HashMap<>();
    for (String pair : pairs) {
      String[] words = split(pair, "--map-user");
      users.put(found(words[0], old, pair), found(words[1], fresh, pair));
    }
    return users;
  }

  private static String[] split(String pair, String option) {
    int at = pair.indexOf('=');
    if (at <= 0 || at == pair.length() - 1) {
      throw new SelectionException(option + " \"" + pair + "\": write OLD=NEW");
    }
    return new String[] {pair.substring(0, at), pair.substring(at + 1)};
  }

  private static Guid found(String word, Map<String, Guid> known, String pair) {
    Guid guid = known.get(word.strip().toLowerCase(Locale.ROOT));
    guid = guid == null ? known.get(DirectoryList.key(word)) : guid;
    if (guid == null) {
      throw new SelectionException(
          "--map-user \"%s\": there is no principal \"%s\"; give a GUID or an address"
              .formatted(pair, word));
    }
    return guid;
  }

  /** Of several of one address, new ones are those in use, old ones those that are not. */
  private static Map<String, Guid> principals(ChatSource source, boolean inUse) throws IOException {
    Map<String, Guid> known = new HashMap<>();
    Map<String, AccountState> states = new HashMap<>();
    try (var all = source.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Principal principal = all.record();
        known.put(principal.guid().toString(), principal.guid());
        String address = DirectoryList.key(principal.uri());
        AccountState other = states.get(address);
        boolean better =
            other == null
                || (inUse
                    ? principal.disabled().compareTo(other) < 0
                    : principal.disabled().compareTo(other) > 0);
        if (better) {
          known.put(address, principal.guid());
          states.put(address, principal.disabled());
        }
      }
    }
    return known;
  }

  private Map<Guid, String> names(List<String> pairs) throws IOException {
    Map<Guid, String> names = new HashMap<>();
    for (String pair : pairs) {
      String[] words = split(pair, "--rename-room");
      Optional<Room> room =
          from.structure().rooms().stream()
              .filter(r -> isMeant(words[0], r.guid(), r.name()))
              .findFirst();
      names.put(
          room.map(Room::guid)
              .orElseThrow(
                  () ->
                      new SelectionException(
                          "--rename-room \"%s\": there is no room \"%s\""
                              .formatted(pair, words[0]))),
          words[1]);
    }
    return names;
  }

  private static boolean isMeant(String word, Guid guid, String name) {
    return guid.toString().equalsIgnoreCase(word) || name.equalsIgnoreCase(word);
  }

  private Guid category(String word) throws IOException {
    List<ChatSource> sources = onto == null ? List.of(from) : List.of(onto, from);
    for (ChatSource source : sources) {
      for (Category category : source.structure().categories()) {
        if (!category.isRoot() && isMeant(word, category.guid(), category.name())) {
          return category.guid();
        }
      }
    }
    throw new SelectionException(
        "--into-category \"%s\": there is no such category".formatted(word));
  }
}
