package org.pchat.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.pchat.fixture.MadeSource;
import org.pchat.model.AccountState;
import org.pchat.model.Audit;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/**
 * Acts on a pool, one after the other, each told in a script and laid over the snapshot before.
 * Every act leaves a sound pool sound: it keeps audit fields, purge times and last ids as the
 * server would.
 */
final class Edits {
  /** What the server puts in place of a message ({@code Remove-CsPersistentChatMessage}). */
  static final String REPLACEMENT =
      "This message was replaced by the Persistent Chat administrator.";

  private static final Duration PAUSE = Duration.ofSeconds(4 * 60 + 23);

  private final Overlay overlay = new Overlay();
  private final List<Act> acts = new ArrayList<>();
  private final EditedSource now;
  private final Guid administrator;
  private final Guid system;
  private Ticks clock;

  /**
   * Begins.
   *
   * @param before the pool before the first act
   * @param directory whose administrator acts
   */
  Edits(MadeSource before, Directory directory) {
    now = new EditedSource(before, overlay, Calendar.ticks(Calendar.TUESDAY));
    administrator = directory.administrator();
    system = directory.system();
    clock = Calendar.ticks(Calendar.MONDAY.plusHours(6));
  }

  /** Returns the pool as it stands after the acts so far. */
  MadeSource source() {
    return now;
  }

  List<Act> acts() {
    return List.copyOf(acts);
  }

  /** Returns the time of the next act, some minutes after the one before. */
  Ticks tick() {
    clock = new Ticks(clock.value() + PAUSE.toNanos() / 100 + 1_234_567);
    return clock;
  }

  void removeRoom(Guid guid) {
    Room room = room(guid);
    List<Message> messages = list(now.messagesOf(guid));
    List<Role> roles = roles(role -> role.node().equals(guid));
    messages.forEach(message -> overlay.remove(Kind.MESSAGE, message));
    roles.forEach(role -> overlay.remove(Kind.ROLE, role));
    overlay.remove(Kind.ROOM, room);
    tell(Act.of("room-removed").on(room).with("messagesGone", messages.size()).losing(roles));
  }

  void removeMessages(Guid room, List<Message> messages) {
    Map<Guid, Principal> principals = principals();
    var authors = new LinkedHashMap<String, Integer>();
    for (Message message : messages) {
      overlay.remove(Kind.MESSAGE, message);
      authors.merge(principals.get(message.author()).uri(), 1, Integer::sum);
    }
    tell(
        Act.of("messages-removed")
            .on(room(room))
            .with("messagesGone", messages.size())
            .with("authors", authors)
            .with("ids", messages.stream().map(Message::id).toList()));
  }

  /** Removes what was sent on or before {@code until}, as {@code Clear-CsPersistentChatRoom}. */
  void clearRoom(Guid guid, Ticks until) {
    List<Message> all = list(now.messagesOf(guid));
    List<Message> gone = all.stream().filter(m -> m.sent().compareTo(until) <= 0).toList();
    gone.forEach(message -> overlay.remove(Kind.MESSAGE, message));
    tell(
        Act.of("room-cleared")
            .on(room(guid))
            .with("until", until.toString())
            .with("messagesGone", gone.size())
            .with("messagesLeft", all.size() - gone.size()));
  }

  void disable(Guid guid) {
    change("room-disabled", guid, RoomDraft::disabled);
  }

  void makeSecret(Guid guid) {
    change("room-made-secret", guid, draft -> draft.visibility(Visibility.PRIVATE));
  }

  void rename(Guid guid, String name) {
    change("room-renamed", guid, draft -> draft.name(name));
  }

  private void change(String kind, Guid guid, UnaryOperator<RoomDraft> change) {
    Room before = room(guid);
    Room after = change.apply(new RoomDraft(before)).updated(administrator, tick()).room();
    overlay.put(Kind.ROOM, after);
    tell(Act.of(kind).on(before).changing(Kind.ROOM, before, after));
  }

  /** Moves a room; roles that the other category does not allow are purged. */
  void move(Guid guid, Category target) {
    Room before = room(guid);
    var admission = new Admission(principals(), list(now.scopes()));
    List<Role> lost =
        roles(r -> r.node().equals(guid) && !admission.admits(target.guid(), r.principal()));
    lost.forEach(role -> overlay.remove(Kind.ROLE, role));
    Ticks at = tick();
    var draft = new RoomDraft(before).category(target.guid()).purged(at);
    Room after = draft.updated(administrator, at).room();
    overlay.put(Kind.ROOM, after);
    tell(
        Act.of("room-moved")
            .on(before)
            .with("from", Act.name(category(before.category())))
            .with("to", Act.name(target))
            .changing(Kind.ROOM, before, after)
            .losing(lost));
  }

  void replaceTexts(Guid room, List<Message> messages) {
    var told = new ArrayList<Map<String, Object>>();
    for (Message message : messages) {
      overlay.put(Kind.MESSAGE, Rewriting.withText(message, REPLACEMENT));
      told.add(
          Act.sorted(
              "id", message.id(), "before", message.text(), "hadRtf", message.rtf() != null));
    }
    tell(
        Act.of("texts-replaced")
            .on(room(room))
            .with("after", REPLACEMENT)
            .with("messagesChanged", told.size())
            .with("messages", told));
  }

  /** Removes all scopes of a category. Only a category without roles stays sound by that. */
  void removeScopes(Guid guid) {
    Category before = category(guid);
    List<Scope> gone = list(now.scopes()).stream().filter(s -> s.node().equals(guid)).toList();
    gone.forEach(scope -> overlay.remove(Kind.SCOPE, scope));
    Ticks at = tick();
    Category after = Rewriting.purged(before, administrator, at);
    overlay.put(Kind.CATEGORY, after);
    List<Map<String, Object>> scopes =
        gone.stream()
            .map(
                s -> Act.sorted("principal", s.principal().toString(), "access", s.access().word()))
            .toList();
    tell(
        Act.of("scopes-removed")
            .on(before)
            .changing(Kind.CATEGORY, before, after)
            .with("scopesGone", gone.size())
            .with("scopes", scopes));
  }

  /** Deletes an account from the directory; its roles are purged, the principal stays. */
  void deleteAccount(Principal account) {
    List<Role> lost = roles(role -> role.principal().equals(account.guid()));
    lost.forEach(role -> overlay.remove(Kind.ROLE, role));
    Ticks at = tick();
    Set<Guid> nodes = new HashSet<>();
    lost.forEach(role -> nodes.add(role.node()));
    nodes.forEach(node -> purge(node, at));
    Principal after = Rewriting.inState(account, AccountState.DELETED, system, at);
    overlay.put(Kind.PRINCIPAL, after);
    tell(
        Act.of("account-deleted")
            .on(account)
            .changing(Kind.PRINCIPAL, account, after)
            .losing(lost));
  }

  private void purge(Guid node, Ticks at) {
    now.structure()
        .room(node)
        .ifPresent(room -> overlay.put(Kind.ROOM, new RoomDraft(room).purged(at).room()));
    now.structure()
        .category(node)
        .ifPresent(
            category ->
                overlay.put(Kind.CATEGORY, Rewriting.purged(category, category.audit(), at)));
  }

  /** Makes the account anew: another directory object with the same address and no roles. */
  void recreateAccount(Principal old, Guid guid, int id) {
    Ticks at = tick();
    Principal account = Rewriting.anew(old, guid, id, new Audit(system, at, system, at));
    overlay.put(Kind.PRINCIPAL, account);
    tell(Act.of("account-recreated").on(account).with("before", old.guid().toString()));
  }

  /** Adds messages behind the last id that the room has given out. */
  void write(Guid guid, List<Message> messages) {
    messages.forEach(message -> overlay.put(Kind.MESSAGE, message));
    Room before = room(guid);
    long last = messages.get(messages.size() - 1).id();
    overlay.put(Kind.ROOM, new RoomDraft(before).lastMessageId(last).room());
    tell(
        Act.of("messages-added")
            .on(before)
            .with("messagesNew", messages.size())
            .with("ids", messages.stream().map(Message::id).toList()));
  }

  void addRoom(Room room, List<Role> roles, List<Message> messages) {
    overlay.put(Kind.ROOM, room);
    roles.forEach(role -> overlay.put(Kind.ROLE, role));
    messages.forEach(message -> overlay.put(Kind.MESSAGE, message));
    tell(
        Act.of("room-added")
            .on(room)
            .on(category(room.category()))
            .with("visibility", room.visibility().word())
            .with("rolesNew", roles.size())
            .with("messagesNew", messages.size()));
  }

  private void tell(Act act) {
    acts.add(act);
  }

  Room room(Guid guid) {
    return now.structure().room(guid).orElseThrow();
  }

  private Category category(Guid guid) {
    return now.structure().category(guid).orElseThrow();
  }

  List<Role> roles(Predicate<Role> which) {
    return list(now.roles()).stream().filter(which).toList();
  }

  Map<Guid, Principal> principals() {
    var principals = new TreeMap<Guid, Principal>();
    now.principals().forEachRemaining(p -> principals.put(p.guid(), p));
    return principals;
  }

  static <T> List<T> list(Iterator<T> records) {
    var list = new ArrayList<T>();
    records.forEachRemaining(list::add);
    return list;
  }
}
