package org.pchat.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.model.ChatSource;

/** What Contoso lost between Monday and Tuesday comes back, and nothing else of Tuesday changes. */
class ContosoPackageTest {
  @TempDir Path folder;

  private Map<String, Map<String, Object>> came(Shape shape) throws IOException {
    Path file = folder.resolve("package.zip");
    Pieces.write(Pieces.MONDAY, Pieces.TUESDAY, shape, file);
    try (ChatSource source = Pieces.open(file);
        ChatSource tuesday = Pieces.open(Pieces.TUESDAY)) {
      var now = Pieces.imported(source, Pieces.TUESDAY, folder);
      var was = Pieces.records(tuesday);
      assertThat(Pieces.beyond(now, was).values()).allMatch(Map::isEmpty);
      return Pieces.beyond(was, now);
    }
  }

  private static Map<String, Map<String, Object>> monday() throws IOException {
    try (ChatSource monday = Pieces.open(Pieces.MONDAY)) {
      return Pieces.records(monday);
    }
  }

  @Test
  void in_place_all_that_is_lost_and_allowed_comes_back_exactly() throws IOException {
    var came = came(Shape.SAFE.inPlace(true));
    var monday = monday();
    came.forEach((kind, records) -> assertThat(monday.get(kind)).containsAllEntriesOf(records));
    assertThat(came.get("rooms")).hasSize(1);
    assertThat(came.get("messages")).hasSize(82 + 137 + 87);
    assertThat(came.get("roles")).hasSize(16);
    assertThat(came.get("scopes")).hasSize(3);
    assertThat(came.get("principals")).isEmpty();
    assertThat(came.get("categories")).isEmpty();
  }

  @Test
  void beside_them_living_rooms_and_their_permissions_stay_untouched() throws IOException {
    var came = came(Shape.SAFE);
    assertThat(came.get("rooms")).hasSize(3);
    assertThat(came.get("rooms").values().toString())
        .contains("Sound 2013-2019 (restored 2019-01-14)", "Boot 2004-2006");
    assertThat(came.get("messages")).hasSize(82 + 137 + 87);
    assertThat(came.get("scopes")).isEmpty();
    assertThat(Pieces.rehearse(folder.resolve("package.zip"), Pieces.TUESDAY).verdict())
        .isEqualTo(Verdict.CLEAN);
  }

  @Test
  void what_no_import_can_put_right_is_listed_with_its_cmdlet() throws IOException {
    try (ChatSource monday = Pieces.open(Pieces.MONDAY);
        ChatSource tuesday = Pieces.open(Pieces.TUESDAY)) {
      Plan plan = Packing.plan(Pieces.lost(monday, tuesday, Shape.SAFE.inPlace(true)));
      Map<String, List<String>> told =
          plan.leftOut().stream()
              .collect(
                  Collectors.groupingBy(
                      LeftOut::what,
                      Collectors.mapping(
                          item -> item.cmdlet() == null ? "" : item.cmdlet(),
                          Collectors.toList())));
      assertThat(told.get("replaced")).hasSize(3).allMatch(c -> c.contains("-ReplaceMessage "));
      assertThat(told.get("disabled")).hasSize(1).allMatch(c -> c.endsWith("-Disabled $False"));
      assertThat(told.get("privacy")).hasSize(1).allMatch(c -> c.endsWith("-Privacy 'Closed'"));
      assertThat(told.get("renamed")).hasSize(1).allMatch(c -> c.contains("-Name 'R&D: Shell"));
      assertThat(told.get("moved")).hasSize(1).allMatch(c -> c.contains("-Category "));
      assertThat(told.get("role"))
          .anyMatch(c -> c.contains("karin.turner"))
          .anyMatch(c -> c.contains("Packages 2007-2009"));
      Set<String> kinds = new TreeSet<>(told.keySet());
      assertThat(kinds)
          .containsExactlyInAnyOrder(
              "account-deleted", "disabled", "moved", "privacy", "renamed", "replaced", "role");
    }
  }

  @Test
  void in_place_the_verdict_depends_on_the_importer_and_says_how() throws IOException {
    Path file = folder.resolve("package.zip");
    PackageResult written =
        Pieces.write(Pieces.MONDAY, Pieces.TUESDAY, Shape.SAFE.inPlace(true), file);
    assertThat(written.verdict()).isEqualTo(Verdict.DEPENDS);
    Rehearsal.Result result = Pieces.rehearse(file, Pieces.TUESDAY);
    assertThat(result.verdict()).isEqualTo(Verdict.DEPENDS);
    assertThat(result.trials()).hasSize(8);
    assertThat(result.assumptions().toString())
        .contains("content is replaced: other messages in Sound 2013-2019")
        .contains("message ids are renumbered");
    assertThat(result.age()).contains("2019-01-15");
  }
}
