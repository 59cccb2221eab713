package org.pchat.select;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection as the user typed it.
 *
 * <p>A pattern is a GUID or URI, else a name without regard to case, else a glob with {@code *} and
 * {@code ?}. Several patterns of one kind add up, and so do rooms and categories; authors and times
 * narrow.
 *
 * @param rooms patterns of rooms
 * @param categories patterns of categories, each standing for the rooms below it
 * @param authors patterns of authors
 * @param since the first time, as {@link DateRange#parse} takes it; null for no bound
 * @param until the last time, likewise
 * @param zone the zone of dates and times without offset
 */
public record SelectionRequest(
    List<String> rooms,
    List<String> categories,
    List<String> authors,
    @Nullable String since,
    @Nullable String until,
    ZoneId zone) {
  /** Copies the lists. */
  public SelectionRequest {
    rooms = List.copyOf(rooms);
    categories = List.copyOf(categories);
    authors = List.copyOf(authors);
  }

  /** Returns a request for everything. */
  public static SelectionRequest everything(ZoneId zone) {
    return new SelectionRequest(List.of(), List.of(), List.of(), null, null, zone);
  }

  /** Returns the same with other rooms. */
  public SelectionRequest withRooms(String... patterns) {
    return new SelectionRequest(List.of(patterns), categories, authors, since, until, zone);
  }

  /** Returns the same with other categories. */
  public SelectionRequest withCategories(String... patterns) {
    return new SelectionRequest(rooms, List.of(patterns), authors, since, until, zone);
  }

  /** Returns the same with other authors. */
  public SelectionRequest withAuthors(String... patterns) {
    return new SelectionRequest(rooms, categories, List.of(patterns), since, until, zone);
  }

  /** Returns the same with other times. */
  public SelectionRequest between(@Nullable String first, @Nullable String last) {
    return new SelectionRequest(rooms, categories, authors, first, last, zone);
  }
}
