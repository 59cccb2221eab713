package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.restore.Mapping;
import org.pchat.restore.MappingWords;
import org.pchat.restore.Shape;
import picocli.CommandLine.Option;

/** The options that say in which shape, and under which names, a package is made. */
final class PackageShape {
  @Option(
      names = "--in-place",
      description =
          "Put what living rooms have lost back into them, not into rooms beside them; what an import does there is not published.")
  private boolean inPlace;

  @Option(
      names = "--thin",
      description = "Leave out what the target has; the manifest says what it relies on.")
  private boolean thin;

  @Option(
      names = "--no-closure",
      description =
          "Carry nothing along that was not chosen; refused if something is nowhere then.")
  private boolean alone;

  @Option(names = "--allow-dangling", description = "Put up with references to what is nowhere.")
  private boolean dangling;

  @Option(
      names = "--map-user",
      paramLabel = "OLD=NEW",
      description = "Another principal instead of this one, each a GUID or an address; repeatable.")
  private List<String> users = new ArrayList<>();

  @Option(
      names = "--map-file",
      paramLabel = "FILE",
      description = "The same, a line of CSV for each: old, new.")
  private @Nullable Path userFile;

  @Option(
      names = "--rename-room",
      paramLabel = "OLD=NEW",
      description = "Bring a room back, or its messages beside it, under another name; repeatable.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--into-category",
      paramLabel = "NAME",
      description = "Bring rooms back into this category.")
  private @Nullable String category;

  @Option(
      names = "--new-guids",
      description = "Give categories, rooms and add-ins that come back new GUIDs.")
  private boolean newGuids;

  @Option(
      names = "--assign-ids",
      description = "Give records whose database ids the target has given to others free ones.")
  private boolean assignIds;

  @Option(
      names = "--canonical",
      description = "Write the layout pchat-1, whatever that of the source is.")
  private boolean canonical;

  @Option(
      names = "--pool",
      paramLabel = "FQDN",
      description = "The full name of the pool, for the guide and the cmdlets in it.")
  @Nullable String pool;

  Shape shape() {
    return new Shape(inPlace, thin, !alone, dangling, newGuids, assignIds, canonical);
  }

  Mapping mapping(MappingWords words) throws IOException {
    List<String> pairs = new ArrayList<>(users);
    if (userFile != null) {
      pairs.addAll(MappingWords.pairs(userFile));
    }
    return words.mapping(pairs, names, category);
  }
}
