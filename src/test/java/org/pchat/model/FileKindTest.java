package org.pchat.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileKindTest {
  static Stream<Arguments> heads() {
    return Stream.of(
        Arguments.of("", FileKind.EMPTY),
        Arguments.of("PK\3\4", FileKind.ZIP),
        Arguments.of("PK\5\6", FileKind.ZIP),
        Arguments.of("PK\7\b", FileKind.ZIP),
        Arguments.of("PKunzip", FileKind.UNKNOWN),
        Arguments.of("%PDF-1.7", FileKind.PDF),
        Arguments.of("\u001f\u008b\b", FileKind.GZIP),
        Arguments.of("7z\u00bc\u00af'\u001c", FileKind.SEVEN_ZIP),
        Arguments.of("Rar!\u001a\7\0", FileKind.RAR),
        Arguments.of("\u00fd7zXZ\0", FileKind.XZ),
        Arguments.of("(\u00b5/\u00fd", FileKind.ZSTANDARD),
        Arguments.of("MSCF\0\0\0\0", FileKind.CABINET),
        Arguments.of("version https://git-lfs.github.com/spec/v1\n", FileKind.LFS_POINTER),
        Arguments.of("SQLite format 3\0", FileKind.SQLITE),
        Arguments.of("\0\1\0\0Standard Jet DB\0", FileKind.ACCESS),
        Arguments.of("PGDMP\1", FileKind.POSTGRESQL),
        Arguments.of("conectix", FileKind.VIRTUAL_DISK),
        Arguments.of("MSWIM\0\0\0", FileKind.WIM),
        Arguments.of("TAPE\0\0\3", FileKind.TAPE_BACKUP),
        Arguments.of("MSSQLBAK\2", FileKind.COMPRESSED_BACKUP),
        Arguments.of(" \r\n <!DOCTYPE HTML>", FileKind.HTML),
        Arguments.of("<html lang='de'>", FileKind.HTML),
        Arguments.of("<?xml version='1.0'?>", FileKind.XML),
        Arguments.of("<Rooms/>", FileKind.XML),
        Arguments.of("\u00ef\u00bb\u00bf<Rooms/>", FileKind.XML),
        Arguments.of("<", FileKind.UNKNOWN),
        Arguments.of("< 3", FileKind.UNKNOWN),
        Arguments.of("text", FileKind.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void recognises_a_file_by_its_first_bytes(String head, FileKind expected) {
    assertThat(FileKind.of(head.getBytes(ISO_8859_1))).isEqualTo(expected);
  }

  @Test
  void recognises_xml_in_utf16() {
    assertThat(FileKind.of("\ufeff<Rooms/>".getBytes(UTF_16LE))).isEqualTo(FileKind.XML);
    assertThat(FileKind.of("\ufeff<Rooms/>".getBytes(UTF_16BE))).isEqualTo(FileKind.XML);
    assertThat(FileKind.of("<Rooms/>".getBytes(UTF_16LE))).isEqualTo(FileKind.XML);
    assertThat(FileKind.of("<Rooms/>".getBytes(UTF_16BE))).isEqualTo(FileKind.XML);
  }

  @Test
  void recognises_the_first_page_of_a_data_file(@TempDir Path directory) throws IOException {
    var page = new byte[8_192];
    page[0] = 1;
    page[1] = 15;
    Path file = Files.write(directory.resolve("mgc.mdf"), page);
    assertThat(FileKind.of(file)).isEqualTo(FileKind.SQL_DATA);
    page[32] = 1;
    assertThat(FileKind.of(page)).isEqualTo(FileKind.UNKNOWN);
  }
}
