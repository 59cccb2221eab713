package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.Shell;
import org.pchat.fixture.Tools;
import org.pchat.model.ReadOptions;
import org.pchat.zip.Entry;

/** Packages from the command line: what is refused, what a list does, what stands beside it. */
class PackageTest {
  private static final String MONDAY = "samples/contoso-monday.zip";
  private static final String TUESDAY = "samples/contoso-tuesday.zip";
  private static final String DELETED = "5c06f0f6-6402-4c48-8824-ae53db357a03";

  @TempDir Path folder;

  private Run lost(String... more) {
    List<String> words =
        new ArrayList<>(List.of("package", "--from", MONDAY, "--missing-in", TUESDAY, "-q"));
    words.addAll(List.of(more));
    return Run.pchat(words.toArray(String[]::new));
  }

  private Path file() {
    return folder.resolve("back.zip");
  }

  /** Returns the records of a package, a line each. */
  private static Set<String> records(Path file) throws IOException {
    Set<String> records = new TreeSet<>();
    try (Export export = ExportReader.open(file, ReadOptions.defaults())) {
      for (Entry entry : export.container().entries()) {
        if (!entry.name().equals("Manifest.xml")) {
          try (InputStream in = export.container().open(entry)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("<") && !line.startsWith("</"))
                .filter(line -> !line.startsWith("<?") && !line.contains("xmlns="))
                .forEach(line -> records.add(entry.name() + " " + line));
          }
        }
      }
    }
    return records;
  }

  @Test
  void beside_a_package_lie_a_guide_and_a_script() throws IOException {
    Run run = lost("-o", file().toString(), "--pool", "pchat.contoso.com");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("verdict: clean", "messages             306");
    String guide = Files.readString(folder.resolve("RESTORE.md"));
    assertThat(guide)
        .contains("2019-01-14", "over an hour", "Boot 2004-2006", "-WhatIf -Report", "back.zip");
    byte[] script = Files.readAllBytes(folder.resolve("restore.ps1"));
    String text = new String(script, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF#").contains("'pchat.contoso.com\\Boot 2004-2006'");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(Run.pchat("validate", file().toString()).exit()).isZero();
  }

  @Test
  void nothing_is_written_over_and_nothing_stays_behind() throws IOException {
    Files.writeString(folder.resolve("RESTORE.md"), "mine");
    Run run = lost("-o", file().toString());
    assertThat(run.exit()).isEqualTo(6);
    assertThat(Files.readString(folder.resolve("RESTORE.md"))).isEqualTo("mine");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void an_older_target_is_refused_and_an_equal_one_leaves_nothing_to_do() {
    String target = file().toString();
    Run older = Run.pchat("package", "--from", TUESDAY, "--missing-in", MONDAY, "-o", target);
    assertThat(older.exit()).isEqualTo(6);
    assertThat(older.err()).contains("RST-001", "older");
    Run same = Run.pchat("package", "--from", MONDAY, "--missing-in", MONDAY, "-o", target);
    assertThat(same.exit()).isEqualTo(1);
    assertThat(same.out()).contains("no package was made");
    assertThat(file()).doesNotExist();
  }

  @Test
  void without_closure_what_would_be_nowhere_is_refused() {
    Run refused =
        Run.pchat(
            "package",
            "--from",
            MONDAY,
            "--room",
            DELETED,
            "--no-closure",
            "-o",
            file().toString());
    assertThat(refused.exit()).isEqualTo(6);
    assertThat(refused.err()).contains("RST-002");
    assertThat(file()).doesNotExist();
    Run allowed =
        Run.pchat(
            "package",
            "--from",
            MONDAY,
            "--room",
            DELETED,
            "--no-closure",
            "--allow-dangling",
            "-o",
            file().toString());
    assertThat(allowed.exit()).isZero();
    assertThat(allowed.out()).contains("verdict: incomplete");
  }

  @Test
  void half_a_list_gives_exactly_that_half_and_what_it_needs() throws IOException {
    String whole = lost("--list", "--in-place").out();
    List<String> kept = new ArrayList<>();
    List<String> list = new ArrayList<>();
    int things = 0;
    for (String line : whole.lines().toList()) {
      boolean thing = !line.startsWith(";");
      boolean out = thing && things++ % 2 == 1;
      list.add(out ? ";" + line : line);
      if (thing && !out) {
        kept.add(line.substring(0, line.indexOf(" ;")));
      }
    }
    Path half = Files.write(folder.resolve("half.txt"), list);
    Run made = lost("--in-place", "--use-list", half.toString(), "-o", file().toString());
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(lines(kept, "role")).isEqualTo(told("role", "--use-list", half.toString()));
    assertThat(lines(kept, "scope")).isEqualTo(told("scope", "--use-list", half.toString()));
    assertThat(told("messages", "--use-list", half.toString())).isEqualTo(lines(kept, "messages"));
    for (String kind : List.of("room", "category", "principal", "addin")) {
      assertThat(told(kind, "--use-list", half.toString())).containsAll(lines(kept, kind));
    }
    assertThat(Run.pchat("validate", file().toString()).exit()).isZero();
  }

  private Set<String> told(String kind, String... more) {
    List<String> words = new ArrayList<>(List.of("--list", "--in-place"));
    words.addAll(List.of(more));
    List<String> lines =
        lost(words.toArray(String[]::new))
            .out()
            .lines()
            .filter(line -> !line.startsWith(";"))
            .map(line -> line.substring(0, line.indexOf(" ;")))
            .toList();
    return lines(lines, kind);
  }

  private static Set<String> lines(List<String> lines, String kind) {
    return lines.stream()
        .filter(line -> line.startsWith(kind + " "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_line_that_names_nothing_is_an_error_and_is_named() throws IOException {
    for (String line :
        List.of("room 00000000-0000-0000-0000-000000000009", "rooom x", "messages x 1..2")) {
      Path list = Files.writeString(folder.resolve("list.txt"), "; a comment\n" + line + "\n");
      Run run = lost("--use-list", list.toString(), "-o", file().toString());
      assertThat(run.exit()).as(line).isEqualTo(2);
      assertThat(run.err()).contains("list.txt:2").contains("RST-005");
    }
  }

  @Test
  void a_mapped_user_and_a_new_name_change_those_bytes_only() throws IOException {
    Path plain = folder.resolve("plain/back.zip");
    Path mapped = folder.resolve("mapped/back.zip");
    Files.createDirectories(plain.getParent());
    Files.createDirectories(mapped.getParent());
    assertThat(lost("--room", DELETED, "-o", plain.toString()).exit()).isZero();
    String old = "088cf531-1388-4122-b9bc-fdef7af7ad1d";
    String fresh = "1d57e7a9-55ba-4afc-b604-b321d1a2b806";
    Run run =
        lost(
            "--room",
            DELETED,
            "--map-user",
            old + "=" + fresh,
            "--rename-room",
            "Boot 2004-2006=Boot & \"Co\"",
            "-o",
            mapped.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    Set<String> expected =
        records(plain).stream()
            .filter(line -> !line.contains("<Principal guid=\"" + old))
            .map(line -> line.startsWith("Principals.xml") ? line : line.replace(old, fresh))
            .map(
                line ->
                    line.replace("name=\"Boot 2004-2006\"", "name=\"Boot &amp; &quot;Co&quot;\""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(records(mapped)).isEqualTo(expected);
  }

  @Test
  void new_guids_are_used_wherever_the_old_ones_stood() throws IOException {
    assertThat(lost("--room", DELETED, "--new-guids", "-o", file().toString()).exit()).isZero();
    assertThat(records(file()))
        .filteredOn(line -> !line.contains("<Text>")) // What people wrote is never changed.
        .noneMatch(line -> line.contains(DELETED));
    assertThat(Run.pchat("rehearse", file().toString(), "--onto", TUESDAY).exit()).isZero();
  }

  @Test
  void a_persons_messages_need_no_target() throws IOException {
    Run run =
        Run.pchat(
            "package",
            "--from",
            MONDAY,
            "--author",
            "maria.schmidt@contoso.com",
            "-o",
            file().toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("nobody said where the package goes");
    assertThat(records(file())).anyMatch(line -> line.startsWith("Messages/"));
    assertThat(Run.pchat("validate", file().toString()).exit()).isZero();
  }

  @Test
  void a_room_that_was_deleted_is_there_again_after_the_rehearsed_import() {
    String pool = "jdbc:h2:" + folder.resolve("pool");
    assertThat(Run.pchat("import", TUESDAY, "--into", pool).exit()).isZero();
    Run before = Run.pchat("show", MONDAY, "--room", DELETED);
    assertThat(before.out()).isNotEmpty();
    assertThat(Run.pchat("show", pool, "--room", DELETED).out()).isNotEqualTo(before.out());
    assertThat(lost("--room", DELETED, "-o", file().toString()).exit()).isZero();
    Run rehearsal = Run.pchat("rehearse", file().toString(), "--onto", pool);
    assertThat(rehearsal.exit()).as(rehearsal.out() + rehearsal.err()).isZero();
    Run done = Run.pchat("import", file().toString(), "--into", pool);
    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(Run.pchat("show", pool, "--room", DELETED).out()).isEqualTo(before.out());
  }

  /** Names with quotes, dollars and foreign letters; the folder of tree-sitter is named. */
  @Test
  void the_script_parses_whatever_the_names() throws Exception {
    String modules = System.getenv("PCHAT_NODE_MODULES");
    Assumptions.assumeTrue(modules != null, "PCHAT_NODE_MODULES names no tree-sitter");
    Path node = Tools.require("node");
    Run run =
        lost(
            "--rename-room",
            "Boot 2004-2006=O'Brien’s \"$(Room)\" & `Zürich` 聊天室 \u202e;#{}@",
            "--pool",
            "pool $x.contoso.com",
            "-o",
            folder.resolve("it's $back & so.zip").toString());
    assertThat(run.exit()).as(run.err()).isZero();
    Shell.Ran parsed =
        Shell.in(folder)
            .run(
                node,
                Path.of("src/test/resources/powershell/parse.mjs").toAbsolutePath(),
                modules,
                folder.resolve("restore.ps1"));
    assertThat(parsed.err()).isEmpty();
    assertThat(parsed.out()).isEmpty();
    assertThat(parsed.exit()).isZero();
  }
}
