package org.pchat.specimen;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.ExportCopy;
import org.pchat.archive.Manifest;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Pchat1;
import org.pchat.model.Guid;
import org.pchat.model.Watch;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.OutputProblem;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.RefusedException;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;
import org.pchat.zip.Limits;

/**
 * Makes a specimen of an export: the same entries, elements, numbers and times, and noise of the
 * same shape and length in place of every text, name, address, path and GUID. Equal values get
 * equal noise, so references hold; the key to it is thrown away.
 *
 * <p>Reads the export three times: to learn what is in it, to write the specimen, and, after
 * reading that once, to settle what the search of it left in doubt. Nothing grows with the number
 * of messages.
 */
public final class Specimen {
  private static final Pattern NAME_PART = Pattern.compile("[^/.]+");
  private static final Pattern GUID =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final SpecimenRequest request;
  private final Container container;
  private final Map<String, EntryForm> forms = new TreeMap<>();
  private final Columns columns = new Columns();
  private final TokenFilter original;
  private final GuidNoise guids;
  private final Sinks sinks;
  private final TextNoise noise;
  private final WordNoise words;

  private Specimen(SpecimenRequest request, Container container) {
    this.request = request;
    this.container = container;
    NoiseKey key = request.seed() == null ? NoiseKey.random() : NoiseKey.seeded(request.seed());
    this.original = new TokenFilter(container.entries().stream().mapToLong(Entry::size).sum());
    this.guids = new GuidNoise(key);
    this.sinks = new Sinks(columns, original, guids);
    this.words = new WordNoise(key, original);
    this.noise = new TextNoise(words, guids);
  }

  /**
   * Makes a specimen.
   *
   * @throws ArchiveException if the export is damaged
   * @throws RefusedException if the target exists and may not be replaced, or if a word of the
   *     original is left in the specimen, which is not kept then
   */
  public static SpecimenProof make(SpecimenRequest request, Watch watch) throws IOException {
    long length = request.source().toFile().length();
    Limits limits = Limits.forFile(length);
    if (request.maxUnpacked() > 0) {
      limits = limits.withMaxUnpacked(request.maxUnpacked());
    }
    try (Container container =
        Container.open(request.source(), limits, ProblemLog.tolerant(), watch)) {
      return new Specimen(request, container).make();
    }
  }

  private SpecimenProof make() throws IOException {
    try (var copy = ExportCopy.create(request.target(), request.overwrite())) {
      gather();
      Manifest manifest = manifest();
      write(copy, manifest);
      copy.commit(manifest == null ? null : noised(manifest), this::prove);
    }
    return new SpecimenProof(
        container.entries().size(),
        sinks.replaced(),
        sinks.kept(),
        guids.count(),
        original.added(),
        sinks.searched(),
        sinks.confirmed().size());
  }

  private void gather() throws IOException {
    ValueSink sink = sinks.gathering();
    for (Entry entry : container.entries()) {
      forms.put(entry.name(), EntryForm.of(container, entry));
      sink.remark(entry.name());
      run(container, entry, form(entry), sink, OutputStream.nullOutputStream());
    }
    guids.settle(original);
  }

  private EntryForm form(Entry entry) {
    return forms.getOrDefault(entry.name(), EntryForm.BINARY);
  }

  private static void run(
      Container container, Entry entry, EntryForm form, ValueSink sink, OutputStream out)
      throws IOException {
    Location where = Location.of(container.path().toString(), entry.name());
    try (InputStream in = container.open(entry)) {
      form.run(in, where, sink, out);
    }
  }

  /** Returns the manifest of a canonical export, which holds hashes and has to be made anew. */
  private @Nullable Manifest manifest() throws IOException {
    Optional<Entry> entry = container.entry(Pchat1.MANIFEST);
    if (entry.isEmpty()) {
      return null;
    }
    try {
      Location where = Location.of(container.path().toString(), Pchat1.MANIFEST);
      Manifest manifest = Manifest.read(container.open(entry.get()), where);
      return manifest.layout().equals(Pchat1.NAME) ? manifest : null;
    } catch (ArchiveException another) {
      return null;
    }
  }

  private void write(ExportCopy copy, @Nullable Manifest manifest) throws IOException {
    ValueSink sink = sinks.replacing(noise);
    Set<String> names = new HashSet<>();
    for (Entry entry : container.entries()) {
      if (manifest != null && entry.name().equals(Pchat1.MANIFEST)) {
        continue;
      }
      String name = unique(noisedName(entry.name()), names);
      try (OutputStream out = copy.entry(name)) {
        run(container, entry, form(entry), sink, out);
      }
      if (manifest != null) {
        describe(copy, entry.name(), manifest);
      }
    }
  }

  private static void describe(ExportCopy copy, String name, Manifest manifest) {
    Optional<EntryRole> role = Pchat1.LAYOUT.role(name);
    for (Manifest.Described entry : manifest.entries()) {
      if (entry.name().equals(name) && role.isPresent()) {
        copy.describe(role.get(), entry.records());
      }
    }
  }

  private static String unique(String name, Set<String> names) {
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = i + name;
    }
    return free;
  }

  /** Noises the name of an entry, but for what says which kind of entry it is. */
  private String noisedName(String name) {
    return NAME_PART
        .matcher(name)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    columns.isStructural(part.group()) ? part.group() : pieces(part.group())));
  }

  private String pieces(String part) {
    var noised = new StringBuilder();
    Pieces.visit(
        part,
        new Pieces.Visitor() {
          @Override
          public void kept(String text) {
            noised.append(text);
          }

          @Override
          public void guid(String text) {
            noised.append(noise.of(text));
          }

          @Override
          public void word(String text) {
            noised.append(columns.isStructural(text) ? text : words.everywhere(text));
          }

          @Override
          public void rtf(String text) {
            noised.append(text);
          }
        });
    return noised.toString();
  }

  private Manifest noised(Manifest manifest) {
    Set<Guid> scope = new HashSet<>();
    manifest.scope().forEach(guid -> scope.add(guids.of(guid)));
    List<Manifest.Expected> expected =
        manifest.expected().stream()
            .map(
                e ->
                    new Manifest.Expected(
                        e.kind(),
                        guids.of(e.guid()),
                        e.name() == null ? null : noise.of(e.name()),
                        e.absence()))
            .toList();
    return new Manifest(
        manifest.layout(),
        manifest.level(),
        manifest.created(),
        null,
        manifest.startDate(),
        manifest.timesAreUtc(),
        manifest.messageIdsDerived(),
        manifest.consistency(),
        manifest.omitted(),
        scope,
        expected,
        List.of());
  }

  /** Searches the specimen, before it has its name, for anything of the original. */
  private void prove(Path written) throws IOException {
    try (Container specimen =
        Container.open(
            written,
            Limits.defaults().withMaxUnpacked(Long.MAX_VALUE),
            ProblemLog.tolerant(),
            Watch.NONE)) {
      ValueSink sink = sinks.searching();
      for (Entry entry : specimen.entries()) {
        searchName(entry.name(), sink);
        if (!entry.name().equals(Pchat1.MANIFEST)) {
          EntryForm form = EntryForm.of(specimen, entry);
          run(specimen, entry, form, sink, OutputStream.nullOutputStream());
        }
      }
    }
    if (!sinks.suspects().isEmpty()) {
      confirm();
    }
  }

  private void searchName(String name, ValueSink sink) {
    Matcher parts = NAME_PART.matcher(name);
    while (parts.find()) {
      String part = parts.group();
      if (columns.isStructural(part)) {
        continue;
      }
      Matcher word = WORD.matcher(GUID.matcher(part).replaceAll(guid -> searched(guid, sink)));
      while (word.find()) {
        if (!columns.isStructural(word.group())) {
          sink.remark(word.group());
        }
      }
    }
  }

  private static String searched(MatchResult guid, ValueSink sink) {
    sink.remark(guid.group());
    return " ";
  }

  private void confirm() throws IOException {
    ValueSink sink = sinks.confirming();
    for (Entry entry : container.entries()) {
      run(container, entry, form(entry), sink, OutputStream.nullOutputStream());
    }
    if (!sinks.confirmed().isEmpty()) {
      Location where = Location.of(request.target().toString());
      throw new RefusedException(
          Problem.of(OutputProblem.NOT_ANONYMOUS, where, sinks.confirmed().size()));
    }
  }
}
