package org.pchat.sample;

import java.util.List;
import java.util.stream.Stream;

/** The broken samples whose entries are not what their schemas or the manifest say. */
final class BrokenEntries {
  private static final String ROOMS = "Rooms.xml";
  private static final String DESK = "Messages/{R1}.xml";
  private static final String MANIFEST = "Manifest.xml";

  private BrokenEntries() {}

  static List<BrokenSample> all() {
    return Stream.of(attributes(), elements(), manifest(), damage()).flatMap(List::stream).toList();
  }

  private static List<BrokenSample> attributes() {
    return List.of(
        BrokenSample.of("root-of-another-entry-error", "XSD-001 AddIns.xml:2:1")
            .edit("AddIns.xml", 2, "<AddIns", "<Plugins")
            .edit("AddIns.xml", 5, "</AddIns", "</Plugins"),
        BrokenSample.of("attribute-missing-error", "XSD-002 Rooms.xml:5:1")
            .edit(ROOMS, 5, " visibility=\"open\"", ""),
        BrokenSample.of("attribute-value-error", "XSD-003 Rooms.xml:5:1")
            .edit(ROOMS, 5, "visibility=\"open\"", "visibility=\"ajar\""),
        BrokenSample.of("optional-value-error", "XSD-003 Messages/{R1}.xml:5:1")
            .edit(DESK, 5, "alert=\"true\"", "alert=\"yes\""),
        BrokenSample.of("attribute-unknown-error", "XSD-004 Rooms.xml:5:1")
            .edit(ROOMS, 5, " visibility", " topic=\"old\" visibility"),
        BrokenSample.of("type-changed-error", "XSD-010 Messages/{R1}.xml:7:1")
            .edit(
                DESK,
                7,
                "<Message id",
                "<Message xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\" id"));
  }

  private static List<BrokenSample> elements() {
    return List.of(
        BrokenSample.of("element-out-of-place-error", "XSD-005 Messages/{R1}.xml:6:99")
            .edit(
                DESK,
                6,
                "<Text>see ma-filelink://contoso/desk/auction.pdf</Text><Rtf>{\\rtf1\\ansi see ma-filelink://contoso/desk/auction.pdf\\par}</Rtf>",
                "<Rtf>{\\rtf1\\ansi see ma-filelink://contoso/desk/auction.pdf\\par}</Rtf><Text>see ma-filelink://contoso/desk/auction.pdf</Text>"),
        BrokenSample.of("record-out-of-place-error", "XSD-005 Permissions.xml:17:1")
            .copy("Permissions.xml", 13, 17)
            .edit("Permissions.xml", 17, "Scope node=\"{C2}\"", "Topic node=\"{C2}\""),
        BrokenSample.of("text-missing-error", "XSD-006 Messages/{R1}.xml:7:1")
            .edit(DESK, 7, "<Text>A new day</Text>", ""),
        BrokenSample.of("stray-text-error", "XSD-007 Messages/{R1}.xml:7:1")
            .edit(DESK, 7, "</Text>", "</Text>and old worries"),
        BrokenSample.of("elements-in-text-error", "XSD-009 Messages/{R1}.xml:7:99")
            .edit(DESK, 7, "A new day", "A <b>new</b> day"),
        BrokenSample.of("text-in-empty-element-error", "XSD-012 Rooms.xml:5:1")
            .edit(ROOMS, 5, "/>", ">Come in</Room>"));
  }

  private static List<BrokenSample> manifest() {
    String lobby = "Messages/{R3}.xml";
    return List.of(
        BrokenSample.of("no-manifest-warning", "MAN-001").lose(MANIFEST),
        BrokenSample.of("other-content-error", "MAN-002 Messages/{R1}.xml")
            .tamper(DESK, "Good morning", "Good evening"),
        BrokenSample.of("longer-content-error", "MAN-002 Messages/{R1}.xml")
            .tamper(DESK, "Good morning", "Good morning, all"),
        BrokenSample.of("fewer-records-error", "EXP-023 Messages/{R1}.xml")
            .tamper(
                DESK,
                "<Message id=\"6\" sent=\"2018-03-06T08:00:00.0000000Z\" author=\"{P5}\"><Text>A new day</Text></Message>\n",
                ""),
        BrokenSample.of("entry-missing-error", "EXP-022 Messages/{R3}.xml").lose(lobby),
        BrokenSample.of("entry-not-named-error", "MAN-003 Messages/{R3}.xml")
            .tamper(MANIFEST, "Messages/{R3}.xml\" kind", "Messages/{R3}.bak\" kind")
            .tamper(
                MANIFEST,
                "    <Entry name=\"Messages/{R3}.bak",
                "    <!-- <Entry name=\"Messages/{R3}.bak")
            .tamper(
                MANIFEST,
                "    <Entry name=\"Permissions.xml",
                "    --> <Entry name=\"Permissions.xml"),
        BrokenSample.of("entry-unknown-warning", "MAN-004 Notes.txt")
            .tamperAll("Notes.txt", "Hello\n"),
        BrokenSample.of("entry-named-twice-error", "MAN-005 Manifest.xml")
            .tamper(
                MANIFEST,
                "<Entry name=\"AddIns.xml\"",
                "<Entry name=\"Rooms.xml\" kind=\"Rooms\" records=\"3\" bytes=\"1375\" sha256=\"39d68bff39365fab19803e4485c323209d6a95e25922ae1c2406ed3aa6d54ccf\"/>\n    <Entry name=\"AddIns.xml\""),
        BrokenSample.of("entry-of-another-kind-error", "MAN-006 AddIns.xml")
            .tamper(MANIFEST, "kind=\"AddIns\"", "kind=\"Rooms\""),
        BrokenSample.of("other-layout-error", "MAN-007 Manifest.xml")
            .tamper(MANIFEST, "pchat-1", "pchat-2"),
        BrokenSample.of("structure-missing-error", "MAN-008 AddIns.xml")
            .without("AddIns.xml")
            .edit(ROOMS, 3, " addIn=\"{A1}\"", "")
            .edit(ROOMS, 5, " addIn=\"{A2}\"", ""),
        BrokenSample.of("room-without-entry-error", "MAN-009 Messages/{R3}.xml").without(lobby),
        BrokenSample.of("beyond-level-error", "MAN-010 Messages/{R1}.xml")
            .tamper(MANIFEST, "level=\"All\"", "level=\"RoomDirectory\""),
        BrokenSample.of("manifest-value-error", "XSD-003 Manifest.xml:2:1")
            .tamper(MANIFEST, "level=\"All\"", "level=\"Most\""),
        BrokenSample.of("wrong-room-error", "EXP-013 Messages/{R3}.xml")
            .edit(lobby, 2, "room=\"{R3}\"", "room=\"{R2}\""));
  }

  private static List<BrokenSample> damage() {
    return List.of(
        BrokenSample.of("entry-cut-fatal", "XML-004 Messages/{R2}.xml:5")
            .delete("Messages/{R2}.xml", 5),
        BrokenSample.of("entry-empty-fatal", "XML-002 Messages/{R2}.xml")
            .tamperAll("Messages/{R2}.xml", ""));
  }
}
