package org.pchat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.RuleProblem;

/** All rules, by the kind of record that they are asked of. */
final class Rules {
  private static final String PRINCIPALS = "Principals";
  private static final String NODES = "Nodes";
  private static final String PERMISSIONS = "Permissions";
  private static final String MESSAGES = "Messages";

  private final Pool pool;
  private final Editors editors;
  private final Set<Object> nodeIds = UniqueId.none();
  private final PresentersAreMembers presenters;
  private final RoomOfMessages roomOfMessages;

  Rules(Pool pool, Findings findings) {
    this.pool = pool;
    editors = new Editors(pool);
    roomOfMessages = new RoomOfMessages(pool);
    presenters = new PresentersAreMembers(pool, findings);
  }

  /** Returns the rule that is asked of roles in their order, however they stand. */
  PresentersAreMembers presenters() {
    return presenters;
  }

  /** Returns the rule that is also asked of parts without messages. */
  RoomOfMessages roomOfMessages() {
    return roomOfMessages;
  }

  List<RecordRule<Principal>> principals() {
    List<RecordRule<Principal>> rules = new ArrayList<>();
    rules.add(new TypeInUse());
    rules.add(new SipForUsers());
    rules.add(new GuidInGroupUri());
    rules.add(new NamesAreForUsers());
    rules.add(new UniqueUri());
    rules.add(new UniqueId<>(RuleProblem.PRINCIPAL_ID_TWICE, Kind.PRINCIPAL, UniqueId.none()));
    rules.add(new NotEmpty<>(Kind.PRINCIPAL, "uri", PRINCIPALS));
    for (String field : List.of("uri", "name", "displayName", "company", "email", "upn")) {
      rules.add(new Length<>(Kind.PRINCIPAL, field, 256, PRINCIPALS));
    }
    rules.add(new Length<>(Kind.PRINCIPAL, "adPath", 384, PRINCIPALS));
    addHistory(rules, Kind.PRINCIPAL, PRINCIPALS);
    rules.add(new NotAfterSnapshot<>(Kind.PRINCIPAL, "verifiedOn", pool));
    return rules;
  }

  List<RecordRule<AddIn>> addIns() {
    return List.of(
        new UniqueName<>(RuleProblem.ADD_IN_NAME_TWICE, Kind.ADD_IN),
        new NotEmpty<>(Kind.ADD_IN, "name", NODES),
        new NotEmpty<>(Kind.ADD_IN, "url", NODES),
        new Length<>(Kind.ADD_IN, "name", 50, NODES),
        new Length<>(Kind.ADD_IN, "url", 255, NODES));
  }

  List<RecordRule<Category>> categories() {
    List<RecordRule<Category>> rules = new ArrayList<>();
    rules.add(new Reference<>(Kind.CATEGORY, "parent", Target.CATEGORY, pool, NODES));
    rules.add(new RootIsThere(pool));
    rules.add(new RootIsAlone());
    rules.add(new OneLevel(pool));
    rules.add(new NoCircle(pool));
    rules.add(new UniqueName<>(RuleProblem.CATEGORY_NAME_TWICE, Kind.CATEGORY));
    addNode(rules, Kind.CATEGORY);
    return rules;
  }

  List<RecordRule<Room>> rooms() {
    List<RecordRule<Room>> rules = new ArrayList<>();
    rules.add(new Reference<>(Kind.ROOM, "category", Target.CATEGORY, pool, NODES));
    rules.add(new Reference<>(Kind.ROOM, "addIn", Target.ADD_IN, pool, NODES));
    rules.add(new NoRoomBelowRoot(pool));
    rules.add(new UniqueName<>(RuleProblem.ROOM_NAME_TWICE, Kind.ROOM));
    rules.add(new NoNameOfCategory(pool));
    rules.add(new RoomInherits());
    addNode(rules, Kind.ROOM);
    return rules;
  }

  private <T> void addNode(List<RecordRule<T>> rules, Kind<T> kind) {
    rules.add(new UniqueId<>(RuleProblem.NODE_ID_TWICE, kind, nodeIds));
    rules.add(new NotEmpty<>(kind, "name", NODES));
    rules.add(new Length<>(kind, "name", 256, NODES));
    rules.add(new Length<>(kind, "description", 256, NODES));
    addHistory(rules, kind, NODES);
    rules.add(new NotAfterSnapshot<>(kind, "purgedOn", pool));
  }

  private <T> void addHistory(List<RecordRule<T>> rules, Kind<T> kind, String section) {
    rules.add(new EditorReference<>(kind, "addedBy", editors, section));
    rules.add(new EditorReference<>(kind, "updatedBy", editors, section));
    rules.add(new UpdatedAfterAdded<>(kind));
    for (String field : List.of("addedOn", "updatedOn")) {
      rules.add(new PlausibleTime<>(kind, field));
      rules.add(new NotAfterSnapshot<>(kind, field, pool));
    }
  }

  List<RecordRule<Scope>> scopes() {
    return List.of(
        new Reference<>(Kind.SCOPE, "node", Target.CATEGORY, pool, PERMISSIONS),
        new Reference<>(Kind.SCOPE, "principal", Target.PRINCIPAL, pool, PERMISSIONS),
        new EditorReference<>(Kind.SCOPE, "updatedBy", editors, PERMISSIONS),
        new NoScopeOnRoot(pool));
  }

  List<RecordRule<Role>> roles() {
    var uncertain = new UncertainScopes(pool);
    return List.of(
        new Reference<>(Kind.ROLE, "node", Target.NODE, pool, PERMISSIONS),
        new Reference<>(Kind.ROLE, "principal", Target.PRINCIPAL, pool, PERMISSIONS),
        new EditorReference<>(Kind.ROLE, "updatedBy", editors, PERMISSIONS),
        new RoleFitsNode(pool),
        new NoRoleOnRoot(pool),
        new RolesInScope(pool, uncertain),
        uncertain,
        new PresentersInAuditoriums(pool),
        new HoldersAreAlive(pool));
  }

  List<RecordRule<Message>> messages() {
    return List.of(
        roomOfMessages,
        new Reference<>(Kind.MESSAGE, "author", Target.PRINCIPAL, pool, MESSAGES),
        new AuthorIsKnown(),
        new AuthorIsThere(),
        new AuthorIsOne(),
        new NumbersArePositive(pool),
        new LastNumber(pool),
        new TimesAscend(),
        new PlausibleTime<>(Kind.MESSAGE, "sent"),
        new NotAfterSnapshot<>(Kind.MESSAGE, "sent", pool),
        new NotBeforeStart(pool),
        new RtfIs8Bit(),
        new RtfIsRtf(),
        new RtfHasText());
  }

  /** Returns what each rule is about, in the order in which they are asked. */
  static List<Rule> descriptions() {
    var none = new Findings(ProblemLog.tolerant(), false);
    return new Rules(Pool.none(), none).describe();
  }

  private List<Rule> describe() {
    List<Rule> all = new ArrayList<>();
    principals().forEach(rule -> all.add(rule.rule()));
    addIns().forEach(rule -> all.add(rule.rule()));
    categories().forEach(rule -> all.add(rule.rule()));
    rooms().forEach(rule -> all.add(rule.rule()));
    scopes().forEach(rule -> all.add(rule.rule()));
    roles().forEach(rule -> all.add(rule.rule()));
    all.add(presenters.rule());
    messages().forEach(rule -> all.add(rule.rule()));
    return all;
  }
}
