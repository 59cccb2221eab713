package org.pchat.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.ProblemCode;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.problem.ZipProblem;

/** Archives that lie, each in one place, and sound ones of a rare shape beside them. */
class HostileZipTest {
  @TempDir Path directory;

  private final CraftedEntry first = CraftedEntry.deflated("a.xml", "first first first first");
  private final CraftedEntry second = CraftedEntry.stored("b/c.xml", "second");
  private final CraftedZip zip = CraftedZip.of(first, second);

  @Test
  void reads_the_archive_that_the_others_are_made_from() throws IOException {
    assertThat(read())
        .containsExactly(
            Map.entry("a.xml", "first first first first"), Map.entry("b/c.xml", "second"));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void reads_data_descriptors_of_every_length(boolean signed, boolean wide) throws IOException {
    first.withDescriptor(signed, wide);
    second.withDescriptor(signed, wide);
    assertThat(read()).hasSize(2).containsEntry("b/c.xml", "second");
  }

  @Test
  void refuses_a_descriptor_that_says_something_else() {
    second.withDescriptor(true, false);
    second.behind[5] ^= 1;
    assertThat(refusal()).isEqualTo(ZipProblem.DESCRIPTOR_WRONG);
  }

  @Test
  void refuses_a_descriptor_without_its_signature() {
    second.withDescriptor(true, false);
    second.behind[0] ^= 1;
    assertThat(refusal()).isEqualTo(ZipProblem.DESCRIPTOR_WRONG);
  }

  @Test
  void refuses_a_missing_descriptor() {
    first.withDescriptor(true, false);
    first.behind = new byte[0];
    assertThat(refusal()).isEqualTo(ZipProblem.DESCRIPTOR_WRONG);
  }

  @Test
  void refuses_two_directory_headers_over_one_entry() {
    second.hasLocal = false;
    second.offset = 0L;
    second.name = "a.xml".getBytes(UTF_8);
    assertThat(refusal()).isEqualTo(ZipProblem.NAME_DUPLICATE);
  }

  @Test
  void refuses_a_shared_header_under_two_names() {
    second.hasLocal = false;
    second.offset = 0L;
    assertThat(refusal()).isEqualTo(ZipProblem.LOCAL_DIFFERS);
  }

  @Test
  void refuses_an_entry_that_quotes_the_header_of_the_next_one() {
    // As Fifield's bomb does: the data of the first begins with the whole second entry.
    byte[] quoted = second.local();
    first.method(0).size(quoted.length).data(quoted).data = new byte[0];
    assertThat(refusal()).isEqualTo(ZipProblem.OVERLAP);
  }

  @Test
  void refuses_data_that_reaches_into_the_directory() {
    byte[] present = second.data;
    second.size(16).data(new byte[16]).data = present;
    assertThat(refusal()).isEqualTo(ZipProblem.DATA_OUTSIDE);
  }

  @Test
  void refuses_bytes_between_entries() {
    first.behind = new byte[] {0, 0, 0, 0};
    assertThat(refusal()).isEqualTo(ZipProblem.GAP);
  }

  @Test
  void refuses_bytes_between_the_last_entry_and_the_directory() {
    second.behind = new byte[] {1};
    assertThat(refusal()).isEqualTo(ZipProblem.GAP);
  }

  @Test
  void refuses_an_entry_that_the_directory_does_not_list() throws IOException {
    zip.before = CraftedEntry.stored("hidden.xml", "hidden").local();
    assertThat(refusal()).isEqualTo(ZipProblem.PREPENDED);
  }

  @Test
  void refuses_bytes_in_front_that_the_offsets_do_not_know_of() {
    zip.before = "#!/bin/sh\n".getBytes(UTF_8);
    first.offset = 0L;
    zip.directoryOffsetMore = -zip.before.length;
    assertThat(refusal()).isEqualTo(ZipProblem.DIRECTORY_MISPLACED);
  }

  @Test
  void refuses_bytes_behind_the_end_and_counts_them() {
    zip.after = new byte[512];
    var thrown = thrown();
    assertThat(thrown.problem().code()).isEqualTo(ZipProblem.TRAILING_DATA);
    assertThat(thrown).hasMessageContaining("512 bytes follow the end");
  }

  @Test
  void refuses_an_archive_in_the_comment_of_another() {
    zip.comment = CraftedZip.of(CraftedEntry.stored("x.xml", "other")).bytes();
    assertThat(refusal()).isEqualTo(ZipProblem.AMBIGUOUS_END);
  }

  @Test
  void refuses_the_signature_of_an_end_in_a_comment() {
    zip.comment = ("PK\5\6" + "x".repeat(40)).getBytes(ISO_8859_1);
    assertThat(refusal()).isEqualTo(ZipProblem.AMBIGUOUS_END);
  }

  @Test
  void refuses_a_cut_comment() {
    zip.comment = "comment".getBytes(UTF_8);
    zip.commentLengthMore = 3;
    assertThat(refusal()).isEqualTo(ZipProblem.COMMENT_CUT);
  }

  @Test
  void reads_an_archive_that_is_stored_as_an_entry_of_another_as_data() throws IOException {
    byte[] inner = CraftedZip.of(first).bytes();
    var outer = CraftedZip.of(CraftedEntry.stored("inner.zip", inner));
    assertThat(Containers.read(file(outer)))
        .containsOnly(Map.entry("inner.zip", new String(inner, ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6, 13})
  void names_the_entry_that_is_encrypted(int bit) {
    second.flags(second.flags | 1 << bit);
    var thrown = thrown();
    assertThat(thrown).isInstanceOf(UnsupportedArchiveException.class);
    assertThat(thrown.problem().code()).isEqualTo(ZipProblem.ENCRYPTED);
    assertThat(thrown.problem().where().entry()).isEqualTo("b/c.xml");
  }

  @Test
  void takes_method_99_for_encryption() {
    second.method(99);
    assertThat(refusal()).isEqualTo(ZipProblem.ENCRYPTED);
  }

  @ParameterizedTest
  @CsvSource({"93, 93 (Zstandard)", "20, 20 (Zstandard)", "95, 95 (XZ)", "12, 12 (BZip2)", "7, 7"})
  void names_the_method_that_it_does_not_read(int method, String words) {
    second.method(method);
    var thrown = thrown();
    assertThat(thrown).isInstanceOf(UnsupportedArchiveException.class);
    assertThat(thrown).hasMessageContaining("packed with method " + words + ",");
  }

  @Test
  void refuses_a_delta_against_another_file() {
    second.flags(second.flags | 1 << 5);
    assertThat(refusal()).isEqualTo(ZipProblem.METHOD_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 19})
  void refuses_a_symbolic_link(int host) {
    second.madeBy = host << 8 | 20;
    second.external = 0120777 << 16;
    assertThat(refusal()).isEqualTo(ZipProblem.SYMBOLIC_LINK);
  }

  @Test
  void takes_no_notice_of_other_file_types() throws IOException {
    // Info-ZIP marks what it read from a pipe as a pipe.
    second.madeBy = 3 << 8 | 20;
    second.external = 0010644 << 16;
    assertThat(read()).hasSize(2);
  }

  @Test
  void refuses_a_header_that_differs_from_the_directory_in_anything_that_matters() {
    assertThat(refusalAfter(entry -> entry.localName = "b/d.xml".getBytes(UTF_8)))
        .isEqualTo(ZipProblem.LOCAL_DIFFERS);
    assertThat(refusalAfter(entry -> entry.localName = "b/c.xml2".getBytes(UTF_8)))
        .isEqualTo(ZipProblem.LOCAL_DIFFERS);
    assertThat(refusalAfter(entry -> entry.localMethod = 8)).isEqualTo(ZipProblem.LOCAL_DIFFERS);
    assertThat(refusalAfter(entry -> entry.localFlags ^= 8)).isEqualTo(ZipProblem.LOCAL_DIFFERS);
    assertThat(refusalAfter(entry -> entry.localFlags ^= 1)).isEqualTo(ZipProblem.LOCAL_DIFFERS);
    assertThat(refusalAfter(entry -> entry.localCrc ^= 1)).isEqualTo(ZipProblem.LOCAL_DIFFERS);
    assertThat(refusalAfter(entry -> entry.localSize++)).isEqualTo(ZipProblem.LOCAL_DIFFERS);
    assertThat(refusalAfter(entry -> entry.localCompressedSize++))
        .isEqualTo(ZipProblem.LOCAL_DIFFERS);
  }

  @Test
  void lets_extra_fields_differ() throws IOException {
    first.localExtra = CraftedEntry.extraField(0xA220, new byte[40]);
    assertThat(read()).hasSize(2);
  }

  @Test
  void refuses_a_header_that_is_not_where_it_should_be() {
    assertThat(refusalAfter(entry -> entry.offset = 1L)).isEqualTo(ZipProblem.LOCAL_MISSING);
    assertThat(refusalAfter(entry -> entry.offset = 0xFFFF_FFFEL))
        .isEqualTo(ZipProblem.LOCAL_MISSING);
  }

  @Test
  void refuses_stored_data_of_another_length_than_its_content() {
    second.size(second.size - 1);
    assertThat(refusal()).isEqualTo(ZipProblem.STORED_SIZES);
  }

  @Test
  void refuses_a_directory_that_holds_data() {
    assertThat(refusal(CraftedZip.of(CraftedEntry.stored("folder/", "data"))))
        .isEqualTo(ZipProblem.DIRECTORY_WITH_DATA);
  }

  @Test
  void passes_over_directories_also_if_their_nothing_is_deflated() throws IOException {
    zip.add(CraftedEntry.deflated("folder/", ""));
    assertThat(read()).containsOnlyKeys("a.xml", "b/c.xml");
  }

  @Test
  void refuses_content_that_is_damaged() {
    first.crc ^= 1;
    first.localCrc ^= 1;
    assertThat(refusal()).isEqualTo(ZipProblem.CRC_WRONG);
    first.data[3] = (byte) 0xFF;
    first.data[2] = (byte) 0xFF;
    assertThat(refusal()).isEqualTo(ZipProblem.DEFLATE_BROKEN);
  }

  @Test
  void stops_at_one_byte_more_than_declared() {
    first.size(5);
    assertThat(refusal()).isEqualTo(ZipProblem.TOO_LONG);
  }

  @Test
  void refuses_content_that_is_shorter_than_declared() {
    first.size(500);
    var thrown = thrown();
    assertThat(thrown).hasMessageContaining("should be 500 bytes long, and ends after 23");
  }

  @Test
  void refuses_bytes_behind_the_end_of_the_deflated_data() {
    first.data(Arrays.copyOf(first.data, first.data.length + 3));
    assertThat(refusal()).isEqualTo(ZipProblem.DATA_LEFT);
  }

  @Test
  void refuses_deflated_data_that_is_cut() {
    first.data(Arrays.copyOf(first.data, first.data.length - 3));
    assertThat(refusal()).isEqualTo(ZipProblem.DEFLATE_BROKEN);
  }

  @Test
  void refuses_a_part_of_a_split_archive() {
    zip.disk = 1;
    assertThat(refusal()).isEqualTo(ZipProblem.MULTI_DISK);
    zip.disk = 0;
    second.disk = 2;
    assertThat(refusal()).isEqualTo(ZipProblem.MULTI_DISK);
  }

  @Test
  void refuses_a_count_that_is_not_the_number_of_headers() {
    for (int more : new int[] {-2, -1, 1, 60_000}) {
      zip.entriesMore = more;
      assertThat(refusal())
          .as("%s more", more)
          .isIn(ZipProblem.DIRECTORY_COUNT, ZipProblem.DIRECTORY_BROKEN);
    }
  }

  @Test
  void refuses_a_directory_that_is_longer_than_its_headers() {
    zip.behindDirectory = new byte[46];
    zip.directorySizeMore = 46;
    assertThat(refusal()).isEqualTo(ZipProblem.DIRECTORY_COUNT);
  }

  @Test
  void refuses_a_header_that_reaches_over_the_end_of_the_directory() {
    zip.directoryOffsetMore = 1;
    zip.directorySizeMore = -1;
    assertThat(refusal()).isEqualTo(ZipProblem.DIRECTORY_BROKEN);
  }

  @Test
  void bounds_what_all_entries_unpack_to() {
    var thrown =
        catchThrowableOfType(
            LimitExceededException.class,
            () -> {
              var limits = Limits.defaults().withMaxUnpacked(28);
              Container.open(file(zip), limits, ProblemLog.tolerant(), Watch.NONE).close();
            });
    assertThat(thrown.problem().code()).isEqualTo(ZipProblem.TOO_LARGE);
    assertThat(thrown.problem().where().entry()).isEqualTo("b/c.xml");
  }

  @Test
  void bounds_the_number_of_entries_and_the_length_of_names() {
    assertThat(refusalWithin(new Limits(1, 1024, 1000))).isEqualTo(ZipProblem.TOO_MANY_ENTRIES);
    assertThat(refusalWithin(new Limits(9, 6, 1000))).isEqualTo(ZipProblem.NAME_TOO_LONG);
  }

  @Test
  void bounds_the_length_of_the_directory() {
    first.comment = new byte[1000];
    assertThat(refusalWithin(new Limits(2, 1024, 1000))).isEqualTo(ZipProblem.DIRECTORY_TOO_LONG);
  }

  private ProblemCode refusalWithin(Limits limits) {
    return catchThrowableOfType(
            LimitExceededException.class,
            () -> Container.open(file(zip), limits, ProblemLog.tolerant(), Watch.NONE).close())
        .problem()
        .code();
  }

  private ProblemCode refusalAfter(Consumer<CraftedEntry> lie) {
    var liar = CraftedEntry.stored("b/c.xml", "second");
    lie.accept(liar);
    return refusal(CraftedZip.of(first, liar));
  }

  private Map<String, String> read() throws IOException {
    return Containers.read(file(zip));
  }

  private ProblemCode refusal() {
    return thrown().problem().code();
  }

  private ProblemCode refusal(CraftedZip crafted) {
    return thrown(crafted).problem().code();
  }

  private ArchiveException thrown() {
    return thrown(zip);
  }

  private ArchiveException thrown(CraftedZip crafted) {
    return catchThrowableOfType(ArchiveException.class, () -> Containers.read(file(crafted)));
  }

  private Path file(CraftedZip crafted) throws IOException {
    return Containers.write(directory.resolve("crafted.zip"), crafted.bytes());
  }
}
