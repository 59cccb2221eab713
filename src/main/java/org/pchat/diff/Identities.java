package org.pchat.diff;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.AddIn;
import org.pchat.model.Audit;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * Which GUIDs of the later snapshot stand for which of the earlier one; others stand for
 * themselves.
 */
final class Identities {
  private final Map<Guid, Guid> nodes = new HashMap<>();
  private final Map<Guid, Guid> addIns = new HashMap<>();
  private final Map<Guid, Guid> principals = new HashMap<>();

  Map<Guid, Guid> nodes() {
    return nodes;
  }

  Map<Guid, Guid> addIns() {
    return addIns;
  }

  Map<Guid, Guid> principals() {
    return principals;
  }

  boolean isEmpty() {
    return nodes.isEmpty() && addIns.isEmpty() && principals.isEmpty();
  }

  Guid node(Guid guid) {
    return nodes.getOrDefault(guid, guid);
  }

  private Guid principal(Guid guid) {
    return principals.getOrDefault(guid, guid);
  }

  /** Returns the record with the identities of the earlier snapshot. */
  @SuppressWarnings("unchecked") // each record becomes one of its own type
  <T> T translate(T record) {
    if (record instanceof Message message) {
      return (T) message(message);
    }
    if (record instanceof Role role) {
      return (T)
          new Role(
              node(role.node()), principal(role.principal()), role.role(), known(role.updatedBy()));
    }
    if (record instanceof Scope scope) {
      return (T)
          new Scope(
              node(scope.node()),
              principal(scope.principal()),
              scope.access(),
              known(scope.updatedBy()));
    }
    if (record instanceof AddIn addIn) {
      return (T) new AddIn(addIn(addIn.guid()), addIn.name(), addIn.url());
    }
    return record instanceof Principal principal ? (T) principal(principal) : (T) node(record);
  }

  private Object node(Object record) {
    return record instanceof Room room ? room(room) : category((Category) record);
  }

  private @Nullable Guid known(@Nullable Guid principal) {
    return principal == null ? null : principal(principal);
  }

  private Guid addIn(Guid guid) {
    return addIns.getOrDefault(guid, guid);
  }

  private Audit audit(Audit audit) {
    return new Audit(
        known(audit.addedBy()), audit.addedOn(), known(audit.updatedBy()), audit.updatedOn());
  }

  private Message message(Message m) {
    return new Message(
        node(m.room()),
        m.id(),
        m.sent(),
        known(m.author()),
        m.authorRaw(),
        m.alert(),
        m.text(),
        m.rtf());
  }

  private Principal principal(Principal p) {
    return new Principal(
        principal(p.guid()),
        p.uri(),
        p.type(),
        p.id(),
        p.name(),
        p.displayName(),
        p.company(),
        p.email(),
        p.adPath(),
        p.upn(),
        p.disabled(),
        p.poolId(),
        p.policyId(),
        audit(p.audit()),
        p.verifiedOn(),
        p.derived());
  }

  Room room(Room r) {
    return new Room(
        node(r.guid()),
        node(r.category()),
        r.id(),
        r.name(),
        r.description(),
        r.invite(),
        r.disabled(),
        r.behavior(),
        r.visibility(),
        r.addIn() == null ? null : addIn(r.addIn()),
        audit(r.audit()),
        r.purgedOn(),
        r.lastMessageId(),
        r.derived());
  }

  Category category(Category c) {
    return new Category(
        node(c.guid()),
        c.parent() == null ? null : node(c.parent()),
        c.id(),
        c.name(),
        c.description(),
        c.invite(),
        c.logged(),
        c.filePost(),
        audit(c.audit()),
        c.purgedOn(),
        c.derived());
  }
}
