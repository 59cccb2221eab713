package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.salvage.Account;
import org.pchat.salvage.AccountWords;
import org.pchat.salvage.EntryAccount;
import org.pchat.salvage.Loss;
import org.pchat.salvage.Repair;

/** What {@code salvage} says. */
final class AccountPrinter {
  private static final int SHOWN = 50;

  private final Account account;
  private final Path target;
  private final AccountWords words;

  AccountPrinter(Account account, Path target) {
    this.account = account;
    this.target = target;
    this.words = new AccountWords(account);
  }

  void print(Results results) throws IOException {
    if (results.isJson()) {
      results.json(json());
    } else {
      text(results.page());
    }
  }

  private void text(Page page) throws IOException {
    page.line(page.in(Style.BOLD, words.verdict()));
    if (account.written()) {
      page.line("Saved " + words.saved() + " in " + page.safe(target.toString()) + ".");
    }
    if (!account.losses().isEmpty()) {
      page.line();
      page.line(page.in(Style.BOLD, "Lost"));
      for (Loss loss : account.losses().stream().limit(SHOWN).toList()) {
        page.line("  " + page.safe(words.place(loss)));
        page.line("    " + page.safe(loss.reason()));
      }
      more(page, account.losses().size());
    }
    if (!account.repairs().isEmpty()) {
      page.line();
      page.line(page.in(Style.BOLD, "Changed so that it can be read"));
      for (Repair repair : account.repairs().stream().limit(SHOWN).toList()) {
        page.line("  " + page.safe(words.place(repair)));
        page.line("    " + page.safe(repair.change()));
      }
      more(page, account.repairs().size());
    }
  }

  private static void more(Page page, int all) throws IOException {
    if (all > SHOWN) {
      page.line("  ... and " + (all - SHOWN) + " more; --json and --report name them all");
    }
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("verdict", !account.written() ? "nothing" : account.isWhole() ? "whole" : "partial");
    json.put("file", account.source());
    json.put("bytes", account.bytes());
    json.put("output", account.written() ? target.toString() : null);
    json.put("layout", account.layout());
    json.put("counts", counts());
    json.put("entries", account.entries().stream().map(this::entry).toList());
    json.put("losses", account.losses().stream().map(this::loss).toList());
    json.put("repairs", account.repairs().stream().map(this::repair).toList());
    return json;
  }

  private Map<String, Object> counts() {
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
      counts.put(kind.plural(), account.records().getOrDefault(kind, 0L));
    }
    return counts;
  }

  private Map<String, Object> entry(EntryAccount entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("entry", entry.name());
    json.put("state", entry.state().word());
    json.put("records", entry.records());
    json.put("stated", entry.stated() < 0 ? null : entry.stated());
    room(json, entry.room());
    return json;
  }

  private Map<String, Object> loss(Loss loss) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cause", loss.cause().word());
    json.put("entry", loss.entry());
    stretch(json, "from", "to", loss.bytes());
    stretch(json, "fileFrom", "fileTo", loss.file());
    room(json, loss.room());
    json.put("after", loss.after());
    json.put("before", loss.before());
    json.put("reason", loss.reason());
    return json;
  }

  private Map<String, Object> repair(Repair repair) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("entry", repair.entry());
    stretch(json, "from", "to", repair.bytes().to() == 0 ? null : repair.bytes());
    room(json, repair.room());
    json.put("record", repair.record());
    json.put("change", repair.change());
    json.put("exact", repair.exact());
    return json;
  }

  private static void stretch(
      Map<String, Object> json, String from, String to, Loss.@Nullable Stretch bytes) {
    if (bytes != null) {
      json.put(from, bytes.from());
      json.put(to, bytes.to() < 0 ? null : bytes.to());
    }
  }

  private void room(Map<String, Object> json, @Nullable Guid room) {
    json.put("room", room);
    json.put("roomName", account.roomName(room).orElse(null));
  }
}
