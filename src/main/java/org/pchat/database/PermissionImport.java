package org.pchat.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Access;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;

/** Imports roles and scopes: those of the package are added, those of the pool stay. */
final class PermissionImport {
  private final ImportContext context;
  private final Target target;

  PermissionImport(ImportContext context) {
    this.context = context;
    this.target = context.target();
  }

  void run(ChatSource source) throws SQLException, IOException {
    each(
        source,
        Kind.ROLE,
        "tblPrincipalRole",
        role ->
            new Pair(
                role.node(),
                role.principal(),
                target.roleType(role.role()) == null ? role.role().word() : null),
        this::values);
    each(
        source,
        Kind.SCOPE,
        "tblScopePrincipal",
        scope -> new Pair(scope.node(), scope.principal(), null),
        this::values);
  }

  /** Who on what, and the role that the pool does not know, if it is so. */
  private record Pair(Guid node, Guid principal, @Nullable String unknownRole) {}

  private interface Function<A, B> {
    B apply(A record);
  }

  private <T> void each(
      ChatSource source,
      Kind<T> kind,
      String table,
      Function<T, Pair> pair,
      Function<T, List<@Nullable Object>> values)
      throws SQLException, IOException {
    try (TableWriter writer = context.writer(table);
        RecordCursor<T> records = source.records(kind)) {
      T previous = null;
      while (records.advance()) {
        context.watch().check();
        T record = records.record();
        if (previous == null || kind.order().compare(previous, record) != 0) {
          if (resolves(kind, pair.apply(record), records.location())) {
            context.ledger().note(kind, writer.write(values.apply(record)));
          }
        }
        previous = record;
      }
      writer.flush();
    }
  }

  private boolean resolves(Kind<?> kind, Pair pair, Location where) {
    String missing = missing(pair);
    if (missing != null) {
      String what = kind.word() + " of " + pair.principal() + " on " + pair.node();
      var conflict =
          new ImportOutcome.Conflict(DatabaseProblem.UNRESOLVED, kind, pair.node(), missing, 1);
      context.passOver(conflict, where, what, missing);
    }
    return missing == null;
  }

  private @Nullable String missing(Pair pair) {
    if (!target.nodes.containsKey(pair.node())) {
      return pair.node().toString();
    }
    boolean isThere = target.principals.containsKey(pair.principal());
    return isThere ? pair.unknownRole() : pair.principal().toString();
  }

  private List<@Nullable Object> values(Role role) {
    return Arrays.asList(
        target.nodes.get(role.node()),
        target.principals.get(role.principal()),
        target.roleType(role.role()),
        target.principal(role.updatedBy()));
  }

  private List<@Nullable Object> values(Scope scope) {
    return Arrays.asList(
        target.nodes.get(scope.node()),
        target.principals.get(scope.principal()),
        scope.access() == Access.DENY,
        target.principal(scope.updatedBy()));
  }
}
