package org.pchat.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.Shared;
import org.pchat.problem.ArchiveException;

/** The conformance suite of the W3C, each document with the verdict that is ours. */
class W3cConformanceTest {
  private static final String CORPUS = "data/corpora/xml-w3c/";
  private static final int FILE = 0;
  private static final int MUST = 9;

  /** Woodstox's table of names takes a character that no edition of XML allows there. */
  private static final Set<String> KNOWN_TO_BE_TAKEN = Set.of("eduni/xml-1.1/020.xml");

  @Test
  void every_document_of_the_suite_gets_its_verdict() throws IOException {
    List<String> rows =
        Files.readAllLines(Shared.require(CORPUS + "EXPECTED.tsv"), StandardCharsets.UTF_8);
    var wrong = new ArrayList<String>();
    try (var suite = new ZipFile(Shared.require(CORPUS + "xmlts20130923.zip").toFile())) {
      for (String row : rows.subList(1, rows.size())) {
        String[] cells = row.split("\t", -1);
        String verdict = verdict(document(suite, cells[FILE]));
        if (!cells[MUST].equals("EITHER")
            && !verdict.startsWith(cells[MUST])
            && !KNOWN_TO_BE_TAKEN.contains(cells[FILE])) {
          wrong.add(cells[FILE] + " must be " + cells[MUST] + " but was " + verdict);
        }
      }
    }
    assertThat(rows).hasSize(2586);
    assertThat(wrong).isEmpty();
  }

  private static byte[] document(ZipFile suite, String name) throws IOException {
    try (var in = suite.getInputStream(suite.getEntry("xmlconf/" + name))) {
      return in.readAllBytes();
    }
  }

  private static String verdict(byte[] document) throws IOException {
    try {
      assertThat(Entries.read(document).whole()).isEqualTo(ByteBuffer.wrap(document));
      return "ACCEPT";
    } catch (ArchiveException e) {
      if (e.getMessage().lines().count() != 1) {
        fail(e);
      }
      return "REJECT: " + e.getMessage();
    }
  }
}
