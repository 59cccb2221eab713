package org.pchat.respell;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spellings unlike each other, all of one snapshot. */
public final class Styles {
  private Styles() {}

  /** Returns them all. */
  public static List<Style> all() {
    return List.of(
        dataSet(),
        dataSetOneFile(),
        forXml(),
        nestedMessages(),
        attributesOnly(),
        dataContract(),
        utf16(),
        byUri(),
        byId(),
        ticks(),
        filePerRoom(),
        snake(),
        kebab(),
        camel(),
        accessLists(),
        foreign(),
        foreignAttributes(),
        rows());
  }

  /** Returns a new style of that name, to be changed. */
  public static Style named(String name) {
    return all().stream().filter(style -> style.name().equals(name)).findFirst().orElseThrow();
  }

  private static Map<String, String> database() {
    Map<String, String> names = new HashMap<>();
    put(
        names,
        "Principal",
        "guid=prinGuid uri=prinUri type=prinTypeID id=prinID name=prinName displayName=prinDisplayName company=prinCompanyName email=prinEmail adPath=prinADPath upn=prinADUserPrincipalName disabled=prinDisabled poolId=prinPoolID policyId=prinPolicyID addedBy=prinAddedBy addedOn=prinAddedOn updatedBy=prinUpdatedBy updatedOn=prinUpdatedOn verifiedOn=prinVerifiedOn");
    String node =
        "guid=nodeGuid id=nodeID name=nodeName description=nodeDesc addedBy=nodeAddedBy addedOn=nodeAddedOn updatedBy=nodeUpdatedBy updatedOn=nodeUpdatedOn parent=parentID category=parentID addIn=siopID lastMessageId=lastChatID";
    put(names, "Room", node);
    put(names, "Category", node);
    put(names, "AddIn", "guid=siopID name=siopName url=siopUrl");
    put(
        names,
        "Role",
        "node=prinRoleNodeID principal=prinRolePrinID role=prinRoleTypeID updatedBy=prinRoleUpdatedBy roleTypeId=rtypeID roleTypeName=rtypeDesc");
    put(
        names,
        "Scope",
        "node=scopeNodeID principal=scopePrinID access=scopeIsDenied updatedBy=scopeUpdatedBy");
    put(
        names,
        "Message",
        "room=channelId id=chatId sent=chatDate author=userId alert=isAlert text=content rtf=rtf");
    names.putAll(
        Map.of(
            "Principal", "tblPrincipal",
            "Node", "tblNode",
            "AddIn", "tblSiopWhiteList",
            "Role", "tblPrincipalRole",
            "Scope", "tblScopePrincipal",
            "Message", "tblChat",
            "RoleType", "tblRoleType",
            "Export", "NewDataSet"));
    return names;
  }

  private static void put(Map<String, String> names, String kind, String pairs) {
    for (String pair : pairs.split(" ", -1)) {
      String[] sides = pair.split("=", -1);
      names.put(kind + "." + sides[0], sides[1]);
    }
  }

  private static Style dataSet() {
    return new Style("dataset")
        .names(database())
        .oneNode()
        .numbers(true)
        .references(Style.References.ID)
        .times(Style.Times.TICKS);
  }

  private static Style dataSetOneFile() {
    return new Style("dataset-one-file")
        .names(database())
        .oneNode()
        .numbers(true)
        .references(Style.References.ID)
        .times(Style.Times.TICKS)
        .division(Style.Division.ONE_FILE);
  }

  private static Style forXml() {
    Map<String, String> names = database();
    names.put("Principals", "principals");
    return new Style("for-xml")
        .names(names)
        .oneNode()
        .attributes()
        .numbers(true)
        .flags("0", "1")
        .guids(Style.Guids.BRACED_UPPER)
        .references(Style.References.ID)
        .times(Style.Times.TICKS);
  }

  private static Style nestedMessages() {
    return new Style("nested-messages").nestedMessages().division(Style.Division.ONE_FILE);
  }

  private static Style attributesOnly() {
    return new Style("attributes-only").attributes();
  }

  private static Style dataContract() {
    Map<String, String> names = new HashMap<>();
    names.put("Room", "ChatRoom");
    names.put("Rooms", "ArrayOfChatRoom");
    names.put("Room.guid", "Id");
    names.put("Room.id", "DatabaseId");
    names.put("Message.text", "MessageContent");
    names.put("Message.author", "MessageAuthor");
    names.put("Message.sent", "Timestamp");
    names.put("Message.id", "MessageId");
    names.put("Message.rtf", "MessageRtfContent");
    names.put("Message.alert", "IsAlert");
    return new Style("data-contract")
        .names(names)
        .casing(Styles::pascal)
        .dataContract()
        .nestedMessages()
        .namespace("http://schemas.datacontract.org/2004/07/Chat");
  }

  private static Style utf16() {
    return new Style("utf-16")
        .charset(StandardCharsets.UTF_16)
        .namespace("urn:unfamiliar:chat")
        .casing(Styles::pascal)
        .guids(Style.Guids.BRACED_UPPER);
  }

  private static Style byUri() {
    return new Style("by-uri")
        .references(Style.References.URI)
        .casing(Styles::pascal)
        .attributes()
        .textInside();
  }

  private static Style byId() {
    return new Style("by-id").references(Style.References.ID).attributes();
  }

  private static Style ticks() {
    return new Style("ticks").times(Style.Times.TICKS).guids(Style.Guids.BARE);
  }

  private static Style filePerRoom() {
    return new Style("file-per-room")
        .division(Style.Division.FILE_PER_ROOM)
        .nestedMessages()
        .casing(Styles::pascal);
  }

  private static Style snake() {
    return new Style("snake-case")
        .casing(name -> separated(name, "_"))
        .division(Style.Division.FILE_PER_ROOM);
  }

  private static Style kebab() {
    return new Style("kebab-case").casing(name -> separated(name, "-")).nestedRooms();
  }

  private static Style camel() {
    Map<String, String> names = new HashMap<>();
    names.put("Principal", "user");
    names.put("Principals", "users");
    names.put("Principal.guid", "userGuid");
    names.put("Room", "chatRoom");
    names.put("Rooms", "chatRooms");
    names.put("Room.name", "title");
    names.put("Room.guid", "roomId");
    names.put("Room.visibility", "privacy");
    names.put("Message", "post");
    names.put("Messages", "posts");
    names.put("Message.room", "roomId");
    names.put("Message.author", "postedBy");
    names.put("Message.sent", "timestamp");
    names.put("Message.text", "body");
    return new Style("camel-case").names(names).casing(Styles::camel);
  }

  private static Style accessLists() {
    return new Style("access-lists")
        .nestedPermissions()
        .nestedMessages()
        .nestedRooms()
        .casing(Styles::pascal)
        .attributes()
        .textInside()
        .division(Style.Division.ONE_FILE);
  }

  private static Style foreign() {
    Map<String, String> names = new HashMap<>();
    put(
        names,
        "Principal",
        "guid=kennung uri=anschrift type=sorte id=ziffer name=rufname displayName=anzeigename company=firma email=briefkasten adPath=verzeichnispfad upn=anmeldung disabled=gesperrt poolId=becken policyId=richtlinie addedBy=angelegtVon addedOn=angelegtAm updatedBy=geaendertVon updatedOn=geaendertAm verifiedOn=geprueftAm");
    put(
        names,
        "Room",
        "guid=kennung id=ziffer name=bezeichnung description=beschreibung category=rubrik invite=einladen disabled=gesperrt behavior=verhalten visibility=sichtbarkeit addIn=zusatz addedBy=angelegtVon addedOn=angelegtAm updatedBy=geaendertVon updatedOn=geaendertAm purgedOn=bereinigtAm lastMessageId=letzteNummer");
    put(
        names,
        "Category",
        "guid=kennung parent=oberrubrik id=ziffer name=bezeichnung description=beschreibung invite=einladen logged=verlauf filePost=dateien addedBy=angelegtVon addedOn=angelegtAm updatedBy=geaendertVon updatedOn=geaendertAm purgedOn=bereinigtAm");
    put(names, "AddIn", "guid=kennung name=bezeichnung url=netzadresse");
    put(names, "Role", "node=knoten principal=inhaber role=aufgabe updatedBy=vergebenVon");
    put(names, "Scope", "node=knoten principal=betroffener access=wirkung updatedBy=vergebenVon");
    put(
        names,
        "Message",
        "room=raum id=nummer sent=zeitpunkt author=verfasser alert=wichtig text=wortlaut rtf=formatiert");
    names.putAll(
        Map.of(
            "Principals",
            "Beteiligte",
            "Principal",
            "Beteiligter",
            "Rooms",
            "Raeume",
            "Room",
            "Raum",
            "Categories",
            "Rubriken",
            "Category",
            "Rubrik",
            "Messages",
            "Nachrichten",
            "Message",
            "Nachricht"));
    names.putAll(
        Map.of(
            "AddIns",
            "Zusaetze",
            "AddIn",
            "Zusatz",
            "Roles",
            "Aufgaben",
            "Role",
            "Aufgabe",
            "Scopes",
            "Geltungen",
            "Scope",
            "Geltung",
            "Export",
            "Auszug"));
    return new Style("foreign").names(names).division(Style.Division.ONE_FILE);
  }

  /** Names that mean nothing in any language. */
  private static Style foreignAttributes() {
    return new Style("foreign-attributes")
        .casing(name -> "x" + Integer.toHexString(name.hashCode() & 0xffff))
        .attributes()
        .times(Style.Times.TICKS)
        .references(Style.References.ID)
        .nestedMessages();
  }

  private static Style rows() {
    return new Style("rows").casing(name -> separated(name, "_")).rows().attributes();
  }

  private static String pascal(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String camel(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String separated(String name, String separator) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", separator).toLowerCase(Locale.ROOT);
  }
}
