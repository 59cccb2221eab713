package org.pchat.restore;

import java.io.BufferedReader;
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
import org.pchat.model.Access;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Scope;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.RestoreProblem;
import org.pchat.select.SelectionException;

/**
 * A list of things that somebody looked through: only what it names is carried, and what that
 * needs. A line names a thing; everything behind {@code ;} is a comment.
 */
public final class ThingList {
  private final Path file;
  private final Map<Kind<?>, Map<Guid, Boolean>> guids = new HashMap<>();
  private final KeySet permissions = new KeySet();
  private final KeySet matched = new KeySet();
  private final Map<Guid, List<Range>> messages = new HashMap<>();

  /** A run of messages, and whether any of them was found. */
  private static final class Range {
    private final long first;
    private final long last;
    private boolean found;

    Range(long first, long last) {
      this.first = first;
      this.last = last;
    }

    boolean contains(long id) {
      return first <= id && id <= last;
    }
  }

  private ThingList(Path file) {
    this.file = file;
    for (Kind<?> kind : List.of(Kind.CATEGORY, Kind.ROOM, Kind.ADD_IN, Kind.PRINCIPAL)) {
      guids.put(kind, new HashMap<>());
    }
  }

  /**
   * Reads a list.
   *
   * @throws SelectionException if a line is none, naming it
   */
  public static ThingList read(Path file) throws IOException {
    var list = new ThingList(file);
    list.each(list::note);
    return list;
  }

  /** Takes one line without its comment. */
  private interface LineTaker {
    void take(int number, List<String> words);
  }

  private void each(LineTaker taker) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      for (int number = 1; line != null; number++) {
        int comment = line.indexOf(';');
        String text = (comment < 0 ? line : line.substring(0, comment)).replace("\uFEFF", "");
        if (!text.isBlank()) {
          taker.take(number, List.of(text.strip().split("\\s+")));
        }
        line = lines.readLine();
      }
    }
  }

  private void note(int number, List<String> words) {
    Optional<Kind<?>> node = kind(words);
    if (node.isPresent()) {
      java.util.Objects.requireNonNull(guids.get(node.get())).put(guid(number, words, 1), false);
      return;
    }
    switch (words.get(0)) {
      case "role" -> permissions.add(Kind.ROLE, role(number, words));
      case "scope" -> permissions.add(Kind.SCOPE, scope(number, words));
      case "messages" ->
          messages
              .computeIfAbsent(guid(number, words, 1), room -> new ArrayList<>())
              .add(range(number, words));
      default -> throw bad(number, words);
    }
  }

  private static Optional<Kind<?>> kind(List<String> words) {
    return switch (words.get(0)) {
      case "category" -> Optional.of(Kind.CATEGORY);
      case "room" -> Optional.of(Kind.ROOM);
      case "addin" -> Optional.of(Kind.ADD_IN);
      case "principal" -> Optional.of(Kind.PRINCIPAL);
      default -> Optional.empty();
    };
  }

  private Guid guid(int number, List<String> words, int at) {
    return words.size() <= at
        ? fail(number, words)
        : Guid.tryParse(words.get(at)).orElseThrow(() -> bad(number, words));
  }

  private Guid fail(int number, List<String> words) {
    throw bad(number, words);
  }

  private Role role(int number, List<String> words) {
    for (RoleType type : RoleType.values()) {
      if (words.size() == 4 && type.word().equalsIgnoreCase(words.get(3))) {
        return new Role(guid(number, words, 1), guid(number, words, 2), type, null);
      }
    }
    throw bad(number, words);
  }

  private Scope scope(int number, List<String> words) {
    for (Access access : Access.values()) {
      if (words.size() == 4 && access.word().equals(words.get(3).toLowerCase(Locale.ROOT))) {
        return new Scope(guid(number, words, 1), guid(number, words, 2), access, null);
      }
    }
    throw bad(number, words);
  }

  private Range range(int number, List<String> words) {
    String[] ends = words.size() == 3 ? words.get(2).split("\\.\\.", -1) : new String[0];
    try {
      if (ends.length == 1 || ends.length == 2) {
        return new Range(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
      }
    } catch (NumberFormatException noNumber) {
      throw bad(number, words);
    }
    throw bad(number, words);
  }

  private SelectionException bad(int number, List<String> words) {
    Problem problem =
        Problem.of(
            RestoreProblem.NO_SUCH_THING,
            Location.of(null, file.toString()).at(number, 0),
            String.join(" ", words));
    return new SelectionException(problem.toString());
  }

  /** Returns whether a permission is on the list. */
  <T> boolean has(Kind<T> kind, T permission) {
    return permissions.contains(kind, permission);
  }

  /** Returns what of a choice is on the list, and what else on it can be carried. */
  Choice restrict(Choice whole, ChatSource from, @Nullable Target target) throws IOException {
    var choice = new Choice();
    for (Kind<?> kind : List.of(Kind.CATEGORY, Kind.ROOM, Kind.ADD_IN)) {
      for (Map.Entry<Guid, Boolean> listed : of(kind).entrySet()) {
        if (isThere(kind, listed.getKey(), from) || isThere(kind, listed.getKey(), target)) {
          choice.guids(kind).add(listed.getKey());
          listed.setValue(true);
        }
      }
    }
    principals(from, choice);
    if (target != null) {
      principals(target.source(), choice);
    }
    permissions(from, Kind.ROLE, whole.roles, choice.roles);
    permissions(from, Kind.SCOPE, whole.scopes, choice.scopes);
    for (Guid room : messages.keySet()) {
      if (whole.messages.containsKey(room)) {
        messages(room, from, whole, choice);
      }
    }
    return choice;
  }

  private Map<Guid, Boolean> of(Kind<?> kind) {
    return java.util.Objects.requireNonNull(guids.get(kind));
  }

  private static boolean isThere(Kind<?> kind, Guid guid, @Nullable Target target)
      throws IOException {
    return target != null && isThere(kind, guid, target.source());
  }

  private static boolean isThere(Kind<?> kind, Guid guid, ChatSource source) throws IOException {
    if (kind == Kind.ROOM) {
      return source.structure().room(guid).isPresent();
    }
    return kind == Kind.CATEGORY
        ? source.structure().category(guid).isPresent()
        : source.structure().addIn(guid).isPresent();
  }

  private void principals(ChatSource source, Choice choice) throws IOException {
    Map<Guid, Boolean> listed = of(Kind.PRINCIPAL);
    if (listed.isEmpty()) {
      return;
    }
    try (var all = source.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Guid guid = all.record().guid();
        if (listed.containsKey(guid)) {
          listed.put(guid, true);
          choice.principals.add(guid);
        }
      }
    }
  }

  /**
   * Finds what the list says of rooms beside others, which are on it under their own GUIDs.
   *
   * @param besides the rooms beside living ones, by the living
   */
  void match(Map<Guid, Beside> besides, @Nullable Target target) throws IOException {
    if (target == null || besides.isEmpty()) {
      return;
    }
    for (Beside beside : besides.values()) {
      of(Kind.ROOM).computeIfPresent(beside.guid(), (guid, found) -> true);
    }
    try (var all = target.source().records(Kind.ROLE)) {
      while (all.advance()) {
        Role role = all.record();
        Beside beside = besides.get(role.node());
        if (beside != null) {
          var copied = new Role(beside.guid(), role.principal(), role.role(), null);
          if (permissions.contains(Kind.ROLE, copied)) {
            matched.add(Kind.ROLE, copied);
          }
        }
      }
    }
  }

  /**
   * Makes sure that every line was of use.
   *
   * @throws SelectionException naming the first that was not
   */
  void requireAllMatched() throws IOException {
    each(
        (number, words) -> {
          Optional<Kind<?>> node = kind(words);
          boolean found =
              node.isPresent()
                  ? of(node.get()).getOrDefault(guid(number, words, 1), false)
                  : isMatched(number, words);
          if (!found) {
            throw bad(number, words);
          }
        });
  }

  private boolean isMatched(int number, List<String> words) {
    return switch (words.get(0)) {
      case "role" -> matched.contains(Kind.ROLE, role(number, words));
      case "scope" -> matched.contains(Kind.SCOPE, scope(number, words));
      default -> {
        Range wanted = range(number, words);
        yield messages.getOrDefault(guid(number, words, 1), List.of()).stream()
            .anyMatch(r -> r.found && r.first == wanted.first && r.last == wanted.last);
      }
    };
  }

  private <T> void permissions(ChatSource from, Kind<T> kind, KeySet whole, KeySet chosen)
      throws IOException {
    try (RecordCursor<T> all = from.records(kind)) {
      while (all.advance()) {
        T record = all.record();
        if (whole.contains(kind, record) && permissions.contains(kind, record)) {
          chosen.add(kind, record);
          matched.add(kind, record);
        }
      }
    }
  }

  private void messages(Guid room, ChatSource from, Choice whole, Choice choice)
      throws IOException {
    Runs runs = java.util.Objects.requireNonNull(whole.messages.get(room));
    List<Range> ranges = java.util.Objects.requireNonNull(messages.get(room));
    boolean open = false;
    try (var all = from.messages(room)) {
      while (all.advance()) {
        Message message = all.record();
        Range range = runs.contains(message.id()) ? find(ranges, message.id()) : null;
        if (range != null) {
          range.found = true;
          choice.runs(room).add(message.id(), open);
        }
        open = range != null;
      }
    }
  }

  private static @Nullable Range find(List<Range> ranges, long id) {
    for (Range range : ranges) {
      if (range.contains(id)) {
        return range;
      }
    }
    return null;
  }
}
