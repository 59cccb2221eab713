package org.pchat.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.pchat.xml.SchemaFinding;
import org.pchat.xml.Schemas;
import org.pchat.xml.XmlLimits;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

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
  private ExportReader() {}

  /** Opens the export at {@code path}, a file or a directory; the caller closes it. */
  public static Export open(Path path, ReadOptions options) throws IOException {
    return open(path, options, container -> layout(container, options), null);
  }

  /** Opens an export whose entries lie in {@code container}, which is closed with it. */
  public static Export open(Container container, ReadOptions options) throws IOException {
    return open(container, options, opened -> layout(opened, options), null);
  }

  /**
   * Opens an export in a container to be checked, as {@link #checked(Path, ReadOptions, Checks)}.
   */
  public static Export checked(Container container, ReadOptions options, Checks checks)
      throws IOException {
    return open(
        container,
        options,
        opened -> layout(opened, options),
        new EntryChecks(checks.choice(), options.problems()));
  }

  /**
   * Opens the export at {@code path} in a certain layout, whether or not anything in it looks like
   * that; the caller closes it.
   */
  public static Export open(Path path, ReadOptions options, Layout layout) throws IOException {
    return open(path, options, container -> layout, null);
  }

  /**
   * Opens an export to be checked: the first walk over each entry also holds it against its schema
   * and against the manifest, and {@link Export#checkRest} does the rest. The checks may serve
   * several exports, one after the other.
   */
  public static Export checked(Path path, ReadOptions options, Checks checks) throws IOException {
    return open(
        path,
        options,
        container -> layout(container, options),
        new EntryChecks(checks.choice(), options.problems()));
  }

  /** Finds out how a container is spelled. */
  private interface Recognition {
    Layout of(Container container) throws IOException;
  }

  private static Export open(
      Path path, ReadOptions options, Recognition recognition, @Nullable EntryChecks checks)
      throws IOException {
    Container container =
        Container.open(
            path, UnfamiliarArchive.limits(path, options), options.problems(), options.watch());
    return open(container, options, recognition, checks);
  }

  private static Export open(
      Container container,
      ReadOptions options,
      Recognition recognition,
      @Nullable EntryChecks checks)
      throws IOException {
    Path path = container.path();
    try {
      Layout layout = recognition.of(container);
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

  private static Layout layout(Container container, ReadOptions options) throws IOException {
    String wanted = options.layout();
    Location where = Location.of(container.path().toString());
    if (wanted != null) {
      Layout layout = Layouts.wanted(wanted, where);
      var witness = new Witness(container, layout);
      if (!witness.recognises()) {
        throw witness.damage().orElseGet(() -> wrong(layout, where));
      }
      return layout.fitted(new ContainerEntries(container));
    }
    for (String name : Layouts.NAMES) {
      Layout layout = Layouts.named(name).orElseThrow();
      var witness = new Witness(container, layout);
      if (witness.recognises()) {
        return layout.fitted(new ContainerEntries(container));
      }
      if (layout == Pchat1.LAYOUT && witness.damage().isPresent()) {
        // Its names are enough to know what it was.
        throw witness.damage().get();
      }
    }
    if (Lookalike.isKnown(container)) {
      throw unsupported(ExportProblem.NOT_AN_EXPORT, where, Lookalike.of(container));
    }
    return InferredLayout.of(container, options);
  }

  private static ArchiveException wrong(Layout layout, Location where) {
    return unsupported(ExportProblem.WRONG_LAYOUT, where, layout.name());
  }

  private static UnsupportedArchiveException unsupported(
      ExportProblem code, Location where, Object... arguments) {
    return new UnsupportedArchiveException(Problem.of(code, where, arguments));
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
