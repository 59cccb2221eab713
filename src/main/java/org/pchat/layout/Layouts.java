package org.pchat.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;

/** The layouts that come with the tool; each is made when it is first asked for. */
public final class Layouts {
  /** A dump of the published tables as XML. */
  public static final String DATASET = "dataset";

  /** The published XML of the compliance service. */
  public static final String COMPLIANCE = "compliance";

  /** The names of all, those that are soonest recognised first. */
  public static final List<String> NAMES = List.of(Pchat1.NAME, DATASET, COMPLIANCE);

  private static final Map<String, Layout> MADE =
      new ConcurrentHashMap<>(Map.of(Pchat1.NAME, Pchat1.LAYOUT));

  private Layouts() {}

  /** Returns the built-in layout of this name. */
  public static Optional<Layout> named(String name) {
    return NAMES.contains(name)
        ? Optional.of(MADE.computeIfAbsent(name, n -> DescribedLayout.of(descriptor(n))))
        : Optional.empty();
  }

  /**
   * Returns the layout that the user names, or describes in a file of that name.
   *
   * @param where the archive that it is for, for messages
   * @throws org.pchat.problem.ArchiveException if there is none, or the file is no descriptor
   */
  public static Layout wanted(String wanted, Location where) throws IOException {
    Optional<Layout> builtIn = named(wanted);
    if (builtIn.isPresent()) {
      return builtIn.get();
    }
    if (!isFile(wanted)) {
      throw new UnsupportedArchiveException(
          Problem.of(ExportProblem.UNKNOWN_LAYOUT, where, wanted, String.join(", ", NAMES)));
    }
    try (InputStream in = Files.newInputStream(Path.of(wanted))) {
      return DescribedLayout.of(DescriptorCodec.read(in, Location.of(wanted)));
    }
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException noName) {
      return false;
    }
  }

  /**
   * Returns the descriptor of a built-in layout; {@code pchat-1} has one too, although it is read
   * without.
   *
   * @param name one of {@link #NAMES}
   */
  public static Descriptor descriptor(String name) {
    try (InputStream in =
        Objects.requireNonNull(Layouts.class.getResourceAsStream(name + ".xml"), name)) {
      return DescriptorCodec.read(in, Location.of(name + ".xml"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
