package org.pchat.select;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Message;

/**
 * One selection in two sources, for those who compare them: what a name means in either is meant.
 *
 * @param before what it means in the first source
 * @param after what it means in the second
 */
public record PairedSelection(Selection before, Selection after) {
  /**
   * Finds out what a request means in either source.
   *
   * @throws UnknownNameException if a pattern matches nothing in both
   */
  public static PairedSelection resolve(
      SelectionRequest request, ChatSource before, ChatSource after) throws IOException {
    SelectionRequest inBefore = known(request, before);
    SelectionRequest inAfter = known(request, after);
    if (!inBefore.equals(request)) {
      Set<String> missing = missing(request, inBefore);
      missing.retainAll(missing(request, inAfter));
      if (!missing.isEmpty()) {
        Selection.resolve(request, before);
      }
    }
    return new PairedSelection(
        resolve(request, inBefore, before), resolve(request, inAfter, after));
  }

  /** Where nothing of what was asked for is there, nothing is selected, not everything. */
  private static Selection resolve(
      SelectionRequest request, SelectionRequest known, ChatSource source) throws IOException {
    Selection selection = Selection.resolve(known, source);
    boolean noRoom =
        known.rooms().isEmpty()
            && known.categories().isEmpty()
            && !(request.rooms().isEmpty() && request.categories().isEmpty());
    boolean noAuthor = known.authors().isEmpty() && !request.authors().isEmpty();
    return selection.narrowed(noRoom, noAuthor);
  }

  /** Returns the request without the patterns that match nothing in {@code source}. */
  private static SelectionRequest known(SelectionRequest request, ChatSource source)
      throws IOException {
    try {
      Selection.resolve(request, source);
      return request;
    } catch (UnknownNameException unknown) {
      Set<UnknownNameException.Unknown> all = Set.copyOf(unknown.unknown());
      return new SelectionRequest(
          without(request.rooms(), Subject.ROOM, all),
          without(request.categories(), Subject.CATEGORY, all),
          without(request.authors(), Subject.AUTHOR, all),
          request.since(),
          request.until(),
          request.zone());
    }
  }

  private static List<String> without(
      List<String> patterns, Subject subject, Set<UnknownNameException.Unknown> unknown) {
    Set<String> gone =
        unknown.stream()
            .filter(u -> u.subject() == subject)
            .map(UnknownNameException.Unknown::pattern)
            .collect(Collectors.toSet());
    return patterns.stream().filter(pattern -> !gone.contains(pattern)).toList();
  }

  private static Set<String> missing(SelectionRequest request, SelectionRequest known) {
    Set<String> missing = new HashSet<>();
    missing(missing, "room ", request.rooms(), known.rooms());
    missing(missing, "category ", request.categories(), known.categories());
    missing(missing, "author ", request.authors(), known.authors());
    return missing;
  }

  private static void missing(
      Set<String> missing, String what, List<String> all, List<String> known) {
    all.stream().filter(p -> !known.contains(p)).forEach(p -> missing.add(what + p));
  }

  /** Returns the rooms and categories that either source means; nothing where all are meant. */
  public Optional<Set<Guid>> nodes() {
    if (before.rooms().isEmpty() && after.rooms().isEmpty()) {
      return Optional.empty();
    }
    Set<Guid> nodes = new HashSet<>(before.rooms().orElse(Set.of()));
    nodes.addAll(after.rooms().orElse(Set.of()));
    nodes.addAll(before.categories());
    nodes.addAll(after.categories());
    return Optional.of(nodes);
  }

  /** Returns the principals that either source means; nothing where all are meant. */
  public Optional<Set<Guid>> principals() {
    if (before.authors().isEmpty() && after.authors().isEmpty()) {
      return Optional.empty();
    }
    Set<Guid> principals = new HashSet<>(before.authors().orElse(Set.of()));
    principals.addAll(after.authors().orElse(Set.of()));
    return Optional.of(principals);
  }

  /** Returns whether {@code message} is selected by author and time, in whichever room. */
  public boolean selects(Message message) {
    return before.selectsApartFromRoom(message) || after.selectsApartFromRoom(message);
  }
}
