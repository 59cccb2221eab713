package org.pchat.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Layout;
import org.pchat.layout.Layouts;
import org.pchat.layout.Pchat1;
import org.pchat.model.ReadOptions;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.xml.EntryParser;
import org.pchat.xml.RecordReader;
import org.pchat.xml.SchemaFinding;
import org.pchat.xml.Schemas;
import org.pchat.xml.XmlLimits;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;
import org.pchat.zip.Limits;

/**
 * Opens exports: ZIP files and unpacked directories.
 *
 * <ul>
 *   <li>{@link UnsupportedArchiveException}: a sound container, but no export in a known layout.
 *   <li>{@link MalformedArchiveException}: a damaged container, or an entry that is no XML.
 *   <li>{@link IOException}: the file is missing or the disk fails.
 * </ul>
 */
public final class ExportReader {
  /** How many entries are asked; more than the structure has, and hostile archives have many. */
  private static final int MOST_ASKED = 20;

  private ExportReader() {}

  /** Opens the export at {@code path}, a file or a directory; the caller closes it. */
  public static Export open(Path path, ReadOptions options) throws IOException {
    return open(path, options, null);
  }

  /**
   * Opens an export to be checked: the first walk over each entry also holds it against its schema
   * and against the manifest, and {@link Export#checkRest} does the rest. The checks may serve
   * several exports, one after the other.
   */
  public static Export checked(Path path, ReadOptions options, Checks checks) throws IOException {
    return open(path, options, new EntryChecks(checks.choice(), options.problems()));
  }

  private static Export open(Path path, ReadOptions options, @Nullable EntryChecks checks)
      throws IOException {
    Container container =
        Container.open(path, limits(path, options), options.problems(), options.watch());
    try {
      Layout layout = layout(container, options.layout());
      var map =
          new ExportMap(layout, container.entries(), manifest(container, layout, options, checks));
      map.missing().forEach(name -> options.problems().add(missing(path, name)));
      if (options.sourceZone() != null && map.zoneToApply(options) == null) {
        options
            .problems()
            .add(Problem.of(ExportProblem.TIMES_ARE_STATED, Location.of(path.toString())));
      }
      return new Export(container, map, options, checks);
    } catch (IOException | RuntimeException failed) {
      try (container) {
        throw failed;
      }
    }
  }

  private static Problem missing(Path path, String name) {
    return Problem.of(ExportProblem.MISSING_ENTRY, Location.of(path.toString(), name));
  }

  private static Limits limits(Path path, ReadOptions options) throws IOException {
    Limits limits = Limits.forFile(Files.isRegularFile(path) ? Files.size(path) : 0);
    return options.maxUnpacked() > 0 ? limits.withMaxUnpacked(options.maxUnpacked()) : limits;
  }

  private static Layout layout(Container container, @Nullable String wanted) throws IOException {
    Location where = Location.of(container.path().toString());
    if (wanted != null) {
      Layout layout =
          Layouts.named(wanted)
              .orElseThrow(
                  () -> unsupported(ExportProblem.UNKNOWN_LAYOUT, where, wanted, Layouts.names()));
      if (!recognises(layout, container)) {
        throw unsupported(ExportProblem.WRONG_LAYOUT, where, wanted);
      }
      return layout;
    }
    for (Layout layout : Layouts.builtIn()) {
      if (recognises(layout, container)) {
        return layout;
      }
    }
    throw unsupported(ExportProblem.NOT_AN_EXPORT, where, Lookalike.of(container));
  }

  private static UnsupportedArchiveException unsupported(
      ExportProblem code, Location where, Object... arguments) {
    return new UnsupportedArchiveException(Problem.of(code, where, arguments));
  }

  /**
   * Asks entries with a role for their root element until one is the layout's. A damaged entry does
   * not hide the others; if none speaks for the layout, the first damage is what the user has to
   * know.
   */
  private static boolean recognises(Layout layout, Container container) throws IOException {
    ArchiveException damage = null;
    int asked = 0;
    for (Entry entry : container.entries()) {
      Optional<EntryRole> role = layout.role(entry.name());
      if (role.isEmpty() || asked++ >= MOST_ASKED) {
        continue;
      }
      try (RecordReader reader = open(container, entry)) {
        if (layout.recognises(role.get(), reader.rootName())) {
          return true;
        }
      } catch (ArchiveException damaged) {
        damage = damage == null ? damaged : damage;
      }
    }
    if (damage != null) {
      throw damage;
    }
    return false;
  }

  private static RecordReader open(Container container, Entry entry) throws IOException {
    Location where = Location.of(container.path().toString(), entry.name());
    return RecordReader.open(container.open(entry), where, XmlLimits.defaults());
  }

  /**
   * Reads the manifest; one that cannot be used is reported and done without, since it only
   * describes the rest.
   */
  private static @Nullable Manifest manifest(
      Container container, Layout layout, ReadOptions options, @Nullable EntryChecks checks)
      throws IOException {
    Optional<Entry> entry = container.entry(Pchat1.MANIFEST);
    if (layout != Pchat1.LAYOUT || entry.isEmpty()) {
      return null;
    }
    Location where = Location.of(container.path().toString(), Pchat1.MANIFEST);
    Schemas schemas =
        checks == null ? Schemas.NONE : root -> checks.schemas().at(root, Pchat1::manifestSchema);
    try (EntryParser parser =
        EntryParser.open(container.open(entry.get()), where, XmlLimits.defaults(), schemas)) {
      return manifest(parser, where, options.problems());
    } catch (ArchiveException damaged) {
      options.problems().add(damaged.problem());
      return null;
    }
  }

  /** What the schema says explains why a manifest cannot be used, so that is not said again. */
  private static @Nullable Manifest manifest(
      EntryParser parser, Location where, ProblemLog problems) throws IOException {
    ArchiveException unusable = null;
    Manifest manifest = null;
    try {
      manifest = ManifestCodec.read(parser, where);
    } catch (ArchiveException why) {
      unusable = why;
    }
    List<SchemaFinding> findings = parser.findings(1);
    findings.forEach(finding -> problems.add(finding.problem()));
    if (unusable != null && (findings.isEmpty() || parser.hasFailed())) {
      throw unusable;
    }
    return manifest;
  }
}
