package org.pchat.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pchat.model.Watch;
import org.pchat.problem.LimitExceededException;
import org.pchat.problem.ZipProblem;

/** What the survey of a damaged file finds, and how far it trusts it. */
class WreckTest {
  private static final String LONG = "the quick brown fox jumps over the lazy dog. ".repeat(40);

  @TempDir Path folder;

  private List<String> survey(byte[] zip) throws IOException {
    List<String> found = new ArrayList<>();
    Path file = Files.write(folder.resolve("wreck.zip"), zip);
    try (var wreck = Wreck.open(file, Limits.defaults(), Watch.NONE)) {
      for (Fragment fragment : wreck.fragments()) {
        try (InputStream in = wreck.open(fragment)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          String content = text.equals(LONG) ? "LONG" : text.length() > 20 ? "?" : text;
          found.add(fragment.names().get(0) + " " + fragment.condition() + " " + content);
        }
      }
    }
    return found;
  }

  private static byte[] withoutDirectory(byte[] zip) {
    for (int i = 0; i + 4 <= zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        return Arrays.copyOf(zip, i);
      }
    }
    throw new AssertionError("no directory");
  }

  @Test
  void without_a_directory_local_headers_suffice() throws IOException {
    byte[] zip =
        CraftedZip.of(CraftedEntry.deflated("a", LONG), CraftedEntry.stored("b", "two")).bytes();
    assertThat(survey(withoutDirectory(zip))).containsExactly("a SOUND LONG", "b SOUND two");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void lengths_behind_the_data_are_found(boolean signed, boolean wide) throws IOException {
    byte[] zip =
        CraftedZip.of(
                CraftedEntry.deflated("a", LONG).withDescriptor(signed, wide),
                CraftedEntry.stored("b", "end"))
            .bytes();
    assertThat(survey(withoutDirectory(zip))).containsExactly("a SOUND LONG", "b SOUND end");
  }

  @Test
  void a_stored_entry_of_unknown_length_ends_at_its_descriptor() throws IOException {
    byte[] zip =
        CraftedZip.of(
                CraftedEntry.stored("a", LONG).withDescriptor(true, false),
                CraftedEntry.stored("b", "end"))
            .bytes();
    assertThat(survey(withoutDirectory(zip))).containsExactly("a SOUND LONG", "b SOUND end");
  }

  @Test
  void one_true_statement_of_two_is_enough() throws IOException {
    var crc = CraftedEntry.deflated("a", LONG);
    crc.localCrc ^= 4;
    var packed = CraftedEntry.deflated("b", LONG);
    packed.compressedSize += 1 << 16;
    packed.localCompressedSize -= 3;
    var method = CraftedEntry.deflated("c", LONG);
    method.localMethod = 0;
    var size = CraftedEntry.stored("d", LONG);
    size.localSize = 7;
    size.localCompressedSize = 7;
    byte[] zip = CraftedZip.of(crc, packed, method, size).bytes();
    assertThat(survey(zip))
        .containsExactly("a SOUND LONG", "b SOUND LONG", "c SOUND LONG", "d SOUND LONG");
  }

  @Test
  void two_false_statements_make_doubt() throws IOException {
    var entry = CraftedEntry.deflated("a", LONG);
    entry.crc ^= 4;
    entry.localCrc ^= 4;
    assertThat(survey(CraftedZip.of(entry).bytes())).containsExactly("a DOUBTFUL LONG");
  }

  @Test
  void a_zip_file_inside_an_entry_stays_inside() throws IOException {
    byte[] inner = CraftedZip.of(CraftedEntry.stored("inner", "hidden")).bytes();
    byte[] zip =
        CraftedZip.of(CraftedEntry.stored("outer.zip", inner), CraftedEntry.stored("b", "end"))
            .bytes();
    assertThat(survey(zip)).containsExactly("outer.zip SOUND ?", "b SOUND end");
    assertThat(survey(withoutDirectoryAt(zip, zip.length)))
        .containsExactly("outer.zip SOUND ?", "b SOUND end");
  }

  /** Cuts before the last directory, for there are two. */
  private static byte[] withoutDirectoryAt(byte[] zip, int end) {
    int at = end;
    int found = -1;
    while (--at >= 0 && zip[at] != 'b') {
      if (at + 3 < zip.length && zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1) {
        found = at;
      }
    }
    for (int i = at; i >= 0 && found < 0; i--) {
      found = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 ? i : found;
    }
    return Arrays.copyOf(zip, found);
  }

  @Test
  void every_cut_gives_a_beginning_and_says_so() throws IOException {
    byte[] zip = CraftedZip.of(CraftedEntry.deflated("a", LONG)).bytes();
    byte[] locals = withoutDirectory(zip);
    for (int length = 32; length < locals.length; length++) {
      Path file = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(locals, length));
      try (var wreck = Wreck.open(file, Limits.defaults(), Watch.NONE)) {
        for (Fragment fragment : wreck.fragments()) {
          assertThat(fragment.condition()).as("%d bytes", length).isEqualTo(Condition.CUT);
          assertThat(fragment.stated()).isEqualTo(LONG.length());
          try (InputStream in = wreck.open(fragment)) {
            assertThat(LONG).startsWith(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
        assertThat(wreck.endsEarly()).isTrue();
      }
    }
  }

  @Test
  void no_flipped_bit_makes_other_content_sound() throws IOException {
    byte[] good =
        CraftedZip.of(
                CraftedEntry.deflated("a", LONG),
                CraftedEntry.stored("b", "two"),
                CraftedEntry.deflated("c", "").withDescriptor(true, false))
            .bytes();
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bytes = good.clone();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      for (String found : survey(bytes)) {
        if (found.contains(" SOUND ") || found.contains(" CUT ")) {
          assertThat(found.substring(found.lastIndexOf(' ') + 1))
              .as("bit %d: %s", bit, found)
              .isIn("LONG", "two", "");
        }
      }
    }
  }

  @Test
  void bytes_before_between_and_behind_do_not_matter() throws IOException {
    byte[] zip = CraftedZip.of(CraftedEntry.deflated("a", LONG)).bytes();
    var wrapped = new ByteArrayOutputStream();
    wrapped.write("MZ this is a self-extractor PK".getBytes(StandardCharsets.US_ASCII));
    wrapped.write(zip);
    wrapped.write(new byte[100]);
    assertThat(survey(wrapped.toByteArray())).containsExactly("a SOUND LONG");
  }

  @Test
  void what_is_encrypted_or_packed_otherwise_is_named() throws IOException {
    Path file =
        Files.write(
            folder.resolve("other.zip"),
            CraftedZip.of(
                    CraftedEntry.stored("a", "x").flags(1),
                    CraftedEntry.stored("b", "y").method(12))
                .bytes());
    try (var wreck = Wreck.open(file, Limits.defaults(), Watch.NONE)) {
      assertThat(wreck.fragments())
          .extracting(Fragment::condition)
          .containsOnly(Condition.UNREADABLE);
      assertThat(wreck.fragments())
          .extracting(f -> f.problem().code())
          .containsExactly(ZipProblem.ENCRYPTED, ZipProblem.METHOD_UNKNOWN);
    }
  }

  @Test
  void a_bomb_is_refused() throws IOException {
    Path file =
        Files.write(
            folder.resolve("bomb.zip"),
            CraftedZip.of(CraftedEntry.deflated("a", "0".repeat(1 << 20))).bytes());
    var limits = Limits.defaults().withMaxUnpacked(1 << 19);
    assertThatThrownBy(() -> Wreck.open(file, limits, Watch.NONE))
        .isInstanceOf(LimitExceededException.class);
  }

  @Test
  void nothing_is_found_in_nothing() throws IOException {
    assertThat(survey(new byte[0])).isEmpty();
    assertThat(survey("PK".repeat(1_000).getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }
}
