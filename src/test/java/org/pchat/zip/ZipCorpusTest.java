package org.pchat.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.Shared;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.ProblemLog;

/** The archives that two other readers are tested with, each held against its expected verdict. */
class ZipCorpusTest {
  /** A line of a table of verdicts. */
  record Row(Path file, String must, String reasons, String entries, String bytes) {
    static Row parse(Path directory, String line) {
      var columns = line.split("\t", -1);
      String name = columns[0].substring(columns[0].indexOf('/') + 1);
      return new Row(directory.resolve(name), columns[6], columns[7], columns[8], columns[9]);
    }

    boolean isOnlyWarnedAbout() {
      return reasons.startsWith("~");
    }

    @Override
    public String toString() {
      return must + " " + file.getFileName();
    }
  }

  /** What is in a container, counted as the tables count: with directories. */
  private record Counts(long entries, long bytes) {}

  static Stream<Row> yauzl() throws IOException {
    return rows("data/corpora/zip-yauzl");
  }

  static Stream<Row> go() throws IOException {
    return rows("data/corpora/zip-go");
  }

  private static Stream<Row> rows(String corpus) throws IOException {
    Path directory = Shared.require(corpus);
    List<String> lines = Files.readAllLines(directory.resolve("EXPECTED.tsv"));
    return lines.stream().skip(1).map(line -> Row.parse(directory, line));
  }

  @ParameterizedTest
  @MethodSource("yauzl")
  void judges_an_archive_of_yauzl_as_expected(Row row) throws IOException {
    judge(row);
  }

  @ParameterizedTest
  @MethodSource("go")
  void judges_an_archive_of_go_as_expected(Row row) throws IOException {
    judge(row);
  }

  private static void judge(Row row) throws IOException {
    switch (row.must()) {
      case "ACCEPT" -> assertThat(count(row, ProblemLog.tolerant())).isEqualTo(expected(row));
      case "REJECT" ->
          assertThatThrownBy(() -> count(row, ProblemLog.tolerant()))
              .isInstanceOfSatisfying(
                  ArchiveException.class,
                  e -> assertThat(e.problem().code().id()).startsWith("ZIP-"));
      case "EITHER" -> judgeEither(row);
      default -> throw new AssertionError("unknown verdict " + row.must());
    }
  }

  private static void judgeEither(Row row) throws IOException {
    var problems = ProblemLog.tolerant();
    try {
      var counts = count(row, problems);
      assertThat(row.isOnlyWarnedAbout()).isTrue();
      assertThat(counts).isEqualTo(expected(row));
      assertThat(problems.problems()).isNotEmpty();
    } catch (ArchiveException refused) {
      assertThat(row.isOnlyWarnedAbout()).as("refused: " + refused.getMessage()).isFalse();
    }
  }

  private static Counts expected(Row row) {
    return new Counts(Long.parseLong(row.entries()), Long.parseLong(row.bytes()));
  }

  private static Counts count(Row row, ProblemLog problems) throws IOException {
    var limits = Limits.forFile(Files.size(row.file()));
    try (var zip = ZipContainer.open(row.file(), limits, problems, Watch.NONE)) {
      long bytes = 0;
      for (Entry entry : zip.entries()) {
        try (InputStream in = zip.open(entry)) {
          bytes += in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return new Counts(zip.entries().size() + zip.directories(), bytes);
    }
  }
}
