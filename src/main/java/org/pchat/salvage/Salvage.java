package org.pchat.salvage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.ExportCopy;
import org.pchat.archive.Manifest;
import org.pchat.layout.Layout;
import org.pchat.layout.Pchat1;
import org.pchat.model.Guid;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;
import org.pchat.salvage.EntryAccount.State;
import org.pchat.salvage.Loss.Cause;
import org.pchat.salvage.Loss.Stretch;
import org.pchat.zip.Condition;
import org.pchat.zip.Container;
import org.pchat.zip.Fragment;
import org.pchat.zip.Limits;
import org.pchat.zip.Wreck;

/**
 * Makes a sound export of a damaged one, in the same layout: every whole record, none invented, and
 * an account of the rest.
 *
 * <p>An entry whose bytes are contradicted by their checksum gives nothing unless the caller asks
 * for it: one wrong bit may have turned a "yes" into something else that is as good XML, and nobody
 * can say where. The beginning of an entry in which the file ends is taken: what is there was not
 * changed, as far as anything can show.
 */
public final class Salvage {
  private final SalvageRequest request;
  private final Wreck wreck;
  private final Layout layout;
  private final Ledger ledger = new Ledger();
  private final Map<String, Manifest.Described> described = new HashMap<>();
  private @Nullable Manifest manifest;

  private Salvage(SalvageRequest request, Wreck wreck) throws IOException {
    this.request = request;
    this.wreck = wreck;
    this.layout = new LayoutSearch(wreck, request.folder()).find(request.layout());
  }

  /**
   * Saves what can be saved. Nothing is written if that is nothing.
   *
   * @throws ArchiveException if it is no export, or one that nobody can find an entry in
   * @throws org.pchat.problem.RefusedException if the target exists and may not be replaced
   */
  public static Account run(SalvageRequest request, Watch watch) throws IOException {
    Limits limits = Limits.forFile(length(request));
    if (request.maxUnpacked() > 0) {
      limits = limits.withMaxUnpacked(request.maxUnpacked());
    }
    try (Wreck wreck = Wreck.open(request.source(), limits, watch)) {
      if (wreck.fragments().isEmpty()) {
        refuse(request, limits, watch);
      }
      return new Salvage(request, wreck).run();
    }
  }

  private static long length(SalvageRequest request) {
    return request.source().toFile().length();
  }

  /** Says what the file is, if it is no ZIP file at all. */
  private static void refuse(SalvageRequest request, Limits limits, Watch watch)
      throws IOException {
    Container.open(request.source(), limits, ProblemLog.tolerant(), watch).close();
  }

  private Account run() throws IOException {
    readManifest();
    boolean written = false;
    try (var copy = ExportCopy.create(request.target(), request.overwrite(), layout)) {
      var rescue = new EntryRescue(wreck, layout, copy, ledger, request);
      for (Item item : items()) {
        rescue.rescue(item);
      }
      missing();
      if (ledger.total() > 0 || ledger.isEmpty()) {
        copy.commit(manifest);
        written = true;
      }
    }
    return ledger.close(request.source().toString(), layout.name(), wreck.bytes(), written);
  }

  private boolean hasManifest() {
    return layout.name().equals(Pchat1.NAME);
  }

  private void readManifest() throws IOException {
    if (!hasManifest()) {
      return;
    }
    for (Fragment fragment : wreck.fragments()) {
      if (fragment.names().contains(Pchat1.MANIFEST)
          && fragment.condition() == Condition.SOUND
          && manifest == null) {
        try {
          manifest =
              Manifest.read(
                  wreck.open(fragment), Location.of(wreck.path().toString(), Pchat1.MANIFEST));
          manifest.entries().forEach(entry -> described.put(entry.name(), entry));
        } catch (ArchiveException broken) {
          manifest = null;
        }
      }
    }
  }

  private List<Item> items() {
    Map<String, String> namesByHash =
        described.values().stream()
            .collect(
                Collectors.toMap(
                    Manifest.Described::sha256, Manifest.Described::name, (a, b) -> ""));
    List<Item> items = new ArrayList<>();
    for (Fragment fragment : wreck.fragments()) {
      String name = name(fragment, namesByHash);
      if (hasManifest() && name.equals(Pchat1.MANIFEST)) {
        manifestEntry(fragment);
      } else {
        Manifest.Described stated = described.get(name);
        long records = stated == null ? -1 : stated.records();
        Condition condition = Item.condition(fragment, stated == null ? null : stated.sha256());
        items.add(new Item(fragment, condition, name, layout.role(name).orElse(null), records));
      }
    }
    return items;
  }

  /** The manifest is written anew; what it said is lost if it cannot be read. */
  private void manifestEntry(Fragment fragment) {
    boolean read = manifest != null;
    ledger.note(new EntryAccount(Pchat1.MANIFEST, read ? State.WHOLE : State.LOST, 0, -1, null));
    if (!read) {
      var item = new Item(fragment, fragment.condition(), Pchat1.MANIFEST, null, -1);
      Cause cause =
          switch (fragment.condition()) {
            case CUT -> Cause.CUT;
            case DOUBTFUL -> Cause.DOUBTFUL;
            case UNREADABLE -> Cause.UNREADABLE;
            case SOUND -> Cause.BROKEN;
          };
      String reason = "the manifest cannot be used; a new one tells only what can be seen";
      ledger.note(item.loss(cause, new Stretch(0, fragment.stated()), reason));
    }
  }

  /** Returns the name that the manifest proves, or else the first that the layout knows. */
  private String name(Fragment fragment, Map<String, String> namesByHash) {
    String proved = namesByHash.getOrDefault(fragment.sha256(), "");
    if (!proved.isEmpty()) {
      return proved;
    }
    return fragment.names().stream()
        .filter(name -> described.containsKey(name) || isManifest(name))
        .findFirst()
        .or(() -> fragment.names().stream().filter(n -> layout.role(n).isPresent()).findFirst())
        .orElse(fragment.names().get(0));
  }

  private boolean isManifest(String name) {
    return hasManifest() && name.equals(Pchat1.MANIFEST);
  }

  /** Names what should be there and is not. */
  private void missing() {
    Set<String> met = ledger.entries().stream().map(EntryAccount::name).collect(Collectors.toSet());
    if (manifest != null) {
      for (Manifest.Described entry : manifest.entries()) {
        if (!met.contains(entry.name())) {
          miss(entry);
        }
      }
    } else if (wreck.endsEarly()) {
      missingRooms();
      long end = wreck.fragments().stream().mapToLong(Fragment::end).max().orElse(0);
      String reason =
          "the file ends at byte "
              + wreck.bytes()
              + ", before its directory; more may have followed";
      Stretch file = new Stretch(Math.min(end, wreck.bytes()), -1);
      ledger.note(new Loss(Cause.CUT, null, null, file, null, null, null, reason));
    }
  }

  private void miss(Manifest.Described entry) {
    Guid room = layout.role(entry.name()).map(role -> role.room()).orElse(null);
    ledger.note(new EntryAccount(entry.name(), State.LOST, 0, entry.records(), room));
    ledger.note(
        new Loss(
            Cause.MISSING,
            entry.name(),
            new Stretch(0, entry.bytes()),
            null,
            room,
            null,
            null,
            "the manifest names it, and it is not there"));
  }

  /** Each room has an entry of its own, so a room without one lost it. */
  private void missingRooms() {
    Set<Guid> present = new HashSet<>();
    ledger.entries().forEach(entry -> Optional.ofNullable(entry.room()).ifPresent(present::add));
    if (!hasManifest()) {
      return;
    }
    for (Guid room : ledger.rooms().keySet().stream().sorted().toList()) {
      if (!present.contains(room)) {
        String name = Pchat1.entryName(Pchat1.messagesOf(room));
        ledger.note(new EntryAccount(name, State.LOST, 0, -1, room));
        ledger.note(
            new Loss(
                Cause.CUT,
                name,
                null,
                null,
                room,
                null,
                null,
                "the file ends before it; if it held the messages of this room, they are lost"));
      }
    }
  }
}
