package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** docs/format.md has the sections that the code names, and its examples are from the sample. */
class FormatPageTest {
  private static final Path PAGE = Path.of("docs/format.md");
  private static final Pattern REFERENCE =
      Pattern.compile("docs/format\\.md[,;][\\s*]+\"([^\"]+)\"");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```xml\\n(.*?)^```$");

  @Test
  void every_section_that_the_code_names_exists() throws IOException {
    List<String> headings =
        Files.readString(PAGE).lines().filter(l -> l.startsWith("## ")).toList();
    Set<String> named = named();
    assertThat(named).isNotEmpty();
    assertThat(headings).containsAll(named.stream().map(section -> "## " + section).toList());
  }

  private static Set<String> named() throws IOException {
    Set<String> sections = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        REFERENCE.matcher(Files.readString(file)).results().forEach(r -> sections.add(r.group(1)));
      }
    }
    return sections;
  }

  @Test
  void every_example_stands_in_the_sample() throws IOException {
    Set<String> sample = lines(Path.of("samples/contoso-monday.zip"));
    List<String> examples =
        EXAMPLE.matcher(Files.readString(PAGE)).results().flatMap(r -> r.group(1).lines()).toList();
    assertThat(examples).isNotEmpty();
    assertThat(sample).containsAll(examples);
  }

  private static Set<String> lines(Path archive) throws IOException {
    Set<String> lines = new HashSet<>();
    try (var zip = new ZipFile(archive.toFile())) {
      for (var entry : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        lines.addAll(new String(bytes, StandardCharsets.UTF_8).lines().toList());
      }
    }
    return lines;
  }
}
