package org.pchat.size;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pchat.fixture.Shared;
import org.pchat.size.SizeReport.Item;

final class SizeReportTest {
  @TempDir private Path folder;

  private static byte[] page(int version, int type, int number) {
    byte[] page = new byte[8192];
    page[0] = (byte) version;
    page[1] = (byte) type;
    page[32] = (byte) number;
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "Northwind-2005.bak, backup",
    "Northwind-2016-compressed.bak, backup",
    "Northwind-2008R2-stripe-2-of-2.bak, backup",
    "WorldLanguages-2019.bak, backup",
    "Northwind-2008.mdf, datafile",
    "pubs-2005.mdf, datafile",
    "instpubs.sql, other"
  })
  void tells_files_that_sql_server_wrote(String name, String kind) throws IOException {
    Path file = Shared.require("data/sql/" + name);
    assertThat(SizeReport.of(List.of(file), zip -> OptionalLong.empty()).items())
        .extracting(Item::kind)
        .containsExactly(kind);
  }

  @Test
  void compares_all_backups_with_all_exports() throws IOException {
    Path export = write("a.zip", "PK\3\4......");
    Path second = write("b.zip", "PK\3\4......");
    Path backup = write("a.bak", "TAPE" + ".".repeat(46));
    Path compressed = write("b.bak", "MSSQLBAK..");
    Path page = Files.write(folder.resolve("a.mdf"), page(1, 15, 0));
    SizeReport report =
        SizeReport.of(List.of(export, second, backup, compressed, page), zip -> OptionalLong.of(4));
    assertThat(report.ratio()).isEqualTo(3.0);
    assertThat(report.items().get(0))
        .isEqualTo(new Item(export.toString(), "export", 10, 4L, 2.5, null));
    assertThat(report.items().get(2).messages()).isNull();
  }

  @Test
  void has_no_ratio_where_one_side_is_missing() throws IOException {
    Path export = write("a.zip", "PK\3\4");
    Path backup = write("a.bak", "TAPE");
    assertThat(SizeReport.of(List.of(export), zip -> OptionalLong.of(1)).ratio()).isNull();
    assertThat(SizeReport.of(List.of(backup), zip -> OptionalLong.of(1)).ratio()).isNull();
    assertThat(SizeReport.of(List.of(export, backup), zip -> OptionalLong.empty()).ratio())
        .as("the ZIP is no export")
        .isNull();
  }

  @Test
  void adds_up_the_files_of_a_directory() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export/Messages"));
    Files.writeString(export.resolve("a.xml"), "12345");
    Files.writeString(export.resolveSibling("b.xml"), "123");
    Files.createSymbolicLink(export.resolve("link"), export.resolve("a.xml"));
    SizeReport report =
        SizeReport.of(List.of(folder.resolve("export")), directory -> OptionalLong.of(0));
    assertThat(report.items())
        .containsExactly(
            new Item(folder.resolve("export").toString(), "directory", 8, 0L, null, null));
  }

  @Test
  void passes_on_that_a_file_is_missing() {
    List<Path> missing = List.of(folder.resolve("missing"));
    assertThatThrownBy(() -> SizeReport.of(missing, zip -> OptionalLong.empty()))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Path write(String name, String bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes.getBytes(ISO_8859_1));
  }
}
