package org.pchat.restore;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.AddIn;
import org.pchat.model.Audit;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * How records of the source go into the package: who stands for whom, other names, GUIDs and ids.
 * Nothing else is changed.
 */
final class Renaming {
  private final Mapping mapping;
  private final Map<Guid, Guid> guids = new HashMap<>();
  private final Map<Guid, Integer> nodeIds = new HashMap<>();
  private final Map<Guid, Integer> principalIds = new HashMap<>();

  Renaming(Mapping mapping) {
    this.mapping = mapping;
  }

  /** Gives a category, room or add-in that comes back another GUID. */
  void guid(Guid old, Guid fresh) {
    guids.put(old, fresh);
  }

  /** Gives a category or room another database id. */
  void nodeId(Guid guid, int id) {
    nodeIds.put(guid, id);
  }

  /** Gives a principal another database id. */
  void principalId(Guid guid, int id) {
    principalIds.put(guid, id);
  }

  /** Returns the GUID that a category, room or add-in has in the package. */
  Guid node(Guid guid) {
    return guids.getOrDefault(guid, guid);
  }

  private @Nullable Guid maybeNode(@Nullable Guid guid) {
    return guid == null ? null : node(guid);
  }

  private Guid user(Guid guid) {
    return mapping.users().getOrDefault(guid, guid);
  }

  private @Nullable Guid maybeUser(@Nullable Guid guid) {
    return guid == null ? null : user(guid);
  }

  private Audit audit(Audit audit) {
    return new Audit(
        maybeUser(audit.addedBy()),
        audit.addedOn(),
        maybeUser(audit.updatedBy()),
        audit.updatedOn());
  }

  /** Returns a record of the source as it goes into the package. */
  @SuppressWarnings("unchecked") // a record of one kind becomes one of the same kind
  <T> T of(Kind<T> kind, T record) {
    return (T) renamed(record);
  }

  private Object renamed(Object record) {
    if (record instanceof Message m) {
      return message(m);
    }
    if (record instanceof Role r) {
      return new Role(node(r.node()), user(r.principal()), r.role(), maybeUser(r.updatedBy()));
    }
    if (record instanceof Scope s) {
      return new Scope(node(s.node()), user(s.principal()), s.access(), maybeUser(s.updatedBy()));
    }
    if (record instanceof AddIn a) {
      return new AddIn(node(a.guid()), a.name(), a.url());
    }
    if (record instanceof Principal p) {
      return principal(p);
    }
    return record instanceof Room room ? room(room) : category((Category) record);
  }

  private Message message(Message m) {
    return new Message(
        node(m.room()),
        m.id(),
        m.sent(),
        maybeUser(m.author()),
        m.authorRaw(),
        m.alert(),
        m.text(),
        m.rtf());
  }

  private Room room(Room r) {
    Guid home = mapping.category();
    return new Room(
        node(r.guid()),
        home == null ? node(r.category()) : home,
        r.id() == null ? null : nodeIds.getOrDefault(r.guid(), r.id()),
        mapping.names().getOrDefault(r.guid(), r.name()),
        r.description(),
        r.invite(),
        r.disabled(),
        r.behavior(),
        r.visibility(),
        maybeNode(r.addIn()),
        audit(r.audit()),
        r.purgedOn(),
        r.lastMessageId(),
        r.derived());
  }

  private Category category(Category c) {
    return new Category(
        node(c.guid()),
        maybeNode(c.parent()),
        c.id() == null ? null : nodeIds.getOrDefault(c.guid(), c.id()),
        c.name(),
        c.description(),
        c.invite(),
        c.logged(),
        c.filePost(),
        audit(c.audit()),
        c.purgedOn(),
        c.derived());
  }

  private Principal principal(Principal p) {
    return new Principal(
        p.guid(),
        p.uri(),
        p.type(),
        p.id() == null ? null : principalIds.getOrDefault(p.guid(), p.id()),
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
}
