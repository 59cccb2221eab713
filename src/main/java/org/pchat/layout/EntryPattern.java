package org.pchat.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern for names of entries: {@code *} stands for any characters but {@code /}, {@code **} for
 * any characters, <code>{room}</code> for a part of a name that fields may stand in; it is as short
 * as the rest allows and never empty. Case does not matter, since no archive has two entries that
 * differ in nothing else.
 */
public final class EntryPattern {
  private static final int FLAGS = Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern TOKEN =
      Pattern.compile("\\*\\*|\\*|\\{([A-Za-z][A-Za-z0-9]*)\\}|[^*{]+|\\{");

  /** Every entry that is named as XML. */
  public static final EntryPattern ALL = of("**.xml");

  private final String text;
  private final Pattern regex;
  private final List<String> parts;

  private EntryPattern(String text, Pattern regex, List<String> parts) {
    this.text = text;
    this.regex = regex;
    this.parts = List.copyOf(parts);
  }

  /**
   * Returns the pattern that {@code text} spells.
   *
   * @throws IllegalArgumentException if a part is named twice
   */
  public static EntryPattern of(String text) {
    var regex = new StringBuilder();
    List<String> parts = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String part = token.group(1);
      if (part != null) {
        if (parts.contains(part)) {
          throw new IllegalArgumentException("the part {" + part + "} stands there twice");
        }
        parts.add(part);
        regex.append("([^/]+?)");
      } else {
        regex.append(
            switch (token.group()) {
              case "**" -> ".*";
              case "*" -> "[^/]*";
              default -> Pattern.quote(token.group());
            });
      }
    }
    return new EntryPattern(text, Pattern.compile(regex.toString(), FLAGS), parts);
  }

  /**
   * Returns the parts of {@code entry}'s name, by their names; nothing if the name does not fit.
   */
  public Optional<Map<String, String>> match(String entry) {
    Matcher matcher = regex.matcher(entry);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      found.put(parts.get(i), matcher.group(i + 1));
    }
    return Optional.of(found);
  }

  /** Returns the names of its parts. */
  public List<String> parts() {
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryPattern pattern && text.equals(pattern.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the text that it was made from. */
  @Override
  public String toString() {
    return text;
  }
}
