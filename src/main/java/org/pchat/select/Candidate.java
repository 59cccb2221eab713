package org.pchat.select;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Principal;
import org.pchat.model.Room;

/** Something that a pattern may mean: its identity and the names it goes by, in folded case. */
final class Candidate {
  private static final String SIP = "sip:";

  private final @Nullable Guid guid;
  private final @Nullable String uri;
  private final List<String> names;
  private final String label;

  private Candidate(
      @Nullable Guid guid, @Nullable String uri, String label, Stream<@Nullable String> names) {
    this.guid = guid;
    this.uri = uri == null ? null : normalUri(uri);
    this.label = label;
    this.names = names.filter(Objects::nonNull).map(Candidate::fold).toList();
  }

  static Candidate of(Room room) {
    return new Candidate(room.guid(), null, room.name(), Stream.of(room.name()));
  }

  /** A room or author that messages speak of but that has no record of its own. */
  static Candidate ofGuid(Guid guid) {
    return new Candidate(guid, null, guid.toString(), Stream.of());
  }

  static Candidate of(Category category) {
    return new Candidate(category.guid(), null, category.name(), Stream.of(category.name()));
  }

  static Candidate of(Principal principal) {
    return new Candidate(
        principal.guid(),
        principal.uri(),
        principal.label(),
        Stream.of(principal.displayName(), principal.name()));
  }

  /** An author who is no principal. */
  static Candidate ofAuthor(String raw) {
    return new Candidate(null, raw, raw, Stream.of(raw));
  }

  /** Returns {@code text} so that texts which differ in case only are equal. */
  static String fold(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Returns an address so that its spellings are equal: folded, with its scheme. */
  static String normalUri(String uri) {
    String folded = fold(uri);
    return folded.indexOf(':') < 0 ? SIP + folded : folded;
  }

  @Nullable Guid guid() {
    return guid;
  }

  @Nullable String uri() {
    return uri;
  }

  /** Returns the names that are not the address. */
  List<String> names() {
    return names;
  }

  /**
   * Returns the names and the address as people write it: without {@code sip:}, unless {@code
   * sought} has a scheme too. Else {@code *s*} would match everybody.
   */
  Stream<String> spellings(String sought) {
    if (uri == null) {
      return names.stream();
    }
    boolean bare = uri.startsWith(SIP) && sought.indexOf(':') < 0;
    return Stream.concat(names.stream(), Stream.of(bare ? uri.substring(SIP.length()) : uri));
  }

  String label() {
    return label;
  }
}
