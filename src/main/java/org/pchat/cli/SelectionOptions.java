package org.pchat.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.select.PatternFile;
import org.pchat.select.SelectionRequest;
import picocli.CommandLine.Option;

/** The options of every command that reads messages that say which. */
final class SelectionOptions {
  @Option(
      names = "--room",
      paramLabel = "PATTERN",
      description =
          "Only rooms with this GUID or URI, else this name, else matching this glob; repeatable.")
  List<String> rooms = new ArrayList<>();

  @Option(
      names = "--room-file",
      paramLabel = "FILE",
      description = "The same, one pattern a line; ; begins a comment.")
  List<Path> roomFiles = new ArrayList<>();

  @Option(
      names = "--category",
      paramLabel = "PATTERN",
      description = "Only rooms of such a category, besides those of --room; repeatable.")
  List<String> categories = new ArrayList<>();

  @Option(
      names = "--category-file",
      paramLabel = "FILE",
      description = "The same, one pattern a line.")
  List<Path> categoryFiles = new ArrayList<>();

  @Option(
      names = "--author",
      paramLabel = "PATTERN",
      description = "Only messages by such a principal; repeatable.")
  List<String> authors = new ArrayList<>();

  @Option(
      names = "--author-file",
      paramLabel = "FILE",
      description = "The same, one pattern a line.")
  List<Path> authorFiles = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only messages from this time on: 2018-06-04, 2018-06-04T09:30 or with an offset; dates and times are in --tz.")
  @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only messages before this time; a bare date includes the whole day.")
  @Nullable String until;

  SelectionRequest request(ZoneId zone) throws IOException {
    return new SelectionRequest(
        joined(rooms, roomFiles),
        joined(categories, categoryFiles),
        joined(authors, authorFiles),
        since,
        until,
        zone);
  }

  /** Says that it was this file that failed, not the source. */
  private static List<String> patterns(Path file) throws IOException {
    try {
      return PatternFile.read(file);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException unnamed) {
      throw new FileSystemException(file.toString(), null, unnamed.getMessage());
    }
  }

  private static List<String> joined(List<String> typed, List<Path> files) throws IOException {
    List<String> all = new ArrayList<>(typed);
    for (Path file : files) {
      all.addAll(patterns(file));
    }
    return all;
  }
}
