package org.pchat.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.pchat.zip.CraftedEntry;
import org.pchat.zip.CraftedZip;

/**
 * All broken samples whose fault is in the container. They are not kept, because a changed byte of
 * a ZIP file cannot be read in a review: run, this writes them into the directory it is given.
 */
public final class BrokenContainers {
  private static final String LOBBY = "Messages/30000000-0000-4000-8000-000000000003.xml";

  private BrokenContainers() {}

  /** Writes them all, and a sound one, below the directory {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.write(folder.resolve("sound-valid.zip"), sound().bytes());
    for (BrokenContainer sample : all()) {
      Files.write(folder.resolve(sample.name() + ".zip"), sample.bytes());
    }
  }

  /** Returns the one without a fault. */
  public static BrokenContainer sound() {
    return BrokenContainer.of("sound-valid", "", parts -> {});
  }

  /** Returns all of them. */
  public static List<BrokenContainer> all() {
    return Stream.of(
            others(), ends(), directories(), BrokenMembers.all(), BrokenNames.all(), warnings())
        .flatMap(List::stream)
        .toList();
  }

  private static BrokenContainer text(String name, String finding, String content) {
    return BrokenContainer.damaged(name, finding, bytes -> content.getBytes(ISO_8859_1));
  }

  /** What people give in the place of an export. */
  private static List<BrokenContainer> others() {
    return List.of(
        text("empty-file-fatal", "ZIP-001", ""),
        text("letter-fatal", "ZIP-003", "Dear Sirs, please find attached the export.\n"),
        text("web-page-fatal", "ZIP-004", "<!DOCTYPE html>\n<title>Sign in</title>\n"),
        text("bare-entry-fatal", "ZIP-005", "<?xml version=\"1.0\"?>\n<Rooms/>\n"),
        text("seven-zip-fatal", "ZIP-006", "7z\u00bc\u00af'\u001c\0\4" + "\0".repeat(24)),
        text("pdf-fatal", "ZIP-008", "%PDF-1.7\n"));
  }

  private static List<BrokenContainer> ends() {
    return List.of(
        BrokenContainer.damaged(
            "cut-in-half-fatal", "ZIP-009", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
        BrokenContainer.damaged(
            "last-byte-cut-fatal", "ZIP-009", bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
        BrokenContainer.of(
            "bytes-behind-fatal", "ZIP-010", parts -> parts.zip().after = new byte[512]),
        BrokenContainer.of("comment-cut-fatal", "ZIP-011", BrokenContainers::cutComment),
        BrokenContainer.of(
            "zip-in-comment-fatal",
            "ZIP-012",
            parts ->
                parts.zip().comment =
                    CraftedZip.of(CraftedEntry.stored("Rooms.xml", "<Rooms/>")).bytes()),
        BrokenContainer.of("one-part-of-two-fatal", "ZIP-013", parts -> parts.zip().disk = 1),
        BrokenContainer.of("zip64-end-wrong-fatal", "ZIP-014", BrokenContainers::loseWideEnd),
        BrokenContainer.of("two-ends-differ-fatal", "ZIP-015", BrokenContainers::doubtEnd));
  }

  private static void cutComment(BrokenContainer.Parts parts) {
    parts.zip().comment = "taken on Monday".getBytes(UTF_8);
    parts.zip().commentLengthMore = 9;
  }

  private static void loseWideEnd(BrokenContainer.Parts parts) {
    parts.zip().zip64 = true;
    parts.zip().locatorMore = 1;
  }

  private static void doubtEnd(BrokenContainer.Parts parts) {
    parts.zip().zip64 = true;
    parts.zip().saturated = false;
    parts.zip().wideEntriesMore = 1;
  }

  private static List<BrokenContainer> directories() {
    return List.of(
        BrokenContainer.damaged(
            "bytes-in-front-fatal",
            "ZIP-016",
            bytes -> ("#!/bin/sh\n" + new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1)),
        BrokenContainer.of(
            "one-entry-not-counted-fatal", "ZIP-017", parts -> parts.zip().entriesMore = -1),
        BrokenContainer.of(
            "one-entry-too-many-counted-fatal", "ZIP-018", parts -> parts.zip().entriesMore = 1),
        BrokenContainer.of("too-many-entries-fatal", "ZIP-020", BrokenContainers::claimEntries),
        BrokenContainer.of(
            "hidden-entry-fatal",
            "ZIP-029",
            parts -> parts.zip().before = CraftedEntry.stored("Hidden.xml", "<Hidden/>").local()),
        BrokenContainer.of(
            "bytes-between-entries-fatal",
            "ZIP-030 AddIns.xml",
            parts -> parts.entry("AddIns.xml").behind = new byte[4]),
        BrokenContainer.of(
            "overlapping-entries-fatal", "ZIP-031 AddIns.xml", BrokenContainers::quoteNext));
  }

  /** One more entry than is allowed, in a directory that has room for the headers of as many. */
  private static void claimEntries(BrokenContainer.Parts parts) {
    CraftedZip zip = parts.zip();
    zip.behindDirectory = new byte[200_001 * 46];
    zip.zip64 = true;
    zip.wideSizeMore = zip.behindDirectory.length;
    zip.wideEntries = 200_001L;
  }

  /** As a bomb without recursion does: the data of the first is the whole second entry. */
  private static void quoteNext(BrokenContainer.Parts parts) {
    byte[] next = parts.entry("Categories.xml").local();
    parts.entry("AddIns.xml").method(0).size(next.length).data(next).data = new byte[0];
  }

  private static List<BrokenContainer> warnings() {
    return List.of(
        BrokenContainer.of(
            "comment-warning",
            "ZIP-054",
            parts -> parts.zip().comment = "taken on Monday".getBytes(UTF_8)),
        BrokenContainer.of(
            "no-such-date-warning", "ZIP-055 " + LOBBY, parts -> parts.entry(LOBBY).date = 0),
        BrokenContainer.of(
            "backslashes-warning",
            "ZIP-056 " + LOBBY,
            parts -> parts.entry(LOBBY).rawName(LOBBY.replace('/', '\\').getBytes(UTF_8))),
        BrokenContainer.of(
            "name-not-marked-warning",
            "ZIP-057 Räume/",
            parts ->
                parts
                    .zip()
                    .add(CraftedEntry.stored("Räume/", ""))
                    .rawName("Räume/".getBytes(UTF_8))),
        BrokenContainer.of(
            "name-in-code-page-warning",
            "ZIP-058 Räume/",
            parts ->
                parts
                    .zip()
                    .add(CraftedEntry.stored("Räume/", ""))
                    .rawName("R\u0084ume/".getBytes(ISO_8859_1))));
  }
}
