package org.pchat.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pchat.model.FileKind;
import org.pchat.model.Watch;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.ZipProblem;

/** A ZIP file whose structure has been checked. */
final class ZipContainer implements Container {
  private final Path path;
  private final ArchiveFile file;
  private final ProblemLog problems;
  private final Watch watch;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final List<Entry> entries;
  private final int directories;

  private ZipContainer(
      Path path, ArchiveFile file, List<Member> all, ProblemLog problems, Watch watch) {
    this.path = path;
    this.file = file;
    this.problems = problems;
    this.watch = watch;
    var files = all.stream().filter(member -> !member.isDirectory()).toList();
    files.forEach(member -> members.put(member.entry().name(), member));
    this.entries = files.stream().map(Member::entry).toList();
    this.directories = all.size() - files.size();
  }

  static ZipContainer open(Path path, Limits limits, ProblemLog problems, Watch watch)
      throws IOException {
    var file = ArchiveFile.open(path, new Faults(path.toString()), StandardOpenOption.READ);
    boolean opened = false;
    try {
      var members = members(file, limits, problems, watch);
      opened = true;
      return new ZipContainer(path, file, members, problems, watch);
    } catch (MalformedArchiveException e) {
      throw file.explain(e);
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  /** Returns all entries, directories included, after every check that needs no inflating. */
  private static List<Member> members(
      ArchiveFile file, Limits limits, ProblemLog problems, Watch watch) throws IOException {
    var faults = file.faults();
    var warnings = new Warnings(faults);
    requireZip(file);
    var end = new EndOfDirectory(file, problems).find();
    var members = new CentralDirectory(file, limits, warnings).read(end, watch);
    new Tiling(file).check(members, end.offset());
    warnings.report(problems);
    if (members.isEmpty()) {
      problems.add(faults.problem(null, ZipProblem.EMPTY_ARCHIVE));
    }
    return members;
  }

  /** Says what the file is, where it is plainly something else. */
  private static void requireZip(ArchiveFile file) throws IOException {
    FileKind kind = file.kind();
    Optional<ZipProblem> problem = mistake(kind);
    if (problem.isPresent()) {
      throw file.faults().malformed(null, problem.get(), kind.words());
    }
  }

  /** Returns what to tell somebody who gave such a file for an export; nothing if it may be one. */
  private static Optional<ZipProblem> mistake(FileKind kind) {
    return switch (kind) {
      case ZIP, UNKNOWN -> Optional.empty();
      case EMPTY -> Optional.of(ZipProblem.EMPTY_FILE);
      case HTML -> Optional.of(ZipProblem.WEB_PAGE);
      case XML -> Optional.of(ZipProblem.BARE_XML);
      case PDF, LFS_POINTER, SQLITE, ACCESS, POSTGRESQL, VIRTUAL_DISK ->
          Optional.of(ZipProblem.OTHER_FILE);
      case GZIP, SEVEN_ZIP, RAR, XZ, ZSTANDARD, CABINET, WIM ->
          Optional.of(ZipProblem.OTHER_ARCHIVE);
      case TAPE_BACKUP, COMPRESSED_BACKUP, SQL_DATA -> Optional.of(ZipProblem.SQL_FILE);
    };
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public boolean isDirectory() {
    return false;
  }

  @Override
  public long bytes() {
    return file.length();
  }

  @Override
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(members.get(name)).map(Member::entry);
  }

  @Override
  public InputStream open(Entry entry) {
    var content = method(entry).unpack(packed(entry), entry.name(), file.faults());
    return new EntryStream(entry, content, file);
  }

  /** Returns how many entries stand for a directory and nothing else. */
  int directories() {
    return directories;
  }

  /** Returns how the data of an entry is packed. */
  Method method(Entry entry) {
    return member(entry).method();
  }

  /** Returns the data of an entry as it stands in the file. */
  FileStretch packed(Entry entry) {
    return new FileStretch(file, member(entry).dataOffset(), entry.compressedSize(), watch);
  }

  private Member member(Entry entry) {
    var member = members.get(entry.name());
    if (member == null || !member.entry().equals(entry)) {
      throw new IllegalArgumentException("not an entry of " + path + ": " + entry.name());
    }
    return member;
  }

  @Override
  public void close() throws IOException {
    boolean changed = file.changed();
    file.close();
    if (changed) {
      problems.add(file.faults().problem(null, ZipProblem.CHANGED));
    }
  }
}
