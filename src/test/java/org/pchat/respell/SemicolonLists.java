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

/** Spreadsheet minds: whoever has a role in one text, parted by semicolons; a file per room. */
public final class SemicolonLists implements Respelling {
  @Override
  public String name() {
    return "semicolon-lists";
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    var asked = new Asked(snapshot);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    var principals = new Xml("Principals");
    asked.principals().forEach(principal -> principals.add(principal(principal)));
    Asked.put(entries, "Principals.xml", principals);
    var addIns = new Xml("AddIns");
    asked.addIns().forEach(addIn -> addIns.add(addIn(addIn)));
    Asked.put(entries, "AddIns.xml", addIns);
    var categories = new Xml("Categories");
    asked.categories().forEach(category -> categories.add(category(asked, category)));
    Asked.put(entries, "Categories.xml", categories);
    for (Room room : asked.rooms()) {
      Asked.put(entries, "ChatRooms/" + room.guid() + ".xml", room(asked, room));
    }
    return entries;
  }

  private static Xml principal(Principal principal) {
    return new Xml("Principal")
        .add("Guid", Asked.of(principal.guid()))
        .add("Uri", principal.uri())
        .add("Type", principal.type().word())
        .add("DisplayName", principal.displayName())
        .add("ADPath", principal.adPath())
        .add("Disabled", principal.disabled().word());
  }

  private static Xml addIn(AddIn addIn) {
    return new Xml("AddIn")
        .add("Guid", Asked.of(addIn.guid()))
        .add("Name", addIn.name())
        .add("Url", addIn.url());
  }

  private static Xml category(Asked asked, Category category) {
    return new Xml("Category")
        .add("Guid", Asked.of(category.guid()))
        .add("Parent", Asked.of(category.parent()))
        .add("Name", category.name())
        .add("Description", category.description())
        .add("Invitations", Asked.of(category.invite()))
        .add("ChatHistory", Asked.of(category.logged()))
        .add("FileUpload", Asked.of(category.filePost()))
        .add("AllowedMembers", joined(asked.scoped(category.guid(), Access.ALLOW)))
        .add("DeniedMembers", joined(asked.scoped(category.guid(), Access.DENY)))
        .add("Creators", joined(asked.holders(category.guid(), RoleType.CREATOR)));
  }

  private static String joined(List<String> uris) {
    return String.join(";", uris);
  }

  private static Xml room(Asked asked, Room room) throws IOException {
    Xml element =
        new Xml("ChatRoom")
            .add("Guid", Asked.of(room.guid()))
            .add("Category", Asked.of(room.category()))
            .add("Name", room.name())
            .add("Description", room.description())
            .add("Behavior", room.behavior().word())
            .add("Visibility", room.visibility().word())
            .add("Invitations", Asked.of(room.invite()))
            .add("Disabled", Asked.of(room.disabled()))
            .add("AddIn", Asked.of(room.addIn()))
            .add("Members", joined(asked.holders(room.guid(), RoleType.MEMBER)))
            .add("Managers", joined(asked.holders(room.guid(), RoleType.MANAGER)))
            .add("Presenters", joined(asked.holders(room.guid(), RoleType.VOICED)));
    var messages = new Xml("Messages");
    for (Message message : asked.messages(room)) {
      messages.add(
          new Xml("Message")
              .add("Id", Asked.of(message.id()))
              .add("Sent", Asked.utc(message.sent()))
              .add("Author", asked.uri(message.author()))
              .add("Alert", Asked.of(message.alert()))
              .add("Text", Asked.text(message.text()))
              .add("Rtf", Asked.text(message.rtf())));
    }
    return element.add(messages);
  }
}
