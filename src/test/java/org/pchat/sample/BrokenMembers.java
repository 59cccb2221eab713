package org.pchat.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.pchat.sample.BrokenContainer.DESK;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pchat.zip.CraftedEntry;

/** The broken containers with a fault in the headers or the data of one entry. */
final class BrokenMembers {
  private BrokenMembers() {}

  static List<BrokenContainer> all() {
    return Stream.of(headers(), kinds(), data()).flatMap(List::stream).toList();
  }

  private static BrokenContainer desk(String name, String code, Consumer<CraftedEntry> fault) {
    return BrokenContainer.of(name, code + " " + DESK, parts -> fault.accept(parts.desk()));
  }

  private static List<BrokenContainer> headers() {
    return List.of(
        BrokenContainer.of("bomb-fatal", "ZIP-021 " + DESK, BrokenMembers::claimSixGigabytes),
        desk("extra-field-cut-fatal", "ZIP-022", entry -> entry.extra = new byte[] {1, 0, 8}),
        desk("extra-field-twice-fatal", "ZIP-023", BrokenMembers::doubleField),
        desk("zip64-sizes-missing-fatal", "ZIP-024", entry -> entry.size = 0xFFFF_FFFFL),
        desk("entry-not-there-fatal", "ZIP-025", entry -> entry.offset = 1L),
        desk(
            "two-names-of-one-entry-fatal",
            "ZIP-026",
            entry -> entry.localName = DESK.replace("1.xml", "9.xml").getBytes(UTF_8)),
        BrokenContainer.of(
            "data-outside-fatal", "ZIP-027 Rooms.xml", BrokenMembers::reachIntoDirectory),
        desk("descriptor-wrong-fatal", "ZIP-028", BrokenMembers::twistDescriptor),
        desk("stored-sizes-fatal", "ZIP-034", entry -> entry.method(0)));
  }

  private static void claimSixGigabytes(BrokenContainer.Parts parts) {
    parts.entry("Categories.xml").size(3L << 30);
    parts.desk().size(3L << 30);
  }

  private static void doubleField(CraftedEntry entry) {
    byte[] field = CraftedEntry.zip64Field();
    entry.extra = Arrays.copyOf(field, 2 * field.length);
    System.arraycopy(field, 0, entry.extra, field.length, field.length);
  }

  /** The last entry says that it is longer than the place up to the directory. */
  private static void reachIntoDirectory(BrokenContainer.Parts parts) {
    CraftedEntry last = parts.entry("Rooms.xml");
    last.compressedSize += 400;
    last.localCompressedSize += 400;
  }

  private static void twistDescriptor(CraftedEntry entry) {
    entry.withDescriptor(true, false).behind[5] ^= 1;
  }

  private static List<BrokenContainer> kinds() {
    return List.of(
        desk("encrypted-fatal", "ZIP-032", entry -> entry.flags(entry.flags | 1)),
        desk("method-unknown-fatal", "ZIP-033", entry -> entry.method(93)),
        desk("symbolic-link-fatal", "ZIP-035", BrokenMembers::link),
        BrokenContainer.of(
            "directory-with-data-fatal",
            "ZIP-036 Photos/",
            parts -> parts.zip().add(CraftedEntry.stored("Photos/", "data"))));
  }

  private static void link(CraftedEntry entry) {
    entry.madeBy = 3 << 8 | 20;
    entry.external = 0120777 << 16;
  }

  private static List<BrokenContainer> data() {
    return List.of(
        desk("deflate-broken-fatal", "ZIP-047", entry -> Arrays.fill(entry.data, 0, 9, (byte) -1)),
        desk(
            "data-left-over-fatal",
            "ZIP-048",
            entry -> entry.data(Arrays.copyOf(entry.data, entry.data.length + 3))),
        desk("content-too-short-fatal", "ZIP-049", entry -> entry.size(entry.size + 5)),
        desk("content-too-long-fatal", "ZIP-050", entry -> entry.size(entry.size - 5)),
        BrokenContainer.of("bit-flipped-fatal", "ZIP-051 " + DESK, BrokenMembers::flipBit));
  }

  /** Good morning becomes Gnod morning, in an entry that is not compressed. */
  private static void flipBit(BrokenContainer.Parts parts) {
    String text = parts.texts().getOrDefault(DESK, "");
    CraftedEntry desk = parts.desk().method(0).data(text.getBytes(UTF_8));
    desk.data[text.indexOf("Good morning") + 1] ^= 1;
  }
}
