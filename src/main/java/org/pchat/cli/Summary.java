package org.pchat.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Consistency;
import org.pchat.model.Coverage;
import org.pchat.model.Kind;
import org.pchat.model.Origin;
import org.pchat.model.OriginDetail;
import org.pchat.model.UnknownContent;
import org.pchat.model.Visibility;
import org.pchat.problem.Severity;
import org.pchat.select.Inventory;
import org.pchat.select.Inventory.MessagePlace;

/** What {@code info} says. */
final class Summary {
  private static final int LABEL = 16;

  private final Origin origin;
  private final Coverage coverage;
  private final Inventory inventory;
  private final UnknownContent unknown;
  private final ChatSource source;
  private final Times times;
  private final int numberWidth;

  /** Sums up a source that {@code inventory} has been taken of. */
  Summary(ChatSource source, Inventory inventory, ZoneId zone) {
    this.source = source;
    this.origin = source.origin();
    this.coverage = source.coverage();
    this.inventory = inventory;
    this.unknown = source.unknown();
    this.times = new Times(zone);
    this.numberWidth = number(most(inventory.counts())).length();
  }

  private static long most(Inventory.Counts counts) {
    return LongStream.of(
            counts.rooms(), counts.principals(), counts.roles(), counts.scopes(), counts.messages())
        .max()
        .orElse(0);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("kind", origin.kind());
    json.put("layout", origin.layout());
    json.put("file", origin.name());
    json.put("bytes", origin.bytes());
    json.put("origin", origin(source.details()));
    json.put("level", coverage.level());
    json.put("created", coverage.snapshotTime());
    json.put(
        "consistency", source.consistency() == Consistency.AT_REST ? null : source.consistency());
    json.put("startDate", coverage.startDate());
    json.put(
        "scope", coverage.scope().isEmpty() ? null : coverage.scope().stream().sorted().toList());
    json.put("counts", counts());
    json.put("firstMessage", Optional.ofNullable(inventory.firstMessage()).map(MessagePlace::sent));
    json.put("lastMessage", Optional.ofNullable(inventory.lastMessage()).map(MessagePlace::sent));
    json.put("content", inventory.content() == null ? null : content(inventory.content()));
    json.put("events", unknown.events().isEmpty() ? null : unknown.events());
    json.put(
        "unknown",
        hasStrangers() ? Map.of("entries", unknown.entries(), "names", unknown.names()) : null);
    json.put("problems", Problems.json(source.problems().problems()));
    return json;
  }

  private static @Nullable Map<String, Object> origin(List<OriginDetail> details) {
    Map<String, Object> json = new LinkedHashMap<>();
    details.forEach(detail -> json.put(detail.name(), detail.value()));
    return json.isEmpty() ? null : json;
  }

  private boolean hasStrangers() {
    return !unknown.entries().isEmpty() || !unknown.names().isEmpty();
  }

  private Map<String, Object> counts() {
    Inventory.Counts counts = inventory.counts();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("categories", counts.categories());
    json.put("rooms", counts.rooms());
    json.put("principals", counts.principals());
    json.put("addIns", counts.addIns());
    json.put("roles", counts.roles());
    json.put("scopes", counts.scopes());
    json.put("messages", counts.messages());
    return json;
  }

  private static Map<String, Object> content(Inventory.Content content) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alerts", content.alerts());
    json.put("stories", content.stories());
    json.put("withRtf", content.withRtf());
    json.put("fileLinks", content.fileLinks());
    json.put("hyperlinks", content.hyperlinks());
    json.put("characters", content.characters());
    json.put("authorsUnresolved", content.authorsUnresolved());
    return json;
  }

  void print(Page page) throws IOException {
    Inventory.Counts counts = inventory.counts();
    page.line(page.in(Style.BOLD, page.safe(origin.name())));
    line(
        page,
        "Kind",
        origin.kind().word()
            + ", layout "
            + origin.layout()
            + ", level "
            + coverage.level().word());
    if (coverage.snapshotTime() != null) {
      line(page, "Snapshot of", times.full(coverage.snapshotTime()));
    }
    if (source.consistency() != Consistency.AT_REST) {
      line(page, "State", ExportAccount.state(source.consistency()));
    }
    if (origin.bytes() >= 0) {
      line(page, "Size", Bytes.format(origin.bytes()));
    }
    details(page, source.details());
    page.line();
    count(page, "Categories", counts.categories(), "");
    count(page, "Rooms", counts.rooms(), rooms(inventory.rooms()));
    count(page, "Principals", counts.principals(), accounts(inventory.accounts()));
    count(page, "Add-ins", counts.addIns(), "");
    count(page, "Roles", counts.roles(), "");
    count(page, "Scopes", counts.scopes(), "");
    count(page, "Messages", counts.messages(), messages(inventory.content()));
    if (inventory.content() != null) {
      count(
          page, "Linked files", inventory.content().fileLinks(), "an export never holds the files");
    }
    messages(page);
    printEvents(page);
    printUnknown(page);
    printDamage(page);
  }

  /** Prints what an origin says about itself; numbers are bytes, but for those of sets. */
  static void details(Page page, List<OriginDetail> details) throws IOException {
    for (OriginDetail detail : details) {
      boolean bytes = detail.value() instanceof Long && !detail.name().startsWith("set");
      line(
          page,
          detail.label(),
          bytes ? Bytes.format((Long) detail.value()) : page.safe(String.valueOf(detail.value())));
    }
  }

  private void messages(Page page) throws IOException {
    if (inventory.firstMessage() != null && inventory.lastMessage() != null) {
      page.line();
      line(page, "First message", times.full(inventory.firstMessage().sent()));
      line(page, "Last message", times.full(inventory.lastMessage().sent()));
      if (coverage.zone() == Coverage.Zone.ASSUMED) {
        line(page, "", page.in(Style.DIM, "times are taken as UTC; the source does not say"));
      }
    }
    if (inventory.content() == null) {
      line(
          page, "", page.in(Style.DIM, "messages as the manifest states them; they were not read"));
    }
  }

  private void printEvents(Page page) throws IOException {
    if (!unknown.events().isEmpty()) {
      page.line();
      line(page, "Events", "kept in copies, no part of the chat:");
      for (Map.Entry<String, Long> event :
          unknown.events().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
        line(page, "", page.safe(event.getKey()) + "  " + number(event.getValue()) + " times");
      }
    }
  }

  private void printUnknown(Page page) throws IOException {
    if (!hasStrangers()) {
      return;
    }
    page.line();
    line(page, "Unknown content", "kept in copies, not understood here:");
    for (String entry : unknown.entries().stream().limit(5).toList()) {
      line(page, "", "entry " + page.safe(entry));
    }
    if (unknown.entries().size() > 5) {
      line(page, "", "... and " + (unknown.entries().size() - 5) + " more entries");
    }
    for (Map.Entry<String, Long> name :
        unknown.names().entrySet().stream().sorted(Map.Entry.comparingByKey()).limit(10).toList()) {
      line(page, "", page.safe(name.getKey()) + "  " + number(name.getValue()) + " times");
    }
  }

  private void printDamage(Page page) throws IOException {
    long damaged = source.problems().count(Severity.FATAL);
    if (damaged > 0) {
      page.line();
      String told = number(damaged) + " entries cannot be read on; counts are of the rest";
      line(page, "Damaged", page.in(Style.RED, told));
    }
  }

  private String rooms(Inventory.@Nullable Rooms rooms) {
    if (rooms == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    boolean isKnown = coverage.has(Kind.ROOM.field("visibility").orElseThrow());
    for (Visibility visibility : List.of(Visibility.OPEN, Visibility.SCOPE, Visibility.PRIVATE)) {
      part(
          parts,
          isKnown ? rooms.byVisibility().getOrDefault(visibility, 0L) : 0,
          visibility.privacy());
    }
    part(parts, rooms.disabled(), "disabled");
    part(parts, rooms.empty(), "empty");
    return String.join(", ", parts);
  }

  private static String accounts(Inventory.@Nullable Accounts accounts) {
    if (accounts == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    part(parts, accounts.disabled(), "disabled");
    part(parts, accounts.deleted(), "deleted");
    return String.join(", ", parts);
  }

  private static String messages(Inventory.@Nullable Content content) {
    if (content == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    part(parts, content.alerts(), "alerts");
    part(parts, content.stories(), "stories");
    part(parts, content.withRtf(), "with rich text");
    part(parts, content.authorsUnresolved(), "by authors who are not listed");
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(number(count) + " " + what);
    }
  }

  private static void line(Page page, String label, String value) throws IOException {
    page.line("  " + Width.pad(label, LABEL, false) + value);
  }

  /** Prints a count, and behind it a detail that may take more lines on a terminal. */
  private void count(Page page, String label, long count, String detail) throws IOException {
    String number = Width.pad(number(count), numberWidth, true);
    if (detail.isEmpty()) {
      line(page, label, number);
      return;
    }
    int room = page.isTerminal() ? page.columns() - LABEL - numberWidth - 4 : Integer.MAX_VALUE;
    String first = label;
    String begin = number + "  ";
    for (String part : Wrap.lines("(" + detail + ")", room)) {
      line(page, first, begin + page.in(Style.DIM, part));
      first = "";
      begin = " ".repeat(begin.length());
    }
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
