package org.pchat.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows that the INSERT statements of a Transact-SQL script put in. */
final class InsertScript {
  private static final Pattern INSERT =
      Pattern.compile(
          "(?im)^\\s*insert\\s+(?:into\\s+)?(\"[^\"]+\"|\\w+)\\s*(\\([^)]*\\))?\\s*values\\s*\\(");
  private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"|(\\w+)");

  private final Map<String, List<Row>> tables = new LinkedHashMap<>();
  private final String text;
  private int at;

  /**
   * The values of one statement.
   *
   * @param columns the columns that it names; empty for all of them
   * @param values the values: a text in quotes, a number or hexadecimal as it stands; null for NULL
   */
  record Row(List<String> columns, List<@Nullable String> values) {}

  private InsertScript(String text) {
    this.text = text;
  }

  /** Returns the rows by the table's name in lower case. */
  static Map<String, List<Row>> read(Path file) throws IOException {
    var script = new InsertScript(Files.readString(file, StandardCharsets.UTF_8));
    Matcher matcher = INSERT.matcher(script.text);
    int from = 0;
    while (matcher.find(from)) {
      String table = names(matcher.group(1)).get(0).toLowerCase(Locale.ROOT);
      List<String> columns = matcher.group(2) == null ? List.of() : names(matcher.group(2));
      script.at = matcher.end();
      script
          .tables
          .computeIfAbsent(table, t -> new ArrayList<>())
          .add(new Row(columns, script.values()));
      from = script.at;
    }
    return script.tables;
  }

  private static List<String> names(String list) {
    return NAME.matcher(list)
        .results()
        .map(name -> name.group(1) == null ? name.group(2) : name.group(1))
        .toList();
  }

  private List<@Nullable String> values() {
    List<@Nullable String> values = new ArrayList<>();
    while (true) {
      values.add(value());
      skipBlanks();
      if (text.charAt(at++) == ')') {
        return values;
      }
    }
  }

  private void skipBlanks() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private @Nullable String value() {
    skipBlanks();
    if (text.charAt(at) == 'N' && text.charAt(at + 1) == '\'') {
      at++;
    }
    if (text.charAt(at) == '\'') {
      return "'" + quoted();
    }
    int start = at;
    while (text.charAt(at) != ',' && text.charAt(at) != ')') {
      at++;
    }
    String word = text.substring(start, at).strip();
    return word.equalsIgnoreCase("null") ? null : word;
  }

  private String quoted() {
    var value = new StringBuilder();
    at++;
    while (true) {
      char c = text.charAt(at++);
      if (c != '\'') {
        value.append(c);
      } else if (text.charAt(at) == '\'') {
        value.append('\'');
        at++;
      } else {
        return value.toString();
      }
    }
  }
}
