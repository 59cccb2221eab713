package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.ExportReader;
import org.pchat.archive.ExportWriter;
import org.pchat.diff.EditedPair;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.fixture.RandomPool;
import org.pchat.fixture.Shared;
import org.pchat.fixture.TextCorpus;
import org.pchat.model.ReadOptions;
import org.pchat.respell.Styles;

/** Every line of JSON is what docs/json/ says, and docs/json/ knows every field. */
class JsonSchemaTest {
  private static final Path FOLDER = Path.of("docs/json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @TempDir Path folder;

  /** An output: the name of its schema, and the words that make it. */
  private record Output(String schema, List<String> words) {
    Run of(Path... sources) {
      Stream<String> named = Stream.of(sources).map(Path::toString);
      Stream<String> all =
          Stream.of(words.stream(), Stream.of("--json"), named).flatMap(words -> words);
      return Run.pchat(all.toArray(String[]::new));
    }
  }

  private static final List<Output> OUTPUTS =
      List.of(
          new Output("info", List.of("info")),
          new Output("info", List.of("info", "--quick")),
          new Output("list-rooms", List.of("list", "rooms")),
          new Output("list-categories", List.of("list", "categories")),
          new Output("list-principals", List.of("list", "principals")),
          new Output("list-addins", List.of("list", "addins")),
          new Output("list-permissions", List.of("list", "permissions")),
          new Output("list-files", List.of("list", "files")),
          new Output("list-access", List.of("list", "access", "--room", "*")),
          new Output("show", List.of("show")),
          new Output("stats", List.of("stats")),
          new Output("stats", List.of("stats", "--by", "weekday", "--by", "hour")),
          new Output("size", List.of("size")),
          new Output("validate", List.of("validate")),
          new Output("salvage", List.of("salvage", "--force", "-o", "target/json-salvage.zip")),
          new Output("specimen", List.of("specimen", "--force", "-o", "target/json-specimen.zip")),
          new Output("export", List.of("export", "--force", "-o", "target/json-schema-test.zip")),
          new Output(
              "import",
              List.of("import", "--what-if", "--into", "jdbc:h2:./target/json-schema-test")));

  /** Outputs that compare the source with another. */
  private static final List<Output> PAIRS =
      List.of(
          new Output("diff", List.of("diff")),
          new Output("diff", List.of("diff", "--strict", "--thorough")),
          new Output("diff-details", List.of("diff", "--details")),
          new Output("timeline", List.of("timeline")),
          new Output("show", List.of("show")),
          new Output("reconcile", List.of("reconcile")),
          new Output("why", List.of("why", "--room", "*")),
          new Output("why", List.of("why", "--room", "*", "--user", "k*")));

  /** Outputs of commands that work on a store. */
  private static final List<String> STORE =
      List.of("init", "backup", "snapshots", "restore", "forget", "verify", "accept", "unlock");

  private static List<Output> pairs() {
    return PAIRS;
  }

  private static List<Output> outputs() {
    return OUTPUTS;
  }

  @Test
  void each_output_has_a_schema_and_each_schema_an_output() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> expected = new ArrayList<>(OUTPUTS.stream().map(Output::schema).toList());
      PAIRS.forEach(pair -> expected.add(pair.schema()));
      expected.add("error");
      expected.add("explain");
      expected.add("package");
      expected.add("rehearse");
      List.of("list", "show", "infer", "report").forEach(w -> expected.add("layout-" + w));
      expected.add("tables");
      expected.add("timeline-event");
      expected.add("runbook");
      expected.addAll(STORE);
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().distinct().map(name -> name + ".schema.json").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void the_schemas_themselves_are_valid(Path file) throws IOException {
    Schema meta =
        SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(JSON.readTree(file.toFile()))).isEmpty();
  }

  @Test
  void files_held_against_a_store_fit() throws IOException {
    Run run =
        Run.pchat("list", "files", "--against", "docs", "--json", "samples/contoso-monday.zip");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("missing", "unlinked");
    assertFits("list-files", run.out());
  }

  @Test
  void events_of_a_timeline_fit() throws IOException {
    Run run =
        Run.pchat(
            "timeline",
            "--gone",
            "--json",
            "samples/contoso-tuesday.zip",
            "samples/contoso-monday.zip");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"deleted\"", "\"room-deleted\"");
    assertFits("timeline-event", run.out());
  }

  @Test
  void what_is_told_about_layouts_fits() throws IOException {
    String archive = respelled();
    for (List<String> words :
        List.of(
            List.of("layout", "list"),
            List.of("layout", "show", "dataset"),
            List.of("layout", "infer", archive),
            List.of("layout", "report", archive))) {
      Run run =
          Run.pchat(Stream.concat(words.stream(), Stream.of("--json")).toArray(String[]::new));
      assertThat(run.exit()).as(words + " " + run.err()).isZero();
      assertFits("layout-" + words.get(1), run.out());
    }
  }

  private String respelled() throws IOException {
    try (var sample =
        ExportReader.open(Path.of("samples/contoso-monday.zip"), ReadOptions.defaults())) {
      var copy = MemorySource.copyOf(sample);
      return Styles.all().get(0).write(copy, folder.resolve("respelled.zip")).toString();
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void the_samples_fit(Output output) throws IOException {
    for (String day : List.of("monday", "tuesday")) {
      Run run = output.of(Path.of("samples/contoso-" + day + ".zip"));
      assertThat(run.exit()).isZero();
      assertThat(run.out()).isNotBlank();
      assertFits(output.schema(), run.out());
    }
  }

  @Test
  void the_list_of_runbooks_fits() throws IOException {
    assertFits("runbook", Run.pchat("runbook", "list", "--json").out());
  }

  @Test
  void what_is_told_of_a_store_fits() throws IOException {
    String store = folder.resolve("store").toString();
    for (String typed :
        List.of(
            "init",
            "backup samples/contoso-monday.zip samples/contoso-tuesday.zip --tag a,b --pin",
            "snapshots",
            "forget --keep-last 1",
            "accept latest",
            "snapshots --unpin latest~1",
            "restore latest -o " + folder.resolve("back.zip"),
            "forget --keep-last 1 --execute",
            "verify",
            "unlock")) {
      List<String> words = new ArrayList<>(List.of(typed.split(" ")));
      words.addAll(List.of("--store", store, "--json"));
      Run run = Run.pchat(words.toArray(String[]::new));
      assertThat(run.exit()).as(typed + " " + run.err()).isIn(0, 7);
      assertThat(run.out()).as(typed).isNotBlank();
      assertFits(words.get(0), run.out());
    }
  }

  @Test
  void a_list_of_tables_fits() throws IOException {
    Path file = Shared.require("data/sql/WorldLanguages-2019.bak");
    assertFits("tables", Run.pchat("tables", file.toString(), "--json").out());
    assertFits("info", Run.pchat("info", file.toString(), "--json").out());
    assertFits("size", Run.pchat("size", file.toString(), "--json").out());
    String pool = "samples/contoso-monday-mgc.bak";
    assertFits("info", Run.pchat("info", pool, "--json").out());
  }

  @Test
  void packages_and_their_rehearsals_fit() throws IOException {
    String monday = "samples/contoso-monday.zip";
    String tuesday = "samples/contoso-tuesday.zip";
    String file = folder.resolve("back.zip").toString();
    Run made =
        Run.pchat("package", "--from", monday, "--missing-in", tuesday, "-o", file, "--json", "-q");
    assertThat(made.exit()).as(made.err()).isZero();
    assertFits("package", made.out());
    Run tried = Run.pchat("rehearse", file, "--onto", tuesday, "--json");
    assertThat(tried.exit()).as(tried.err()).isZero();
    assertFits("rehearse", tried.out());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void pairs_fit(Output output) throws IOException {
    Path monday = Path.of("samples/contoso-monday.zip");
    Path tuesday = Path.of("samples/contoso-tuesday.zip");
    List<String> texts = new ArrayList<>(TextCorpus.strings());
    Path hostile = Pools.write(folder.resolve("before.zip"), texts.subList(0, 20), texts);
    Path changed =
        Pools.write(folder.resolve("after.zip"), texts.subList(9, 20), texts.subList(3, 99));
    for (Run run : List.of(output.of(monday, tuesday), output.of(hostile, changed))) {
      assertThat(run.exit()).as(run.err()).isLessThanOrEqualTo(1);
      assertThat(run.out()).isNotBlank();
      assertFits(output.schema(), run.out());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_pairs_fit(long seed) throws IOException {
    EditedPair pair = EditedPair.with(seed);
    Path before = folder.resolve("before.zip");
    Path after = folder.resolve("after.zip");
    ExportWriter.write(pair.before(), before, true);
    ExportWriter.write(pair.after(), after, true);
    assertFits("diff", new Output("diff", List.of("diff")).of(before, after).out());
    Output details = new Output("diff-details", List.of("diff", "--details"));
    assertFits("diff-details", details.of(before, after).out());
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void a_hostile_pool_fits(Output output) throws IOException {
    List<String> texts = new ArrayList<>(TextCorpus.strings());
    texts.add("ma-filelink:\u001b[2J\ud800");
    Run run = output.of(Pools.write(folder.resolve("hostile.zip"), texts.subList(0, 5), texts));
    assertThat(run.exit()).isIn(0, output.schema().equals("validate") ? 1 : 0);
    assertFits(output.schema(), run.out());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_pools_with_every_field_fit(long seed) throws IOException {
    Path file = folder.resolve("random.zip");
    ExportWriter.write(RandomPool.with(seed), file, true);
    for (Output output : OUTPUTS) {
      assertFits(output.schema(), output.of(file).out());
    }
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void a_broken_export_fits(Output output) throws IOException {
    assertFits(output.schema(), output.of(broken()).out());
  }

  private Path broken() throws IOException {
    String open = "<%s xmlns=\"urn:pchat:export:1\">";
    String room = "00000000-0000-4000-8000-000000000064";
    return Zips.write(
        folder.resolve("broken.zip"),
        List.of(
            Zips.part("Rooms.xml", open.formatted("Rooms") + "\n<Room guid=\"x\"/></Rooms>"),
            Zips.part("Extra.bin", "?"),
            Zips.part(
                "Messages/" + room + ".xml",
                open.formatted("Messages")
                    + "<Message id=\"1\" sent=\"-5\" authorRaw=\"42\" mood=\"glad\"><Text>hi</Text>"
                    + "</Message><Message id=\"1\" sent=\"soon\"><Text>!</Text></Message></Messages>")));
  }

  @Test
  void explanations_fit() throws IOException {
    Run run = Run.pchat("explain", "--json");
    assertThat(run.out()).isNotBlank();
    assertFits("explain", run.out());
  }

  @Test
  void a_list_without_records_is_empty() throws IOException {
    Path noAddIns = Pools.write(folder.resolve("pool.zip"), List.of("Desk"), List.of());
    assertThat(Run.pchat("list", "addins", "--json", noAddIns.toString()).out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void errors_fit(int exit, List<String> words) throws IOException {
    Run run = Run.pchat(words.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(exit);
    String last = run.err().lines().reduce((first, second) -> second).orElseThrow();
    assertFits("error", last);
    assertThat(JSON.readTree(last).get("exit").asInt()).isEqualTo(exit);
  }

  private static List<Arguments> failures() {
    return List.of(
        Arguments.of(2, List.of("info", "--json", "--frobnicate")),
        Arguments.of(2, List.of("show", "--json", "samples/contoso-monday.zip", "--room", "no")),
        Arguments.of(4, List.of("info", "--json", "README.md")),
        Arguments.of(5, List.of("info", "--json", "nowhere.zip")),
        Arguments.of(10, List.of("snapshots", "--json", "--store", "nowhere")),
        Arguments.of(
            6, List.of("info", "--json", "samples/contoso-monday.zip", "-o", "README.md")));
  }

  private static void assertFits(String name, String lines) throws IOException {
    Schema schema = schema(name);
    for (String line : lines.lines().toList()) {
      assertThat(schema.validate(JSON.readTree(line))).as(line).isEmpty();
    }
  }

  private static Schema schema(String name) throws IOException {
    JsonNode schema = JSON.readTree(FOLDER.resolve(name + ".schema.json").toFile());
    close(schema);
    return SCHEMAS.getSchema(schema);
  }

  /** Forbids what the schema does not name, so that no field is added without a description. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.path("additionalProperties").isObject()) {
      object.put("additionalProperties", false);
    }
    node.forEach(JsonSchemaTest::close);
  }
}
