package org.pchat.layout;

import java.util.Map;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.AddIn;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Visibility;

/**
 * The records of the canonical layout whose fields are all attributes, each read in the order of
 * its {@link Kind#fields}, which is also the order in which it is written.
 */
final class Pchat1Records {
  private Pchat1Records() {}

  static Map<Kind<?>, Spelling<?>> spellings() {
    return Map.of(
        Kind.PRINCIPAL, new AttributeSpelling<>(Kind.PRINCIPAL, Pchat1Records::principal),
        Kind.ADD_IN, new AttributeSpelling<>(Kind.ADD_IN, Pchat1Records::addIn),
        Kind.CATEGORY, new AttributeSpelling<>(Kind.CATEGORY, Pchat1Records::category),
        Kind.ROOM, new AttributeSpelling<>(Kind.ROOM, Pchat1Records::room),
        Kind.ROLE, new AttributeSpelling<>(Kind.ROLE, Pchat1Records::role),
        Kind.SCOPE, new AttributeSpelling<>(Kind.SCOPE, Pchat1Records::scope),
        Kind.MESSAGE, new MessageSpelling());
  }

  private static Principal principal(FieldReader f) {
    return new Principal(
        f.guid("guid"),
        f.text("uri"),
        f.word("type", PrincipalType.values()),
        f.integerOrNull("id"),
        f.textOrNull("name"),
        f.textOrNull("displayName"),
        f.textOrNull("company"),
        f.textOrNull("email"),
        f.textOrNull("adPath"),
        f.textOrNull("upn"),
        f.word("disabled", AccountState.values()),
        f.integerOrNull("poolId"),
        f.integerOrNull("policyId"),
        audit(f),
        f.datetimeOrNull("verifiedOn"),
        f.flag("derived"));
  }

  private static AddIn addIn(FieldReader f) {
    return new AddIn(f.guid("guid"), f.text("name"), f.text("url"));
  }

  private static Category category(FieldReader f) {
    return new Category(
        f.guid("guid"),
        f.guidOrNull("parent"),
        f.integerOrNull("id"),
        f.text("name"),
        f.text("description"),
        f.truthOrNull("invite"),
        f.truthOrNull("logged"),
        f.truthOrNull("filePost"),
        audit(f),
        f.datetimeOrNull("purgedOn"),
        f.flag("derived"));
  }

  private static Room room(FieldReader f) {
    return new Room(
        f.guid("guid"),
        f.guid("category"),
        f.integerOrNull("id"),
        f.text("name"),
        f.text("description"),
        f.truthOrNull("invite"),
        f.truth("disabled"),
        f.word("behavior", Behavior.values()),
        f.word("visibility", Visibility.values()),
        f.guidOrNull("addIn"),
        audit(f),
        f.datetimeOrNull("purgedOn"),
        f.numberOrNull("lastMessageId"),
        f.flag("derived"));
  }

  private static Role role(FieldReader f) {
    return new Role(
        f.guid("node"),
        f.guid("principal"),
        f.word("role", RoleType.values()),
        f.guidOrNull("updatedBy"));
  }

  private static Scope scope(FieldReader f) {
    return new Scope(
        f.guid("node"),
        f.guid("principal"),
        f.word("access", Access.values()),
        f.guidOrNull("updatedBy"));
  }

  private static Audit audit(FieldReader f) {
    return new Audit(
        f.guidOrNull("addedBy"),
        f.ticksOrNull("addedOn"),
        f.guidOrNull("updatedBy"),
        f.ticksOrNull("updatedOn"));
  }
}
