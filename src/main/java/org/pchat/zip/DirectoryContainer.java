package org.pchat.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;

/**
 * A directory into which an archive was unpacked. Its names obey the rules of a ZIP file's, so that
 * it can be packed again; links are refused, for they may lead anywhere.
 */
final class DirectoryContainer implements Container {
  private final Path path;
  private final Faults faults;
  private final Watch watch;
  private final Map<String, Found> files;

  /** A file and what is known of it. */
  private record Found(Entry entry, Path file) {}

  private DirectoryContainer(Path path, Faults faults, Watch watch, Map<String, Found> files) {
    this.path = path;
    this.faults = faults;
    this.watch = watch;
    this.files = files;
  }

  static DirectoryContainer open(Path path, Limits limits, ProblemLog problems, Watch watch)
      throws IOException {
    var faults = new Faults(path.toString());
    var warnings = new Warnings(faults);
    // The user may name a link; what lies behind it is walked.
    var walk = new Walk(path.toRealPath(), limits, new EntryNames(faults, warnings), watch, faults);
    Files.walkFileTree(walk.root, walk);
    warnings.report(problems);
    return new DirectoryContainer(path, faults, watch, walk.files);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public boolean isDirectory() {
    return true;
  }

  @Override
  public long bytes() {
    return files.values().stream().mapToLong(found -> found.entry().size()).sum();
  }

  @Override
  public List<Entry> entries() {
    return files.values().stream().map(Found::entry).toList();
  }

  @Override
  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(files.get(name)).map(Found::entry);
  }

  @Override
  public InputStream open(Entry entry) throws IOException {
    var found = files.get(entry.name());
    if (found == null || !found.entry().equals(entry)) {
      throw new IllegalArgumentException("not a file of " + path + ": " + entry.name());
    }
    var file =
        ArchiveFile.open(found.file(), faults, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    if (file.length() != entry.size()) {
      file.close();
      throw faults.malformed(entry.name(), ZipProblem.CHANGED);
    }
    var content = new FileStretch(file, 0, file.length(), watch);
    return new EntryStream(entry, closing(content, file), file);
  }

  private static InputStream closing(InputStream content, ArchiveFile file) {
    return new FilterInputStream(content) {
      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  @Override
  public void close() {
    // Each stream closes its own file.
  }

  /** Collects the files below a directory without following links. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Map<String, Found> files = new TreeMap<>();
    private final Path root;
    private final Limits limits;
    private final EntryNames names;
    private final Watch watch;
    private final Faults faults;

    Walk(Path root, Limits limits, EntryNames names, Watch watch, Faults faults) {
      this.root = root;
      this.limits = limits;
      this.names = names;
      this.watch = watch;
      this.faults = faults;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      watch.check();
      String name = names.accept(name(file));
      if (attributes.isSymbolicLink()) {
        throw faults.malformed(name, ZipProblem.SYMBOLIC_LINK);
      }
      if (!attributes.isRegularFile()) {
        throw faults.malformed(name, ZipProblem.NOT_A_FILE);
      }
      if (files.size() == limits.maxEntries()) {
        throw faults.tooMuch(null, ZipProblem.TOO_MANY_ENTRIES, "more", limits.maxEntries());
      }
      long size = attributes.size();
      files.put(name, new Found(new Entry(name, size, size, OptionalLong.empty()), file));
      return FileVisitResult.CONTINUE;
    }

    private String name(Path file) {
      return StreamSupport.stream(root.relativize(file).spliterator(), false)
          .map(Path::toString)
          .collect(Collectors.joining("/"));
    }
  }
}
