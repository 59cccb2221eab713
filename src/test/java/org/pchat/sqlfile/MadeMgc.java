package org.pchat.sqlfile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Access;
import org.pchat.model.AddIn;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/** Puts a snapshot into the published tables of {@code mgc}, in a data file. */
public final class MadeMgc {
  private static final int FIRST_MADE_ID = 1_000_000;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1753, 1, 1, 0, 0);

  private final ChatSource source;
  private final MadeDatabase database;
  private final Map<Guid, Integer> principals = new HashMap<>();
  private final Map<Guid, Integer> nodes = new HashMap<>();

  private MadeMgc(ChatSource source, MadeDatabase database) {
    this.source = source;
    this.database = database;
  }

  /** Writes a data file; one of the same name is replaced. */
  public static void write(ChatSource source, Path dataFile) throws IOException {
    try (var database = new MadeDatabase(dataFile, "mgc")) {
      new MadeMgc(source, database).fill();
      database.finish();
    }
  }

  private void fill() throws IOException {
    number();
    principals();
    nodes();
    addIns();
    roleTypes();
    roles();
    scopes();
    lastChatIds();
    messages();
  }

  /** Takes the numbers that records carry, and others where they carry none. */
  private void number() throws IOException {
    Set<Integer> taken = new HashSet<>();
    try (RecordCursor<Principal> cursor = source.records(Kind.PRINCIPAL)) {
      while (cursor.advance()) {
        principals.put(cursor.record().guid(), take(taken, cursor.record().id()));
      }
    }
    taken.clear();
    for (Category category : source.structure().categories()) {
      nodes.put(category.guid(), take(taken, category.id()));
    }
    for (Room room : source.structure().rooms()) {
      nodes.put(room.guid(), take(taken, room.id()));
    }
  }

  private static int take(Set<Integer> taken, @Nullable Integer wanted) {
    int number = wanted != null && !taken.contains(wanted) ? wanted : FIRST_MADE_ID + taken.size();
    taken.add(number);
    return number;
  }

  private int principal(@Nullable Guid guid) {
    return guid == null ? 0 : principals.getOrDefault(guid, 0);
  }

  private @Nullable Integer maybe(@Nullable Guid guid) {
    return guid == null ? null : principals.get(guid);
  }

  private static long ticks(@Nullable Ticks ticks) {
    return ticks == null ? 0 : ticks.value();
  }

  private void principals() throws IOException {
    MadeTable table =
        database.table(
            "tblPrincipal",
            "prinID",
            "int",
            "prinGuid",
            "uniqueidentifier",
            "prinUri",
            "nvarchar(256)",
            "prinName",
            "nvarchar(256)",
            "prinDisplayName",
            "nvarchar(256)",
            "prinCompanyName",
            "nvarchar(256)",
            "prinEmail",
            "nvarchar(256)",
            "prinADPath",
            "nvarchar(384)",
            "prinADUserPrincipalName",
            "nvarchar(256)",
            "prinDisabled",
            "smallint",
            "prinTypeID",
            "smallint",
            "prinPoolID",
            "int",
            "prinPolicyID",
            "int",
            "prinAddedBy",
            "int",
            "prinAddedOn",
            "bigint",
            "prinUpdatedBy",
            "int",
            "prinUpdatedOn",
            "bigint",
            "prinVerifiedOn",
            "datetime");
    try (RecordCursor<Principal> cursor = source.records(Kind.PRINCIPAL)) {
      while (cursor.advance()) {
        Principal p = cursor.record();
        Audit audit = p.audit();
        table.add(
            principal(p.guid()),
            p.guid(),
            p.uri(),
            p.name(),
            p.displayName(),
            p.company(),
            p.email(),
            p.adPath(),
            p.upn(),
            Integer.parseInt(p.disabled().word()),
            p.type().id(),
            p.poolId(),
            p.policyId(),
            maybe(audit.addedBy()),
            ticks(audit.addedOn()),
            maybe(audit.updatedBy()),
            ticks(audit.updatedOn()),
            p.verifiedOn() == null ? NO_TIME : p.verifiedOn());
      }
    }
  }

  private void nodes() throws IOException {
    MadeTable table =
        database.table(
            "tblNode",
            "nodeID",
            "int",
            "nodeGuid",
            "uniqueidentifier",
            "parentID",
            "int",
            "nodeType",
            "bit",
            "nodeName",
            "nvarchar(256)",
            "nodeDesc",
            "nvarchar(256)",
            "invite",
            "bit",
            "logged",
            "bit",
            "filePost",
            "bit",
            "disabled",
            "bit",
            "behavior",
            "smallint",
            "visibility",
            "smallint",
            "siopID",
            "uniqueidentifier",
            "nodeAddedBy",
            "int",
            "nodeAddedOn",
            "bigint",
            "nodeUpdatedBy",
            "int",
            "nodeUpdatedOn",
            "bigint",
            "purgedOn",
            "datetime");
    for (Category c : source.structure().categories()) {
      Guid parent = c.parent() == null ? c.guid() : c.parent();
      Audit audit = c.audit();
      table.add(
          nodes.get(c.guid()),
          c.guid(),
          nodes.get(parent),
          true,
          c.name(),
          c.description(),
          c.invite(),
          c.logged(),
          c.filePost(),
          false,
          number(Behavior.NORMAL),
          number(Visibility.OPEN),
          null,
          principal(audit.addedBy()),
          ticks(audit.addedOn()),
          principal(audit.updatedBy()),
          ticks(audit.updatedOn()),
          c.purgedOn());
    }
    for (Room r : source.structure().rooms()) {
      Audit audit = r.audit();
      table.add(
          nodes.get(r.guid()),
          r.guid(),
          nodes.get(r.category()),
          false,
          r.name(),
          r.description(),
          r.invite(),
          null,
          null,
          r.disabled(),
          number(r.behavior()),
          number(r.visibility()),
          r.addIn(),
          principal(audit.addedBy()),
          ticks(audit.addedOn()),
          principal(audit.updatedBy()),
          ticks(audit.updatedOn()),
          r.purgedOn());
    }
  }

  private static int number(RoleType type) {
    return List.of(RoleType.values()).indexOf(type) + 1;
  }

  private static int number(Behavior behavior) {
    return behavior == Behavior.NORMAL ? 4 : 5;
  }

  private static int number(Visibility visibility) {
    return switch (visibility) {
      case PRIVATE -> 2;
      case SCOPE -> 3;
      case OPEN -> 6;
    };
  }

  private void addIns() throws IOException {
    MadeTable table =
        database.table(
            "tblSiopWhiteList",
            "siopID",
            "uniqueidentifier",
            "siopName",
            "nvarchar(50)",
            "siopUrl",
            "nvarchar(255)");
    for (AddIn addIn : source.structure().addIns()) {
      table.add(addIn.guid(), addIn.name(), addIn.url());
    }
  }

  private void roleTypes() throws IOException {
    MadeTable table =
        database.table(
            "tblRoleType",
            "rtypeID",
            "int",
            "rtypeDesc",
            "nvarchar(256)",
            "rtypeAllowedPermSet",
            "bigint");
    for (RoleType type : RoleType.values()) {
      table.add(number(type), type.word(), 0L);
    }
  }

  private void roles() throws IOException {
    MadeTable table =
        database.table(
            "tblPrincipalRole",
            "prinRoleNodeID",
            "int",
            "prinRolePrinID",
            "int",
            "prinRoleTypeID",
            "int",
            "prinRoleUpdatedBy",
            "int");
    try (RecordCursor<Role> cursor = source.records(Kind.ROLE)) {
      while (cursor.advance()) {
        Role role = cursor.record();
        table.add(
            nodes.get(role.node()),
            principals.get(role.principal()),
            number(role.role()),
            principal(role.updatedBy()));
      }
    }
  }

  private void scopes() throws IOException {
    MadeTable table =
        database.table(
            "tblScopePrincipal",
            "scopeNodeID",
            "int",
            "scopePrinID",
            "int",
            "scopeIsDenied",
            "bit",
            "scopeUpdatedBy",
            "int");
    try (RecordCursor<Scope> cursor = source.records(Kind.SCOPE)) {
      while (cursor.advance()) {
        Scope scope = cursor.record();
        table.add(
            nodes.get(scope.node()),
            principals.get(scope.principal()),
            scope.access() == Access.DENY,
            principal(scope.updatedBy()));
      }
    }
  }

  private void lastChatIds() throws IOException {
    MadeTable table = database.table("tblLastChatId", "nodeID", "int", "lastChatID", "bigint");
    for (Room room : source.structure().rooms()) {
      if (room.lastMessageId() != null) {
        table.add(nodes.get(room.guid()), room.lastMessageId());
      }
    }
  }

  /** Goes by the rooms' numbers, as the key of the table does. */
  private void messages() throws IOException {
    MadeTable table =
        database.table(
            "tblChat",
            "channelId",
            "int",
            "chatId",
            "bigint",
            "chatDate",
            "bigint",
            "userId",
            "int",
            "isAlert",
            "bit",
            "content",
            "nvarchar(max)",
            "rtf",
            "varchar(max)");
    List<Guid> rooms = new ArrayList<>(source.messageRooms());
    rooms.sort((a, b) -> Integer.compare(room(a), room(b)));
    for (Guid room : rooms) {
      try (RecordCursor<Message> cursor = source.messages(room)) {
        while (cursor.advance()) {
          Message m = cursor.record();
          table.add(room(room), m.id(), m.sent().value(), author(m), m.alert(), m.text(), m.rtf());
        }
      }
    }
  }

  private int room(Guid room) {
    return nodes.getOrDefault(room, 0);
  }

  /** An author who is nobody is the number that stands there, if it is one. */
  private int author(Message message) {
    String raw = message.authorRaw();
    return raw != null && raw.matches("\\d{1,9}")
        ? Integer.parseInt(raw)
        : principal(message.author());
  }
}
