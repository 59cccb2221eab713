package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.diff.Act;
import org.pchat.diff.Difference;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/** Collects what is not packaged although it differs, and finds the words and cmdlets for it. */
final class Changed {
  /** How many messages and permissions are told one by one; the rest is counted. */
  private static final int MOST = 1_000;

  private static final List<RoleType> ROLES = List.of(RoleType.values());
  private static final List<Access> ACCESS = List.of(Access.values());

  private final Cmdlets cmdlets;
  private final List<LeftOut> found = new ArrayList<>();
  private final List<Difference<?>> messages = new ArrayList<>();
  private final Map<Slot, List<Guid>> roles = new TreeMap<>();
  private final Map<Slot, List<Guid>> scopes = new TreeMap<>();
  private final Map<String, Long> unknown = new LinkedHashMap<>();
  private final Map<Guid, Principal> principals = new HashMap<>();
  private final SettingChanges settings;
  private long more;
  private long kept;

  /** Why a permission is not carried. */
  enum Why {
    LIVING_NODE("its room or category is still there; --in-place carries it"),
    NO_ACCOUNT("the account is not in the target"),
    DELETED_ACCOUNT("the account was deleted"),
    NOT_ADMITTED("the category does not let the holder in"),
    SHUTS_OUT("it would shut out somebody who has a role now"),
    NORMAL_ROOM("the room is no auditorium, and only auditoriums have presenters");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Permissions of one sort on one node that share a reason. */
  private record Slot(Guid node, int sort, Why why) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
      int first = node.compareTo(other.node);
      int second = first != 0 ? first : Integer.compare(sort, other.sort);
      return second != 0 ? second : why.compareTo(other.why);
    }
  }

  private final @Nullable String pool;
  private final Structure source;

  Changed(@Nullable String pool, Structure source) {
    this.pool = pool;
    this.source = source;
    cmdlets = new Cmdlets(pool);
    settings = new SettingChanges(cmdlets, source, found);
  }

  /** Returns another that begins with nothing. */
  Changed apart() {
    return new Changed(pool, source);
  }

  /** Takes down a record that both states have with other values. */
  void note(Difference<?> difference) throws IOException {
    Object before = difference.before();
    Object after = difference.after();
    if (before == null || after == null || difference.acts().equals(java.util.Set.of(Act.NOTED))) {
      return;
    }
    if (difference.kind() == Kind.MESSAGE) {
      if (messages.size() < MOST) {
        messages.add(difference);
        Message message = (Message) after;
        if (message.author() != null) {
          principals.putIfAbsent(message.author(), NOBODY);
        }
      } else {
        more++;
      }
    } else {
      settings.note(difference);
    }
  }

  /** Stands for one whose record was not read yet. */
  private static final Principal NOBODY =
      new Principal(
          new Guid(0, 0),
          "",
          org.pchat.model.PrincipalType.USER,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          AccountState.ACTIVE,
          null,
          null,
          org.pchat.model.Audit.UNKNOWN,
          null,
          false);

  void removed(Principal principal) {
    found.add(
        new LeftOut(
            "account-removed",
            null,
            "The account %s is gone; it has to come from the directory, and comes along only where its messages do"
                .formatted(principal.uri()),
            null));
  }

  void role(Role role, Why why) {
    keep(roles, new Slot(role.node(), ROLES.indexOf(role.role()), why), role.principal());
  }

  void scope(Scope scope, Why why) {
    keep(scopes, new Slot(scope.node(), ACCESS.indexOf(scope.access()), why), scope.principal());
  }

  private void keep(Map<Slot, List<Guid>> all, Slot slot, Guid principal) {
    if (++kept > 100L * MOST) {
      more++;
      return;
    }
    all.computeIfAbsent(slot, s -> new ArrayList<>()).add(principal);
    principals.putIfAbsent(principal, NOBODY);
  }

  void unknown(String rule, long count) {
    unknown.merge(rule, count, Long::sum);
  }

  /** Returns what cannot be told, as sentences. */
  List<String> assumptions() {
    List<String> lines = new ArrayList<>();
    unknown.forEach(
        (rule, count) ->
            lines.add(
                String.format(Locale.ROOT, "%,d records may or may not be lost: %s", count, rule)));
    return lines;
  }

  /** Finds the words, with the names of the target where it has them. */
  List<LeftOut> settle(ChatSource from, ChatSource onto) throws IOException {
    names(onto);
    names(from);
    for (Difference<?> difference : messages) {
      message(difference, onto);
    }
    for (Map.Entry<Slot, List<Guid>> entry : roles.entrySet()) {
      permission(entry.getKey(), entry.getValue(), from, onto, true);
    }
    for (Map.Entry<Slot, List<Guid>> entry : scopes.entrySet()) {
      permission(entry.getKey(), entry.getValue(), from, onto, false);
    }
    if (more > 0) {
      found.add(
          new LeftOut(
              "more",
              null,
              String.format(Locale.ROOT, "%,d further records are not told one by one", more),
              null));
    }
    return List.copyOf(found);
  }

  private void names(ChatSource source) throws IOException {
    try (var all = source.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Principal principal = all.record();
        principals.computeIfPresent(
            principal.guid(), (guid, known) -> known.equals(NOBODY) ? principal : known);
      }
    }
  }

  private String name(Guid guid) {
    Principal principal = principals.get(guid);
    return principal == null || principal.equals(NOBODY)
        ? guid.toString()
        : Cmdlets.name(principal);
  }

  private void message(Difference<?> difference, ChatSource onto) throws IOException {
    Message before = (Message) java.util.Objects.requireNonNull(difference.before());
    Message after = (Message) java.util.Objects.requireNonNull(difference.after());
    Room room = onto.structure().room(before.room()).orElse(null);
    String name = room == null ? before.room().toString() : room.name();
    Act act = difference.acts().iterator().next();
    if (act == Act.REPLACED && room != null && after.author() != null) {
      found.add(
          new LeftOut(
              act.word(),
              before.room(),
              "The text of message %d in %s was replaced".formatted(before.id(), name),
              cmdlets.replace(room, after, name(after.author()), before.text())));
    } else {
      found.add(
          new LeftOut(
              act.word(),
              before.room(),
              "Message %d in %s differs: %s".formatted(before.id(), name, act.rule()),
              null));
    }
  }

  private void permission(
      Slot slot, List<Guid> holders, ChatSource from, ChatSource onto, boolean isRole)
      throws IOException {
    Optional<Room> room = onto.structure().room(slot.node());
    room = room.isPresent() ? room : from.structure().room(slot.node());
    Optional<Category> category = onto.structure().category(slot.node());
    category = category.isPresent() ? category : from.structure().category(slot.node());
    String name =
        room.map(Room::name)
            .or(() -> java.util.Optional.<String>empty())
            .orElse(category.isPresent() ? category.get().name() : slot.node().toString());
    List<String> names = holders.stream().map(this::name).toList();
    String sort =
        isRole
            ? ROLES.get(slot.sort()).word().toLowerCase(Locale.ROOT)
            : ACCESS.get(slot.sort()).word();
    String what = holders.size() == 1 ? names.get(0) : holders.size() + " principals";
    found.add(
        new LeftOut(
            isRole ? "role" : "scope",
            slot.node(),
            "%s of %s (%s): %s".formatted(sort, name, what, slot.why().words()),
            cmdlet(slot, room, category, names, isRole)));
  }

  private @Nullable String cmdlet(
      Slot slot,
      Optional<Room> room,
      Optional<Category> category,
      List<String> names,
      boolean isRole) {
    if (slot.why() == Why.NORMAL_ROOM) {
      return null;
    }
    if (isRole && room.isPresent()) {
      return cmdlets.give(room.get(), Map.of(ROLES.get(slot.sort()), names));
    }
    if (category.isEmpty()) {
      return null;
    }
    if (isRole) {
      return cmdlets.creators(category.get(), names);
    }
    return ACCESS.get(slot.sort()) == Access.ALLOW
        ? cmdlets.admit(category.get(), names, List.of())
        : cmdlets.deny(category.get(), names);
  }
}
