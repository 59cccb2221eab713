package org.pchat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ReadOptions;
import org.pchat.respell.Respelling;
import org.pchat.respell.Style;
import org.pchat.respell.Styles;

/**
 * The samples in spellings that nobody told the tool: {@code diff} calls them identical to the
 * originals, or the reading is refused with a reason.
 */
class RespelledTest {
  private static final Path MONDAY = Path.of("samples/contoso-monday.zip");
  private static final Path TUESDAY = Path.of("samples/contoso-tuesday.zip");
  private static final Map<Path, MemorySource> SAMPLES =
      Map.of(MONDAY, read(MONDAY), TUESDAY, read(TUESDAY));
  private static final Pattern FIELDS = Pattern.compile("inferred: ([0-9]+) fields");

  @TempDir private static Path folder;

  private static MemorySource read(Path file) {
    try (Export export = ExportReader.open(file, ReadOptions.defaults())) {
      return MemorySource.copyOf(export);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run diff(Path original, Respelling respelling) throws IOException {
    MemorySource snapshot = Objects.requireNonNull(SAMPLES.get(original));
    Path zip = respelling.write(snapshot, folder.resolve(respelling.name() + ".zip"));
    return Run.pchat("diff", original.toString(), zip.toString());
  }

  private static List<Style> styles() {
    return Styles.all();
  }

  private static List<Style> someStyles() {
    return List.of(
        Styles.named("dataset"),
        Styles.named("data-contract"),
        Styles.named("by-uri"),
        Styles.named("access-lists"),
        Styles.named("foreign"));
  }

  @ParameterizedTest
  @MethodSource("styles")
  void monday_is_identical(Style style) throws IOException {
    Run run = diff(MONDAY, style);
    assertIdentical(style, run);
    var fields = FIELDS.matcher(run.err());
    if (fields.find()) {
      boolean named = !style.name().startsWith("foreign");
      assertThat(Integer.parseInt(fields.group(1))).isGreaterThanOrEqualTo(named ? 60 : 18);
    } else {
      assertThat(List.of("dataset", "dataset-one-file", "for-xml")).contains(style.name());
    }
  }

  /** Numbers that mean nothing leave categories and permissions unknown, and stderr says so. */
  private static void assertIdentical(Style style, Run run) {
    boolean bare = style.name().equals("foreign-attributes");
    String expected = bare ? "identical so far as both can tell" : "identical";
    assertThat(run.out().lines().findFirst().orElse("")).as(run.err()).startsWith(expected);
    assertThat(run.out().lines().count() > 1).as(run.out()).isEqualTo(bare);
    assertThat(run.err().contains("INF-010")).isEqualTo(bare || style.name().equals("foreign"));
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest
  @MethodSource("someStyles")
  void tuesday_is_identical_unless_two_share_the_key(Style style) throws IOException {
    Run run = diff(TUESDAY, style);
    if (style.name().equals("by-uri")) {
      assertThat(run.exit()).isEqualTo(4);
      assertThat(run.err())
          .contains("INF-006")
          .contains("318764f1-4fe9-4c76-946e-cad792e13409")
          .contains("bf4c1fac-ae7c-472a-9a11-d845b57c5744");
    } else {
      assertIdentical(style, run);
    }
  }

  @Test
  void there_are_at_least_twelve_spellings() {
    assertThat(Styles.all()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(Styles.all().stream().map(Style::name)).doesNotHaveDuplicates();
  }

  /** Layouts with one thing in them that is easily read wrongly. */
  private static List<Arguments> oddities() {
    List<Arguments> odd = new ArrayList<>();
    Respelling plain = Styles.named("attributes-only");
    Respelling foreign = Styles.named("foreign");
    Respelling camel = Styles.named("camel-case");
    String secret = "<Room( [^>]*name=\"[^B][^>]*visibility=\"private\")";
    odd.add(
        refused(plain.edited("alerts", "<Message( [^>]* alert=\"true\")", "<Alert$1"), "Alert"));
    odd.add(refused(plain.edited("secret", secret, "<Secret$1"), "room"));
    odd.add(refused(plain.edited("days", " sent=\"([^T\"]*)T[^\"]*\"", " sent=\"$1\""), "sent"));
    odd.add(refused(plain.edited("base64", RespelledTest::encoded), "Base64"));
    odd.add(refused(foreign.edited("readers", RespelledTest::withReaders), "wer"));
    odd.add(
        refused(
            foreign.edited("ends", "<zeitpunkt>([^<]*?)\\.[0-9]+Z", "<bis>$1.0000000Z</bis>$0"),
            "has no sent"));
    odd.add(refused(foreign.edited("counters", RespelledTest::withCounters), "zahl"));
    odd.add(same(plain.edited("flags", "<Message ", "<Message flag=\"1\" editedBy=\"nobody\" ")));
    odd.add(same(camel.edited("wrapped", "<(user|post)>(.*?)</\\1>", "<$1><a>$2</a></$1>")));
    odd.add(same(camel.edited("yes", ">true<", ">Y<").edited("yes-no", ">false<", ">N<")));
    odd.add(same(camel.edited("groups", RespelledTest::groupsApart)));
    odd.add(same(new Declared("latin", camel, StandardCharsets.ISO_8859_1)));
    odd.add(same(new Declared("cyrillic", foreign, Charset.forName("windows-1251"))));
    return odd;
  }

  private static String encoded(String entry) {
    return Pattern.compile(" text=\"([^\"]*)\"")
        .matcher(entry)
        .replaceAll(
            m ->
                " text=\""
                    + Base64.getEncoder()
                        .encodeToString(m.group(1).getBytes(StandardCharsets.UTF_8))
                    + "\"");
  }

  /** Adds to each message somebody else who is a principal, too. */
  private static String withReaders(String entry) {
    var others = new ArrayDeque<String>(List.of("00c87089-5eda-4971-9cad-2ec4a871d972"));
    return Pattern.compile("<verfasser>([^<]*)</verfasser>")
        .matcher(entry)
        .replaceAll(
            m -> {
              others.add(m.group(1));
              return "<wer>" + others.remove() + "</wer>" + m.group();
            });
  }

  /** Adds to each message a number that ascends as its own does. */
  private static String withCounters(String entry) {
    var count = new AtomicInteger();
    return Pattern.compile("<wortlaut>")
        .matcher(entry)
        .replaceAll(m -> "<zahl>" + count.incrementAndGet() + "</zahl>" + m.group());
  }

  /** Users do not say who made them in a way that can be told, groups do. */
  private static String groupsApart(String entry) {
    return Pattern.compile("(?s)<user>(.*?)</user>")
        .matcher(entry)
        .replaceAll(
            m ->
                m.group().contains("<type>User<")
                    ? Matcher.quoteReplacement(m.group())
                    : Matcher.quoteReplacement("<group>" + m.group(1) + "</group>"));
  }

  private static Arguments refused(Respelling respelling, String why) {
    return Arguments.of(respelling, why);
  }

  private static Arguments same(Respelling respelling) {
    return Arguments.of(respelling, null);
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void an_oddity_is_read_as_it_was_or_refused(Respelling respelling, @Nullable String refusal)
      throws IOException {
    Run run = diff(MONDAY, respelling);
    if (refusal == null) {
      assertThat(run.out()).as(run.err()).isEqualToIgnoringNewLines("identical");
      assertThat(run.exit()).isZero();
    } else {
      assertThat(run.out()).isEmpty();
      assertThat(run.exit()).isEqualTo(4);
      assertThat(run.err()).contains("INF-").contains(refusal);
    }
  }

  /** A layout in a single-byte encoding, with references for what that cannot hold. */
  private record Declared(String name, Respelling original, Charset charset) implements Respelling {
    @Override
    public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      for (Map.Entry<String, byte[]> entry : original.entries(snapshot).entrySet()) {
        String text = new String(entry.getValue(), StandardCharsets.UTF_8);
        var encoder = charset.newEncoder();
        var out = new StringBuilder();
        text.replace("UTF-8", charset.name())
            .codePoints()
            .forEach(
                c ->
                    out.append(
                        encoder.canEncode(Character.toString(c))
                            ? Character.toString(c)
                            : "&#" + c + ";"));
        entries.put(entry.getKey(), out.toString().getBytes(charset));
      }
      return entries;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
