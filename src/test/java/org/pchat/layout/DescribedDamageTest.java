package org.pchat.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.model.Kind;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;

/** Whatever an entry or a descriptor holds, reading ends in records, problems or a refusal. */
class DescribedDamageTest {
  private static final List<String> ENTRIES =
      List.of("Personen.xml", "Bereiche.xml", "Verlauf/100.xml");

  private static String descriptor = "";

  @BeforeAll
  static void read() throws IOException {
    descriptor = Files.readString(Path.of("samples/fabrikam-layout.xml"));
  }

  private static Descriptor parse(String document) throws IOException {
    var in = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    return DescriptorCodec.read(in, Location.of("layout.xml"));
  }

  /** Changes pieces: mostly so that the markup stays whole, sometimes without regard for it. */
  private static String mutated(String text, Random random) {
    String mutated = text;
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutated = random.nextInt(8) == 0 ? torn(mutated, random) : changed(mutated, random);
    }
    return mutated.isEmpty() ? " " : mutated;
  }

  /** Drops, renames or doubles an attribute's or a leaf's worth of markup. */
  private static String changed(String text, Random random) {
    Pattern part =
        Pattern.compile(
            random.nextBoolean() ? " (\\w+)=\"([^\"]*)\"" : "<(\\w+)[^<>]*(?:/>|>[^<>]*</\\1>)");
    List<MatchResult> parts = part.matcher(text).results().toList();
    if (parts.isEmpty()) {
      return text;
    }
    MatchResult chosen = parts.get(random.nextInt(parts.size()));
    String piece = chosen.group();
    String put =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> piece.replace(chosen.group(1), "x");
          case 2 -> piece.startsWith("<") ? piece + "<!-- c -->" + piece : piece + " y='z'";
          case 3 -> piece.startsWith("<") ? "<z>" + piece + "</z>" : piece.toUpperCase(Locale.ROOT);
          default -> piece.replaceFirst("[0-9]", "9|@");
        };
    return text.substring(0, chosen.start()) + put + text.substring(chosen.end());
  }

  /** Cuts, doubles, moves and changes pieces anywhere. */
  private static String torn(String text, Random random) {
    var torn = new StringBuilder(text);
    int from = border(torn, random);
    int to = Math.min(torn.length(), from + 1 + random.nextInt(60));
    switch (random.nextInt(4)) {
      case 0 -> torn.delete(from, to);
      case 1 -> torn.insert(to, torn.substring(from, to));
      case 2 -> torn.insert(border(torn, random), torn.substring(from, to));
      default -> torn.setCharAt(from, "<>&\"'/ x1|@*".charAt(random.nextInt(12)));
    }
    return torn.toString();
  }

  private static int border(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int tag = text.indexOf("<", at);
    return random.nextBoolean() && tag > 0 ? tag : at;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_changed_entry_is_read_copied_or_refused(long seed) throws IOException {
    var random = new Random(seed);
    DescribedLayout layout = DescribedLayout.of(parse(descriptor));
    int whole = 0;
    for (int i = 0; i < 600; i++) {
      String name = ENTRIES.get(i % ENTRIES.size());
      String entry = mutated(Files.readString(Path.of("samples/fabrikam", name)), random);
      byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
      byte[] copy = copy(layout, name, bytes);
      if (copy != null) {
        whole++;
        assertThat(copy).as("seed " + seed + ", " + i + ": " + entry).isEqualTo(bytes);
      }
    }
    assertThat(whole).isGreaterThan(150);
  }

  private static byte[] copy(DescribedLayout layout, String name, byte[] bytes) throws IOException {
    var context =
        new EntryContext(
            Location.of("a", name),
            null,
            ProblemLog.tolerant(),
            new UnknownNames(),
            References.ASSUMED,
            0,
            null);
    var copy = new ByteArrayOutputStream();
    EntryRole role = layout.role(name).orElseThrow();
    try (EntryWalk walk = layout.walk(role, new ByteArrayInputStream(bytes), context)) {
      while (walk.advance()) {
        copy.write(walk.gap());
        if (walk.raw().isPresent()) {
          copy.write(walk.raw().get().bytes());
        }
        read(walk);
        assertThat(walk.unknown()).isNotNull();
      }
      copy.write(walk.gap());
      return copy.toByteArray();
    } catch (ArchiveException refused) {
      return null;
    }
  }

  private static void read(EntryWalk walk) throws IOException {
    Kind<?> kind = walk.kind();
    if (kind != null) {
      try {
        assertThat((Object) walk.read(kind)).isNotNull();
      } catch (BadRecordException bad) {
        assertThat(bad.problems()).isNotEmpty();
      }
    }
  }

  @Test
  void a_changed_descriptor_is_one_or_is_refused() throws IOException {
    var random = new Random(5);
    int good = 0;
    for (int i = 0; i < 3_000; i++) {
      String document = mutated(descriptor, random);
      try {
        DescribedLayout layout = DescribedLayout.of(parse(document));
        good++;
        for (String name : ENTRIES) {
          if (layout.role(name).isPresent()) {
            copy(layout, name, Files.readAllBytes(Path.of("samples/fabrikam", name)));
          }
        }
      } catch (ArchiveException refused) {
        assertThat(refused.problem().message()).isNotBlank();
      }
    }
    assertThat(good).isBetween(100, 2_900);
  }
}
