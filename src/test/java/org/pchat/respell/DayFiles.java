package org.pchat.respell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.Category;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * An {@code XmlWriter} by hand: a file of each room's each day, users apart from groups, bits,
 * database numbers, GUIDs in the form "N"; and the time of a message either whole or with its date
 * apart.
 */
public final class DayFiles implements Respelling {
  private final boolean apart;

  /** With the date apart from the time of day, or not. */
  public DayFiles(boolean apart) {
    this.apart = apart;
  }

  @Override
  public String name() {
    return apart ? "day-files-date-apart" : "day-files";
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    var asked = new Asked(snapshot);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    principals(asked, entries);
    var addIns = new Xml("addIns");
    asked
        .addIns()
        .forEach(
            addIn ->
                addIns.add(
                    set(new Xml("addIn"), "id", Asked.bare(addIn.guid()))
                        .with("name", addIn.name())
                        .with("url", addIn.url())));
    Asked.put(entries, "config/addins.xml", addIns);
    var categories = new Xml("categories");
    asked.categories().forEach(category -> categories.add(category(category)));
    Asked.put(entries, "config/categories.xml", categories);
    var rooms = new Xml("chatRooms");
    asked.rooms().forEach(room -> rooms.add(room(asked, room)));
    Asked.put(entries, "config/rooms.xml", rooms);
    Asked.put(entries, "config/permissions.xml", permissions(asked));
    for (Room room : asked.rooms()) {
      days(asked, room, entries);
    }
    return entries;
  }

  private static void principals(Asked asked, Map<String, byte[]> entries) throws IOException {
    var users = new Xml("users");
    var groups = new Xml("groups");
    for (Principal principal : asked.principals()) {
      boolean user =
          principal.type() == PrincipalType.USER || principal.type() == PrincipalType.SYSTEM_USER;
      Xml element = new Xml(user ? "user" : "group");
      set(element, "id", Asked.bare(principal.guid()));
      set(element, "uri", principal.uri());
      set(element, "type", Asked.of(principal.type().id()));
      set(element, "displayName", principal.displayName());
      set(element, "company", principal.company());
      set(element, "mail", principal.email());
      set(element, "adPath", principal.adPath());
      set(element, "disabled", principal.disabled().word());
      set(element, "created", Asked.utc(principal.audit().addedOn()));
      (user ? users : groups).add(element);
    }
    Asked.put(entries, "directory/users.xml", users);
    Asked.put(entries, "directory/groups.xml", groups);
  }

  private static Xml set(Xml element, String name, @Nullable String to) {
    return to == null ? element : element.with(name, to);
  }

  private static Xml category(Category category) {
    Xml element = new Xml("category");
    set(element, "id", Asked.bare(category.guid()));
    set(element, "parent", Asked.bare(category.parent()));
    set(element, "name", category.name());
    set(element, "invite", Asked.bit(category.invite()));
    set(element, "logged", Asked.bit(category.logged()));
    set(element, "filePost", Asked.bit(category.filePost()));
    return element.add("description", category.description());
  }

  private static Xml room(Asked asked, Room room) {
    Xml element = new Xml("chatRoom");
    set(element, "id", Asked.bare(room.guid()));
    set(element, "uri", asked.uri(room.guid()));
    set(element, "category", Asked.bare(room.category()));
    set(element, "name", room.name());
    set(element, "behavior", Asked.behavior(room));
    set(element, "visibility", Asked.visibility(room));
    set(element, "invite", Asked.bit(room.invite()));
    set(element, "disabled", Asked.bit(room.disabled()));
    set(element, "addIn", Asked.bare(room.addIn()));
    set(element, "lastChatId", Asked.of(room.lastMessageId()));
    return element.add("description", room.description());
  }

  private static Xml permissions(Asked asked) {
    var permissions = new Xml("permissions");
    for (Role role : asked.roles()) {
      Xml element = new Xml("role");
      set(element, "node", Asked.bare(role.node()));
      set(element, "principal", Asked.bare(role.principal()));
      permissions.add(set(element, "type", role.role().word()));
    }
    for (Scope scope : asked.scopes()) {
      Xml element = new Xml("scope");
      set(element, "node", Asked.bare(scope.node()));
      set(element, "principal", Asked.bare(scope.principal()));
      permissions.add(set(element, "denied", Asked.bit(scope.access() == Access.DENY)));
    }
    return permissions;
  }

  private void days(Asked asked, Room room, Map<String, byte[]> entries) throws IOException {
    Map<String, Xml> days = new LinkedHashMap<>();
    for (Message message : asked.messages(room)) {
      String[] time = Asked.apart(message.sent());
      Xml day =
          days.computeIfAbsent(
              time[0],
              date -> set(new Xml("day"), "room", asked.uri(room.guid())).with("date", date));
      Xml element = new Xml("msg").with("id", Asked.of(message.id()) + "");
      set(element, "time", apart ? time[1] : Asked.utc(message.sent()));
      set(element, "from", asked.uri(message.author()));
      set(element, "alert", Asked.bit(message.alert()));
      day.add(
          element.add("text", Asked.text(message.text())).add("rtf", Asked.text(message.rtf())));
    }
    days.forEach(
        (date, day) ->
            Asked.put(entries, "history/" + Asked.bare(room.guid()) + "/" + date + ".xml", day));
  }
}
