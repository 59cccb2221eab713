package org.pchat.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;

/** How the bytes of a name become the name that is used, and which names are refused. */
class EntryNamesTest {
  @TempDir Path directory;

  private final ProblemLog problems = ProblemLog.tolerant();

  @ParameterizedTest
  @CsvSource({
    "../x.xml, NAME_PARENT",
    "a/../x.xml, NAME_PARENT",
    "a/.., NAME_PARENT",
    "'a/.. /x', NAME_PARENT",
    ".../x, NAME_PARENT",
    "..\\x.xml, NAME_PARENT",
    "/etc/passwd, NAME_ABSOLUTE",
    "\\x.xml, NAME_ABSOLUTE",
    "\\\\server\\share\\x, NAME_ABSOLUTE",
    "\\\\?\\C:\\x, NAME_ABSOLUTE",
    "C:\\x.xml, NAME_ABSOLUTE",
    "C:x.xml, NAME_ABSOLUTE",
    "a.xml:stream, NAME_ABSOLUTE",
    "con, NAME_RESERVED",
    "a/NUL.xml, NAME_RESERVED",
    "'com1 .txt', NAME_RESERVED",
    "LPT³, NAME_RESERVED",
    "CONIN$, NAME_RESERVED",
    "., NAME_EMPTY",
    "./, NAME_EMPTY",
    "'', NAME_EMPTY",
  })
  void refuses_a_name_that_is_dangerous_somewhere(String name, ZipProblem expected) {
    assertThat(refusal(CraftedEntry.stored(name, "x"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\nb", "a\u001b[31mb", "a\u007fb", "a\u0085b", "a\u009bb"})
  void refuses_control_characters(String name) {
    assertThat(refusal(CraftedEntry.stored(name, "x"))).isEqualTo(ZipProblem.NAME_CONTROL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"console.xml", "com10.xml", "auxiliary/a.xml", "a..b", "..a", "x/.y", "a b"})
  void accepts_a_name_that_only_looks_dangerous(String name) throws IOException {
    assertThat(name(CraftedEntry.stored(name, "x"))).isEqualTo(name);
    assertThat(problems.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Messages\\a.xml, Messages/a.xml", "./a.xml, a.xml", "a//b/./c.xml, a/b/c.xml"})
  void writes_a_name_with_slashes_and_warns(String stored, String expected) throws IOException {
    assertThat(name(CraftedEntry.stored(stored, "x"))).isEqualTo(expected);
    assertThat(problems.problems())
        .extracting(Problem::code)
        .containsExactly(ZipProblem.NAME_REWRITTEN);
  }

  @ParameterizedTest
  @CsvSource({
    "a.xml, a.xml, NAME_DUPLICATE",
    "a.xml, A.XML, NAME_DUPLICATE",
    "a.xml, ./a.xml, NAME_DUPLICATE",
    "m/a.xml, m\\a.xml, NAME_DUPLICATE",
    "m/a.xml, m//a.xml, NAME_DUPLICATE",
    "straße, STRASSE, NAME_DUPLICATE",
    "ὀδυσσεύς, ὈΔΥΣΣΕΎΣ, NAME_DUPLICATE",
    "a, 'a.', NAME_DUPLICATE",
    "b/a, 'b. /a', NAME_DUPLICATE",
    "x, x/y, NAME_FILE_AND_DIRECTORY",
    "x/y/z, x/Y, NAME_FILE_AND_DIRECTORY",
    "x/y/z, X, NAME_FILE_AND_DIRECTORY",
  })
  void refuses_two_names_that_are_one_somewhere(String one, String other, ZipProblem expected) {
    var zip = CraftedZip.of(CraftedEntry.stored(one, "1"), CraftedEntry.stored(other, "2"));
    assertThat(refusal(zip)).isEqualTo(expected);
  }

  @Test
  void refuses_composed_and_decomposed_letters_of_one_name() {
    var zip =
        CraftedZip.of(CraftedEntry.stored("\u00e4", "1"), CraftedEntry.stored("a\u0308", "2"));
    assertThat(refusal(zip)).isEqualTo(ZipProblem.NAME_DUPLICATE);
  }

  @Test
  void refuses_a_file_and_a_directory_of_one_name() {
    var zip = CraftedZip.of(CraftedEntry.stored("x/", ""), CraftedEntry.stored("x", "2"));
    assertThat(refusal(zip)).isEqualTo(ZipProblem.NAME_FILE_AND_DIRECTORY);
  }

  @Test
  void keeps_apart_what_only_begins_alike() throws IOException {
    var zip =
        CraftedZip.of(
            CraftedEntry.stored("x", "1"),
            CraftedEntry.stored("x.xml", "2"),
            CraftedEntry.stored("x!/y", "3"),
            CraftedEntry.stored("xy/z", "4"));
    assertThat(Containers.read(file(zip))).hasSize(4);
  }

  @Test
  void decodes_a_marked_name_as_utf8() throws IOException {
    assertThat(name(CraftedEntry.stored("räume/日本.xml", "x"))).isEqualTo("räume/日本.xml");
    assertThat(problems.problems()).isEmpty();
  }

  @Test
  void refuses_a_marked_name_that_is_no_utf8() {
    var entry = CraftedEntry.stored("", "x").rawName("r\u00e4um".getBytes(ISO_8859_1));
    assertThat(refusal(entry.flags(1 << 11))).isEqualTo(ZipProblem.NAME_NOT_UTF8);
  }

  @Test
  void takes_an_unmarked_name_for_utf8_where_it_can() throws IOException {
    var entry = CraftedEntry.stored("", "x").rawName("räume".getBytes(UTF_8));
    assertThat(name(entry)).isEqualTo("räume");
    assertThat(problems.problems())
        .extracting(Problem::code)
        .containsExactly(ZipProblem.NAME_TAKEN_AS_UTF8);
  }

  @Test
  void takes_an_unmarked_name_for_the_alphabet_of_the_first_pc_else() throws IOException {
    var entry = CraftedEntry.stored("", "x").rawName(new byte[] {'r', (byte) 0x84, 'u', 'm'});
    assertThat(name(entry)).isEqualTo("räum");
    assertThat(problems.problems())
        .extracting(Problem::code)
        .containsExactly(ZipProblem.NAME_TAKEN_AS_CP437);
  }

  @Test
  void knows_the_alphabet_of_the_first_pc() {
    Assumptions.assumeTrue(Charset.isSupported("IBM437"));
    var all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(NameDecoder.cp437(ByteBuffer.wrap(all)))
        .isEqualTo(new String(all, Charset.forName("IBM437")));
  }

  @Test
  void takes_the_second_spelling_of_an_unmarked_name() throws IOException {
    // "räum" as a Windows of western Europe writes it.
    byte[] raw = {'r', (byte) 0xE4, 'u', 'm'};
    var entry = CraftedEntry.stored("", "x").rawName(raw);
    entry.extra = unicodePath(raw, "räum");
    assertThat(name(entry)).isEqualTo("räum");
    assertThat(problems.problems()).isEmpty();
  }

  @Test
  void refuses_a_second_spelling_that_is_another_name() {
    byte[] raw = "good.xml".getBytes(UTF_8);
    var entry = CraftedEntry.stored("", "x").rawName(raw);
    entry.extra = unicodePath(raw, "../../evil.xml");
    assertThat(refusal(entry)).isEqualTo(ZipProblem.NAME_AMBIGUOUS);
    byte[] accented = {'r', (byte) 0xE4, 'u', 'm'};
    entry.rawName(accented).extra = unicodePath(accented, "rot");
    assertThat(refusal(entry)).isEqualTo(ZipProblem.NAME_AMBIGUOUS);
  }

  @Test
  void passes_over_a_second_spelling_of_a_former_name() throws IOException {
    var entry = CraftedEntry.stored("new.xml", "x");
    entry.extra = unicodePath("old.xml".getBytes(UTF_8), "old.xml");
    assertThat(name(entry)).isEqualTo("new.xml");
  }

  @Test
  void warns_once_with_a_count() throws IOException {
    var zip = CraftedZip.of(CraftedEntry.stored("a\\b", "1"), CraftedEntry.stored("a\\c", "2"));
    Containers.read(file(zip), problems);
    assertThat(problems.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.where().entry()).isEqualTo("a/b"))
        .satisfies(p -> assertThat(p.arguments()).containsExactly("2"));
  }

  @Test
  void warns_of_a_date_that_is_none() throws IOException {
    var entry = CraftedEntry.stored("a", "1");
    entry.date = 0;
    name(entry);
    assertThat(problems.problems())
        .extracting(Problem::code)
        .containsExactly(ZipProblem.DATE_INVALID);
  }

  private static byte[] unicodePath(byte[] rawName, String text) {
    var crc = new CRC32();
    crc.update(rawName);
    byte[] version = {1};
    byte[] checksum = new LittleEndian().u32(crc.getValue()).bytes();
    return CraftedEntry.extraField(
        0x7075, new LittleEndian().raw(version, checksum, text.getBytes(UTF_8)).bytes());
  }

  private String name(CraftedEntry entry) throws IOException {
    return Containers.read(file(CraftedZip.of(entry)), problems).keySet().iterator().next();
  }

  private Object refusal(CraftedEntry entry) {
    return refusal(CraftedZip.of(entry));
  }

  private Object refusal(CraftedZip zip) {
    return catchThrowableOfType(ArchiveException.class, () -> Containers.read(file(zip)))
        .problem()
        .code();
  }

  private Path file(CraftedZip zip) throws IOException {
    return Containers.write(directory.resolve("names.zip"), zip.bytes());
  }
}
