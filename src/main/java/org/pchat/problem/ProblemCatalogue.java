package org.pchat.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of problems, for the manual and for {@code explain}, which are both made from it. */
public final class ProblemCatalogue {
  private static final List<Part> PARTS =
      List.of(
          new Part(
              "ZIP",
              "The container",
              "A ZIP tells its content twice, in its directory and before each entry, and programs"
                  + " differ in which they believe. So what two programs may read differently is"
                  + " refused, and so is what harms whoever unpacks the file.",
              ZipProblem.values()),
          new Part(
              "XML",
              "The XML of an entry",
              "An entry that is not well-formed ends where the fault is: what stands behind it"
                  + " cannot be told from damage. What could pull in files or exhaust the machine is"
                  + " refused.",
              XmlProblem.values()),
          new Part(
              "XSD",
              "An entry and its schema",
              "The schemas in schemas/ say which elements and attributes there are, and what their"
                  + " values look like. A program that reads the export relies on that; validate"
                  + " checks it, other commands read what can be read.",
              SchemaProblem.values()),
          new Part(
              "MAN",
              "The manifest and the rest",
              "The manifest is written last and says what all other entries are. Where it and they"
                  + " differ, something was changed, lost or added after the export was made.",
              ManifestProblem.values()),
          new Part(
              "EXP",
              "The export and its records",
              "What an entry says must make sense as records of a pool. A record that does not is"
                  + " passed over, so that the others can be read.",
              ExportProblem.values()),
          new Part(
              "REF",
              "References",
              "Records refer to each other by GUID. Where the other one is missing, an import cannot"
                  + " put the record back where it belongs.",
              ReferenceProblem.values()),
          new Part(
              "RULE",
              "The rules of a sound pool",
              "A server keeps these rules, so an export that breaks one was edited, mixed from"
                  + " several, or taken from a damaged pool; an import may refuse it or change it."
                  + " docs/format.md, \"Rules of a sound pool\", says what each rests on.",
              RuleProblem.values()),
          new Part(
              "DIF",
              "The comparison of two sources",
              "Two snapshots are compared by identity. Where identities are missing or told twice,"
                  + " what belongs together cannot be told for certain.",
              DiffProblem.values()),
          new Part(
              "UNI",
              "Many sources as one",
              "Several snapshots of one pool are merged by the numbers of their messages, read in"
                  + " order. What one of them cannot say the others may.",
              UnionProblem.values()),
          new Part(
              "LAY",
              "Layouts",
              "A layout says how an archive spells the model. Where its descriptor and the archive"
                  + " leave open what a value means, nothing is guessed: the sentence names what"
                  + " would settle it. docs/layouts.md is the guide.",
              LayoutProblem.values()),
          new Part(
              "INF",
              "Layouts that were inferred",
              "An archive whose spelling nobody described is read by names, shapes and references"
                  + " of its values, or refused where they do not say enough.",
              InferenceProblem.values()),
          new Part(
              "SQL",
              "Databases",
              "A pool in a database is read by the published schema. What is not as published is"
                  + " refused or passed over, never guessed; docs/database.md says more.",
              DatabaseProblem.values()),
          new Part(
              "BAK",
              "SQL Server's own files",
              "Backups and data files are read without a SQL Server, so nobody but this tool notices"
                  + " what is missing or damaged in them. What would read, but wrongly, is refused.",
              BackupProblem.values()),
          new Part(
              "RST",
              "Packages and their rehearsal",
              "A package must bring back what was asked for and hurt nothing else. What would hurt, or"
                  + " would not come back, is told before anything is imported; docs/restore.md says more.",
              RestoreProblem.values()),
          new Part(
              "STO",
              "Stores",
              "A store keeps the snapshots of a pool for years. What is wrong with one is told before"
                  + " anything relies on it; docs/reliability.md says what is promised.",
              StoreProblem.values()),
          new Part(
              "TOP",
              "The topology of a runbook",
              "A runbook is as good as what it knows of the servers. What would make a step fail in"
                  + " the night of the disaster is said while there is time; docs/runbooks.md is the"
                  + " guide.",
              TopologyProblem.values()),
          new Part(
              "GATE",
              "The shrink gate of a store",
              "Content that disappears looks like a small backup, and retention would forget the last"
                  + " one that had it. So a snapshot that lost something is kept, called suspect, and"
                  + " the last good one stays until somebody accepts it; docs/store.md says more.",
              GateProblem.values()),
          new Part(
              "OUT",
              "Files to be written",
              "Nothing is overwritten unless that is asked for, and never the source.",
              OutputProblem.values()));

  /**
   * The problems of one part of the format.
   *
   * @param prefix what their ids begin with
   * @param title what they are about
   * @param why why they matter, in sentences
   * @param codes the problems, ascending
   */
  public record Part(String prefix, String title, String why, List<ProblemCode> codes) {
    /** Copies. */
    public Part {
      codes = List.copyOf(codes);
    }

    Part(String prefix, String title, String why, ProblemCode[] codes) {
      this(prefix, title, why, List.of(codes));
    }
  }

  private ProblemCatalogue() {}

  /** Returns the parts, in the order of the manual. */
  public static List<Part> parts() {
    return PARTS;
  }

  /** Returns all kinds of problems. */
  public static Stream<ProblemCode> codes() {
    return PARTS.stream().flatMap(part -> part.codes().stream());
  }

  /** Returns the part and the kind of problem with this id, whose case does not matter. */
  public static Optional<ProblemCode> code(String id) {
    String wanted = id.strip().toUpperCase(Locale.ROOT);
    return codes().filter(code -> code.id().equals(wanted)).findFirst();
  }

  /** Returns the part that a kind of problem belongs to. */
  public static Part part(ProblemCode code) {
    return PARTS.stream().filter(part -> part.codes().contains(code)).findFirst().orElseThrow();
  }
}
