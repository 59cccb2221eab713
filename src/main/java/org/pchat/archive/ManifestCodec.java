package org.pchat.archive;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.UnmarshallerHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Pchat1;
import org.pchat.model.Absence;
import org.pchat.model.Consistency;
import org.pchat.model.Guid;
import org.pchat.model.Level;
import org.pchat.model.Ticks;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.xml.EntryParser;
import org.pchat.xml.XString;
import org.xml.sax.SAXException;

/** Reads and writes {@code Manifest.xml}. */
final class ManifestCodec {
  /** JAXB begins with the line end. */
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private static final String UTC = "UTC";
  private static final String DERIVED = "derived";

  private ManifestCodec() {}

  /**
   * Reads a manifest from a parser that stands before its root.
   *
   * @throws MalformedArchiveException if it is not well-formed XML, or says something that no
   *     manifest can say
   */
  static Manifest read(EntryParser parser, Location where) throws IOException {
    try {
      UnmarshallerHandler handler = context().createUnmarshaller().getUnmarshallerHandler();
      SaxEvents.feed(parser, handler);
      return manifest((ManifestBinding) handler.getResult());
    } catch (JAXBException | SAXException notAManifest) {
      throw unusable(where, "it is no manifest of the layout " + Pchat1.NAME);
    } catch (IllegalArgumentException badValue) {
      throw unusable(where, String.valueOf(badValue.getMessage()));
    }
  }

  /** Writes a manifest; the same manifest gives the same bytes. */
  static void write(Manifest manifest, OutputStream out) throws IOException {
    try {
      Marshaller marshaller = context().createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      out.write(DECLARATION.getBytes(StandardCharsets.UTF_8));
      marshaller.marshal(binding(manifest), out);
      out.write('\n');
    } catch (JAXBException failed) {
      if (failed.getLinkedException() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(failed);
    }
  }

  private static JAXBContext context() {
    return Binding.CONTEXT;
  }

  /** Made at the first manifest, since it costs more than reading one. */
  private static final class Binding {
    static final JAXBContext CONTEXT = make();

    private static JAXBContext make() {
      try {
        return JAXBContext.newInstance(ManifestBinding.class);
      } catch (JAXBException wronglyAnnotated) {
        throw new IllegalStateException(wronglyAnnotated);
      }
    }
  }

  private static MalformedArchiveException unusable(Location where, String why) {
    return new MalformedArchiveException(Problem.of(ExportProblem.BAD_MANIFEST, where, why));
  }

  /** The schema allows numbers of any length; no export counts so far. */
  private static long whole(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException tooLong) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no number of records or bytes", tooLong);
    }
  }

  private static Manifest manifest(ManifestBinding binding) {
    Set<Guid> scope = new HashSet<>();
    binding.scopes.forEach(s -> scope.add(Guid.parse(needed(s.category, "category"))));
    return new Manifest(
        needed(binding.layout, "layout"),
        level(needed(binding.level, "level")),
        ticks(binding.created),
        unescaped(binding.source),
        ticks(binding.startDate),
        UTC.equals(binding.times),
        DERIVED.equals(binding.messageIds),
        consistency(binding.consistency),
        omitted(binding),
        scope,
        expected(binding),
        binding.entries.stream().map(ManifestCodec::described).toList());
  }

  private static Set<Manifest.Omitted> omitted(ManifestBinding binding) {
    Set<Manifest.Omitted> omitted = new HashSet<>();
    binding.omitted.forEach(
        o -> omitted.add(new Manifest.Omitted(needed(o.kind, "kind"), needed(o.field, "field"))));
    return omitted;
  }

  private static List<Manifest.Expected> expected(ManifestBinding binding) {
    return Stream.concat(
            binding.expected.stream().map(e -> expected(e, Absence.EXPECTED_OF_TARGET)),
            binding.dangling.stream().map(e -> expected(e, Absence.MISSING_AT_SOURCE)))
        .toList();
  }

  private static Manifest.Expected expected(ManifestBinding.Expect expect, Absence absence) {
    return new Manifest.Expected(
        needed(expect.kind, "kind"),
        Guid.parse(needed(expect.guid, "guid")),
        unescaped(expect.name),
        absence);
  }

  private static Manifest.Described described(ManifestBinding.Entry entry) {
    return new Manifest.Described(
        XString.unescape(needed(entry.name, "name")),
        needed(entry.kind, "kind"),
        whole(needed(entry.records, "records")),
        whole(needed(entry.bytes, "bytes")),
        needed(entry.sha256, "sha256"));
  }

  private static String needed(@Nullable String value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("the attribute " + name + " is missing");
    }
    return value;
  }

  private static Level level(String word) {
    return Arrays.stream(Level.values())
        .filter(level -> level.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no level \"" + word + "\""));
  }

  private static Consistency consistency(@Nullable String word) {
    return Arrays.stream(Consistency.values())
        .filter(consistency -> consistency.word().equals(word))
        .findFirst()
        .orElse(Consistency.AT_REST);
  }

  private static @Nullable Ticks ticks(@Nullable String text) {
    return text == null
        ? null
        : Ticks.tryParse(text)
            .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not a time"));
  }

  private static @Nullable String unescaped(@Nullable String text) {
    return text == null ? null : XString.unescape(text);
  }

  private static ManifestBinding binding(Manifest manifest) {
    var binding = new ManifestBinding();
    binding.layout = manifest.layout();
    binding.level = manifest.level().word();
    binding.created = text(manifest.created(), Ticks::toString);
    binding.generator = Manifest.GENERATOR;
    binding.source = text(manifest.source(), XString::escape);
    binding.startDate = text(manifest.startDate(), Ticks::toString);
    binding.times = manifest.timesAreUtc() ? UTC : null;
    binding.messageIds = manifest.messageIdsDerived() ? DERIVED : null;
    binding.consistency =
        manifest.consistency() == Consistency.AT_REST ? null : manifest.consistency().word();
    manifest.omitted().stream().sorted().forEach(o -> binding.omitted.add(omitted(o)));
    manifest.scope().stream().sorted().forEach(guid -> binding.scopes.add(scope(guid)));
    manifest.expected().forEach(e -> list(e.absence(), binding).add(expect(e)));
    manifest.entries().forEach(e -> binding.entries.add(entry(e)));
    return binding;
  }

  private static ManifestBinding.Omitted omitted(Manifest.Omitted field) {
    var omitted = new ManifestBinding.Omitted();
    omitted.kind = field.kind();
    omitted.field = field.field();
    return omitted;
  }

  private static ManifestBinding.Scope scope(Guid category) {
    var scope = new ManifestBinding.Scope();
    scope.category = category.toString();
    return scope;
  }

  private static List<ManifestBinding.Expect> list(Absence absence, ManifestBinding binding) {
    return absence == Absence.MISSING_AT_SOURCE ? binding.dangling : binding.expected;
  }

  private static ManifestBinding.Expect expect(Manifest.Expected expected) {
    var expect = new ManifestBinding.Expect();
    expect.kind = expected.kind();
    expect.guid = expected.guid().toString();
    expect.name = text(expected.name(), XString::escape);
    return expect;
  }

  private static ManifestBinding.Entry entry(Manifest.Described described) {
    var entry = new ManifestBinding.Entry();
    entry.name = XString.escape(described.name());
    entry.kind = described.kind();
    entry.records = Long.toString(described.records());
    entry.bytes = Long.toString(described.bytes());
    entry.sha256 = described.sha256();
    return entry;
  }

  private static <V> @Nullable String text(@Nullable V value, Function<V, String> spelling) {
    return Optional.ofNullable(value).map(spelling).orElse(null);
  }
}
