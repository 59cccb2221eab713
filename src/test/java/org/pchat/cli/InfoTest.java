package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.Shell;
import org.pchat.fixture.Tools;

/** What {@code info} counts, others count too. */
class InfoTest {
  private static final Map<String, String> ELEMENTS = elements();

  @TempDir Path folder;

  /** Returns what each count of {@code info} stands for, as XPath. */
  private static Map<String, String> elements() {
    Map<String, String> elements = new LinkedHashMap<>();
    elements.put("categories", "//*[local-name()='Category'][@parent]");
    elements.put("rooms", "//*[local-name()='Room']");
    elements.put("principals", "//*[local-name()='Principal']");
    elements.put("addIns", "//*[local-name()='AddIn']");
    elements.put("roles", "//*[local-name()='Role']");
    elements.put("scopes", "//*[local-name()='Scope']");
    elements.put("messages", "//*[local-name()='Message']");
    return elements;
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso-monday", "contoso-tuesday"})
  void the_counts_equal_those_of_xmllint(String sample) throws Exception {
    Path archive = Path.of("samples", sample + ".zip").toAbsolutePath();
    Shell shell = Shell.in(folder);
    assertThat(shell.run(Tools.require("unzip"), "-q", archive).exit()).isZero();
    Map<String, Long> counted = new LinkedHashMap<>();
    for (Path entry : entries()) {
      count(shell, entry).forEach((name, count) -> counted.merge(name, count, Long::sum));
    }
    assertThat(stated(archive)).isEqualTo(counted);
    assertThat(stated(archive, "--quick")).isEqualTo(counted);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("Manifest.xml"))
          .toList();
    }
  }

  private static Map<String, Long> count(Shell shell, Path entry) throws Exception {
    String xpath =
        ELEMENTS.values().stream()
            .map("count(%s)"::formatted)
            .collect(Collectors.joining(",' ',", "concat(", ")"));
    Shell.Ran ran = shell.run(Tools.require("xmllint"), "--huge", "--xpath", xpath, entry);
    assertThat(ran.exit()).as(ran.err()).isZero();
    String[] numbers = ran.out().strip().split(" ", -1);
    Map<String, Long> counts = new LinkedHashMap<>();
    int i = 0;
    for (String name : ELEMENTS.keySet()) {
      counts.put(name, Long.parseLong(numbers[i++]));
    }
    return counts;
  }

  private static Map<String, Long> stated(Path archive, String... options) throws IOException {
    String[] words =
        Stream.concat(Stream.of("info", "--json", archive.toString()), Stream.of(options))
            .toArray(String[]::new);
    Run run = Run.pchat(words);
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode counts = new ObjectMapper().readTree(run.out()).get("counts");
    Map<String, Long> stated = new LinkedHashMap<>();
    counts.fieldNames().forEachRemaining(name -> stated.put(name, counts.get(name).asLong()));
    return stated;
  }
}
