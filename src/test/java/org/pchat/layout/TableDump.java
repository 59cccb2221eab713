package org.pchat.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
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
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Ticks;

/** The published tables of a source, as programs write them in XML. */
final class TableDump {
  private final Map<Guid, Integer> ids = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();

  /** How tables are spelled. */
  enum Form {
    /** One DataSet with its schema, columns as elements. */
    DATASET(true, false, true),
    /** The same with changes marked, as the .NET calls a DiffGram. */
    DIFFGRAM(true, false, true),
    /** FOR XML AUTO: an element for each row, columns as attributes, a file for each table. */
    AUTO(false, true, false),
    /** The same, with the schema's name in the element's. */
    AUTO_DBO(false, false, false),
    /** FOR XML RAW: rows that are only told by the name of their file. */
    RAW(false, true, false),
    /** FOR XML PATH, ELEMENTS XSINIL: rows in an element named after the table. */
    PATH(true, false, false);

    private final boolean elements;
    private final boolean filePerTable;
    private final boolean words;

    Form(boolean elements, boolean filePerTable, boolean words) {
      this.elements = elements;
      this.filePerTable = filePerTable;
      this.words = words;
    }
  }

  TableDump(ChatSource source, long seed) throws IOException {
    for (Principal principal : MemorySource.all(source.records(Kind.PRINCIPAL))) {
      ids.put(principal.guid(), principal.id());
      row("tblPrincipal", principal(principal));
    }
    source.structure().categories().forEach(c -> ids.put(c.guid(), c.id()));
    source.structure().rooms().forEach(r -> ids.put(r.guid(), r.id()));
    source.structure().categories().forEach(c -> row("tblNode", category(c)));
    source.structure().rooms().forEach(this::room);
    source.structure().addIns().forEach(a -> row("tblSiopWhiteList", addIn(a)));
    for (Role role : MemorySource.all(source.records(Kind.ROLE))) {
      row("tblPrincipalRole", role(role));
    }
    for (Scope scope : MemorySource.all(source.records(Kind.SCOPE))) {
      row("tblScopePrincipal", scope(scope));
    }
    for (Message message : MemorySource.all(source.records(Kind.MESSAGE))) {
      row("tblChat", message(message));
    }
    List<String> roles = List.of("Creator", "Member", "Voiced", "Manager");
    roles.forEach(r -> row("tblRoleType", row("rtypeID", 11 + roles.indexOf(r), "rtypeDesc", r)));
    var random = new Random(seed);
    tables.values().forEach(rows -> Collections.shuffle(rows, random));
  }

  /** Leaves a table out. */
  void drop(String table) {
    tables.remove(table);
  }

  /** Leaves columns of a table out. */
  void dropColumns(String table, String... columns) {
    tables.get(table).forEach(row -> row.keySet().removeAll(List.of(columns)));
  }

  private void row(String table, Map<String, Object> row) {
    tables.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
  }

  private static Map<String, Object> row(@Nullable Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }

  private @Nullable Integer id(@Nullable Guid guid) {
    return guid == null ? null : ids.computeIfAbsent(guid, g -> 5_000_000 + ids.size());
  }

  private Map<String, Object> principal(Principal p) {
    Map<String, Object> row =
        row(
            "prinID", p.id(),
            "prinGuid", p.guid(),
            "prinUri", p.uri(),
            "prinName", p.name(),
            "prinDisplayName", p.displayName(),
            "prinCompanyName", p.company(),
            "prinEmail", p.email(),
            "prinADPath", p.adPath(),
            "prinADUserPrincipalName", p.upn(),
            "prinDisabled", p.disabled().word(),
            "prinTypeID", p.type().id(),
            "prinPoolID", p.poolId(),
            "prinPolicyID", p.policyId());
    audit(row, "prin", p.audit());
    row.put("prinVerifiedOn", p.verifiedOn());
    return row;
  }

  private void audit(Map<String, Object> row, String prefix, Audit audit) {
    row.put(prefix + "AddedBy", new Reference(audit.addedBy()));
    row.put(prefix + "UpdatedBy", new Reference(audit.updatedBy()));
    row.put(prefix + "AddedOn", audit.addedOn());
    row.put(prefix + "UpdatedOn", audit.updatedOn());
  }

  /** A principal that may have no row; its number is known only when all rows are. */
  private record Reference(@Nullable Guid guid) {}

  private Map<String, Object> category(Category c) {
    Map<String, Object> row =
        row(
            "nodeID", c.id(),
            "nodeGuid", c.guid(),
            "parentID", id(c.isRoot() ? c.guid() : c.parent()),
            "nodeType", true,
            "nodeName", c.name(),
            "nodeDesc", c.description(),
            "invite", c.invite(),
            "logged", c.logged(),
            "filePost", c.filePost(),
            "disabled", false,
            "behavior", 4,
            "visibility", 6);
    audit(row, "node", c.audit());
    row.put("purgedOn", c.purgedOn());
    return row;
  }

  private void room(Room r) {
    Map<String, Object> row =
        row(
            "nodeID", r.id(),
            "nodeGuid", r.guid(),
            "parentID", id(r.category()),
            "nodeType", false,
            "nodeName", r.name(),
            "nodeDesc", r.description(),
            "invite", r.invite(),
            "disabled", r.disabled(),
            "behavior", r.behavior() == Behavior.NORMAL ? 4 : 5,
            "visibility", Map.of("private", 2, "scope", 3, "open", 6).get(r.visibility().word()),
            "siopID", r.addIn());
    audit(row, "node", r.audit());
    row.put("purgedOn", r.purgedOn());
    row("tblNode", row);
    if (r.lastMessageId() != null) {
      row("tblLastChatId", row("nodeID", r.id(), "lastChatID", r.lastMessageId()));
    }
  }

  private static Map<String, Object> addIn(AddIn a) {
    return row("siopID", a.guid(), "siopName", a.name(), "siopUrl", a.url());
  }

  private Map<String, Object> role(Role r) {
    return row(
        "prinRoleNodeID",
        id(r.node()),
        "prinRolePrinID",
        id(r.principal()),
        "prinRoleTypeID",
        11 + List.of("Creator", "Member", "Voiced", "Manager").indexOf(r.role().word()),
        "prinRoleUpdatedBy",
        new Reference(r.updatedBy()));
  }

  private Map<String, Object> scope(Scope s) {
    return row(
        "scopeNodeID",
        id(s.node()),
        "scopePrinID",
        id(s.principal()),
        "scopeIsDenied",
        s.access() == Access.DENY,
        "scopeUpdatedBy",
        new Reference(s.updatedBy()));
  }

  private Map<String, Object> message(Message m) {
    return row(
        "channelId", id(m.room()),
        "chatId", m.id(),
        "chatDate", m.sent(),
        "userId", m.author() == null ? m.authorRaw() : new Reference(m.author()),
        "isAlert", m.alert(),
        "content", m.text(),
        "rtf", m.rtf());
  }

  /** Writes the tables into a directory, in a random order. */
  void write(Path folder, Form form, long seed) throws IOException {
    List<String> names = new ArrayList<>(tables.keySet());
    Collections.shuffle(names, new Random(seed));
    if (form.filePerTable) {
      for (String name : names) {
        file(folder.resolve("dbo." + name + ".xml"), "<Rows>" + rows(name, form) + "</Rows>");
      }
      return;
    }
    var all = new StringBuilder();
    for (String name : names) {
      all.append(
          form == Form.PATH
              ? "<" + name + ">" + rows(name, form) + "</" + name + ">\n"
              : rows(name, form));
    }
    String schema =
        "<xs:schema id=\"mgc\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
            + "<xs:element name=\"tblNode\"/></xs:schema>\n";
    String body =
        switch (form) {
          case DATASET -> "<mgc xmlns=\"urn:mgc\">\n" + schema + all + "</mgc>";
          case DIFFGRAM ->
              "<d:diffgram xmlns:d=\"urn:schemas-microsoft-com:xml-diffgram-v1\"><mgc>"
                  + all
                  + "</mgc></d:diffgram>";
          default -> "<export>" + all + "</export>";
        };
    file(folder.resolve("mgc.xml"), body);
  }

  private static void file(Path file, String body) throws IOException {
    Files.writeString(
        file, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + body, StandardCharsets.UTF_8);
  }

  private String rows(String table, Form form) {
    String element =
        switch (form) {
          case RAW, PATH -> "row";
          case AUTO_DBO -> "dbo." + table;
          default -> table;
        };
    var text = new StringBuilder();
    for (Map<String, Object> row : tables.get(table)) {
      text.append('<').append(element);
      if (form.elements) {
        text.append('>');
      }
      row.forEach((column, value) -> column(text, column, value, form));
      text.append(form.elements ? "</" + element + ">\n" : "/>\n");
    }
    return text.toString();
  }

  private void column(StringBuilder text, String column, @Nullable Object value, Form form) {
    Object known = value instanceof Reference reference ? id(reference.guid()) : value;
    if (known == null && form == Form.PATH) {
      text.append('<')
          .append(column)
          .append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>");
    } else if (known != null && form.elements) {
      text.append('<').append(column).append('>');
      text.append(escaped(spelled(known, form))).append("</").append(column).append('>');
    } else if (known != null) {
      text.append(' ').append(column).append("=\"");
      text.append(escaped(spelled(known, form))).append('"');
    }
  }

  private static String spelled(Object value, Form form) {
    if (value instanceof Ticks ticks) {
      return Long.toString(ticks.value());
    }
    if (value instanceof Boolean truth) {
      return form.words ? truth.toString() : truth ? "1" : "0";
    }
    if (value instanceof Guid guid) {
      return form.words ? guid.toString() : guid.toString().toUpperCase(Locale.ROOT);
    }
    return value.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#x0D;")
        .replace("\n", "&#x0A;")
        .replace("\t", "&#x09;");
  }
}
