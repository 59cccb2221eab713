package org.pchat.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.model.Ticks;

/**
 * What holds of every pool that a server would have made. Each rule stands in one place below: of
 * principals, of nodes, of permissions, of messages.
 */
final class Soundness {
  private final ChatSource source;
  private final List<String> violations = new ArrayList<>();
  private final Map<Guid, Principal> principals = new TreeMap<>();
  private final Ticks time;

  private Soundness(ChatSource source) {
    this.source = source;
    time = source.coverage().snapshotTime();
  }

  /** Returns what is not sound, one sentence each; empty for a sound pool. */
  static List<String> violations(ChatSource source) throws IOException {
    var soundness = new Soundness(source);
    soundness.check();
    return soundness.violations;
  }

  private void check() throws IOException {
    checkOrder();
    var rulesOfPrincipals = new SoundPrincipals(this);
    try (RecordCursor<Principal> cursor = source.records(Kind.PRINCIPAL)) {
      while (cursor.advance()) {
        principals.put(cursor.record().guid(), cursor.record());
        rulesOfPrincipals.check(cursor.record());
      }
    }
    principals.values().forEach(p -> checkAudit("principal " + p.uri(), p.audit().addedBy()));
    List<Role> roles = MemorySource.all(source.records(Kind.ROLE));
    List<Scope> scopes = MemorySource.all(source.records(Kind.SCOPE));
    new SoundNodes(this).check(source.structure(), roles, new Admission(principals, scopes));
    new SoundPermissions(this, source.structure()).check(roles, scopes);
    new SoundMessages(this).check(source);
  }

  private void checkOrder() throws IOException {
    for (Kind<?> kind : Kind.ALL) {
      checkOrder(kind);
    }
  }

  private <T> void checkOrder(Kind<T> kind) throws IOException {
    T last = null;
    try (RecordCursor<T> cursor = source.records(kind)) {
      while (cursor.advance()) {
        T record = cursor.record();
        rule(last == null || kind.order().compare(last, record) < 0, "order", record);
        last = record;
      }
    }
  }

  /** Notes a violation unless {@code holds}. */
  void rule(boolean holds, String violation, @Nullable Object where) {
    if (!holds) {
      violations.add(violation + ": " + where);
    }
  }

  /** A reference to a principal must be there and lead somewhere. */
  void checkAudit(String what, Guid by) {
    rule(by != null && principals.containsKey(by), "no such principal " + by, what);
  }

  Principal principal(Guid guid) {
    return principals.get(guid);
  }

  /** Returns when the snapshot was taken; nothing in it is later. */
  Ticks time() {
    return time;
  }
}
