package org.pchat.select;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.select.NamePattern.Fit;

/** Which messages of one source the user wishes: of which rooms, by which authors, from when. */
public final class Selection {
  private final Optional<Set<Guid>> rooms;
  private final Set<Guid> categories;
  private final Optional<Authors> authors;
  private final DateRange dates;
  private final List<Resolution> resolutions;

  /** Authors by identity, and the patterns that choose among those who are no principals. */
  record Authors(Set<Guid> principals, List<NamePattern> raw) {
    boolean wrote(Message message) {
      Guid author = message.author();
      if (author != null) {
        return principals.contains(author);
      }
      String written = message.authorRaw();
      return written != null && wrote(Candidate.ofAuthor(written));
    }

    private boolean wrote(Candidate candidate) {
      return raw.stream().anyMatch(pattern -> pattern.fit(candidate) != Fit.NONE);
    }
  }

  Selection(
      Optional<Set<Guid>> rooms,
      Set<Guid> categories,
      Optional<Authors> authors,
      DateRange dates,
      List<Resolution> resolutions) {
    this.rooms = rooms;
    this.categories = Set.copyOf(categories);
    this.authors = authors;
    this.dates = dates;
    this.resolutions = List.copyOf(resolutions);
  }

  /** Returns whether nothing is left out. */
  public boolean isEverything() {
    return rooms().isEmpty() && authors().isEmpty() && dates().equals(DateRange.ALL);
  }

  /** Returns the selection of all messages. */
  public static Selection everything() {
    return new Selection(Optional.empty(), Set.of(), Optional.empty(), DateRange.ALL, List.of());
  }

  /**
   * Finds out what a request means in a source. Principals are read once if authors are asked for;
   * all messages are read once if one of these is no principal.
   *
   * @throws UnknownNameException if patterns match nothing; it names the nearest
   * @throws SelectionException if a time cannot be read
   */
  public static Selection resolve(SelectionRequest request, ChatSource source) throws IOException {
    return new Resolver(source).resolve(request);
  }

  /**
   * Finds out which principals some patterns mean. Principals are read once, twice if a pattern
   * matches none.
   *
   * @throws UnknownNameException if patterns match nothing; it names the nearest
   */
  public static Set<Guid> principals(List<String> patterns, ChatSource source) throws IOException {
    return new Resolver(source).principals(patterns);
  }

  /** Returns the same with no room or no author where these are wanted but not there. */
  Selection narrowed(boolean noRoom, boolean noAuthor) {
    return new Selection(
        noRoom ? Optional.of(Set.of()) : rooms,
        categories,
        noAuthor ? Optional.of(new Authors(Set.of(), List.of())) : authors,
        dates,
        resolutions);
  }

  /** Returns whether {@code message} is selected. */
  public boolean selects(Message message) {
    return selectsRoom(message.room()) && selectsApartFromRoom(message);
  }

  /** Returns whether {@code message} is selected by author and time. */
  boolean selectsApartFromRoom(Message message) {
    return dates.contains(message.sent()) && (authors.isEmpty() || authors.get().wrote(message));
  }

  /** Returns whether messages of {@code room} may be selected. */
  public boolean selectsRoom(Guid room) {
    return rooms.isEmpty() || rooms.get().contains(room);
  }

  /** Returns the rooms, those of categories among them; nothing where all are meant. */
  public Optional<Set<Guid>> rooms() {
    return rooms;
  }

  /** Returns the categories that were named; empty where none was. */
  public Set<Guid> categories() {
    return categories;
  }

  /** Returns the principals whose messages are meant; nothing where anybody's are. */
  public Optional<Set<Guid>> authors() {
    return authors.map(Authors::principals);
  }

  /** Returns the time that is meant. */
  public DateRange dates() {
    return dates;
  }

  /** Returns what each pattern turned out to mean: rooms, categories, authors, each as typed. */
  public List<Resolution> resolutions() {
    return resolutions;
  }
}
