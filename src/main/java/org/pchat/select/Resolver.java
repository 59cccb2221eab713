package org.pchat.select;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Room;
import org.pchat.model.Structure;

/** Finds out what the patterns of one request mean in one source. */
final class Resolver {
  private final ChatSource source;
  private final List<Resolution> resolutions = new ArrayList<>();
  private final List<UnknownNameException.Unknown> unknown = new ArrayList<>();

  /** Hands each thing that a pattern may mean to a consumer; may be run more than once. */
  private interface Candidates {
    void forEach(Consumer<Candidate> consumer) throws IOException;
  }

  Resolver(ChatSource source) {
    this.source = source;
  }

  Selection resolve(SelectionRequest request) throws IOException {
    DateRange dates = DateRange.parse(request.since(), request.until(), request.zone());
    List<PatternHits> rooms = hits(request.rooms());
    List<PatternHits> categories = hits(request.categories());
    List<PatternHits> authors = hits(request.authors());
    match(Subject.ROOM, rooms, this::rooms);
    match(Subject.CATEGORY, categories, this::categories);
    matchAuthors(authors);
    if (!unknown.isEmpty()) {
      throw new UnknownNameException(unknown);
    }
    Set<Guid> chosen = guids(categories);
    return new Selection(
        rooms.isEmpty() && categories.isEmpty()
            ? Optional.empty()
            : Optional.of(Set.copyOf(withRoomsBelow(chosen, guids(rooms)))),
        chosen,
        authors.isEmpty() ? Optional.empty() : Optional.of(authors(authors)),
        dates,
        resolutions);
  }

  Set<Guid> principals(List<String> patterns) throws IOException {
    List<PatternHits> hits = hits(patterns);
    match(Subject.PRINCIPAL, hits, this::principals);
    if (!unknown.isEmpty()) {
      throw new UnknownNameException(unknown);
    }
    return guids(hits);
  }

  private static List<PatternHits> hits(List<String> patterns) {
    return patterns.stream().map(text -> new PatternHits(new NamePattern(text))).toList();
  }

  private static Set<Guid> guids(List<PatternHits> hits) {
    Set<Guid> guids = new HashSet<>();
    hits.forEach(h -> guids.addAll(h.guids()));
    return guids;
  }

  private static Selection.Authors authors(List<PatternHits> hits) {
    return new Selection.Authors(guids(hits), hits.stream().map(PatternHits::pattern).toList());
  }

  private void match(Subject subject, List<PatternHits> hits, Candidates candidates)
      throws IOException {
    if (!hits.isEmpty()) {
      candidates.forEach(candidate -> hits.forEach(h -> h.offer(candidate)));
      conclude(subject, hits, candidates);
    }
  }

  private void matchAuthors(List<PatternHits> hits) throws IOException {
    if (hits.isEmpty()) {
      return;
    }
    principals(candidate -> hits.forEach(h -> h.offer(candidate)));
    List<PatternHits> missing = hits.stream().filter(PatternHits::isEmpty).toList();
    if (!missing.isEmpty()) {
      strangers(candidate -> missing.forEach(h -> h.offer(candidate)));
    }
    conclude(Subject.AUTHOR, hits, this::principals);
  }

  private void conclude(Subject subject, List<PatternHits> hits, Candidates candidates)
      throws IOException {
    Map<PatternHits, Nearest> missing = new LinkedHashMap<>();
    for (PatternHits found : hits) {
      if (found.isEmpty()) {
        missing.put(found, new Nearest(found.pattern()));
      } else {
        resolutions.add(found.resolution(subject));
      }
    }
    if (!missing.isEmpty()) {
      candidates.forEach(candidate -> missing.values().forEach(near -> near.offer(candidate)));
      missing.forEach((none, near) -> unknown.add(none.unknown(subject, near.labels())));
    }
  }

  private void rooms(Consumer<Candidate> consumer) throws IOException {
    Structure structure = source.structure();
    structure.rooms().forEach(room -> consumer.accept(Candidate.of(room)));
    source.messageRooms().stream()
        .filter(room -> structure.room(room).isEmpty())
        .forEach(room -> consumer.accept(Candidate.ofGuid(room)));
  }

  private void categories(Consumer<Candidate> consumer) throws IOException {
    source.structure().categories().stream()
        .filter(category -> !source.coverage().isRoot(category))
        .forEach(category -> consumer.accept(Candidate.of(category)));
  }

  private void principals(Consumer<Candidate> consumer) throws IOException {
    try (var principals = source.records(Kind.PRINCIPAL)) {
      while (principals.advance()) {
        consumer.accept(Candidate.of(principals.record()));
      }
    }
  }

  /** Authors as messages name them, so that those who are no principals are found too. */
  private void strangers(Consumer<Candidate> consumer) throws IOException {
    try (var messages = source.records(Kind.MESSAGE)) {
      while (messages.advance()) {
        Message message = messages.record();
        if (message.author() != null) {
          consumer.accept(Candidate.ofGuid(message.author()));
        } else if (message.authorRaw() != null) {
          consumer.accept(Candidate.ofAuthor(message.authorRaw()));
        }
      }
    }
  }

  private Set<Guid> withRoomsBelow(Set<Guid> categories, Set<Guid> rooms) throws IOException {
    Structure structure = source.structure();
    for (Room room : structure.rooms()) {
      if (isBelow(room.category(), categories, structure)) {
        rooms.add(room.guid());
      }
    }
    return rooms;
  }

  /** Climbs the tree; a damaged source may hold a ring of categories. */
  private static boolean isBelow(Guid category, Set<Guid> chosen, Structure structure) {
    Set<Guid> climbed = new HashSet<>();
    @Nullable Guid at = category;
    while (at != null && climbed.add(at)) {
      if (chosen.contains(at)) {
        return true;
      }
      at = structure.category(at).map(Category::parent).orElse(null);
    }
    return false;
  }
}
