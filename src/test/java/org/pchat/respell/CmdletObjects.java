package org.pchat.respell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.RoleType;
import org.pchat.model.Room;

/**
 * The objects that the cmdlets print, by {@code XmlSerializer}: our best guess at the real thing.
 *
 * <p>Nodes are known by their address alone, rooms name their category and add-in, privacy has the
 * cmdlets' words, invitations are inherited or not, people are listed by address, and the root, no
 * object of any cmdlet, may be left out.
 */
public final class CmdletObjects implements Respelling {
  private static final String POOL = "pool01.contoso.com";
  private final boolean root;

  /** With the root category or without it. */
  public CmdletObjects(boolean root) {
    this.root = root;
  }

  @Override
  public String name() {
    return root ? "cmdlet-objects" : "cmdlet-objects-without-root";
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    var asked = new Asked(snapshot);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Asked.put(
        entries,
        "PersistentChatData.xml",
        new Xml("PersistentChatData")
            .with("Version", "15.0.516.0")
            .add("PoolFqdn", POOL)
            .add("Level", "All"));
    var principals = array("Principal");
    asked.principals().forEach(principal -> principals.add(principal(principal)));
    Asked.put(entries, "Principals.xml", principals);
    var addIns = array("PersistentChatAddin");
    asked.addIns().forEach(addIn -> addIns.add(addIn(addIn)));
    Asked.put(entries, "Addins.xml", addIns);
    var categories = array("PersistentChatCategory");
    for (Category category : asked.categories()) {
      if (root || !category.isRoot()) {
        categories.add(category(asked, category));
      }
    }
    Asked.put(entries, "Categories.xml", categories);
    var rooms = array("PersistentChatRoom");
    asked.rooms().forEach(room -> rooms.add(room(asked, room)));
    Asked.put(entries, "Rooms.xml", rooms);
    int number = 0;
    for (Room room : asked.rooms()) {
      number++;
      Asked.put(entries, "ChatHistory/%04d.xml".formatted(number), history(asked, room));
    }
    return entries;
  }

  private static Xml array(String of) {
    return new Xml("ArrayOf" + of)
        .with("xmlns:xsi", Asked.XSI)
        .with("xmlns:xsd", "http://www.w3.org/2001/XMLSchema");
  }

  private static Xml principal(Principal principal) {
    return new Xml("Principal")
        .add("Guid", Asked.of(principal.guid()))
        .add("Uri", principal.uri())
        .add("PrincipalType", principal.type().word())
        .add("DisplayName", principal.displayName())
        .add("Company", principal.company())
        .add("EmailAddress", principal.email())
        .add("DistinguishedName", principal.adPath())
        .add("UserPrincipalName", principal.upn());
  }

  private static Xml addIn(AddIn addIn) {
    return new Xml("PersistentChatAddin")
        .add("Identity", POOL + "\\" + addIn.name())
        .add("Id", Asked.of(addIn.guid()))
        .add("Name", addIn.name())
        .add("URL", addIn.url());
  }

  private static Xml category(Asked asked, Category category) {
    Xml element =
        new Xml("PersistentChatCategory")
            .add("Identity", POOL + "\\" + category.name())
            .add("CategoryUri", asked.uri(category.guid()))
            .add("ParentUri", asked.uri(category.parent()))
            .add("Name", category.name())
            .add("Description", category.description())
            .add("EnableInvitations", Asked.of(category.invite()))
            .add("EnableFileUpload", Asked.of(category.filePost()))
            .add("EnableChatHistory", Asked.of(category.logged()));
    list(element, "AllowedMembers", asked.scoped(category.guid(), Access.ALLOW));
    list(element, "DeniedMembers", asked.scoped(category.guid(), Access.DENY));
    list(element, "Creators", asked.holders(category.guid(), RoleType.CREATOR));
    return element;
  }

  private static Xml room(Asked asked, Room room) {
    Xml element =
        new Xml("PersistentChatRoom")
            .add("Identity", POOL + "\\" + room.name())
            .add("ChatRoomUri", asked.uri(room.guid()))
            .add("Name", room.name())
            .add("Description", room.description())
            .add("Category", asked.category(room))
            .add("Type", Asked.kind(room))
            .add("Privacy", room.visibility().privacy())
            .add("Invitations", room.invite() == null ? "Inherit" : "False")
            .add("Disabled", Asked.of(room.disabled()))
            .add("Addin", asked.addIn(room));
    list(element, "Managers", asked.holders(room.guid(), RoleType.MANAGER));
    list(element, "Members", asked.holders(room.guid(), RoleType.MEMBER));
    list(element, "Presenters", asked.holders(room.guid(), RoleType.VOICED));
    return element;
  }

  private static void list(Xml element, String name, List<String> uris) {
    var list = new Xml(name);
    uris.forEach(uri -> list.add("string", uri));
    element.add(list);
  }

  private static Xml history(Asked asked, Room room) throws IOException {
    var history = new Xml("ChatHistory").with("ChatRoomUri", asked.uri(room.guid()));
    for (Message message : asked.messages(room)) {
      history.add(
          new Xml("ChatMessage")
              .add("ChatId", Asked.of(message.id()))
              .add("Timestamp", Asked.utc(message.sent()))
              .add("AuthorUri", asked.uri(message.author()))
              .add("IsAlert", Asked.of(message.alert()))
              .add("Content", Asked.text(message.text()))
              .add("RtfContent", Asked.text(message.rtf())));
    }
    return history;
  }
}
