package org.pchat.sample;

import org.pchat.model.AccountState;
import org.pchat.model.Audit;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Ticks;

/** Copies of records with one thing changed. */
final class Rewriting {
  private Rewriting() {}

  /** Returns the message with another text and without rich text. */
  static Message withText(Message m, String text) {
    return new Message(
        m.room(), m.id(), m.sent(), m.author(), m.authorRaw(), m.alert(), text, null);
  }

  /** Returns the category as it is after somebody changed its scopes. */
  static Category purged(Category category, Guid by, Ticks on) {
    Audit audit = category.audit();
    return purged(category, new Audit(audit.addedBy(), audit.addedOn(), by, on), on);
  }

  /** Returns the category as it is after a purge that counts as {@code audit} says. */
  static Category purged(Category category, Audit audit, Ticks on) {
    return new Category(
        category.guid(),
        category.parent(),
        category.id(),
        category.name(),
        category.description(),
        category.invite(),
        category.logged(),
        category.filePost(),
        audit,
        Calendar.wholeSeconds(on),
        category.derived());
  }

  /** Returns the principal as it is after the directory sync found it in another state. */
  static Principal inState(Principal p, AccountState state, Guid by, Ticks on) {
    var audit = new Audit(p.audit().addedBy(), p.audit().addedOn(), by, on);
    return copy(p, p.guid(), p.id(), state, audit, on);
  }

  /** Returns a new account of the same person. */
  static Principal anew(Principal p, Guid guid, int id, Audit audit) {
    return copy(p, guid, id, AccountState.ACTIVE, audit, audit.addedOn());
  }

  private static Principal copy(
      Principal p, Guid guid, Integer id, AccountState state, Audit audit, Ticks verified) {
    return new Principal(
        guid,
        p.uri(),
        p.type(),
        id,
        p.name(),
        p.displayName(),
        p.company(),
        p.email(),
        p.adPath(),
        p.upn(),
        state,
        p.poolId(),
        p.policyId(),
        audit,
        Calendar.wholeSeconds(verified),
        p.derived());
  }
}
