package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.database.DatabaseAddress;
import org.pchat.model.ChatSource;
import org.pchat.model.ReadOptions;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;
import org.pchat.spill.SortSpace;
import org.pchat.store.Store;
import org.pchat.union.Pile;
import org.pchat.union.UnionSource;

/** Several SOURCEs as one, and directories that stand for what lies in them. */
final class Piles {
  private static final List<String> ENDINGS = List.of(".zip", ".bak", ".mdf");

  private Piles() {}

  /**
   * Returns the names, with each directory that is no export itself replaced by its files, and each
   * store by its snapshots.
   */
  static List<String> expand(Session session, List<String> names) throws IOException {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      if (!DatabaseAddress.isAddress(name) && Store.is(Path.of(name))) {
        all.addAll(snapshots(session, name));
      } else if (DatabaseAddress.isAddress(name) || !Files.isDirectory(Path.of(name))) {
        all.add(name);
      } else {
        List<String> files = files(Path.of(name));
        all.addAll(files.isEmpty() ? List.of(name) : files);
      }
    }
    return all.stream().distinct().toList();
  }

  /**
   * Opens one source, or several as one archive.
   *
   * @param names already expanded
   * @param single whether the job can take one message of each number only
   */
  static ExitCode open(
      Session session, List<String> names, Wishes wishes, boolean single, Session.Reading job)
      throws IOException {
    return names.size() == 1
        ? session.open(names.get(0), wishes.how, wishes.output, wishes.prints, job)
        : session.unite(
            names,
            wishes.how,
            wishes.output,
            wishes.prints,
            union -> job.of(single ? union.single() : union));
  }

  /**
   * How sources are opened.
   *
   * @param how how they are read
   * @param output what becomes of the answer
   * @param prints whether results appear on a terminal meanwhile
   */
  record Wishes(SourceOptions how, OutputOptions output, boolean prints) {}

  /** Opens one source or several as one, runs the job, and reports the problems met. */
  static int read(
      Session session,
      List<String> names,
      SourceOptions how,
      OutputOptions output,
      Session.SourceJob job)
      throws IOException {
    List<String> all = expand(session, names);
    if (all.size() == 1) {
      return session.read(all.get(0), how, output, job);
    }
    session.protect(all, output);
    return session.judge(
        output,
        results ->
            session.unite(
                all, how, output, results.isTerminal(), union -> job.run(union, results)));
  }

  private static List<String> snapshots(Session session, String store) throws IOException {
    List<Problem> damaged = new ArrayList<>();
    List<String> names =
        Store.open(Path.of(store)).snapshots(damaged).stream()
            .map(snapshot -> store + "@" + snapshot.id())
            .toList();
    damaged.forEach(problem -> session.say(problem.severity().word() + ": " + problem));
    return names.isEmpty() ? List.of(store) : names;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
      boolean unpacked = all.stream().anyMatch(file -> has(file, List.of(".xml")));
      return unpacked
          ? List.of()
          : all.stream().filter(file -> has(file, ENDINGS)).map(Path::toString).toList();
    }
  }

  private static boolean has(Path file, List<String> endings) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  /** Opens all that can be opened; the others become problems. */
  static UnionSource open(List<String> names, ReadOptions options, Progress bar)
      throws IOException {
    List<ChatSource> open = new ArrayList<>();
    try {
      long bytes = 0;
      for (int i = 0; i < names.size(); i++) {
        boolean last = i + 1 == names.size();
        ChatSource source = open(names.get(i), options, last && open.isEmpty());
        if (source != null) {
          open.add(source);
          bytes += Math.max(0, source.origin().bytes());
        }
      }
      bar.expect(bytes);
      return UnionSource.of(Pile.of(open, options.watch(), SortSpace.defaults()));
    } catch (IOException | RuntimeException failed) {
      for (ChatSource source : open) {
        source.close();
      }
      throw failed;
    }
  }

  private static @Nullable ChatSource open(String name, ReadOptions options, boolean needed)
      throws IOException {
    try {
      return Sources.open(name, options);
    } catch (ArchiveException unreadable) {
      if (needed) {
        throw unreadable;
      }
      Problem problem = unreadable.problem();
      options
          .problems()
          .add(new Problem(problem.code(), Severity.FATAL, problem.where(), problem.arguments()));
      return null;
    }
  }
}
