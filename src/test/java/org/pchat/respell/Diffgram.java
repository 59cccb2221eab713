package org.pchat.respell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.Audit;
import org.pchat.model.Category;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;

/**
 * A typed {@code DataSet} by {@code WriteXml} as a diffgram: one file, rows numbered by attributes
 * of foreign namespaces, times with the offset of the server's zone, which changes with summer.
 */
public final class Diffgram implements Respelling {
  private static final String MSDATA = "urn:schemas-microsoft-com:xml-msdata";
  private static final String DIFFGR = "urn:schemas-microsoft-com:xml-diffgram-v1";

  @Override
  public String name() {
    return "diffgram";
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    var asked = new Asked(snapshot);
    var set = new Xml("ChatDataSet").with("xmlns", "http://tempuri.org/ChatDataSet.xsd");
    for (Principal principal : asked.principals()) {
      set.add(principal(principal));
    }
    for (Category category : asked.categories()) {
      set.add(category(category));
    }
    for (var addIn : asked.addIns()) {
      set.add(
          new Xml("AddIns")
              .add("AddInId", Asked.of(addIn.guid()))
              .add("AddInName", addIn.name())
              .add("AddInUrl", addIn.url()));
    }
    for (Room room : asked.rooms()) {
      set.add(room(room));
    }
    permissions(asked, set);
    for (Room room : asked.rooms()) {
      for (Message message : asked.messages(room)) {
        set.add(message(message));
      }
    }
    number(set.children());
    Xml diffgram =
        new Xml("diffgr:diffgram").with("xmlns:msdata", MSDATA).with("xmlns:diffgr", DIFFGR);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    Asked.put(entries, "export.xml", diffgram.add(set));
    return entries;
  }

  private static void number(List<Xml> rows) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Xml row : rows) {
      int order = counts.merge(row.name(), 1, Integer::sum) - 1;
      row.with("diffgr:id", row.name() + (order + 1)).with("msdata:rowOrder", "" + order);
    }
  }

  private static Xml principal(Principal principal) {
    Xml row =
        new Xml("Principals")
            .add("PrincipalGuid", Asked.of(principal.guid()))
            .add("PrincipalUri", principal.uri())
            .add("PrincipalTypeId", Asked.of(principal.type().id()))
            .add("Name", principal.name())
            .add("DisplayName", principal.displayName())
            .add("Company", principal.company())
            .add("Email", principal.email())
            .add("ADPath", principal.adPath())
            .add("Disabled", principal.disabled().word());
    return audit(row, principal.audit());
  }

  private static Xml audit(Xml row, Audit audit) {
    return row.add("CreatedBy", Asked.of(audit.addedBy()))
        .add("CreatedOn", Asked.local(audit.addedOn()))
        .add("ModifiedBy", Asked.of(audit.updatedBy()))
        .add("ModifiedOn", Asked.local(audit.updatedOn()));
  }

  private static Xml category(Category category) {
    Xml row =
        new Xml("Categories")
            .add("CategoryGuid", Asked.of(category.guid()))
            .add("ParentGuid", Asked.of(category.parent()))
            .add("CategoryName", category.name())
            .add("Description", category.description())
            .add("Invite", Asked.of(category.invite()))
            .add("Logged", Asked.of(category.logged()))
            .add("FilePost", Asked.of(category.filePost()));
    return audit(row, category.audit());
  }

  private static Xml room(Room room) {
    Xml row =
        new Xml("Rooms")
            .add("RoomGuid", Asked.of(room.guid()))
            .add("CategoryGuid", Asked.of(room.category()))
            .add("RoomName", room.name())
            .add("Description", room.description())
            .add("Invite", Asked.of(room.invite()))
            .add("Disabled", Asked.of(room.disabled()))
            .add("Behavior", Asked.behavior(room))
            .add("Visibility", Asked.visibility(room))
            .add("AddInId", Asked.of(room.addIn()));
    return audit(row, room.audit()).add("LastChatId", Asked.of(room.lastMessageId()));
  }

  private static void permissions(Asked asked, Xml set) {
    for (Role role : asked.roles()) {
      set.add(
          new Xml("PrincipalRoles")
              .add("NodeGuid", Asked.of(role.node()))
              .add("PrincipalGuid", Asked.of(role.principal()))
              .add("Role", role.role().word())
              .add("ModifiedBy", Asked.of(role.updatedBy())));
    }
    for (Scope scope : asked.scopes()) {
      set.add(
          new Xml("Scopes")
              .add("CategoryGuid", Asked.of(scope.node()))
              .add("PrincipalGuid", Asked.of(scope.principal()))
              .add("IsDenied", Asked.of(scope.access() == Access.DENY))
              .add("ModifiedBy", Asked.of(scope.updatedBy())));
    }
  }

  private static Xml message(Message message) {
    return new Xml("Chats")
        .add("RoomGuid", Asked.of(message.room()))
        .add("ChatId", Asked.of(message.id()))
        .add("ChatDate", Asked.local(message.sent()))
        .add("AuthorGuid", Asked.of(message.author()))
        .add("IsAlert", Asked.of(message.alert()))
        .add("Content", Asked.text(message.text()))
        .add("Rtf", Asked.text(message.rtf()));
  }
}
