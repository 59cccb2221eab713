package org.pchat.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.Shell;
import org.pchat.fixture.Tools;

/**
 * What restic 0.14 keeps and why, on seeded calendars and policies. Its answers are kept in a file,
 * which ask-restic.py made; a few are asked for anew.
 */
class ResticDecisionsTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/pchat/keep");
  private static final Path SCRIPT = FOLDER.resolve("ask-restic.py");
  private static final Path ANSWERS = FOLDER.resolve("restic-decisions.txt");

  /** A calendar, a policy and what restic said of them: lines as the script prints them. */
  private record Case(List<String> lines) {
    String answer() {
      return String.join("\n", lines);
    }

    private List<String> head() {
      return Arrays.asList(lines.get(0).split("\t", -1));
    }

    ZoneId zone() {
      return ZoneId.of(head().get(1));
    }

    Policy policy() {
      Policy policy = Policy.EMPTY;
      List<String> words = head().subList(2, head().size());
      for (int at = 0; at < words.size(); at += 2) {
        policy = with(policy, words.get(at), words.get(at + 1));
      }
      return policy;
    }

    List<Candidate> snapshots() {
      return lines.stream().skip(1).map(Case::snapshot).toList();
    }

    private static Candidate snapshot(String line) {
      String[] parts = line.split("\t", -1);
      List<String> tags = parts[1].isEmpty() ? List.of() : List.of(parts[1].split(","));
      return new Candidate(parts[0], OffsetDateTime.parse(parts[0]).toInstant(), tags);
    }

    @Override
    public String toString() {
      return String.join(" ", head());
    }
  }

  private static Policy with(Policy policy, String option, String value) {
    String rule = option.substring("--keep-".length());
    if (rule.equals("tag")) {
      return policy.keepTagged(value);
    }
    if (rule.equals("within")) {
      return policy.keepWithin(Period.LAST, Span.parse(value));
    }
    if (rule.startsWith("within-")) {
      return policy.keepWithin(period(rule.substring("within-".length())), Span.parse(value));
    }
    return policy.keep(period(rule), Integer.parseInt(value));
  }

  private static Period period(String word) {
    return Period.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static Stream<Case> cases() throws IOException {
    return cases(Files.readAllLines(ANSWERS)).stream();
  }

  private static List<Case> cases(List<String> lines) {
    List<Case> cases = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("case ")) {
        cases.add(new Case(new ArrayList<>()));
      }
      cases.get(cases.size() - 1).lines().add(line);
    }
    return cases;
  }

  @Test
  void there_are_a_hundred_cases() throws IOException {
    assertThat(cases()).hasSize(100);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decides_as_restic_does(Case each) {
    List<Candidate> shuffled = new ArrayList<>(each.snapshots());
    Collections.shuffle(shuffled, new Random(1));

    var ours = new StringBuilder(each.lines().get(0));
    for (Decision decision :
        each.policy().decide(shuffled, Instant.parse("2026-11-24T00:00:00Z"), each.zone())) {
      ours.append('\n').append(decision.snapshot().id());
      ours.append('\t').append(String.join(",", decision.snapshot().tags()));
      ours.append('\t').append(String.join("; ", decision.reasons()));
    }

    assertThat(ours.toString()).isEqualTo(each.answer());
  }

  /** Newer ones decide otherwise, as docs/store.md tells, so only this one is asked. */
  @Test
  @EnabledIfSystemProperty(named = "pchat.big", matches = "true")
  void restic_still_says_so() throws IOException, InterruptedException {
    Path restic = Tools.require("restic");
    Path python = Tools.require("python3");
    Shell shell = Shell.in(Path.of("").toAbsolutePath()).with("PATH", System.getenv("PATH"));
    String version = shell.run(restic, "version").out();
    Assumptions.assumeTrue(version.startsWith("restic 0.14."), version);

    Shell.Ran ran = shell.run(python, SCRIPT, 1, 1);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().strip()).isEqualTo(cases().findFirst().orElseThrow().answer());
  }
}
