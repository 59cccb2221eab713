package org.pchat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pchat.archive.WrittenEntry;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Consistency;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Structure;
import org.pchat.select.CountedSource;
import org.pchat.select.RestrictedSource;

/** What an export is, how it came about, and what is not in it. */
final class ExportAccount {
  private static final int LABEL = 16;
  final Path file;
  final ChatSource source;
  final RestrictedSource restricted;
  final CountedSource counted;
  final List<WrittenEntry> entries;
  final Times times;
  final String sha256;
  final long bytes;

  ExportAccount(
      Path file,
      ChatSource source,
      RestrictedSource restricted,
      CountedSource counted,
      List<WrittenEntry> entries,
      ZoneId zone)
      throws IOException {
    this.file = file;
    this.source = source;
    this.restricted = restricted;
    this.counted = counted;
    this.entries = entries;
    this.times = new Times(zone);
    this.bytes = Files.size(file);
    this.sha256 = hash(file);
  }

  private static String hash(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  String title() {
    return "Export " + file.getFileName();
  }

  Coverage coverage() {
    return restricted.coverage();
  }

  /** Returns how one state was come by, as a sentence. */
  static String state(Consistency consistency) {
    return switch (consistency) {
      case AT_REST -> "nobody writes to the source";
      case SNAPSHOT -> "one state of the database, by a snapshot of its own";
      case BOUNDED ->
          "the database allows no snapshots: each room up to the message that was its last when the"
              + " export began; rooms and permissions as they stood when they were read";
    };
  }

  private long categories(Structure structure) {
    return structure.categories().stream().filter(category -> !coverage().isRoot(category)).count();
  }

  /** Returns what the export leaves out, each with the reason. */
  List<String> leftOut() throws IOException {
    List<String> out = new ArrayList<>();
    Coverage coverage = coverage();
    long categories = categories(source.structure()) - counted.count(Kind.CATEGORY);
    long rooms = source.structure().rooms().size() - counted.count(Kind.ROOM);
    if (coverage.level() != source.coverage().level() && !coverage.level().hasContent()) {
      out.add("whatever the level " + coverage.level().word() + " does not hold");
    }
    if (coverage.holds(Kind.ROOM) && (categories > 0 || rooms > 0)) {
      out.add(
          "%s and %s outside the scope"
              .formatted(
                  count(categories, "category", "categories"), count(rooms, "room", "rooms")));
    }
    if (coverage.startDate() != null) {
      out.add(
          "%s before %s"
              .formatted(
                  count(restricted.tooEarly(), "message", "messages"),
                  times.full(coverage.startDate())));
    }
    if (coverage.holds(Kind.MESSAGE)) {
      out.add(
          "uploaded files: an export never holds them; the messages have %s"
              .formatted(count(counted.fileLinks(), "link to a file", "links to files")));
    }
    return out;
  }

  /** Returns what people call the records of a kind. */
  static String name(Kind<?> kind) {
    return kind == Kind.ADD_IN ? "add-ins" : kind.plural();
  }

  static String count(long number, String one, String many) {
    return "%s %s".formatted(number(number), number == 1 ? one : many);
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns the names of the categories that the export is restricted to. */
  List<String> scope() throws IOException {
    List<String> names = new ArrayList<>();
    for (Guid guid : coverage().scope().stream().sorted().toList()) {
      names.add(source.structure().category(guid).map(Category::name).orElseGet(guid::toString));
    }
    return names;
  }

  Map<String, Object> json() throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("file", file.toString());
    json.put("bytes", bytes);
    json.put("sha256", sha256);
    json.put("source", source.origin().name());
    json.put("kind", source.origin().kind());
    json.put("level", coverage().level());
    json.put("created", coverage().snapshotTime());
    json.put("consistency", source.consistency());
    json.put("startDate", coverage().startDate());
    json.put(
        "scope",
        coverage().scope().isEmpty() ? null : coverage().scope().stream().sorted().toList());
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Kind<?> kind :
        List.of(
            Kind.CATEGORY,
            Kind.ROOM,
            Kind.PRINCIPAL,
            Kind.ADD_IN,
            Kind.ROLE,
            Kind.SCOPE,
            Kind.MESSAGE)) {
      counts.put(kind.plural(), counted.count(kind));
    }
    json.put("counts", counts);
    json.put("fileLinks", counted.fileLinks());
    json.put("leftOut", leftOut());
    json.put("problems", Problems.json(source.problems().problems()));
    return json;
  }

  void print(Page page) throws IOException {
    page.line(page.in(Style.BOLD, page.safe(file.toString())));
    line(page, "From", page.safe(source.origin().name()));
    line(page, "State", state(source.consistency()));
    if (coverage().snapshotTime() != null) {
      line(page, "Snapshot of", times.full(coverage().snapshotTime()));
    }
    line(page, "Level", coverage().level().word());
    if (!coverage().scope().isEmpty()) {
      line(page, "Only", page.safe(String.join(", ", scope())));
    }
    line(page, "Size", Bytes.format(bytes));
    line(
        page,
        "Holds",
        String.join(
            ", ",
            count(counted.count(Kind.CATEGORY), "category", "categories"),
            count(counted.count(Kind.ROOM), "room", "rooms"),
            count(counted.count(Kind.PRINCIPAL), "principal", "principals"),
            count(counted.count(Kind.MESSAGE), "message", "messages")));
    String label = "Left out";
    for (String each : leftOut()) {
      line(page, label, each);
      label = "";
    }
  }

  private static void line(Page page, String label, String value) throws IOException {
    int room = page.isTerminal() ? page.columns() - LABEL - 4 : Integer.MAX_VALUE;
    String first = label;
    for (String part : Wrap.lines(value, room)) {
      page.line("  " + Width.pad(first, LABEL, false) + part);
      first = "";
    }
  }
}
