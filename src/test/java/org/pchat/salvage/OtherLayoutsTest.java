package org.pchat.salvage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.archive.ExportReader;
import org.pchat.archive.UnfamiliarArchive;
import org.pchat.fixture.MemorySource;
import org.pchat.layout.DescribedLayout;
import org.pchat.layout.Descriptor;
import org.pchat.layout.DescriptorCodec;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.ReadOptions;
import org.pchat.model.Watch;
import org.pchat.respell.Style;
import org.pchat.respell.Styles;
import org.pchat.zip.PendingFile;
import org.pchat.zip.ZipOutput;

/** Salvage in layouts of others: nested records, one file for all, other encodings. */
class OtherLayoutsTest {
  private static final Set<String> STYLES =
      Set.of("nested-messages", "access-lists", "utf-16", "dataset", "dataset-one-file", "foreign");

  private static MemorySource monday;

  @TempDir Path folder;

  private Path described;
  private Descriptor descriptor;
  private Charset charset;
  private Map<String, Message> original;

  @BeforeAll
  static void a_sample() throws IOException {
    try (var source =
        ExportReader.open(Path.of("samples/contoso-monday.zip"), ReadOptions.defaults())) {
      monday = MemorySource.copyOf(source);
    }
  }

  static List<Style> styles() {
    return Styles.all().stream().filter(style -> STYLES.contains(style.name())).toList();
  }

  private Map<String, byte[]> respelled(Style style) throws IOException {
    Path sound = style.write(monday, folder.resolve("sound.zip"));
    try (var archive = UnfamiliarArchive.open(sound, ReadOptions.defaults())) {
      descriptor = archive.infer().descriptor();
    }
    described = Files.write(folder.resolve("layout.xml"), DescriptorCodec.write(descriptor));
    charset = style.name().equals("utf-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    original = messages(sound);
    assertThat(original).hasSizeGreaterThan(4_000);
    return style.entries(monday);
  }

  /** Returns all messages by room, time, author and text, which no two share with another text. */
  private Map<String, Message> messages(Path zip) throws IOException {
    Map<String, Message> messages = new HashMap<>();
    try (var export =
        ExportReader.open(zip, ReadOptions.defaults(), DescribedLayout.of(descriptor))) {
      for (Message m : MemorySource.all(export.records(Kind.MESSAGE))) {
        messages.put(m.room() + " " + m.sent() + " " + m.text() + " " + m.rtf(), m);
      }
    }
    return messages;
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("damaged.zip");
    try (var pending = PendingFile.create(file, true)) {
      try (var zip = new ZipOutput(pending.channel())) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          try (var out = zip.entry(entry.getKey())) {
            out.write(entry.getValue());
          }
        }
      }
      pending.commit(written -> {});
    }
    return file;
  }

  private Account salvage(Path damaged) throws IOException {
    return Salvage.run(
        new SalvageRequest(
            damaged, folder.resolve("saved.zip"), true, described.toString(), false, 0),
        Watch.NONE);
  }

  private static String largest(Map<String, byte[]> entries) {
    return entries.entrySet().stream()
        .max((a, b) -> Integer.compare(a.getValue().length, b.getValue().length))
        .orElseThrow()
        .getKey();
  }

  @ParameterizedTest
  @MethodSource("styles")
  void cut_xml_gives_whole_records_in_their_rooms(Style style) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(respelled(style));
    String entry = largest(entries);
    byte[] whole = entries.get(entry);
    for (int eighth : List.of(3, 5, 7)) {
      int length = whole.length / 8 * eighth & ~1;
      entries.put(entry, Arrays.copyOf(whole, length));
      Account account = salvage(zip(entries));
      assertThat(account.losses()).isNotEmpty();
      assertThat(account.written()).isTrue();
      Set<String> saved = messages(folder.resolve("saved.zip")).keySet();
      assertThat(original.keySet()).containsAll(saved);
      assertThat(account.records().getOrDefault(Kind.MESSAGE, 0L))
          .isGreaterThanOrEqualTo(saved.size());
    }
  }

  @ParameterizedTest
  @MethodSource("styles")
  void a_broken_message_is_the_only_one_that_is_lost(Style style) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(respelled(style));
    int broken = 0;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      String text = new String(entry.getValue(), charset);
      int at = text.indexOf("would model b support it?");
      if (at >= 0) {
        broken++;
        String damaged = text.substring(0, at) + "<&" + text.substring(at);
        entry.setValue(damaged.getBytes(charset));
      }
    }
    assertThat(broken).isEqualTo(1);
    Account account = salvage(zip(entries));
    assertThat(account.losses()).hasSize(1);
    Set<String> lost = new HashSet<>(original.keySet());
    lost.removeAll(messages(folder.resolve("saved.zip")).keySet());
    assertThat(lost).hasSize(1).allMatch(key -> key.contains("would model b support it?"));
  }

  @Test
  void a_layout_is_recognised_by_an_entry_that_is_broken_from_its_first_line_on()
      throws IOException {
    Style style =
        Styles.all().stream()
            .filter(s -> s.name().equals("dataset-one-file"))
            .findFirst()
            .orElseThrow();
    Map<String, byte[]> entries = new LinkedHashMap<>(style.entries(monday));
    entries.replaceAll(
        (name, bytes) ->
            new String(bytes, StandardCharsets.UTF_8)
                .replaceFirst("encoding=\"[^\"]*\"", "encoding=\"UTF-16\"")
                .getBytes(StandardCharsets.UTF_8));
    Account account =
        Salvage.run(
            new SalvageRequest(zip(entries), folder.resolve("saved.zip"), true, null, false, 0),
            Watch.NONE);
    assertThat(account.layout()).isEqualTo("dataset");
    assertThat(account.records().get(Kind.MESSAGE)).isEqualTo(4_020);
  }
}
