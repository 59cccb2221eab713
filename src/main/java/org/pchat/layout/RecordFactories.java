package org.pchat.layout;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.AddIn;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Visibility;

/** Makes records of the model from their fields, each in the order of its {@link Kind#fields}. */
final class RecordFactories {
  private static final Map<Kind<?>, Function<Fields, ?>> BY_KIND =
      Map.of(
          Kind.PRINCIPAL, RecordFactories::principal,
          Kind.ADD_IN, RecordFactories::addIn,
          Kind.CATEGORY, RecordFactories::category,
          Kind.ROOM, RecordFactories::room,
          Kind.ROLE, RecordFactories::role,
          Kind.SCOPE, RecordFactories::scope,
          Kind.MESSAGE, RecordFactories::message);

  private RecordFactories() {}

  /** Returns what makes records of {@code kind}. */
  @SuppressWarnings("unchecked") // the map pairs each kind with its own factory
  static <T> Function<Fields, T> of(Kind<T> kind) {
    return (Function<Fields, T>) Objects.requireNonNull(BY_KIND.get(kind));
  }

  private static Principal principal(Fields f) {
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

  private static AddIn addIn(Fields f) {
    return new AddIn(f.guid("guid"), f.text("name"), f.text("url"));
  }

  private static Category category(Fields f) {
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

  private static Room room(Fields f) {
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

  private static Role role(Fields f) {
    return new Role(
        f.guid("node"),
        f.guid("principal"),
        f.word("role", RoleType.values()),
        f.guidOrNull("updatedBy"));
  }

  private static Scope scope(Fields f) {
    return new Scope(
        f.guid("node"),
        f.guid("principal"),
        f.word("access", Access.values()),
        f.guidOrNull("updatedBy"));
  }

  private static Message message(Fields f) {
    return new Message(
        f.guid("room"),
        f.number("id"),
        f.ticks("sent"),
        f.guidOrNull("author"),
        f.textOrNull("authorRaw"),
        f.flag("alert"),
        f.text("text"),
        f.textOrNull("rtf"));
  }

  private static Audit audit(Fields f) {
    return new Audit(
        f.guidOrNull("addedBy"),
        f.ticksOrNull("addedOn"),
        f.guidOrNull("updatedBy"),
        f.ticksOrNull("updatedOn"));
  }
}
