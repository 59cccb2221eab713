package org.pchat.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.ProblemCode;
import org.pchat.problem.ZipProblem;

/** Archives with numbers of 64 bits, true and false ones. */
class Zip64Test {
  private static final long MAX32 = 0xFFFF_FFFFL;

  @TempDir Path directory;

  private final CraftedEntry entry = CraftedEntry.stored("a.xml", "content");
  private final CraftedZip zip = CraftedZip.of(entry);

  @Test
  void reads_the_wide_record_of_the_end() throws IOException {
    zip.zip64 = true;
    assertThat(read()).containsOnlyKeys("a.xml");
    zip.saturated = false;
    assertThat(read()).containsOnlyKeys("a.xml");
  }

  @Test
  void refuses_a_wide_record_that_differs_from_the_narrow_one() {
    zip.zip64 = true;
    zip.saturated = false;
    zip.wideEntriesMore = 1;
    assertThat(refusal()).isEqualTo(ZipProblem.END_RECORDS_DIFFER);
  }

  @Test
  void refuses_a_locator_that_leads_nowhere() {
    zip.zip64 = true;
    zip.locatorMore = -1;
    assertThat(refusal()).isEqualTo(ZipProblem.ZIP64_END_WRONG);
    zip.locatorMore = Long.MIN_VALUE;
    assertThat(refusal()).isEqualTo(ZipProblem.ZIP64_END_WRONG);
  }

  @Test
  void refuses_a_wide_record_that_puts_the_directory_elsewhere() {
    zip.zip64 = true;
    zip.wideOffsetMore = Long.MAX_VALUE - 100;
    assertThat(refusal()).isEqualTo(ZipProblem.DIRECTORY_MISPLACED);
    zip.wideOffsetMore = Long.MIN_VALUE;
    assertThat(refusal()).isEqualTo(ZipProblem.DIRECTORY_MISPLACED);
    zip.wideOffsetMore = 0;
    zip.wideSizeMore = Long.MIN_VALUE;
    assertThat(refusal()).isEqualTo(ZipProblem.DIRECTORY_MISPLACED);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, 1L << 31, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void allocates_nothing_for_a_claimed_count(long count) {
    zip.zip64 = true;
    zip.wideEntries = count;
    assertThat(refusal()).isEqualTo(ZipProblem.DIRECTORY_COUNT);
  }

  @Test
  void takes_the_marks_of_zip64_in_a_name_for_a_part_of_the_name() throws IOException {
    // The comment of the last header stands where a locator would stand.
    entry.comment = ("PK\6\7" + "x".repeat(16)).getBytes(ISO_8859_1);
    assertThat(read()).containsOnlyKeys("a.xml");
  }

  @Test
  void reads_numbers_from_the_extra_field() throws IOException {
    entry.size = MAX32;
    entry.compressedSize = MAX32;
    entry.extra = CraftedEntry.zip64Field(7, 7);
    assertThat(read()).containsOnly(Map.entry("a.xml", "content"));
    entry.offset = MAX32;
    entry.extra = CraftedEntry.zip64Field(7, 7, 0);
    assertThat(read()).containsOnly(Map.entry("a.xml", "content"));
  }

  @Test
  void reads_only_the_number_that_was_asked_for() throws IOException {
    entry.offset = MAX32;
    entry.extra = CraftedEntry.zip64Field(0);
    assertThat(read()).containsOnly(Map.entry("a.xml", "content"));
  }

  @Test
  void reads_numbers_that_nobody_asked_for_if_they_say_the_same() throws IOException {
    entry.size = MAX32;
    entry.extra = CraftedEntry.zip64Field(7, 7, 0);
    assertThat(read()).containsOnly(Map.entry("a.xml", "content"));
    entry.extra = CraftedEntry.zip64Field(7, 8, 0);
    assertThat(refusal()).isEqualTo(ZipProblem.ZIP64_FIELD_WRONG);
  }

  @Test
  void refuses_numbers_behind_the_back_of_the_header() {
    entry.extra = CraftedEntry.zip64Field(8);
    assertThat(refusal()).isEqualTo(ZipProblem.ZIP64_FIELD_WRONG);
  }

  @Test
  void refuses_a_missing_a_short_and_a_double_extra_field() {
    entry.size = MAX32;
    entry.compressedSize = MAX32;
    assertThat(refusal()).isEqualTo(ZipProblem.ZIP64_FIELD_WRONG);
    entry.extra = CraftedEntry.zip64Field(7);
    assertThat(refusal()).isEqualTo(ZipProblem.ZIP64_FIELD_WRONG);
    byte[] field = CraftedEntry.zip64Field(7, 7);
    entry.extra = new LittleEndian().raw(field, field).bytes();
    assertThat(refusal()).isEqualTo(ZipProblem.EXTRA_TWICE);
    entry.extra = new LittleEndian().u16(1, 17).u64(7, 7).bytes();
    assertThat(refusal()).isEqualTo(ZipProblem.EXTRA_BROKEN);
    entry.extra = new LittleEndian().raw(field).u16(1).bytes();
    assertThat(refusal()).isEqualTo(ZipProblem.EXTRA_BROKEN);
  }

  @Test
  void refuses_sizes_that_no_file_can_have() {
    entry.size = MAX32;
    entry.compressedSize = MAX32;
    entry.extra = CraftedEntry.zip64Field(-1, -1);
    assertThat(refusal()).isEqualTo(ZipProblem.ZIP64_FIELD_WRONG);
    entry.method(8);
    entry.extra = CraftedEntry.zip64Field(Long.MAX_VALUE, 7);
    assertThat(thrown()).isInstanceOf(LimitExceededException.class);
    entry.extra = CraftedEntry.zip64Field(7, Long.MAX_VALUE);
    assertThat(refusal()).isEqualTo(ZipProblem.DATA_OUTSIDE);
  }

  @Test
  void reads_wide_sizes_of_the_local_header() throws IOException {
    entry.localSize = MAX32;
    entry.localCompressedSize = MAX32;
    entry.localExtra = CraftedEntry.zip64Field(7, 7);
    assertThat(read()).containsOnly(Map.entry("a.xml", "content"));
    entry.localExtra = CraftedEntry.zip64Field(7, 8);
    assertThat(refusal()).isEqualTo(ZipProblem.LOCAL_DIFFERS);
    entry.localExtra = new byte[0];
    assertThat(refusal()).isEqualTo(ZipProblem.ZIP64_FIELD_WRONG);
  }

  private Map<String, String> read() throws IOException {
    return Containers.read(Containers.write(directory.resolve("wide.zip"), zip.bytes()));
  }

  private ProblemCode refusal() {
    return thrown().problem().code();
  }

  private ArchiveException thrown() {
    return catchThrowableOfType(ArchiveException.class, this::read);
  }
}
