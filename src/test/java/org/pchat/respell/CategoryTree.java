package org.pchat.respell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.Category;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * The pool as its tree: categories in the root category, rooms in their categories, each role an
 * element that is named by the role; and a transcript of all rooms, cut into pieces of 500.
 */
public final class CategoryTree implements Respelling {
  private static final int PIECE = 500;

  @Override
  public String name() {
    return "category-tree";
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    var asked = new Asked(snapshot);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    var pool = new Xml("Pool").with("xmlns", "http://schemas.microsoft.com/rtc/2012/pchat/export");
    var directory = new Xml("Directory");
    for (Principal principal : asked.principals()) {
      directory.add(principal(principal));
    }
    var addIns = new Xml("AddIns");
    asked
        .addIns()
        .forEach(
            addIn ->
                addIns.add(
                    new Xml("AddIn")
                        .with("Id", "{" + addIn.guid() + "}")
                        .with("Name", addIn.name())
                        .with("Url", addIn.url())));
    pool.add(directory).add(addIns);
    for (Category category : asked.categories()) {
      if (category.isRoot()) {
        pool.add(category(asked, category));
      }
    }
    Asked.put(entries, "Pool.xml", pool);
    transcript(asked, entries);
    return entries;
  }

  private static Xml principal(Principal principal) {
    Xml element =
        new Xml("Entry")
            .with("Id", "{" + principal.guid() + "}")
            .with("Uri", principal.uri())
            .with("Kind", principal.type().word());
    if (principal.displayName() != null) {
      element.with("DisplayName", principal.displayName());
    }
    if (principal.adPath() != null) {
      element.with("DN", principal.adPath());
    }
    return element.with("State", principal.disabled().word());
  }

  private static Xml category(Asked asked, Category category) {
    Xml element =
        new Xml("Category")
            .with("Id", "{" + category.guid() + "}")
            .with("Name", category.name())
            .with("Description", category.description())
            .with("Invitations", "" + category.invite())
            .with("History", "" + category.logged())
            .with("FileUpload", "" + category.filePost());
    var security = new Xml("Security");
    for (Scope scope : asked.scopes(category.guid())) {
      String word = scope.access() == Access.DENY ? "Deny" : "Allow";
      security.add(new Xml(word).with("Id", "{" + scope.principal() + "}"));
    }
    roles(security, asked.roles(category.guid()));
    element.add(security);
    for (Category below : asked.categories()) {
      if (category.guid().equals(below.parent())) {
        element.add(category(asked, below));
      }
    }
    for (Room room : asked.rooms()) {
      if (room.category().equals(category.guid())) {
        element.add(room(asked, room));
      }
    }
    return element;
  }

  private static void roles(Xml security, Iterable<Role> roles) {
    for (Role role : roles) {
      String word = role.role() == RoleType.VOICED ? "Presenter" : role.role().word();
      security.add(new Xml(word).with("Id", "{" + role.principal() + "}"));
    }
  }

  private static Xml room(Asked asked, Room room) {
    Xml element =
        new Xml("Room")
            .with("Id", "{" + room.guid() + "}")
            .with("Name", room.name())
            .with("Description", room.description())
            .with("Type", Asked.kind(room))
            .with("Privacy", room.visibility().privacy())
            .with("Invitations", room.invite() == null ? "Inherit" : "Off")
            .with("Enabled", "" + !room.disabled());
    if (room.addIn() != null) {
      element.with("AddIn", "{" + room.addIn() + "}");
    }
    var security = new Xml("Security");
    roles(security, asked.roles(room.guid()));
    return element.add(security);
  }

  private static void transcript(Asked asked, Map<String, byte[]> entries) throws IOException {
    var piece = new Xml("Transcript");
    int number = 1;
    for (Room room : asked.rooms()) {
      for (Message message : asked.messages(room)) {
        if (piece.children().size() == PIECE) {
          Asked.put(entries, "Transcript." + number++ + ".xml", piece);
          piece = new Xml("Transcript");
        }
        piece.add(message(message));
      }
    }
    Asked.put(entries, "Transcript." + number + ".xml", piece);
  }

  private static Xml message(Message message) {
    Xml element =
        new Xml("Message")
            .with("Room", "{" + message.room() + "}")
            .with("Seq", "" + message.id())
            .with("Utc", Objects.requireNonNull(Asked.utc(message.sent())));
    if (message.author() != null) {
      element.with("From", "{" + message.author() + "}");
    }
    if (message.alert()) {
      element.with("Priority", "High");
    }
    return element.add("Plain", Asked.text(message.text())).add("Rich", Asked.text(message.rtf()));
  }
}
