package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ReadOptions;
import org.pchat.model.Structure;
import org.pchat.respell.CategoryTree;
import org.pchat.respell.CliXml;
import org.pchat.respell.CmdletObjects;
import org.pchat.respell.DayFiles;
import org.pchat.respell.Diffgram;
import org.pchat.respell.ObjectGraph;
import org.pchat.respell.Respelling;
import org.pchat.respell.SemicolonLists;
import org.pchat.respell.ValueElements;

/**
 * Layouts invented by somebody who had not read how inference works, through the command.
 *
 * <p>What came out when they were first tried, before anything was changed for them. Where
 * categories came without parents, {@code info} also counted none of them. The lists of
 * semicolon-lists are left out with a warning.
 *
 * <table>
 * <caption>The first try</caption>
 * <tr><td>cmdlet-objects</td><td>identical; EnableChatHistory and Invitations not understood</td></tr>
 * <tr><td>cmdlet-objects-without-root</td><td>read, and the root reported as deleted</td></tr>
 * <tr><td>day-files</td><td>identical</td></tr>
 * <tr><td>day-files-date-apart</td><td>refused: messages have no time</td></tr>
 * <tr><td>diffgram</td><td>identical</td></tr>
 * <tr><td>object-graph</td><td>refused: messages have no author</td></tr>
 * <tr><td>clixml</td><td>refused: begins with Objs; not told what is missing</td></tr>
 * <tr><td>category-tree</td><td>WRONG: the root was not read, so it was called deleted</td></tr>
 * <tr><td>semicolon-lists</td><td>WRONG: rooms were read as principals, too</td></tr>
 * <tr><td>value-elements</td><td>refused: no rooms with an identity and a name</td></tr>
 * </table>
 */
class BlindLayoutsTest {
  private static final Path MONDAY = Path.of("samples/contoso-monday.zip");

  @TempDir private static Path folder;
  private static MemorySource monday =
      MemorySource.of(new Structure(List.of(), List.of(), List.of()));

  @BeforeAll
  static void read() throws IOException {
    try (Export export = ExportReader.open(MONDAY, ReadOptions.defaults())) {
      monday = MemorySource.copyOf(export);
    }
  }

  private static Run diff(Respelling layout) throws IOException {
    Path zip = layout.write(monday, folder.resolve(layout.name() + ".zip"));
    return Run.pchat("diff", MONDAY.toString(), zip.toString());
  }

  private static Run info(Respelling layout) throws IOException {
    Path zip = layout.write(monday, folder.resolve(layout.name() + ".zip"));
    return Run.pchat("info", zip.toString());
  }

  static Stream<Respelling> understood() {
    return Stream.of(
        new CmdletObjects(true), new DayFiles(false), new Diffgram(), new ValueElements());
  }

  @ParameterizedTest
  @MethodSource("understood")
  void monday_is_identical(Respelling layout) throws IOException {
    Run run = diff(layout);
    assertThat(run.out()).isEqualTo("identical\n");
    assertThat(run.err()).contains("INF-001");
    assertThat(run.exit()).isZero();
  }

  @Test
  void a_root_that_no_cmdlet_prints_is_all_that_differs() throws IOException {
    Run run = diff(new CmdletObjects(false));
    assertThat(run.out()).startsWith("different: categories 1 removed\n");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_date_apart_from_its_time_is_no_time() throws IOException {
    Run run = diff(new DayFiles(true));
    assertThat(run.err()).contains("history/*/*-*-*.xml:/day/msg has no sent", "INF-002");
    assertThat(run.exit()).isEqualTo(4);
  }

  @Test
  void an_author_by_the_serializers_number_is_no_author() throws IOException {
    Run run = diff(new ObjectGraph());
    assertThat(run.err()).contains("/Room/Messages/Message has no author", "INF-002");
    assertThat(run.exit()).isEqualTo(4);
  }

  @Test
  void values_named_by_an_attribute_are_no_records() throws IOException {
    Run run = diff(new CliXml());
    assertThat(run.err()).contains("none of its 7 XML files has the records of one", "<Objs>");
    assertThat(run.exit()).isEqualTo(4);
  }

  @Test
  void a_tree_of_categories_is_refused_because_of_its_root() throws IOException {
    Run run = diff(new CategoryTree());
    assertThat(run.err()).contains("/Pool/Category").contains("INF-");
    assertThat(run.exit()).isEqualTo(4);
  }

  @Test
  void categories_without_parents_are_counted() throws IOException {
    assertThat(info(new CmdletObjects(false)).out()).containsPattern("Categories +7\n");
  }

  @Test
  void rooms_with_lists_are_no_principals() throws IOException {
    Run run = diff(new SemicolonLists());
    assertThat(run.out()).doesNotContain("account-created", "edited");
    assertThat(run.out()).containsPattern("roles +0 +0 +0 +694");
  }
}
