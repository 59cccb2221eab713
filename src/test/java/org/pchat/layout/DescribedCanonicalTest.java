package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;

/** The canonical layout is a layout like any other. */
class DescribedCanonicalTest {
  @ParameterizedTest
  @ValueSource(strings = {"samples/contoso-monday.zip", "samples/contoso-tuesday.zip"})
  void the_descriptor_reads_what_the_canonical_reader_reads(String sample) throws IOException {
    Layout described = DescribedLayout.of(Layouts.descriptor(Pchat1.NAME));
    ReadOptions first = ReadOptions.defaults();
    ReadOptions second = ReadOptions.defaults();
    try (Export canonical = ExportReader.open(Path.of(sample), first);
        Export other = ExportReader.open(Path.of(sample), second, described)) {
      for (Kind<?> kind : Kind.ALL) {
        assertThat(all(other, kind)).isEqualTo(all(canonical, kind)).isNotEmpty();
        assertThat(other.order(kind)).isEqualTo(Order.SORTED);
      }
      assertThat(other.readsRoomsApart()).isTrue();
      assertThat(other.messageRooms()).isEqualTo(canonical.messageRooms());
      assertThat(other.coverage().fields()).isEqualTo(canonical.coverage().fields());
      assertThat(other.unknown().names()).isEqualTo(canonical.unknown().names());
      assertThat(second.problems().problems()).isEqualTo(first.problems().problems());
    }
  }

  private static <T> List<String> all(ChatSource source, Kind<T> kind) throws IOException {
    List<String> all = new ArrayList<>();
    try (RecordCursor<T> records = source.records(kind)) {
      while (records.advance()) {
        all.add(
            records.location() + " " + records.record() + " " + records.raw().orElseThrow().text());
      }
    }
    return all;
  }
}
