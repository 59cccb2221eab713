package org.pchat.mgc;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.UnsupportedArchiveException;

/**
 * Which of the published tables and columns a database has. What the model cannot be without is
 * asked for by name; what it can be without is unknown in sources that lack it.
 */
public final class Catalogue {
  private static final String PREFIX = "tbl";

  /** Tables without which there is no pool. */
  private static final List<String> TABLES =
      List.of(
          "tblNode",
          "tblChat",
          "tblPrincipal",
          "tblPrincipalRole",
          "tblScopePrincipal",
          "tblRoleType");

  /** Columns that may be missing, with the field that is unknown then. */
  private static final Map<String, Field<?>> OPTIONAL = optional();

  private final String name;
  private final Map<String, Map<String, String>> types;
  private final String prefix;

  private Catalogue(String name, Map<String, Map<String, String>> types, String prefix) {
    this.name = name;
    this.types = types;
    this.prefix = prefix;
  }

  private static Map<String, Field<?>> optional() {
    Map<String, Field<?>> fields = new LinkedHashMap<>();
    add(fields, Kind.PRINCIPAL, "tblPrincipal", "prinName name prinDisplayName displayName");
    add(fields, Kind.PRINCIPAL, "tblPrincipal", "prinCompanyName company prinEmail email");
    add(fields, Kind.PRINCIPAL, "tblPrincipal", "prinADPath adPath prinADUserPrincipalName upn");
    add(fields, Kind.PRINCIPAL, "tblPrincipal", "prinDisabled disabled prinPoolID poolId");
    add(fields, Kind.PRINCIPAL, "tblPrincipal", "prinPolicyID policyId prinAddedBy addedBy");
    add(fields, Kind.PRINCIPAL, "tblPrincipal", "prinAddedOn addedOn prinUpdatedBy updatedBy");
    add(fields, Kind.PRINCIPAL, "tblPrincipal", "prinUpdatedOn updatedOn");
    add(fields, Kind.PRINCIPAL, "tblPrincipal", "prinVerifiedOn verifiedOn");
    add(fields, Kind.CATEGORY, "tblNode", "logged logged filePost filePost");
    add(fields, Kind.ROOM, "tblNode", "nodeDesc description invite invite disabled disabled");
    add(fields, Kind.ROOM, "tblNode", "behavior behavior visibility visibility siopID addIn");
    add(fields, Kind.ROOM, "tblNode", "nodeAddedBy addedBy nodeAddedOn addedOn");
    add(fields, Kind.ROOM, "tblNode", "nodeUpdatedBy updatedBy nodeUpdatedOn updatedOn");
    add(fields, Kind.ROOM, "tblNode", "purgedOn purgedOn");
    add(fields, Kind.ROOM, "tblLastChatId", "nodeID lastMessageId lastChatID lastMessageId");
    add(fields, Kind.ADD_IN, "tblSiopWhiteList", "siopID guid siopName name siopUrl url");
    add(fields, Kind.ROLE, "tblPrincipalRole", "prinRoleUpdatedBy updatedBy");
    add(fields, Kind.SCOPE, "tblScopePrincipal", "scopeUpdatedBy updatedBy");
    add(fields, Kind.MESSAGE, "tblChat", "isAlert alert rtf rtf");
    return fields;
  }

  private static void add(
      Map<String, Field<?>> fields, Kind<?> kind, String table, String columnsAndFields) {
    String[] words = columnsAndFields.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      fields.put(table + "." + words[i], kind.field(words[i + 1]).orElseThrow());
    }
  }

  /**
   * Checks that a pool can be read, and notes what is unknown in it.
   *
   * @param name the pool, for messages
   * @param types the SQL types of its columns, by table and column, both in lower case
   * @param problems takes what is missing or unusual
   * @throws UnsupportedArchiveException if it is no pool, or lacks what cannot be done without
   */
  public static Catalogue of(
      String name, Map<String, Map<String, String>> types, ProblemLog problems) {
    boolean old =
        !types.containsKey("tblnode") && types.keySet().containsAll(Set.of("node", "chat"));
    var catalogue = new Catalogue(name, types, old ? "" : PREFIX);
    catalogue.check(problems);
    if (old) {
      problems.add(Problem.of(DatabaseProblem.OLD_SCHEMA, Location.of(name)));
    }
    return catalogue;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void check(ProblemLog problems) {
    for (String table : TABLES) {
      if (!types.containsKey(actual(table))) {
        throw unsupported(DatabaseProblem.NOT_AN_MGC, Location.of(name), shown(table));
      }
    }
    for (String table : Schema.published().tables()) {
      Location where = Location.of(name, shown(table));
      for (Schema.Column column : Schema.published().columns(table)) {
        check(column, where, problems);
      }
    }
  }

  private void check(Schema.Column column, Location where, ProblemLog problems) {
    String table = column.table();
    if (!Projection.reads(table, column.name())) {
      return;
    }
    String type = type(table, column.name());
    if (type != null) {
      if (!Schema.fits(column.type(), type)) {
        throw unsupported(
            DatabaseProblem.OTHER_TYPE,
            where,
            shown(table) + "." + column.name(),
            type,
            column.type());
      }
    } else if (OPTIONAL.containsKey(table + "." + column.name())) {
      problems.add(Problem.of(DatabaseProblem.FIELD_UNKNOWN, where, column.name()));
    } else {
      throw unsupported(DatabaseProblem.MISSING_COLUMN, where, shown(table), column.name());
    }
  }

  private static UnsupportedArchiveException unsupported(
      DatabaseProblem code, Location where, Object... arguments) {
    return new UnsupportedArchiveException(Problem.of(code, where, arguments));
  }

  private @Nullable String type(String table, String column) {
    return types.getOrDefault(actual(table), Map.of()).get(key(column));
  }

  private String actual(String table) {
    return key(shown(table));
  }

  private String shown(String table) {
    return prefix + table.substring(PREFIX.length());
  }

  /** Returns the pool, for messages. */
  public String name() {
    return name;
  }

  /** Returns what this pool calls a table: before 2013 names had no {@code tbl}. */
  public String actualName(String table) {
    return shown(table);
  }

  /** Returns whether the pool has a column. */
  public boolean has(String table, String column) {
    return type(table, column) != null;
  }

  /** Returns whether the pool has all columns of a projection. */
  public boolean has(Projection projection) {
    return projection.columns().stream().allMatch(column -> has(projection.table(), column));
  }

  /** Returns the fields that can be read here. */
  public Set<Field<?>> fields() {
    Set<Field<?>> fields = new HashSet<>();
    Kind.ALL.forEach(kind -> fields.addAll(kind.fields()));
    OPTIONAL.forEach(
        (column, field) -> {
          String[] names = column.split("\\.", -1);
          if (!has(names[0], names[1])) {
            fields.remove(field);
            forgetTwin(fields, names, field);
          }
        });
    return fields;
  }

  /** A column of a node is a field of categories and of rooms. */
  private static void forgetTwin(Set<Field<?>> fields, String[] names, Field<?> field) {
    if (names[0].equals("tblNode")) {
      Kind.CATEGORY.field(field.name()).ifPresent(fields::remove);
    }
  }
}
