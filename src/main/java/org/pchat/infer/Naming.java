package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pchat.model.Kind;

/** What names say about columns and records, in units of evidence. */
final class Naming {
  /** The column is called as it is in the database. */
  static final double PUBLISHED = 7;

  /** The column is called by another name of the field. */
  static final double SYNONYM = 6;

  /** From here on a name counts as recognised. */
  static final double RECOGNISED = 5;

  private static final Set<String> REFERENCE_ENDS =
      Set.of(
          "id",
          "guid",
          "uri",
          "key",
          "ref",
          "reference",
          "identifier",
          "uuid",
          "sip",
          "name",
          "address",
          "url",
          "no",
          "number");

  /** The names of records, by kind; the last word of an element's name counts most. */
  private static final Map<Kind<?>, Set<String>> RECORDS =
      Map.of(
          Kind.PRINCIPAL,
          Set.of(
              "principal",
              "user",
              "person",
              "people",
              "account",
              "identity",
              "contact",
              "participant",
              "group",
              "folder",
              "tblprincipal",
              "identitie"),
          Kind.CATEGORY,
          Set.of("category", "categorie", "tblnode", "node"),
          Kind.ROOM,
          Set.of("room", "chatroom", "channel", "tblnode", "node"),
          Kind.ADD_IN,
          Set.of("addin", "siop", "tblsiopwhitelist", "webapp", "in"),
          Kind.ROLE,
          Set.of(
              "role",
              "tblprincipalrole",
              "permission",
              "member",
              "manager",
              "presenter",
              "voiced",
              "creator",
              "grant",
              "acl",
              "ace",
              "access",
              "right",
              "assignment"),
          Kind.SCOPE,
          Set.of(
              "scope",
              "tblscopeprincipal",
              "allowed",
              "denied",
              "allow",
              "deny",
              "access",
              "acl",
              "ace",
              "rule"),
          Kind.MESSAGE,
          Set.of("message", "msg", "chat", "post", "chatmessage", "tblchat", "line"));

  private static final Set<String> OTHER_ACTS =
      Set.of(
          "edited",
          "editor",
          "modified",
          "modifier",
          "updated",
          "updater",
          "changed",
          "deleted",
          "removed",
          "replaced",
          "approved",
          "moderated",
          "moderator",
          "received",
          "expires",
          "expiry",
          "expired",
          "last",
          "recipient",
          "to",
          "reply",
          "mentioned",
          "target",
          "read",
          "seen",
          "pinned",
          "granted",
          "given",
          "assigned",
          "set",
          "verified",
          "purged",
          "added");

  private static final Set<String> OTHER_TEXTS =
      Set.of(
          "subject",
          "title",
          "topic",
          "summary",
          "html",
          "description",
          "comment",
          "note",
          "abstract",
          "headline",
          "quote",
          "original",
          "previous",
          "old",
          "tags",
          "caption");

  /** Elements that only group values. */
  private static final Set<String> NEUTRAL =
      Set.of(
          "identity",
          "settings",
          "properties",
          "props",
          "details",
          "attributes",
          "fields",
          "general",
          "header",
          "head",
          "names",
          "meta",
          "metadata",
          "values",
          "flags",
          "options",
          "audit",
          "information",
          "content");

  private Naming() {}

  /** Returns what a column's name says for a field: 0 to {@link #PUBLISHED}. */
  static double of(Kind<?> kind, FieldSpec spec, Column column) {
    if (column.part() > 0) {
      return 0;
    }
    double plain = score(kind, spec, Terms.of(column.name()));
    if (column.up() > 0) {
      return score(kind, spec, prefixed(holder(column), column.name()));
    }
    if (column.wrappers().isEmpty()) {
      return plain;
    }
    if (NEUTRAL.containsAll(Terms.of(String.join(" ", column.wrappers())))) {
      return plain == 0 ? 0 : plain - 0.25;
    }
    double wrapped =
        score(kind, spec, prefixed(String.join(" ", column.wrappers()), column.name()));
    return Math.max(wrapped, spec.type().isReference() ? 0 : plain - 3);
  }

  private static String holder(Column column) {
    if (column.node() == null) {
      return "";
    }
    List<String> wrappers = column.wrappers();
    if (!wrappers.isEmpty()) {
      return String.join(" ", wrappers);
    }
    ElementNode holder = column.attribute() == null ? column.node().parent() : column.node();
    return holder == null ? "" : holder.name().local();
  }

  private static List<String> prefixed(String before, String name) {
    var words = new ArrayList<>(Terms.of(before));
    words.addAll(Terms.of(name));
    return words;
  }

  private static double score(Kind<?> kind, FieldSpec spec, List<String> words) {
    String whole = String.join("", words);
    if (whole.equals(spec.published())) {
      return PUBLISHED;
    }
    if (spec.names().contains(whole)) {
      return SYNONYM;
    }
    List<String> rest = Terms.withoutPrefix(words, FieldTable.words(kind));
    if (isNamed(spec, rest)
        || (!rest.isEmpty()
            && rest.get(0).equals("is")
            && isNamed(spec, rest.subList(1, rest.size())))) {
      return SYNONYM - 0.25;
    }
    if (spec.type().isReference()) {
      List<String> stem = Terms.withoutSuffix(words, REFERENCE_ENDS);
      if (isNamed(spec, stem) || isNamed(spec, Terms.withoutPrefix(stem, FieldTable.words(kind)))) {
        return SYNONYM - 0.5;
      }
    }
    return 0;
  }

  /**
   * Returns whether a column that is not named as the field is named as something else that has the
   * same values: whoever changed a message is not its author.
   */
  static boolean contradicts(FieldSpec spec, Column column) {
    Set<String> others =
        switch (spec.type()) {
          case PRINCIPAL, TIME -> OTHER_ACTS;
          case CONTENT -> OTHER_TEXTS;
          default -> Set.of();
        };
    List<String> words = new ArrayList<>(Terms.of(column.name()));
    column.wrappers().forEach(wrapper -> words.addAll(Terms.of(wrapper)));
    return words.stream().anyMatch(others::contains);
  }

  private static boolean isNamed(FieldSpec spec, List<String> words) {
    return spec.names().contains(String.join("", words));
  }

  /** Returns what the names of an element, its holders and its entry say for a kind of record. */
  static double of(Kind<?> kind, Candidate candidate) {
    List<String> names = candidate.names();
    double score = 0;
    double weight = 6;
    for (int i = names.size() - 1; i >= 0 && weight > 1; i--, weight /= 2) {
      score += weight * record(kind, names.get(i));
    }
    return score;
  }

  private static double record(Kind<?> kind, String name) {
    Set<String> known = RECORDS.getOrDefault(kind, Set.of());
    List<String> words = Terms.of(name);
    if (words.isEmpty()) {
      return 0;
    }
    if (known.contains(singular(String.join("", words)))) {
      return 1;
    }
    return known.contains(singular(words.get(words.size() - 1))) ? 0.75 : 0;
  }

  /** Returns a word without the s of the plural. */
  static String singular(String word) {
    return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }
}
