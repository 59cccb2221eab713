package org.pchat.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules in docs/format.md are those that are asked, with what they rest on and where. */
class RulesPageTest {
  private static final Path PAGE = Path.of("docs/format.md");

  @Test
  void the_page_has_a_row_for_each_rule_and_no_other() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    SnapshotCheck.rules().stream()
        .collect(Collectors.groupingBy(rule -> rule.code().id()))
        .forEach((code, rules) -> expected.put(code, basis(rules) + " | " + sections(rules)));
    Map<String, String> rows = new TreeMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.matches("\\| (REF|RULE)-\\d+ \\|.*")) {
        List<String> cells = List.of(line.split(" *\\| *"));
        rows.put(cells.get(1), cells.get(3) + " | " + cells.get(4));
      }
    }
    assertThat(rows).isEqualTo(expected);
  }

  private static String basis(List<Rule> rules) {
    return rules.stream().map(rule -> rule.basis().word()).distinct().collect(joining(", "));
  }

  private static String sections(List<Rule> rules) {
    return String.join(", ", new TreeSet<>(rules.stream().map(Rule::section).toList()));
  }

  @Test
  void every_section_that_a_rule_cites_is_there() throws IOException {
    List<String> headings =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("^#+ ", ""))
            .toList();
    assertThat(SnapshotCheck.rules()).allMatch(rule -> headings.contains(rule.section()));
  }
}
