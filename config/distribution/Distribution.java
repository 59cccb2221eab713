import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Lays out a release in a folder: what users read and run, our jar with the libraries that its
 * manifest names, their licences, and the sums of it all. The build runs it before it packs the
 * ZIP: {@code java Distribution.java CHECKOUT JAR FOLDER}.
 */
final class Distribution {
  private static final List<String> FROM_THE_CHECKOUT =
      List.of(
          "pchat",
          "pchat.cmd",
          "pchat.ps1",
          "README.md",
          "CHANGELOG.md",
          "LICENSE",
          "NOTICE",
          "docs",
          "schemas",
          "samples");
  private static final String LICENCES = "config/distribution/third-party.tsv";
  private static final Pattern JAR = Pattern.compile("(?<artifact>.+?)-(?<version>\\d.*)\\.jar");
  private static final Pattern TEXT =
      Pattern.compile("META-INF/[^/]*(LICEN[CS]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);

  private final Path checkout;
  private final Path folder;

  private Distribution(Path checkout, Path folder) {
    this.checkout = checkout;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[1]);
    Distribution distribution = new Distribution(Path.of(args[0]), Path.of(args[2]));
    distribution.empty();
    for (String name : FROM_THE_CHECKOUT) {
      distribution.copy(distribution.checkout.resolve(name), name);
    }
    distribution.addProgram(jar);
    distribution.addLibraries(jar);
    distribution.addSums();
  }

  private void empty() throws IOException {
    if (Files.exists(folder)) {
      for (Path path : below(folder, Comparator.reverseOrder())) {
        Files.delete(path);
      }
    }
    Files.createDirectories(folder);
  }

  /** Copies a file, or a folder with all in it, under a name inside the distribution. */
  private void copy(Path from, String name) throws IOException {
    if (!Files.exists(from)) {
      throw new IllegalStateException("A release needs \"" + from + "\", which does not exist.");
    }
    Path to = folder.resolve(name);
    for (Path path : below(from, Comparator.naturalOrder())) {
      Path copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
  }

  /** Packs our jar anew without the modes of its entries, which tell the umask of the build. */
  private void addProgram(Path jar) throws IOException {
    Path to = Files.createDirectories(folder.resolve("lib")).resolve(jar.getFileName());
    try (JarFile from = new JarFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : from.stream().toList()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        try (InputStream content = from.getInputStream(entry)) {
          content.transferTo(out);
        }
      }
    }
  }

  /**
   * Takes the libraries from the manifest, because the folder may hold those of former builds too.
   */
  private void addLibraries(Path jar) throws IOException {
    Map<String, Licence> licences = licences();
    List<String> list = new ArrayList<>(List.of("name\tversion\tlicence"));
    for (String name : classPath(jar)) {
      Matcher parts = JAR.matcher(name);
      Licence licence = parts.matches() ? licences.get(parts.group("artifact")) : null;
      if (licence == null) {
        throw new IllegalStateException(
            "The licence of \"" + name + "\" is not known; add it to " + LICENCES + ".");
      }
      copy(jar.resolveSibling(name), "lib/" + name);
      addTexts(jar.resolveSibling(name), licence);
      list.add(String.join("\t", parts.group("artifact"), parts.group("version"), licence.spdx()));
    }
    Files.write(folder.resolve("third-party/LIBRARIES.tsv"), list);
  }

  private static List<String> classPath(Path jar) throws IOException {
    try (JarFile opened = new JarFile(jar.toFile())) {
      Attributes manifest = opened.getManifest().getMainAttributes();
      return Stream.of(manifest.getValue(Attributes.Name.CLASS_PATH).split(" ")).sorted().toList();
    }
  }

  private Map<String, Licence> licences() throws IOException {
    return Files.readAllLines(checkout.resolve(LICENCES)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .collect(Collectors.toMap(row -> row[0], row -> new Licence(row[1], row[2])));
  }

  /** Writes the texts of one library into a folder named as its jar. */
  private void addTexts(Path jar, Licence licence) throws IOException {
    Path texts =
        folder
            .resolve("third-party")
            .resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
    Files.createDirectories(texts);
    boolean licensed = false;
    try (JarFile opened = new JarFile(jar.toFile())) {
      for (ZipEntry entry :
          opened.stream().filter(one -> TEXT.matcher(one.getName()).matches()).toList()) {
        try (InputStream text = opened.getInputStream(entry)) {
          Files.copy(text, texts.resolve(entry.getName().substring("META-INF/".length())));
        }
        licensed |= !entry.getName().contains("NOTICE");
      }
    }
    for (String text : licence.texts()) {
      Path file = checkout.resolve(text);
      Files.copy(file, texts.resolve("LICENSE-" + file.getFileName()));
      licensed = true;
    }
    if (!licensed) {
      throw new IllegalStateException(
          "\"" + jar.getFileName() + "\" carries no licence text; add one to " + LICENCES + ".");
    }
  }

  /** Writes the list that {@code sha256sum -c} reads. */
  private void addSums() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (Path path : below(folder, Comparator.naturalOrder())) {
      if (Files.isRegularFile(path)) {
        sums.put(folder.relativize(path).toString().replace('\\', '/'), sha256(path));
      }
    }
    String lines =
        sums.entrySet().stream()
            .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("SHA256SUMS"), lines);
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> below(Path top, Comparator<Path> order) throws IOException {
    try (Stream<Path> paths = Files.walk(top)) {
      return paths.sorted(order).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What a library may be used under, and the texts to add to its own. */
  private record Licence(String spdx, List<String> texts) {
    Licence(String spdx, String texts) {
      this(spdx, texts.equals("-") ? List.of() : List.of(texts.split(" ")));
    }
  }
}
