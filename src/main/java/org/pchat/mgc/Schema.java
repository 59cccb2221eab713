package org.pchat.mgc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The published schema of the database {@code mgc}, as data ({@code mgc.tsv}): the tables that
 * belong to the model, with their columns, types and keys.
 */
public final class Schema {
  private static final Schema PUBLISHED = read();
  private final Map<String, List<Column>> tables;

  /**
   * A column.
   *
   * @param table the table
   * @param name the column
   * @param type the published type
   * @param nullable whether the page leaves room for null
   * @param key {@code PK}, {@code AK} or {@code -}
   * @param references the column that it points to, as {@code TABLE.COLUMN}, or {@code -}
   * @param ours what an embedded pool does here that is not published, or {@code -}
   */
  public record Column(
      String table,
      String name,
      String type,
      boolean nullable,
      String key,
      String references,
      String ours) {
    /** Returns how many characters it takes; a very large number for text without a limit. */
    public int length() {
      String digits = type.replaceAll("\\D", "");
      return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
  }

  private Schema(Map<String, List<Column>> tables) {
    this.tables = tables;
  }

  /** Returns the schema that Microsoft publishes. */
  public static Schema published() {
    return PUBLISHED;
  }

  private static Schema read() {
    Map<String, List<Column>> tables = new LinkedHashMap<>();
    try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream("mgc.tsv"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
        String[] f = line.split("\t", -1);
        var column = new Column(f[0], f[1], f[2], f[3].equals("null"), f[4], f[5], f[6]);
        tables.computeIfAbsent(f[0], table -> new ArrayList<>()).add(column);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Schema(tables);
  }

  /** Returns the names of the tables. */
  public List<String> tables() {
    return List.copyOf(tables.keySet());
  }

  /** Returns the columns of a table in their order; none for an unknown table. */
  public List<Column> columns(String table) {
    return List.copyOf(tables.getOrDefault(table, List.of()));
  }

  /** Returns a column. */
  public Optional<Column> column(String table, String name) {
    return columns(table).stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /**
   * Returns the statements that make the tables. Keys of other tables come last, since tables may
   * name each other.
   */
  public List<String> statements() {
    List<String> statements = new ArrayList<>(List.of("CREATE SCHEMA dbo"));
    tables.forEach((table, columns) -> statements.add(create(table, columns)));
    for (List<Column> columns : tables.values()) {
      columns.stream()
          .filter(column -> !column.references().equals("-"))
          .forEach(column -> statements.add(reference(column)));
    }
    return statements;
  }

  private static String create(String table, List<Column> columns) {
    List<String> parts =
        new ArrayList<>(
            columns.stream()
                .map(c -> c.name() + " " + c.type() + (c.nullable() ? "" : " NOT NULL"))
                .toList());
    parts.add("PRIMARY KEY (" + keys(columns, "PK") + ")");
    if (columns.stream().anyMatch(column -> column.key().equals("AK"))) {
      parts.add("UNIQUE (" + keys(columns, "AK") + ")");
    }
    return "CREATE TABLE dbo." + table + " (" + String.join(", ", parts) + ")";
  }

  private static String keys(List<Column> columns, String key) {
    return columns.stream()
        .filter(column -> column.key().equals(key))
        .map(Column::name)
        .collect(Collectors.joining(", "));
  }

  private static String reference(Column column) {
    String[] target = column.references().split("\\.", -1);
    return "ALTER TABLE dbo.%s ADD FOREIGN KEY (%s) REFERENCES dbo.%s (%s)"
        .formatted(column.table(), column.name(), target[0], target[1]);
  }

  /**
   * Returns whether a column that the database calls {@code found} can be read as {@code published}
   * says; the names of SQL Server and of H2 are known.
   */
  public static boolean fits(String published, String found) {
    String actual = found.toLowerCase(Locale.ROOT);
    return switch (published.replaceAll("\\(.*", "")) {
      case "int", "bigint", "smallint" ->
          List.of("int", "integer", "bigint", "smallint", "tinyint").contains(actual);
      case "bit" -> List.of("bit", "boolean", "tinyint", "smallint", "int").contains(actual);
      case "uniqueidentifier" -> List.of("uniqueidentifier", "uuid").contains(actual);
      case "datetime" ->
          actual.startsWith("datetime")
              || actual.startsWith("timestamp")
              || actual.equals("smalldatetime");
      default -> actual.contains("char") || actual.endsWith("text");
    };
  }
}
