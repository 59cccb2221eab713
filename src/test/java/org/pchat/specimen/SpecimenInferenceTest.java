package org.pchat.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.archive.ExportReader;
import org.pchat.archive.UnfamiliarArchive;
import org.pchat.fixture.MemorySource;
import org.pchat.layout.DescribedLayout;
import org.pchat.layout.Descriptor;
import org.pchat.layout.FieldSpelling;
import org.pchat.layout.RecordSpelling;
import org.pchat.model.Kind;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.respell.Style;
import org.pchat.respell.Styles;

/** A specimen of an unfamiliar export teaches what the export itself would have taught. */
class SpecimenInferenceTest {
  private static MemorySource monday;

  @TempDir Path folder;

  @BeforeAll
  static void a_sample() throws IOException {
    try (var source =
        ExportReader.open(Path.of("samples/contoso-monday.zip"), ReadOptions.defaults())) {
      monday = MemorySource.copyOf(source);
    }
  }

  static List<Style> styles() {
    return Styles.all();
  }

  @ParameterizedTest
  @MethodSource("styles")
  void infers_to_the_same_descriptor_and_the_same_counts(Style style) throws IOException {
    Path original = style.write(monday, folder.resolve("original.zip"));
    Path specimen = folder.resolve("specimen.zip");
    SpecimenProof proof =
        Specimen.make(new SpecimenRequest(original, specimen, false, 0, 20260501L), Watch.NONE);
    assertThat(proof.left()).isZero();
    Descriptor before = infer(original);
    Descriptor after = infer(specimen);
    assertThat(after.records()).containsExactlyElementsOf(before.records());
    assertThat(after).isEqualTo(before);
    assertThat(counts(specimen, after)).isEqualTo(counts(original, before));
  }

  /** Returns the descriptor without what it says of its evidence. */
  private static Descriptor infer(Path zip) throws IOException {
    try (var archive = UnfamiliarArchive.open(zip, ReadOptions.defaults())) {
      Descriptor inferred = archive.infer().descriptor();
      return new Descriptor(
          "inferred",
          "",
          inferred.escapes(),
          inferred.records().stream().map(SpecimenInferenceTest::bare).toList(),
          inferred.lookups(),
          inferred.events());
    }
  }

  private static RecordSpelling bare(RecordSpelling record) {
    return new RecordSpelling(
        record.kind(),
        record.entries(),
        record.path(),
        record.conditions(),
        record.order(),
        record.repeated(),
        record.fields().stream().map(SpecimenInferenceTest::bare).toList(),
        null);
  }

  private static FieldSpelling bare(FieldSpelling field) {
    return new FieldSpelling(
        field.field(), field.places(), field.spelling(), field.none(), field.otherwise(), null);
  }

  private static Map<String, Integer> counts(Path zip, Descriptor descriptor) throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (var export =
        ExportReader.open(zip, ReadOptions.defaults(), DescribedLayout.of(descriptor))) {
      for (Kind<?> kind : Kind.ALL) {
        counts.put(kind.plural(), MemorySource.all(export.records(kind)).size());
      }
    }
    return counts;
  }
}
