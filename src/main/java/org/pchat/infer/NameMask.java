package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an entry with everything masked that counts or identifies: {@code Messages/*.xml}.
 *
 * @param pattern the name with {@code *} in place of each GUID and number
 */
record NameMask(String pattern) {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}}?"
              + "|(?<![0-9a-zA-Z])[0-9a-fA-F]{32}(?![0-9a-zA-Z])|[0-9]+");

  /** Returns the mask of a name. */
  static NameMask of(String name) {
    return new NameMask(VARIABLE.matcher(name).replaceAll("*"));
  }

  /** Returns what the mask hides in a name, in order. */
  static List<String> parts(String name) {
    var parts = new ArrayList<String>();
    Matcher matcher = VARIABLE.matcher(name);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return parts;
  }

  /** Returns the folder, with its slash; "" where there is none. */
  String folder() {
    return pattern.substring(0, pattern.lastIndexOf('/') + 1);
  }

  /** Returns the name without folder and ending. */
  String stem() {
    String file = pattern.substring(pattern.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  /** Returns the ending with its dot; "" where there is none. */
  String ending() {
    String file = pattern.substring(pattern.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? "" : file.substring(dot);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
