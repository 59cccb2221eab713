package org.pchat.respell;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * A {@code DataContractSerializer} that keeps references: an object is written where it is first
 * met, with a number of the serializer's own, and elsewhere is only that number; a principal's type
 * is its class.
 */
public final class ObjectGraph implements Respelling {
  private static final String SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/";
  private static final String MODEL =
      "http://schemas.datacontract.org/2004/07/Microsoft.Rtc.Internal.Chat.Export";

  @Override
  public String name() {
    return "object-graph";
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Asked.put(entries, "PersistentChat.xml", new Graph(new Asked(snapshot)).document());
    return entries;
  }

  /** One document and the numbers in it. */
  private static final class Graph {
    private final Asked asked;
    private final Map<Guid, String> numbers = new HashMap<>();
    private int last;

    Graph(Asked asked) {
      this.asked = asked;
    }

    Xml document() throws IOException {
      var principals = new Xml("Principals");
      asked.principals().forEach(principal -> principals.add(principal(principal)));
      var addIns = new Xml("AddIns");
      asked
          .addIns()
          .forEach(
              addIn ->
                  addIns.add(
                      made("AddIn", addIn.guid())
                          .add("Name", addIn.name())
                          .add("Url", addIn.url())));
      var categories = new Xml("Categories");
      asked.categories().stream()
          .filter(Category::isRoot)
          .forEach(category -> categories.add(category(category)));
      asked.categories().stream()
          .filter(category -> !category.isRoot())
          .forEach(category -> categories.add(category(category)));
      var rooms = new Xml("Rooms");
      for (Room room : asked.rooms()) {
        rooms.add(room(room));
      }
      return new Xml("Snapshot")
          .with("z:Id", "i" + ++last)
          .with("xmlns", MODEL)
          .with("xmlns:i", Asked.XSI)
          .with("xmlns:z", SERIALIZATION)
          .add(principals)
          .add(addIns)
          .add(categories)
          .add(rooms);
    }

    private Xml made(String name, Guid guid) {
      String number = "i" + ++last;
      numbers.put(guid, number);
      return new Xml(name).with("z:Id", number).add("Id", Asked.of(guid));
    }

    private Xml reference(String name, @Nullable Guid guid) {
      String number = guid == null ? null : numbers.get(guid);
      return number == null
          ? new Xml(name).with("i:nil", "true")
          : new Xml(name).with("z:Ref", number).with("i:nil", "true");
    }

    private Xml principal(Principal principal) {
      return made("Principal", principal.guid())
          .with("i:type", principal.type().word() + "Principal")
          .add("Uri", principal.uri())
          .add("DisplayName", principal.displayName())
          .add("DistinguishedName", principal.adPath())
          .add(
              "State",
              principal.disabled().name().charAt(0)
                  + principal.disabled().name().substring(1).toLowerCase(java.util.Locale.ROOT));
    }

    private Xml category(Category category) {
      Xml element =
          made("Category", category.guid())
              .add("Name", category.name())
              .add("Description", category.description())
              .add("EnableInvitations", Asked.of(category.invite()))
              .add("EnableChatHistory", Asked.of(category.logged()))
              .add("EnableFileUpload", Asked.of(category.filePost()))
              .add(reference("Parent", category.parent()));
      return access(element, category.guid());
    }

    private Xml access(Xml element, Guid node) {
      var roles = new Xml("Roles");
      for (Role role : asked.roles(node)) {
        roles.add(
            new Xml("RoleAssignment")
                .add(reference("Principal", role.principal()))
                .add("Role", role.role().word()));
      }
      var scopes = new Xml("Scopes");
      for (Scope scope : asked.scopes(node)) {
        scopes.add(
            new Xml("ScopeEntry")
                .add("IsDenied", Asked.of(scope.access() == Access.DENY))
                .add(reference("Principal", scope.principal())));
      }
      return element.add(roles).add(scopes);
    }

    private Xml room(Room room) throws IOException {
      Xml element =
          made("Room", room.guid())
              .add("Name", room.name())
              .add("Description", room.description())
              .add("IsDisabled", Asked.of(room.disabled()))
              .add("Behavior", Asked.kind(room))
              .add("Privacy", room.visibility().privacy())
              .add(reference("AddIn", room.addIn()))
              .add(reference("Category", room.category()));
      var messages = new Xml("Messages");
      for (Message message : asked.messages(room)) {
        messages.add(message(message));
      }
      return access(element, room.guid()).add(messages);
    }

    private Xml message(Message message) {
      return new Xml("Message")
          .with("z:Id", "i" + ++last)
          .add(reference("Author", message.author()))
          .add("Id", Asked.of(message.id()))
          .add("IsAlert", Asked.of(message.alert()))
          .add("Rtf", Asked.text(message.rtf()))
          .add("SentOn", Asked.utc(message.sent()))
          .add("Text", Asked.text(message.text()));
    }
  }
}
