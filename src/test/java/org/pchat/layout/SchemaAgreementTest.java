package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.ExportReader;
import org.pchat.archive.ExportWriter;
import org.pchat.fixture.Tools;
import org.pchat.model.ReadOptions;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.sample.SamplePool;
import org.pchat.sample.SampleSize;
import org.pchat.xml.EntryParser;
import org.pchat.xml.SchemaChoice;
import org.pchat.xml.SchemaFinding;
import org.pchat.xml.XmlLimits;
import org.pchat.zip.Container;

/**
 * What the check against the schemas says of an entry, held against libxml2, which shares no code
 * with it: for every mutation of a small sample both must say the same.
 */
class SchemaAgreementTest {
  private static final Pattern VERDICT =
      Pattern.compile("(?m)^.*[/\\\\](\\d+)\\.xml (validates|fails to validate)$");
  private static final Pattern PART =
      Pattern.compile("^<[A-Za-z]+| [A-Za-z]+(?==\")|<(?:Text|Rtf)");
  private static final int ONE_RUN = 2_000;

  @TempDir static Path folder;

  private static Map<String, List<String>> sample() throws IOException {
    Path file = folder.resolve("sample.zip");
    if (!Files.exists(file)) {
      ExportWriter.write(SamplePool.of(SampleSize.small()), file, true);
    }
    Map<String, List<String>> lines = new LinkedHashMap<>();
    try (var export = ExportReader.open(file, ReadOptions.defaults())) {
      Container container = export.container();
      for (var entry : container.entries()) {
        String role = entry.name().replaceFirst("[/.].*", "");
        try (var in = container.open(entry)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          lines.computeIfAbsent(role, r -> new ArrayList<>()).addAll(text.lines().toList());
        }
      }
    }
    return lines;
  }

  /** Records of the sample that together have every attribute and child that any of them has. */
  private static List<String> shapes(List<String> lines) {
    Set<String> seen = new HashSet<>();
    return lines.stream()
        .filter(line -> line.contains("=\"") && !line.startsWith("<?"))
        .filter(line -> !line.matches("<(Messages|Manifest|[A-Z]\\w+s) .*"))
        .map(String::strip)
        .filter(line -> PART.matcher(line).results().filter(m -> seen.add(m.group())).count() > 0)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Principals",
        "AddIns",
        "Categories",
        "Rooms",
        "Permissions",
        "Messages",
        "Manifest"
      })
  void both_agree_on_every_mutation(String role) throws Exception {
    Tools.require("xmllint");
    String root = root(role);
    List<String> records = shapes(sample().get(role));
    assertThat(records).isNotEmpty();
    Map<String, String> mutations = new LinkedHashMap<>();
    for (int i = 0; i < records.size(); i++) {
      String record = records.get(i);
      String name = role + " record " + i;
      String head = root + record + "\n";
      EntryMutations.of(head, record, "\n</" + role + ">\n")
          .forEach((what, entry) -> mutations.put(name + ": " + what, entry));
    }
    mutations.putAll(rootMutations(role, root, records.get(0)));
    assertAgreed(role, mutations);
  }

  private static String root(String role) {
    String more =
        switch (role) {
          case "Messages" -> " room=\"052a503b-a06d-485a-a5c8-0fad8949f40a\"";
          case "Manifest" -> " layout=\"pchat-1\" level=\"All\" generator=\"pchat\"";
          default -> "";
        };
    return "<" + role + " xmlns=\"urn:pchat:export:1\"" + more + ">\n";
  }

  private static Map<String, String> rootMutations(String role, String root, String record) {
    Map<String, String> mutations = new LinkedHashMap<>();
    String end = "\n</" + role + ">\n";
    EntryMutations.of("", root.strip().replace(">", ">"), record + end)
        .forEach(
            (what, entry) -> {
              if (entry.startsWith("<" + role + " ") && entry.contains(record + end)) {
                mutations.put("root: " + what, entry);
              }
            });
    mutations.put("root: empty", root + "</" + role + ">");
    mutations.put(
        "root: renamed",
        (root + record + end)
            .replace(role + " ", role + "x ")
            .replace("</" + role, "</" + role + "x"));
    mutations.put(
        "root: no namespace", (root + record + end).replace(" xmlns=\"urn:pchat:export:1\"", ""));
    mutations.put("root: other namespace", (root + record + end).replace("export:1", "export:2"));
    mutations.put("root: text", root + "text" + record + end);
    mutations.put("root: comment first", "<!-- a -->" + root + record + end + "<!-- b -->");
    mutations.put("root: of another entry", root.replace(role, "Elsewhere") + "</Elsewhere>");
    return mutations;
  }

  @Test
  void both_agree_on_the_order_of_roles_and_scopes() throws Exception {
    Tools.require("xmllint");
    List<String> records = shapes(sample().get("Permissions"));
    Map<String, String> mutations = new LinkedHashMap<>();
    for (String first : records) {
      for (String second : records) {
        mutations.put(first + second, root("Permissions") + first + second + "</Permissions>");
      }
    }
    assertAgreed("Permissions", mutations);
  }

  private static void assertAgreed(String role, Map<String, String> mutations) throws Exception {
    Map<String, String> theirs = xmllint(role, mutations);
    List<String> disagreed = new ArrayList<>();
    for (Map.Entry<String, String> mutation : mutations.entrySet()) {
      String mine = verdict(role, mutation.getValue());
      String other = theirs.getOrDefault(mutation.getKey(), "not well-formed");
      if (!mine.startsWith(other)) {
        disagreed.add(
            mutation.getKey()
                + ": xmllint says "
                + other
                + ", we say "
                + mine
                + ", of "
                + mutation
                    .getValue()
                    .replaceAll("(?s).*\n(.*\n</)", "$1")
                    .lines()
                    .findFirst()
                    .orElse(""));
      }
    }
    assertThat(disagreed.stream().limit(10)).isEmpty();
    assertThat(theirs.values()).contains("validates", "fails to validate");
  }

  private static String verdict(String role, String entry) throws IOException {
    try {
      List<SchemaFinding> findings = findings(role, entry);
      return findings.isEmpty() ? "validates" : "fails to validate: " + findings.get(0).problem();
    } catch (ArchiveException refused) {
      return "not well-formed";
    }
  }

  private static List<SchemaFinding> findings(String role, String entry) throws IOException {
    var choice = new SchemaChoice(List.of());
    var in = new ByteArrayInputStream(entry.getBytes(StandardCharsets.UTF_8));
    List<SchemaFinding> findings = new ArrayList<>();
    try (var parser =
        EntryParser.open(
            in,
            Location.of("a.zip", role + ".xml"),
            XmlLimits.defaults(),
            name -> choice.at(name, () -> Pchat1Schemas.named(role)))) {
      while (parser.advance() != EntryParser.Event.DONE) {}
      findings.addAll(parser.findings(1));
    }
    return findings;
  }

  private static Map<String, String> xmllint(String role, Map<String, String> mutations)
      throws Exception {
    Path entries = Files.createTempDirectory(folder, role);
    List<String> names = new ArrayList<>(mutations.keySet());
    for (int i = 0; i < names.size(); i++) {
      Files.writeString(entries.resolve(i + ".xml"), mutations.get(names.get(i)));
    }
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (int from = 0; from < names.size(); from += ONE_RUN) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "xmllint",
                  "--noout",
                  "--schema",
                  "schemas/" + role.toLowerCase(Locale.ROOT) + ".xsd"));
      for (int i = from; i < Math.min(from + ONE_RUN, names.size()); i++) {
        command.add(entries.resolve(i + ".xml").toString());
      }
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      VERDICT
          .matcher(said)
          .results()
          .forEach(m -> verdicts.put(names.get(Integer.parseInt(m.group(1))), m.group(2)));
      process.waitFor();
    }
    return verdicts;
  }
}
