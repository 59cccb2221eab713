package org.pchat.pages;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pchat.model.FileKind;
import org.pchat.model.OriginKind;
import org.pchat.model.Watch;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.tape.BackupMedium;
import org.pchat.tape.BackupSet;

/**
 * What a user may call a SQL Server file: a data file, a backup, or all files of a striped backup.
 * Says no to everything that would read, but wrongly.
 */
public final class SqlServerFile implements Closeable {
  /** A quiet backup carries one block of log, or one for each file. */
  private static final long QUIET_LOG = 1 << 16;

  private final OriginKind kind;
  private final List<BackupSet> sets;
  private final Optional<BackupSet> chosen;
  private final PageDatabase database;

  private SqlServerFile(
      OriginKind kind, List<BackupSet> sets, Optional<BackupSet> chosen, PageDatabase database) {
    this.kind = kind;
    this.sets = sets;
    this.chosen = chosen;
    this.database = database;
  }

  /**
   * Opens it; the caller closes it.
   *
   * @param files one file, or all files of one striped backup in any order
   * @param set the number of the backup set; 0 for the only one
   * @throws org.pchat.problem.ArchiveException if it cannot be read, or would be read wrongly
   */
  public static SqlServerFile open(List<Path> files, int set, Watch watch, ProblemLog problems)
      throws IOException {
    Path first = files.get(0);
    FileKind kind = FileKind.of(first);
    return switch (kind) {
      case SQL_DATA -> openDataFile(files, watch, problems);
      case TAPE_BACKUP, COMPRESSED_BACKUP -> openBackup(files, set, watch, problems);
      default ->
          throw new UnsupportedArchiveException(
              Problem.of(BackupProblem.NOT_SQL_FILE, where(first), words(kind, first)));
    };
  }

  private static String words(FileKind kind, Path file) throws IOException {
    return kind == FileKind.UNKNOWN && isText(file) ? "a text file" : kind.words();
  }

  /** Returns whether a file begins as scripts do: letters, in UTF-8 or UTF-16. */
  private static boolean isText(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(FileKind.HEAD_LENGTH);
    }
    boolean wide = head.length > 1 && (head[0] == -1 || head[1] == 0);
    String text = new String(head, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
  }

  private static Location where(Path file) {
    return Location.of(file.toString());
  }

  private static SqlServerFile openDataFile(List<Path> files, Watch watch, ProblemLog problems)
      throws IOException {
    Path file = files.get(0);
    if (files.size() > 1) {
      String others = files.stream().skip(1).map(Path::toString).collect(Collectors.joining(", "));
      throw malformed(BackupProblem.OTHER_FILES, file, others);
    }
    PageDatabase database = PageDatabase.openDataFile(file, watch, problems);
    return new SqlServerFile(OriginKind.DATAFILE, List.of(), Optional.empty(), database);
  }

  private static MalformedArchiveException malformed(
      BackupProblem code, Path file, Object... arguments) {
    return new MalformedArchiveException(Problem.of(code, where(file), arguments));
  }

  private static SqlServerFile openBackup(
      List<Path> files, int set, Watch watch, ProblemLog problems) throws IOException {
    List<BackupMedium> media = new ArrayList<>();
    try {
      for (Path file : files) {
        media.add(BackupMedium.open(file, watch));
      }
      checkStripes(files, media);
      media.sort(Comparator.comparingInt(medium -> medium.stripe().number()));
      media.forEach(medium -> medium.problems().forEach(problems::add));
      List<BackupSet> chosen = new ArrayList<>();
      for (BackupMedium medium : media) {
        chosen.add(choose(files.get(0), medium.sets(), set));
      }
      check(files.get(0), chosen.get(0), problems);
      PageDatabase database = PageDatabase.openBackup(media, chosen, problems);
      return new SqlServerFile(
          OriginKind.BACKUP, media.get(0).sets(), Optional.of(chosen.get(0)), database);
    } catch (IOException | RuntimeException failed) {
      for (BackupMedium medium : media) {
        medium.close();
      }
      throw failed;
    }
  }

  /** A part of a striped backup walks cleanly and reads as mostly empty, so all must be there. */
  private static void checkStripes(List<Path> files, List<BackupMedium> media) {
    BackupMedium first = media.get(0);
    for (int i = 1; i < media.size(); i++) {
      if (!media.get(i).stripe().mediaSet().equals(first.stripe().mediaSet())) {
        throw malformed(BackupProblem.STRIPE_OF_ANOTHER, files.get(i), files.get(i), files.get(0));
      }
    }
    List<Integer> given = media.stream().map(medium -> medium.stripe().number()).toList();
    String missing =
        IntStream.rangeClosed(1, first.stripe().of())
            .filter(number -> !given.contains(number))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw malformed(
          BackupProblem.STRIPE,
          files.get(0),
          first.stripe().number(),
          first.stripe().of(),
          missing);
    }
    if (media.size() != first.stripe().of()) {
      throw malformed(BackupProblem.STRIPE_OF_ANOTHER, files.get(0), files.get(1), files.get(0));
    }
  }

  private static BackupSet choose(Path file, List<BackupSet> sets, int number) {
    if (number == 0 && sets.size() == 1) {
      return sets.get(0);
    }
    String list = sets.stream().map(SqlServerFile::describe).collect(Collectors.joining("; "));
    if (number == 0) {
      throw malformed(BackupProblem.SEVERAL_SETS, file, sets.size(), list);
    }
    return sets.stream()
        .filter(set -> set.number() == number)
        .findFirst()
        .orElseThrow(() -> malformed(BackupProblem.NO_SUCH_SET, file, number, list));
  }

  private static String describe(BackupSet set) {
    String when = set.written() == null ? "" : " of " + set.written();
    return set.number() + " = " + set.config().database() + when;
  }

  private static void check(Path file, BackupSet set, ProblemLog problems) {
    if (set.form() != BackupSet.Form.FULL) {
      throw malformed(BackupProblem.NOT_FULL, file, set.form().words());
    }
    List<String> others =
        set.config().files().stream()
            .filter(of -> !of.log() && of.id() != 1)
            .map(of -> of.name() + " (" + of.path() + ")")
            .toList();
    if (!others.isEmpty()) {
      throw malformed(BackupProblem.OTHER_FILES, file, String.join(", ", others));
    }
    if (set.regions().isEmpty()) {
      throw malformed(BackupProblem.NOT_FULL, file, "a backup without pages");
    }
    if (set.logBytes() > QUIET_LOG) {
      problems.add(Problem.of(BackupProblem.LOG_NOT_REPLAYED, where(file), set.logBytes()));
    }
  }

  /** Returns whether it is a backup or a data file. */
  public OriginKind kind() {
    return kind;
  }

  /** Returns all backup sets of the first file; none for a data file. */
  public List<BackupSet> sets() {
    return sets;
  }

  /** Returns the backup set that is read; nothing for a data file. */
  public Optional<BackupSet> set() {
    return chosen;
  }

  /** Returns the database. */
  public PageDatabase database() {
    return database;
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
