package org.pchat.archive;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Pchat1;
import org.pchat.model.Absence;
import org.pchat.model.Coverage;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.Location;
import org.pchat.problem.ManifestProblem;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemCode;
import org.pchat.problem.SchemaProblem;
import org.pchat.problem.Severity;
import org.pchat.xml.EntrySchema;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/**
 * The end of a check: reads what no walk has read before, so that no byte of the export stays
 * unseen, and holds the list of entries against the manifest.
 */
final class RestOfCheck {
  private final Export export;
  private final Container container;
  private final ExportMap map;
  private final EntryChecks checks;

  RestOfCheck(Export export, ExportMap map, EntryChecks checks) {
    this.export = export;
    this.container = export.container();
    this.map = map;
    this.checks = checks;
  }

  void run() throws IOException {
    for (Entry entry : container.entries()) {
      Optional<EntryRole> role = map.roleIfKnown(entry);
      if (role.isPresent()) {
        for (Kind<?> kind : role.get().kinds()) {
          drain(entry, kind);
        }
      } else {
        readThrough(entry);
      }
    }
    manifest();
    roomsWithoutEntry();
    for (EntrySchema unused : checks.schemas().unused()) {
      add(SchemaProblem.UNUSED_SCHEMA, where(unused.name()));
    }
  }

  private void drain(Entry entry, Kind<?> kind) throws IOException {
    if (!checks.isDone(entry, kind)) {
      try (RecordCursor<?> records = export.records(entry, kind)) {
        while (records.advance()) {}
      }
    }
  }

  /** Reads an entry that the layout does not know; the manifest was read when it was opened. */
  private void readThrough(Entry entry) throws IOException {
    boolean isManifest = entry.name().equals(Pchat1.MANIFEST);
    if (!isManifest) {
      add(ManifestProblem.UNKNOWN_ENTRY, where(entry.name()));
    }
    if (isManifest && map.manifest() != null) {
      return;
    }
    try {
      checks.readThrough(container.open(entry), map.described(entry.name()), where(entry.name()));
    } catch (LimitExceededException hostile) {
      throw hostile;
    } catch (ArchiveException damaged) {
      Problem problem = damaged.problem();
      Problem fatal =
          new Problem(problem.code(), Severity.FATAL, problem.where(), problem.arguments());
      export.problems().add(fatal);
    }
  }

  private void manifest() {
    Manifest manifest = map.manifest();
    if (manifest == null) {
      if (map.layout() == Pchat1.LAYOUT && container.entry(Pchat1.MANIFEST).isEmpty()) {
        add(ManifestProblem.NONE, Location.of(container.path().toString()));
      }
      return;
    }
    if (!manifest.layout().equals(map.layout().name())) {
      String layout = map.layout().name();
      add(ManifestProblem.OTHER_LAYOUT, where(Pchat1.MANIFEST), manifest.layout(), layout);
    }
    Set<String> named = new HashSet<>();
    for (Manifest.Described entry : manifest.entries()) {
      if (!named.add(entry.name())) {
        add(ManifestProblem.NAMED_TWICE, where(Pchat1.MANIFEST), entry.name());
      }
    }
    for (Entry entry : container.entries()) {
      map.roleIfKnown(entry).ifPresent(role -> hold(entry, role));
    }
    holdLevel(manifest.level());
  }

  private void hold(Entry entry, EntryRole role) {
    Manifest.Described described = map.described(entry.name());
    if (described == null) {
      add(ManifestProblem.NOT_NAMED, where(entry.name()));
    } else if (!described.kind().equals(role.name())) {
      add(ManifestProblem.OTHER_KIND, where(entry.name()), described.kind(), role.name());
    }
  }

  private void holdLevel(Level level) {
    for (EntryRole role : Pchat1.STRUCTURE) {
      String name = Pchat1.entryName(role);
      boolean wanted = role.kinds().stream().anyMatch(kind -> Coverage.holds(level, kind));
      boolean present = container.entry(name).isPresent();
      if (wanted && !present && map.described(name) == null) {
        add(ManifestProblem.LEVEL_ASKS, where(name), level.word());
      } else if (present && !wanted) {
        add(ManifestProblem.BEYOND_LEVEL, where(name), level.word());
      }
    }
    if (!level.hasContent()) {
      map.entries(Kind.MESSAGE).stream()
          .limit(1)
          .forEach(entry -> add(ManifestProblem.BEYOND_LEVEL, where(entry.name()), level.word()));
    }
  }

  /** Every room has an entry for messages, so that a missing one cannot pass for an empty one. */
  private void roomsWithoutEntry() throws IOException {
    if (!export.coverage().level().hasContent() || map.layout() != Pchat1.LAYOUT) {
      return;
    }
    for (Room room : export.structure().rooms()) {
      String name = Pchat1.entryName(Pchat1.messagesOf(room.guid()));
      boolean left = export.absence(Kind.MESSAGE, room.guid()) == Absence.EXPECTED_OF_TARGET;
      if (map.apart(room.guid()).isEmpty() && map.described(name) == null && !left) {
        add(ManifestProblem.ROOM_WITHOUT_ENTRY, where(name), room.guid());
      }
    }
  }

  private Location where(String entry) {
    return Location.of(container.path().toString(), entry);
  }

  private void add(ProblemCode code, Location where, Object... arguments) {
    export.problems().add(Problem.of(code, where, arguments));
  }
}
