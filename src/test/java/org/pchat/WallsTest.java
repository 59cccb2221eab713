package org.pchat;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/**
 * Holds the walls of docs/architecture.md: who may use whom, and in which room each library lives.
 */
@AnalyzeClasses(packages = "org.pchat", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  /** Each room and the rooms that it may use. */
  private static final Map<String, List<String>> ROOMS = rooms();

  /**
   * Each library and the one room in which it lives; the container's own format lives beside its
   * library.
   */
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          entry("org.apache.commons..", "zip"),
          entry("java.util.zip..", "zip"),
          entry("com.github.luben..", "chunk"),
          entry("com.ctc.wstx..", "xml"),
          entry("org.codehaus.stax2..", "xml"),
          entry("javax.xml.stream..", "xml"),
          entry("javax.xml.validation..", "xml"),
          entry("com.fasterxml..", "document"),
          entry("jakarta.xml.bind..", "archive"),
          entry("org.h2..", "database"),
          entry("com.microsoft..", "database"),
          entry("picocli..", "cli"),
          entry("me.tongfei..", "cli"));

  private static Map<String, List<String>> rooms() {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    rooms.put("problem", List.of());
    rooms.put("model", List.of("problem"));
    rooms.put("spill", List.of());
    rooms.put("zip", List.of("model", "problem"));
    rooms.put("xml", List.of("model", "problem"));
    rooms.put("document", List.of("model", "problem"));
    rooms.put("keep", List.of());
    rooms.put("chunk", List.of("zip", "model", "problem"));
    rooms.put("layout", List.of("xml", "document", "model", "problem"));
    rooms.put("infer", List.of("layout", "xml", "model", "problem"));
    rooms.put("archive", List.of("infer", "layout", "zip", "xml", "spill", "model", "problem"));
    rooms.put("tape", List.of("model", "problem"));
    rooms.put("pages", List.of("tape", "model", "problem"));
    rooms.put("mgc", List.of("model", "problem"));
    rooms.put("backupfile", List.of("pages", "tape", "mgc", "model", "problem"));
    rooms.put("database", List.of("mgc", "model", "problem"));
    rooms.put("order", List.of("spill", "model", "problem"));
    rooms.put("select", List.of("order", "spill", "model", "problem"));
    rooms.put("check", List.of("spill", "model", "problem"));
    rooms.put("diff", List.of("order", "spill", "model", "problem"));
    rooms.put("size", List.of("pages", "tape", "select", "model", "problem"));
    rooms.put(
        "report", List.of("timeline", "union", "diff", "select", "document", "model", "problem"));
    rooms.put("cmdlet", List.of("document", "model", "problem"));
    rooms.put("why", List.of("diff", "cmdlet", "document", "model", "problem"));
    rooms.put(
        "restore",
        List.of(
            "diff",
            "check",
            "select",
            "cmdlet",
            "archive",
            "database",
            "order",
            "spill",
            "layout",
            "zip",
            "document",
            "model",
            "problem"));
    rooms.put("union", List.of("diff", "order", "spill", "model", "problem"));
    rooms.put("timeline", List.of("union", "diff", "order", "spill", "model", "problem"));
    rooms.put("reconcile", List.of("diff", "order", "spill", "model", "problem"));
    rooms.put("gate", List.of("select", "model", "problem"));
    rooms.put(
        "store",
        List.of(
            "gate", "keep", "archive", "order", "spill", "chunk", "layout", "zip", "model",
            "problem"));
    rooms.put(
        "salvage",
        List.of("archive", "infer", "layout", "document", "xml", "zip", "model", "problem"));
    rooms.put("specimen", List.of("archive", "layout", "xml", "zip", "model", "problem"));
    rooms.put("runbook", List.of("document", "xml", "model", "problem"));
    rooms.put(
        "cli",
        List.of(
            "timeline",
            "union",
            "store",
            "gate",
            "keep",
            "restore",
            "runbook",
            "reconcile",
            "backupfile",
            "pages",
            "tape",
            "report",
            "why",
            "salvage",
            "specimen",
            "size",
            "check",
            "diff",
            "select",
            "archive",
            "infer",
            "database",
            "mgc",
            "order",
            "spill",
            "layout",
            "document",
            "zip",
            "model",
            "problem"));
    return rooms;
  }

  @ArchTest
  static void arrows_only_point_down(JavaClasses classes) {
    LayeredArchitecture house = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : ROOMS.keySet()) {
      house = house.layer(room).definedBy("org.pchat." + room + "..");
    }
    for (Map.Entry<String, List<String>> room : ROOMS.entrySet()) {
      house =
          room.getValue().isEmpty()
              ? house.whereLayer(room.getKey()).mayNotAccessAnyLayer()
              : house
                  .whereLayer(room.getKey())
                  .mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
    }
    house.check(classes);
  }

  @ArchTest
  static void every_package_is_a_known_room(JavaClasses classes) {
    Set<String> packages =
        classes.stream()
            .map(
                c ->
                    c.getPackageName()
                        .replaceFirst("^org\\.pchat\\.?", "")
                        .replaceFirst("\\..*", ""))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    Assertions.assertThat(ROOMS.keySet()).containsAll(packages);
  }

  @ArchTest
  static void each_library_lives_in_one_room(JavaClasses classes) {
    LIBRARIES.forEach(
        (library, room) ->
            noClasses()
                .that()
                .resideOutsideOfPackage("org.pchat." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(classes));
  }

  @ArchTest
  static final ArchRule no_cycles =
      SlicesRuleDefinition.slices().matching("org.pchat.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobody_touches_the_standard_streams =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule no_library_reader_of_zip_files =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.zip\\.Zip(File|InputStream)")
          .because("they read damaged and hostile archives without complaint (docs/decisions.md)");

  @ArchTest
  static final ArchRule no_loose_xml_factories =
      noClasses()
          .should()
          .callMethodWhere(
              target(name("newInstance"))
                  .and(target(owner(nameMatching("javax\\.xml\\..*Factory")))))
          .because("they take whatever parser is on the class path");

  @ArchTest
  static final ArchRule no_vague_names =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveNameMatching(".*(Helper|Utils?|Common|Impl|Data|Info|Processor)")
          .orShould()
          .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*");
}
