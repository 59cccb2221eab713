package org.pchat.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pchat.database.Ledger.Fate;
import org.pchat.mgc.Numbers;
import org.pchat.mgc.Schema;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Ticks;
import org.pchat.problem.DatabaseProblem;

/** Imports principals: in two passes, since each may have been made by another. */
final class PrincipalImport {
  /** Stands where the database needs a time and nobody knows one: the first of SQL's datetime. */
  private static final LocalDateTime NEVER = LocalDateTime.of(1753, 1, 1, 0, 0);

  private final ImportContext context;
  private final Target target;
  private final Matching old;
  private final Map<Guid, Guid> guids = new HashMap<>();

  PrincipalImport(ImportContext context) {
    this.context = context;
    this.target = context.target();
    this.old = target.oldPrincipals;
  }

  void run(ChatSource source) throws SQLException, IOException {
    each(source, principal -> old.reserve(principal.guid(), Target.key(principal)));
    try (TableWriter writer = context.writer("tblPrincipal")) {
      each(source, principal -> number(principal, writer));
    }
    try (TableWriter writer = context.writer("tblPrincipal");
        RecordCursor<Principal> principals = source.records(Kind.PRINCIPAL)) {
      Guid previous = null;
      while (principals.advance()) {
        context.watch().check();
        Principal principal = principals.record();
        if (!principal.guid().equals(previous)) {
          write(principal, writer, principals);
        }
        previous = principal.guid();
      }
      writer.flush();
    }
  }

  private static void each(ChatSource source, Consumer<Principal> consumer) throws IOException {
    try (RecordCursor<Principal> principals = source.records(Kind.PRINCIPAL)) {
      while (principals.advance()) {
        consumer.accept(principals.record());
      }
    }
  }

  /** Finds out which principal of the pool this is, or gives it a number. */
  private void number(Principal principal, TableWriter writer) {
    Guid guid = principal.guid();
    if (guids.containsKey(guid) || writer.tooShort(values(principal, guid)) != null) {
      return;
    }
    Matching.Known known = old.claim(guid, Target.key(principal));
    if (known != null) {
      guids.put(guid, known.guid());
      target.principals.put(guid, known.id());
      return;
    }
    guids.put(guid, old.has(guid) ? beside(guid, principal.uri()) : guid);
    target.principals.put(guid, target.principalIds.take(principal.id()));
  }

  private void write(Principal principal, TableWriter writer, RecordCursor<Principal> at)
      throws SQLException {
    List<@Nullable Object> values = values(principal, guid(principal));
    Schema.Column tooShort = writer.tooShort(values);
    if (tooShort != null) {
      var conflict =
          new ImportOutcome.Conflict(
              DatabaseProblem.TOO_LONG, Kind.PRINCIPAL, principal.guid(), tooShort.name(), 1);
      context.passOver(conflict, at.location(), "principal", principal.guid(), tooShort.name());
      return;
    }
    Fate fate = context.ledger().note(Kind.PRINCIPAL, writer.write(values));
    if (fate == Fate.CHANGED) {
      boolean byName = !guid(principal).equals(principal.guid());
      context.ledger().overwritten(Kind.PRINCIPAL, principal.guid(), principal.label(), byName);
    }
  }

  /** One who is found by name keeps the GUID that the pool knows. */
  private Guid guid(Principal principal) {
    return guids.getOrDefault(principal.guid(), principal.guid());
  }

  private List<@Nullable Object> values(Principal p, Guid guid) {
    return Arrays.asList(
        target.principal(p.guid()),
        guid,
        p.uri(),
        p.name(),
        p.displayName(),
        p.company(),
        p.email(),
        p.adPath(),
        p.upn(),
        Numbers.of(p.disabled()),
        p.type().id(),
        p.poolId(),
        p.policyId(),
        target.maybePrincipal(p.audit().addedBy()),
        ticks(p.audit().addedOn()),
        target.maybePrincipal(p.audit().updatedBy()),
        ticks(p.audit().updatedOn()),
        Objects.requireNonNullElse(p.verifiedOn(), NEVER));
  }

  static long ticks(@Nullable Ticks ticks) {
    return ticks == null ? 0 : ticks.value();
  }

  /** Returns a GUID for an item whose own is taken by another; the same at every import. */
  static Guid beside(Guid guid, String name) {
    var made = UUID.nameUUIDFromBytes((guid + " " + name).getBytes(StandardCharsets.UTF_8));
    return new Guid(made.getMostSignificantBits(), made.getLeastSignificantBits());
  }
}
