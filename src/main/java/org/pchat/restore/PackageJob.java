package org.pchat.restore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.archive.PackageWriter;
import org.pchat.archive.SubsetWriter;
import org.pchat.archive.SubsetWriter.Subset;
import org.pchat.layout.DescribedLayout;
import org.pchat.layout.DescriptorCodec;
import org.pchat.model.ChatSource;
import org.pchat.model.OriginKind;
import org.pchat.model.ReadOptions;
import org.pchat.model.Room;
import org.pchat.order.SortedSource;
import org.pchat.problem.Problem;
import org.pchat.spill.SortSpace;
import org.pchat.zip.PendingFile;

/** Writes a package, and the guide and script beside it. */
public final class PackageJob {
  /** The name of the guide beside a package. */
  public static final String GUIDE = "RESTORE.md";

  /** The name of the script beside a package. */
  public static final String SCRIPT = "restore.ps1";

  private PackageJob() {}

  /**
   * Returns whether the package of a plan keeps the layout of its source, record for record.
   * Otherwise it is in the canonical one: what has no layout has nothing to keep, and what the
   * compliance service writes is no export.
   */
  public static boolean keepsLayout(Plan plan) {
    return plan.from() instanceof Export export
        && export.layout() instanceof DescribedLayout
        && export.origin().kind() != OriginKind.COMPLIANCE
        && !plan.request().shape().canonical();
  }

  /** Returns where the description of a package's layout lies, if it needs one. */
  public static Optional<Path> layoutFile(Plan plan, Path target) {
    String name = String.valueOf(target.getFileName()).replaceFirst("(?i)\\.zip$", "");
    return keepsLayout(plan)
        ? Optional.of(target.resolveSibling(name + ".layout.xml"))
        : Optional.empty();
  }

  /**
   * Writes what a plan holds. The guide, the script and the description of the layout appear only
   * when the package has.
   *
   * @param target the package; the others lie beside it
   * @param overwrite whether existing files may be replaced
   * @param now the present, to tell the age of states by
   * @throws org.pchat.problem.RefusedException if a file exists and may not be replaced, or the
   *     layout of the source cannot be kept
   */
  public static PackageResult write(Plan plan, Path target, boolean overwrite, Instant now)
      throws IOException {
    Path layoutFile = layoutFile(plan, target).orElse(null);
    try (PendingFile guide = PendingFile.create(target.resolveSibling(GUIDE), overwrite);
        PendingFile script = PendingFile.create(target.resolveSibling(SCRIPT), overwrite);
        PendingFile layout =
            layoutFile == null ? null : PendingFile.create(layoutFile, overwrite)) {
      Subset written = content(plan, target, overwrite);
      PackageResult result = result(plan, target, written);
      var words = new RestoreWords(plan, target, result, now);
      write(guide, new Guide(words).text());
      write(script, "\uFEFF" + new Script(words).text().replace("\n", "\r\n"));
      if (layout != null && plan.from() instanceof Export export) {
        write(layout, DescriptorCodec.write(((DescribedLayout) export.layout()).descriptor()));
      }
      return result;
    }
  }

  private static Subset content(Plan plan, Path target, boolean overwrite) throws IOException {
    return keepsLayout(plan)
        ? SubsetWriter.write((Export) plan.from(), plan, target, overwrite)
        : new Subset(PackageWriter.write(plan.from(), plan, target, overwrite), List.of());
  }

  private static void write(PendingFile file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(PendingFile file, byte[] content) throws IOException {
    var bytes = ByteBuffer.wrap(content);
    while (bytes.hasRemaining()) {
      file.channel().write(bytes);
    }
    file.commit(written -> {});
  }

  private static PackageResult result(Plan plan, Path target, Subset packed) throws IOException {
    try (ChatSource written = open(plan, target)) {
      Repairs repairs = Repairs.of(written, plan.request().pool());
      List<String> assumptions = new ArrayList<>(plan.assumptions());
      List<Problem> conflicts = List.of();
      @Nullable ChatSource onto = plan.onto().orElse(null);
      if (onto != null) {
        ChatSource sorted = SortedSource.of(onto, plan.request().watch(), SortSpace.defaults());
        var found = new Conflicts(written, sorted, null);
        found.find();
        conflicts = found.found();
        assumptions.addAll(found.assumptions());
      }
      for (Room room : plan.livingRooms()) {
        assumptions.add(
            "what an import does with the content of a room that is there is not published: "
                + room.name()
                + " may keep, lose or renumber messages");
      }
      List<String> missing =
          plan.missing().stream()
              .filter(Plan.Missing::vital)
              .map(m -> m.kind().word() + " " + m.guid() + " is nowhere: " + m.why())
              .toList();
      return new PackageResult(
          verdict(plan, conflicts, missing),
          packed.counts(),
          packed.dragged(),
          conflicts,
          missing,
          assumptions,
          repairs);
    }
  }

  private static ChatSource open(Plan plan, Path target) throws IOException {
    return keepsLayout(plan)
        ? ((Export) plan.from()).alike(target)
        : ExportReader.open(target, ReadOptions.defaults());
  }

  private static Verdict verdict(Plan plan, List<Problem> conflicts, List<String> missing) {
    if (!missing.isEmpty()) {
      return Verdict.INCOMPLETE;
    }
    if (!conflicts.isEmpty()) {
      return Verdict.CONFLICTS;
    }
    return plan.livingRooms().isEmpty() ? Verdict.CLEAN : Verdict.DEPENDS;
  }
}
