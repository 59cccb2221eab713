package org.pchat.xml;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.LimitExceededException;

/** Documents made to harm: each is refused or read as plain markup, and nothing is fetched. */
class HostileXmlTest {
  private static final String CANARY = "canary-4711";
  private static final int LONG = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE R><R/>",
        "<!DOCTYPE R SYSTEM '%s'><R/>",
        "<!DOCTYPE R PUBLIC '-//x//y' '%s'><R/>",
        "<!DOCTYPE R [<!ENTITY x SYSTEM '%s'>]><R>&x;</R>",
        "<!DOCTYPE R [<!ENTITY x SYSTEM '%s'>]><R a='&x;'/>",
        "<!DOCTYPE R [<!ENTITY %% x SYSTEM '%s'> %%x;]><R/>",
        "<!DOCTYPE R [<!ATTLIST R a CDATA '&x;'><!ENTITY x SYSTEM '%s'>]><R/>",
        "<!DOCTYPE R [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><R>&c;</R>",
        "<!DOCTYPE R [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><R>&a;</R>",
        "<!DOCTYPE R [<!NOTATION n SYSTEM '%s'><!ENTITY x SYSTEM '%s' NDATA n>]><R/>",
        "<!-- c --><?p?>\n<!DOCTYPE R [<!ELEMENT R ANY>]><R/>",
      })
  void a_document_type_declaration_is_refused_in_every_encoding_and_fetches_nothing(
      String template, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("canary"), CANARY);
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      for (String target :
          new String[] {file.toUri().toString(), address, "jar:" + address + "!/x"}) {
        String xml = template.replace("%s", target).replace("%%", "%");
        for (Charset charset : new Charset[] {UTF_8, UTF_16LE, UTF_16BE}) {
          assertThat(refusal(new ByteArrayInputStream(Entries.marked(xml, charset))))
              .endsWith("[XML-007]")
              .doesNotContain(CANARY);
        }
      }
      assertNobodyCame(server);
    }
  }

  @Test
  void the_watch_of_the_test_before_would_see_a_fetch() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var connection =
          URI.create("http://127.0.0.1:" + server.getLocalPort() + "/x").toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.connect();
      server.setSoTimeout(1_000);
      server.accept().close();
    }
  }

  @Test
  void references_in_plain_markup_are_only_markup() throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      String xml =
          """
          <?xml version="1.0"?><?xml-stylesheet href="%s" type="text/xsl"?>
          <R xmlns:xi="http://www.w3.org/2001/XInclude" xml:base="%s"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a %s">
          <xi:include href="%s" parse="text"/><a xsi:noNamespaceSchemaLocation="%s"/></R>
          """
              .replace("%s", address);
      var records = Entries.read(xml).records();
      assertThat(records).extracting(r -> r.name().local()).containsExactly("include", "a");
      assertThat(records.get(0).text()).isEmpty();
      assertNobodyCame(server);
    }
  }

  private static void assertNobodyCame(ServerSocket server) throws IOException {
    server.setSoTimeout(1);
    assertThat(catchThrowableOfType(SocketTimeoutException.class, () -> server.accept().close()))
        .isNotNull();
  }

  @Test
  void entities_that_explode_are_refused_before_they_do() {
    String laughs =
        IntStream.range(0, 100)
            .mapToObj(i -> "<!ENTITY l%d '%s'>".formatted(i + 1, ("&l" + i + ";").repeat(10)))
            .collect(Collectors.joining("", "<!DOCTYPE R [<!ENTITY l0 'ha'>", "]><R>&l100;</R>"));
    assertThat(refusal(Entries.bytes(laughs))).endsWith("[XML-007]");
    var quadratic =
        Repeated.between(
            "<!DOCTYPE R [<!ENTITY a '" + "a".repeat(LONG) + "'>]><R>", "&a;", 100_000, "</R>");
    assertThat(refusal(quadratic)).endsWith("[XML-007]");
    var attributes =
        Repeated.between("<!DOCTYPE R [<!ATTLIST R", " a CDATA 'x'", 100_000, ">]><R/>");
    assertThat(refusal(attributes)).endsWith("[XML-007]");
  }

  @Test
  void elements_nested_too_deep_are_refused() throws IOException {
    assertThat(limit(Repeated.between("", "<a>", 100_000, "")))
        .startsWith("a.zip: Rooms.xml:1:301: elements are nested more than 100 deep");
    assertThat(Entries.read("<a>".repeat(100) + "</a>".repeat(100)).records()).hasSize(1);
  }

  @Test
  void too_many_attributes_or_namespaces_are_refused() throws IOException {
    assertThat(limit(Entries.bytes("<R" + numbered(" a%d='x'", 50_000) + "/>")))
        .contains("an element has more than 256 attributes");
    assertThat(limit(Entries.bytes("<R" + numbered(" xmlns:a%d='u:%d'", 50_000) + "/>")))
        .contains("an element has more than 256 attributes");
    assertThat(limit(Entries.bytes("<R" + numbered(" a%d='x' xmlns:b%d='x'", 129) + "/>")))
        .contains("an element has more than 256 attributes");
    assertThat(Entries.read("<R><a" + numbered(" a%d='x'", 256) + "/></R>").records()).hasSize(1);
    String nested = "<a" + numbered(" xmlns:a%d='u:%d'", 60) + ">";
    assertThat(limit(Entries.bytes(nested.repeat(5))))
        .contains("more than 256 namespace declarations are in scope");
    String closed = nested + "</a>";
    assertThat(Entries.read("<R>" + closed.repeat(500) + "</R>").records()).hasSize(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<R><%s/></R>",
        "<R %s='x'/>",
        "<R xmlns:%s='x'/>",
        "<R><?%s x?></R>",
        "<?%s?><R/>"
      })
  void names_of_a_megabyte_are_refused(String template) throws IOException {
    assertThat(limit(Entries.bytes(template.formatted("n".repeat(LONG)))))
        .contains("a name has more than 1024 characters");
    assertThat(limit(Entries.bytes(template.formatted("n".repeat(1025))))).contains("1024");
    Entries.read(template.formatted("n".repeat(1024)));
  }

  @Test
  void attributes_longer_than_a_megabyte_are_refused() throws IOException {
    String most = "v".repeat(LONG);
    assertThat(Entries.read("<R><a b='" + most + "'/></R>").records().get(0).attribute("b"))
        .hasSize(LONG);
    assertThat(limit(Entries.bytes("<R><a b='" + most + "v'/></R>")))
        .contains("an attribute has more than 1048576 characters");
    assertThat(limit(Entries.bytes("<R xmlns='" + most + "v'/>"))).contains("1048576");
    assertThat(limit(Repeated.between("<R><a b='", "v", 100_000_000, "'/></R>")))
        .contains("1048576");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<R><a>|</a></R>",
        "<R><a><![CDATA[|]]></a></R>",
        "<R><!--|--></R>",
        "<R><?p |?></R>",
        "<!--|--><R/>",
        "<R/><!--|-->",
        "<R>|</R>"
      })
  void no_piece_of_any_kind_may_fill_the_memory(String template) throws IOException {
    int cut = template.indexOf('|');
    var endless =
        Repeated.between(
            template.substring(0, cut), "0123456789é ", 100_000_000, template.substring(cut + 1));
    assertThat(limit(endless)).contains("has more than 16777216 characters");
  }

  @Test
  void a_record_may_have_as_many_characters_as_its_limit_says() throws IOException {
    var limits = new XmlLimits(10, 10, 10, 10, 1_000);
    String longest = "<a>" + "é".repeat(1_000 - "<a></a>".length()) + "</a>";
    String entry = "<R><a/>" + longest.repeat(99) + "</R>";
    try (var reader = RecordReader.open(Entries.bytes(entry), Entries.WHERE, limits)) {
      for (int i = 0; i < 100; i++) {
        assertThat(reader.next()).isNotNull();
      }
      assertThat(reader.next()).isNull();
    }
    String longer = entry.replace("</R>", " " + longest + "</R>");
    try (var reader = RecordReader.open(Entries.bytes(longer), Entries.WHERE, limits)) {
      for (int i = 0; i < 100; i++) {
        assertThat(reader.next()).isNotNull();
      }
      assertThat(catchThrowableOfType(LimitExceededException.class, reader::next))
          .hasMessageContaining("has more than 1000 characters");
    }
  }

  @Test
  void the_largest_record_fits_into_the_memory() throws IOException {
    var wide = Repeated.between("<R><a>", "\uD83D\uDE00", 8_388_000, "</a></R>");
    assertThat(Entries.read(wide).records().get(0).text()).hasSize(2 * 8_388_000);
    var parts = Repeated.between("<R><a>", "<b/>", 499_999, "</a></R>");
    assertThat(Entries.read(parts).records().get(0).children()).hasSize(499_999);
    assertThat(limit(Repeated.between("<R><a>", "<b/>", 500_000, "</a></R>")))
        .contains("a record has more than 500000 attributes and child elements");
  }

  @Test
  void more_names_than_any_layout_has_are_refused() throws IOException {
    for (String template :
        new String[] {
          "<a%d/>", "<a b%d=''/>", "<a xmlns:c%d='x'/>", "<?d%d?>", "<a xmlns='u:%d'/>"
        }) {
      assertThat(limit(Entries.bytes("<R>" + numbered(template, 10_001) + "</R>")))
          .contains("the entry uses more than 10000 different names");
    }
  }

  @Test
  void random_damage_is_refused_or_read_but_never_more() {
    var random = new Random(3);
    for (int seed = 0; seed < 60; seed++) {
      byte[] entry = new RandomEntry(seed, UTF_8).xml().getBytes(UTF_8);
      for (int i = 0; i < 60; i++) {
        byte[] damaged = entry.clone();
        damaged[random.nextInt(entry.length)] ^= (byte) (1 << random.nextInt(8));
        assertReadOrRefused(damaged);
        assertReadOrRefused(Arrays.copyOf(entry, random.nextInt(entry.length)));
      }
    }
  }

  private static void assertReadOrRefused(byte[] entry) {
    try {
      assertThat(Entries.read(entry).whole()).isEqualTo(ByteBuffer.wrap(entry));
    } catch (ArchiveException e) {
      assertThat(e.getMessage())
          .doesNotContain("\n")
          .contains("Rooms.xml:")
          .doesNotContain("XML-022");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String numbered(String template, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> template.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private static String limit(InputStream in) {
    return catchThrowableOfType(LimitExceededException.class, () -> Entries.read(in)).getMessage();
  }

  private static String refusal(InputStream in) {
    return catchThrowableOfType(ArchiveException.class, () -> Entries.read(in)).getMessage();
  }
}
