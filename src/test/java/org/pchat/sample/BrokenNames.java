package org.pchat.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import org.pchat.zip.CraftedEntry;

/** The broken containers with one more entry, whose name no tool should follow. */
final class BrokenNames {
  private static final int UNICODE_PATH = 0x7075;

  private BrokenNames() {}

  static List<BrokenContainer> all() {
    return List.of(
        more("name-too-long-fatal", "ZIP-037", "x".repeat(1_025)),
        more("name-empty-fatal", "ZIP-038", ""),
        raw("name-not-utf8-fatal", "ZIP-039 RΣume.xml", "R\u00e4ume.xml"),
        BrokenContainer.of("name-ambiguous-fatal", "ZIP-040 Notes.xml", BrokenNames::nameAgain),
        more(
            "name-with-escape-fatal",
            "ZIP-041 \u001b]0;owned\u0007.xml",
            "\u001b]0;owned\u0007.xml"),
        more("name-absolute-fatal", "ZIP-042 /etc/cron.d/chat", "/etc/cron.d/chat"),
        more("name-of-a-drive-fatal", "ZIP-042 C:\\Windows\\chat.xml", "C:\\Windows\\chat.xml"),
        more("name-of-a-server-fatal", "ZIP-042 \\\\host\\share\\chat", "\\\\host\\share\\chat"),
        more("name-climbs-fatal", "ZIP-043 ../Rooms.xml", "../Rooms.xml"),
        more("name-climbs-from-within-fatal", "ZIP-043 Messages/../../a", "Messages/../../a"),
        more("name-of-a-device-fatal", "ZIP-044 Messages/nul.xml", "Messages/nul.xml"),
        more("name-twice-fatal", "ZIP-045 Rooms.xml", "Rooms.xml"),
        more("name-in-other-case-fatal", "ZIP-045 ROOMS.xml", "ROOMS.xml"),
        more("file-and-directory-fatal", "ZIP-046 Rooms.xml/a", "Rooms.xml/a"));
  }

  private static BrokenContainer more(String sample, String finding, String name) {
    return BrokenContainer.of(
        sample, finding, parts -> parts.zip().add(CraftedEntry.stored(name, "")));
  }

  /** Marks as UTF-8 what is Latin 1. */
  private static BrokenContainer raw(String sample, String finding, String name) {
    return BrokenContainer.of(
        sample,
        finding,
        parts ->
            parts
                .zip()
                .add(CraftedEntry.stored(name, ""))
                .rawName(name.getBytes(ISO_8859_1))
                .flags(1 << 11));
  }

  /** Adds the field that spells the name once more, with another name. */
  private static void nameAgain(BrokenContainer.Parts parts) {
    CraftedEntry notes = parts.zip().add(CraftedEntry.stored("Notes.xml", ""));
    byte[] other = "Other.xml".getBytes(UTF_8);
    var crc = new CRC32();
    crc.update(notes.name);
    ByteBuffer field = ByteBuffer.allocate(5 + other.length).order(ByteOrder.LITTLE_ENDIAN);
    field.put((byte) 1).putInt((int) crc.getValue()).put(other);
    notes.extra = CraftedEntry.extraField(UNICODE_PATH, field.array());
  }
}
