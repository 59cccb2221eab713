package org.pchat.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.Golden;

/** All problems are of one style, and docs/problems.md lists them as they are. */
class ProblemCatalogueTest {
  private static final Path SOURCES = Path.of("src/main/java/org/pchat/problem");

  static Stream<ProblemCode> codes() {
    return ProblemCatalogue.codes();
  }

  @Test
  void every_enum_of_problems_is_catalogued() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> enums =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Problem.java") && !name.equals("Problem.java"))
              .toList();
      assertThat(codes().map(code -> code.getClass().getSimpleName() + ".java").distinct())
          .containsExactlyInAnyOrderElementsOf(enums);
    }
  }

  @Test
  void ids_are_unique_and_ascend_within_their_prefix() {
    assertThat(codes().map(ProblemCode::id)).doesNotHaveDuplicates();
    ProblemCatalogue.parts()
        .forEach(
            part ->
                assertThat(part.codes().stream().map(ProblemCode::id))
                    .isSorted()
                    .allMatch(id -> id.matches(part.prefix() + "-[0-9]{3}")));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void the_wording_continues_a_sentence_that_the_advice_ends(ProblemCode code) {
    for (String clause : List.of(code.wording(), code.advice())) {
      assertThat(clause)
          .isEqualTo(clause.strip())
          .doesNotContain("  ", "\n")
          .doesNotMatch(".*[.;:,]")
          .doesNotMatch("\\p{Lu}\\p{Ll}.*");
    }
    assertThat(code.advice()).doesNotContain("%");
  }

  @ParameterizedTest
  @MethodSource("codes")
  void the_wording_takes_at_most_three_arguments_and_prints_each(ProblemCode code) {
    String filled = code.wording().formatted("‹one›", "‹two›", "‹three›");
    assertThat(filled).doesNotContain("%");
    long places = code.wording().chars().filter(c -> c == '%').count();
    assertThat(filled.chars().filter(c -> c == '‹').count()).isEqualTo(places);
    assertThat(places).isLessThanOrEqualTo(3);
  }

  @Test
  void the_manual_lists_them_all() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Problems");
    lines.add("");
    lines.add(
        "Everything that `pchat` finds wrong has a code, which never gets another meaning. A problem reads");
    lines.add(
        "*place: what is wrong; what to do [code]*; wordings may improve, codes stay. `…` stands for what is filled in.");
    lines.add("");
    lines.add("| severity | what it means | exit code |");
    lines.add("|---|---|---|");
    lines.add("| warning | worth knowing; nothing was lost or guessed | as without it |");
    lines.add("| error | a record or a value is wrong; reading went on without it | 3 |");
    lines.add(
        "| fatal | reading of the entry or of the whole source stopped here | 4; for OUT and SQL-020, SQL-021 6 |");
    lines.add("");
    lines.add("This page is written by `ProblemCatalogueTest` (`-Dgolden.update`).");
    ProblemCatalogue.parts().forEach(part -> lines.addAll(section(part)));
    Golden.check(Path.of("docs/problems.md"), String.join("\n", lines) + "\n");
  }

  private static List<String> section(ProblemCatalogue.Part part) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("## " + part.prefix() + " – " + part.title());
    lines.add("");
    lines.add(part.why());
    lines.add("");
    lines.add("| code | severity | what is wrong | what to do |");
    lines.add("|---|---|---|---|");
    part.codes().forEach(code -> lines.add(row(code)));
    return lines;
  }

  private static String row(ProblemCode code) {
    return Stream.of(code.id(), code.severity().word(), cell(code.wording()), cell(code.advice()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String cell(String text) {
    return text.replaceAll("%([0-9]\\$)?s", "…")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
