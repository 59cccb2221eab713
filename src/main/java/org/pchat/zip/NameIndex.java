package org.pchat.zip;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.pchat.problem.ZipProblem;

/**
 * The names of one container, two of which are the same if any file system takes them for one:
 * macOS does not tell composed from decomposed letters, Windows neither large from small letters
 * nor dots and spaces at the end of a part.
 */
final class NameIndex {
  /*
   * Sorted with the slash as the lowest of all characters, whatever lies below "a" stands directly
   * behind it. So a file that is also a directory shows between neighbours, and no parent needs to
   * be stored: a name of 500 parts, 10,000 times, would otherwise fill the memory.
   */
  private static final Pattern IGNORED = Pattern.compile("[. ]+(?=/|$)");
  private static final char SLASH = '\0';

  private final TreeMap<String, Role> roles = new TreeMap<>();

  private enum Role {
    FILE,
    DIRECTORY
  }

  /** Adds a name without control characters; returns what is wrong with it beside the others. */
  Optional<ZipProblem> add(String name) {
    boolean directory = name.endsWith("/");
    String key = key(directory ? name.substring(0, name.length() - 1) : name);
    var role = directory ? Role.DIRECTORY : Role.FILE;
    var before = roles.put(key, role);
    if (before == role) {
      return Optional.of(ZipProblem.NAME_DUPLICATE);
    }
    return before != null || liesBelowFile(key) || isFileAboveOthers(key, role)
        ? Optional.of(ZipProblem.NAME_FILE_AND_DIRECTORY)
        : Optional.empty();
  }

  /** Returns whether the name of a file could be added. */
  boolean accepts(String file) {
    String key = key(file);
    return !roles.containsKey(key) && !liesBelowFile(key) && !isFileAboveOthers(key, Role.FILE);
  }

  private boolean liesBelowFile(String key) {
    var lower = roles.lowerEntry(key);
    return lower != null && lower.getValue() == Role.FILE && isBelow(key, lower.getKey());
  }

  private boolean isFileAboveOthers(String key, Role role) {
    var higher = roles.higherKey(key);
    return role == Role.FILE && higher != null && isBelow(higher, key);
  }

  private static boolean isBelow(String key, String parent) {
    return key.startsWith(parent) && key.charAt(parent.length()) == SLASH;
  }

  private static String key(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    // Upper case first: it is what makes "ß" and "ss", or the two small sigmas, the same.
    String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String bare = IGNORED.matcher(folded).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC).replace('/', SLASH);
  }
}
