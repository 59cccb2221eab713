package org.pchat.sample;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All broken samples whose fault is in the content. Run, it writes them anew. */
public final class BrokenSamples {
  private static final String ROOMS = "Rooms.xml";
  private static final String CATEGORIES = "Categories.xml";
  private static final String PRINCIPALS = "Principals.xml";
  private static final String PERMISSIONS = "Permissions.xml";
  private static final String DESK = "Messages/{R1}.xml";

  private BrokenSamples() {}

  /** Writes them beside the sound one, whose manifest is made anew, too. */
  public static void main(String[] args) throws IOException {
    Map<String, String> sound = Unpacked.read(BrokenSample.SOUND);
    ManifestMaker.renew(sound);
    Unpacked.write(sound, BrokenSample.SOUND);
    for (BrokenSample sample : all()) {
      Unpacked.write(sample.entries(), BrokenSample.SOUND.resolveSibling(sample.name()));
    }
  }

  /** Returns all of them. */
  public static List<BrokenSample> all() {
    return Stream.of(
            references(),
            nodes(),
            principals(),
            permissions(),
            messages(),
            records(),
            BrokenEntries.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<BrokenSample> references() {
    return List.of(
        BrokenSample.of("author-missing-error", "REF-001 Messages/{R1}.xml:3:1")
            .edit(DESK, 3, "{P4}", "{P99}"),
        BrokenSample.of("role-holder-missing-error", "REF-001 Permissions.xml:7:1")
            .edit(PERMISSIONS, 7, "{P5}", "{P99}"),
        BrokenSample.of("scope-principal-missing-error", "REF-001 Permissions.xml:16:1")
            .edit(PERMISSIONS, 16, "{P5}", "{P99}"),
        BrokenSample.of("room-category-missing-error", "REF-002 Rooms.xml:5:1")
            .edit(ROOMS, 5, "{C3}", "{C99}"),
        BrokenSample.of("category-parent-missing-error", "REF-002 Categories.xml:5:1")
            .edit(CATEGORIES, 5, "parent=\"{C1}\"", "parent=\"{C99}\""),
        BrokenSample.of("scope-on-room-error", "REF-002 Permissions.xml:17:1")
            .insert(PERMISSIONS, 17, "<Scope node=\"{R1}\" principal=\"{P5}\" access=\"allow\"/>"),
        BrokenSample.of("add-in-missing-error", "REF-003 Rooms.xml:5:1")
            .edit(ROOMS, 5, "{A2}", "{A99}"),
        BrokenSample.of("role-on-nothing-error", "REF-004 Permissions.xml:13:1")
            .insert(PERMISSIONS, 13, role("{R99}", "{P5}", "Member")),
        BrokenSample.of("messages-of-no-room-error", "REF-005 Messages/{R99}.xml:3:1")
            .entry(
                "Messages/{R99}.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Messages xmlns="urn:pchat:export:1" room="{R99}">
                <Message id="1" sent="2018-04-02T12:00:00.0000000Z" author="{P4}"><Text>Is this the right room?</Text></Message>
                </Messages>
                """),
        BrokenSample.of("author-missing-before-warning", "REF-006 Messages/{R1}.xml:3:1")
            .edit(DESK, 3, "{P4}", "{P99}")
            .entry(
                ManifestMaker.NAME,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Manifest xmlns="urn:pchat:export:1" layout="pchat-1" level="All" created="2018-06-11T02:00:00.0000000Z" generator="pchat">
                    <Dangling kind="Principal" guid="{P99}"/>
                </Manifest>
                """),
        BrokenSample.of("author-unknown-warning", "REF-007 Messages/{R1}.xml:3:1")
            .edit(DESK, 3, "author=\"{P4}\"", "authorRaw=\"sip:gone@contoso.com\""),
        BrokenSample.of("editor-missing-warning", "REF-008 Rooms.xml:5:1")
            .edit(ROOMS, 5, "updatedBy=\"{P5}\"", "updatedBy=\"{P99}\""));
  }

  private static String role(String node, String principal, String role) {
    return "<Role node=\"%s\" principal=\"%s\" role=\"%s\" updatedBy=\"{P4}\"/>"
        .formatted(node, principal, role);
  }

  private static String category(String guid, String parent, String name) {
    return "<Category guid=\"%s\"%s name=\"%s\" description=\"\" invite=\"true\" logged=\"true\" filePost=\"true\"/>"
        .formatted(guid, parent.isEmpty() ? "" : " parent=\"" + parent + "\"", name);
  }

  private static List<BrokenSample> nodes() {
    String empty =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%1$s xmlns=\"urn:pchat:export:1\">\n</%1$s>\n";
    return List.of(
        BrokenSample.of("no-root-warning", "RULE-001")
            .entry(CATEGORIES, empty.formatted("Categories"))
            .entry(ROOMS, empty.formatted("Rooms"))
            .entry(PERMISSIONS, empty.formatted("Permissions"))
            .without("Messages/{R1}.xml")
            .without("Messages/{R2}.xml")
            .without("Messages/{R3}.xml"),
        BrokenSample.of("second-root-warning", "RULE-002 Categories.xml:6:1")
            .insert(CATEGORIES, 6, category("{C4}", "", "Another root")),
        BrokenSample.of("deep-category-warning", "RULE-003 Categories.xml:6:1")
            .insert(CATEGORIES, 6, category("{C4}", "{C2}", "Bonds")),
        BrokenSample.of("category-below-itself-warning", "RULE-004 Categories.xml:6:1")
            .insert(CATEGORIES, 6, category("{C4}", "{C4}", "Snake")),
        BrokenSample.of("room-below-root-warning", "RULE-005 Rooms.xml:5:1")
            .edit(ROOMS, 5, "{C3}", "{C1}"),
        BrokenSample.of("room-name-twice-warning", "RULE-006 Rooms.xml:5:1")
            .edit(ROOMS, 5, "\"Lobby\"", "\"desk\""),
        BrokenSample.of("category-name-twice-warning", "RULE-007 Categories.xml:5:1")
            .edit(CATEGORIES, 5, "\"Research\"", "\"TRADING\""),
        BrokenSample.of("add-in-name-twice-warning", "RULE-008 AddIns.xml:4:1")
            .edit("AddIns.xml", 4, "\"Tickets\"", "\"wiki\""),
        BrokenSample.of("room-named-as-category-warning", "RULE-009 Rooms.xml:5:1")
            .edit(ROOMS, 5, "\"Lobby\"", "\"Research\""),
        BrokenSample.of("description-too-long-warning", "RULE-010 Rooms.xml:5:1")
            .edit(ROOMS, 5, "\"Come in\"", "\"" + "Come in! ".repeat(32) + "\""),
        BrokenSample.of("room-name-empty-warning", "RULE-011 Rooms.xml:5:1")
            .edit(ROOMS, 5, "\"Lobby\"", "\"\""),
        BrokenSample.of("node-id-twice-warning", "RULE-012 Rooms.xml:5:1")
            .edit(ROOMS, 5, "id=\"103\"", "id=\"3\""),
        BrokenSample.of("room-invites-warning", "RULE-019 Rooms.xml:5:1")
            .edit(ROOMS, 5, "disabled=", "invite=\"true\" disabled="),
        BrokenSample.of("updated-before-added-warning", "RULE-020 Rooms.xml:5:1")
            .edit(ROOMS, 5, "updatedOn=\"2018-02-05", "updatedOn=\"2018-01-05"),
        BrokenSample.of("later-than-snapshot-warning", "RULE-021 Rooms.xml:5:1")
            .edit(ROOMS, 5, "updatedOn=\"2018-02-05", "updatedOn=\"2018-07-05"),
        BrokenSample.of("implausible-time-warning", "RULE-022 Rooms.xml:5:1")
            .edit(ROOMS, 5, "addedOn=\"2018-01-08T09:00", "addedOn=\"0001-01-01T00:00"));
  }

  private static List<BrokenSample> principals() {
    return List.of(
        BrokenSample.of("principal-id-twice-warning", "RULE-013 Principals.xml:7:1")
            .edit(PRINCIPALS, 7, "id=\"5\"", "id=\"4\""),
        BrokenSample.of("type-not-in-use-warning", "RULE-014 Principals.xml:10:1")
            .edit(PRINCIPALS, 10, "\"Group\"", "\"AnyGroup\""),
        BrokenSample.of("user-without-sip-warning", "RULE-015 Principals.xml:7:1")
            .edit(PRINCIPALS, 7, "\"sip:", "\""),
        BrokenSample.of("group-uri-of-another-warning", "RULE-016 Principals.xml:10:1")
            .edit(PRINCIPALS, 10, "ma-grp:{P8}", "ma-grp:{P99}"),
        BrokenSample.of("name-of-no-user-warning", "RULE-017 Principals.xml:10:1")
            .edit(PRINCIPALS, 10, "adPath=", "name=\"Chat users\" adPath="),
        BrokenSample.of("uri-twice-warning", "RULE-018 Principals.xml:7:1")
            .edit(PRINCIPALS, 7, "\"sip:lee.moss@", "\"sip:Kim.Akers@"));
  }

  private static List<BrokenSample> permissions() {
    return List.of(
        BrokenSample.of("creator-of-room-warning", "RULE-024 Permissions.xml:8:1")
            .insert(PERMISSIONS, 8, role("{R1}", "{P5}", "Creator")),
        BrokenSample.of("role-on-root-warning", "RULE-025 Permissions.xml:3:1")
            .insert(PERMISSIONS, 3, role("{C1}", "{P4}", "Creator")),
        BrokenSample.of("member-outside-scope-warning", "RULE-026 Permissions.xml:8:1")
            .insert(PERMISSIONS, 8, role("{R1}", "{P6}", "Member")),
        BrokenSample.of("scope-by-group-warning", "RULE-027 Categories.xml:4:1")
            .insert(PERMISSIONS, 15, "<Scope node=\"{C2}\" principal=\"{P8}\" access=\"deny\"/>"),
        BrokenSample.of("presenter-in-normal-room-warning", "RULE-028 Permissions.xml:8:1")
            .insert(PERMISSIONS, 8, role("{R1}", "{P5}", "Voiced")),
        BrokenSample.of("presenter-no-member-warning", "RULE-029 Permissions.xml:11:1")
            .edit(PERMISSIONS, 11, "\"Member\"", "\"Voiced\""),
        BrokenSample.of("role-of-deleted-account-warning", "RULE-030 Permissions.xml:8:1")
            .insert(PERMISSIONS, 8, role("{R1}", "{P7}", "Member")));
  }

  private static List<BrokenSample> messages() {
    return List.of(
        BrokenSample.of("message-number-zero-warning", "RULE-031 Messages/{R1}.xml:3:1")
            .edit(DESK, 3, "id=\"1\"", "id=\"0\""),
        BrokenSample.of("beyond-last-number-warning", "RULE-032 Messages/{R1}.xml:7:1")
            .edit(ROOMS, 3, "lastMessageId=\"7\"", "lastMessageId=\"5\""),
        BrokenSample.of("time-goes-back-warning", "RULE-033 Messages/{R1}.xml:7:1")
            .edit(DESK, 7, "2018-03-06", "2018-03-04"),
        BrokenSample.of("before-start-date-warning", "RULE-023 Messages/{R1}.xml:3:1")
            .entry(
                ManifestMaker.NAME,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Manifest xmlns="urn:pchat:export:1" layout="pchat-1" level="All" created="2018-06-11T02:00:00.0000000Z" generator="pchat" startDate="2018-03-06T00:00:00.0000000Z">
                </Manifest>
                """),
        BrokenSample.of("message-without-author-warning", "RULE-034 Messages/{R1}.xml:3:1")
            .edit(DESK, 3, " author=\"{P4}\"", ""),
        BrokenSample.of("message-with-two-authors-warning", "RULE-035 Messages/{R1}.xml:3:1")
            .edit(DESK, 3, "><Text>", " authorRaw=\"sip:kim@contoso.com\"><Text>"),
        BrokenSample.of("rtf-not-8-bit-warning", "RULE-036 Messages/{R1}.xml:6:1")
            .edit(DESK, 6, "\\ansi see", "\\ansi смотри"),
        BrokenSample.of("rtf-is-none-warning", "RULE-037 Messages/{R1}.xml:6:1")
            .edit(DESK, 6, "{\\rtf1\\ansi see", "{see"),
        BrokenSample.of("rtf-without-text-warning", "RULE-038 Messages/{R1}.xml:6:1")
            .edit(DESK, 6, "<Text>see ma-filelink://contoso/desk/auction.pdf</Text>", "<Text/>"));
  }

  private static List<BrokenSample> records() {
    return List.of(
        BrokenSample.of("messages-out-of-order-warning", "EXP-014 Messages/{R1}.xml:4:1")
            .copy(DESK, 4, 3)
            .delete(DESK, 5),
        BrokenSample.of("message-twice-error", "EXP-015 Messages/{R1}.xml:4:1").copy(DESK, 3, 4),
        BrokenSample.of(
                "message-twice-apart-error",
                "EXP-014 Messages/{R1}.xml:8:1",
                "EXP-015 Messages/{R1}.xml:8:1")
            .copy(DESK, 3, 8),
        BrokenSample.of("principal-twice-error", "EXP-015 Principals.xml:8:1")
            .copy(PRINCIPALS, 7, 8),
        BrokenSample.of("room-twice-error", "EXP-015 Rooms.xml:6:1").copy(ROOMS, 5, 6),
        BrokenSample.of("role-twice-error", "EXP-015 Permissions.xml:8:1").copy(PERMISSIONS, 7, 8),
        BrokenSample.of("scope-allowed-and-denied-error", "EXP-015 Permissions.xml:17:1")
            .insert(PERMISSIONS, 17, "<Scope node=\"{C3}\" principal=\"{P5}\" access=\"deny\"/>"));
  }
}
