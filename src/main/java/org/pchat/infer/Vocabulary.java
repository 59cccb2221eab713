package org.pchat.infer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.ValueSpelling;

/** What the words and numbers of closed sets mean. */
final class Vocabulary {
  private static final Map<String, String> WORDS =
      table(
          """
          type any=Any anyuser=AnyUser anygroup=AnyGroup systemuser=SystemUser system=SystemUser
          type user=User person=User localuser=User dc=DC domain=DC domaincontroller=DC
          type group=Group securitygroup=Group directorygroup=Group distributionlist=Group
          type folder=Folder container=Folder ou=Folder organizationalunit=Folder directoryfolder=Folder
          disabled active=0 enabled=0 disabled=1 sipdisabled=1 deleted=2 removed=2
          behavior normal=normal auditorium=auditorium
          visibility private=private secret=private scope=scope scoped=scope closed=scope open=open
          role member=Member manager=Manager voiced=Voiced presenter=Voiced creator=Creator
          role members=Member managers=Manager presenters=Voiced voiceds=Voiced creators=Creator
          access allow=allow allowed=allow deny=deny denied=deny
          """);

  /** The numbers of the database; those of roles are not published. */
  private static final Map<String, Set<String>> NUMBERS =
      Map.of(
          "type", Set.of("1", "2", "3", "4", "5", "8", "9", "10"),
          "disabled", Set.of("0", "1", "2"),
          "behavior", Set.of("4", "5"),
          "visibility", Set.of("2", "3", "6"));

  /** The numbers of the programming interface, which differ. */
  private static final Map<String, Map<String, String>> OTHER_NUMBERS =
      Map.of(
          "type", Map.of("0", "User", "1", "Group", "2", "Folder", "3", "DC"),
          "behavior", Map.of("1", "normal", "2", "auditorium"),
          "visibility", Map.of("0", "open", "1", "scope", "2", "private"));

  private static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "false", false, "yes", true, "no", false, "1", true, "0", false);

  private Vocabulary() {}

  /** Words that stand in the names of everybody's files. */
  private static final Set<String> STRUCTURAL =
      Set.of(
          "message",
          "room",
          "chatroom",
          "principal",
          "user",
          "group",
          "category",
          "categorie",
          "addin",
          "permission",
          "role",
          "scope",
          "export",
          "chat",
          "node",
          "manifest",
          "content",
          "data",
          "persistentchat",
          "channel",
          "post",
          "member",
          "tblnode",
          "tblchat",
          "tblprincipal",
          "tblprincipalrole",
          "tblscopeprincipal",
          "tblsiopwhitelist",
          "newdataset");

  /** Returns whether a name says what a file is and not whose it is. */
  static boolean isStructural(String name) {
    String joined = Terms.joined(name);
    return STRUCTURAL.contains(joined) || STRUCTURAL.contains(Naming.singular(joined));
  }

  /** Returns whether a word or number is one of a published closed set. */
  static boolean isPublished(String word) {
    String joined = Terms.joined(word);
    return FLAGS.containsKey(joined)
        || WORDS.keySet().stream().anyMatch(known -> known.endsWith(" " + joined))
        || NUMBERS.values().stream().anyMatch(known -> known.contains(word));
  }

  private static Map<String, String> table(String text) {
    Map<String, String> table = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] cells = line.split(" ", -1);
      for (int i = 1; i < cells.length; i++) {
        String[] pair = cells[i].split("=", -1);
        table.put(cells[0] + " " + pair[0], pair[1]);
      }
    }
    return table;
  }

  /** Returns the model's word for a word of a field, whatever its case style. */
  static @Nullable String meaning(String field, String word) {
    return WORDS.get(field + " " + Terms.joined(word));
  }

  /** Returns how a field's words are spelled; nothing if one of them is not understood. */
  static Optional<ValueSpelling> words(String field, Set<String> seen) {
    Map<String, String> meanings = new TreeMap<>();
    for (String word : seen) {
      String meaning = meaning(field, word);
      if (meaning == null) {
        return numbers(field, seen);
      }
      meanings.put(word, meaning);
    }
    return seen.isEmpty() ? Optional.empty() : Optional.of(new ValueSpelling.Words(meanings));
  }

  /** Numbers count only where one table alone knows them all. */
  private static Optional<ValueSpelling> numbers(String field, Set<String> seen) {
    Map<String, String> others = OTHER_NUMBERS.getOrDefault(field, Map.of());
    boolean ours = NUMBERS.getOrDefault(field, Set.of()).containsAll(seen);
    boolean theirs = others.keySet().containsAll(seen);
    if (ours == theirs || seen.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(ours ? ValueSpelling.PLAIN : new ValueSpelling.Words(others));
  }

  /**
   * Returns how truth values are spelled.
   *
   * @param whenTrue the model's word for a true value
   * @param whenFalse the model's word for a false one
   */
  static Optional<ValueSpelling> flags(Set<String> seen, String whenTrue, String whenFalse) {
    Map<String, String> meanings = new TreeMap<>();
    for (String word : seen) {
      Boolean truth = FLAGS.get(word.toLowerCase(Locale.ROOT));
      if (truth == null) {
        return Optional.empty();
      }
      meanings.put(word, truth ? whenTrue : whenFalse);
    }
    boolean plain =
        meanings.entrySet().stream()
            .allMatch(
                m ->
                    m.getValue().equals(m.getKey())
                        || (m.getKey().equals("1") && m.getValue().equals("true"))
                        || (m.getKey().equals("0") && m.getValue().equals("false")));
    return Optional.of(
        plain ? ValueSpelling.PLAIN : new ValueSpelling.Words(both(meanings, whenTrue, whenFalse)));
  }

  /** Adds the counterpart of the only value that was seen. */
  private static Map<String, String> both(
      Map<String, String> seen, String whenTrue, String whenFalse) {
    Map<String, String> all = new TreeMap<>(seen);
    for (String word : seen.keySet()) {
      String other = counterpart(word);
      all.putIfAbsent(
          other,
          Boolean.TRUE.equals(FLAGS.get(other.toLowerCase(Locale.ROOT))) ? whenTrue : whenFalse);
    }
    return all;
  }

  private static String counterpart(String word) {
    String other =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "true" -> "false";
          case "false" -> "true";
          case "yes" -> "no";
          case "no" -> "yes";
          case "1" -> "0";
          default -> "1";
        };
    if (word.equals(word.toUpperCase(Locale.ROOT))) {
      return other.toUpperCase(Locale.ROOT);
    }
    boolean capital = Character.isUpperCase(word.charAt(0));
    return capital ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other;
  }
}
