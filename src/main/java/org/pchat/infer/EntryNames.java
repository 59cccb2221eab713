package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import org.pchat.layout.EntryPattern;

/** The names of a family's entries, as a pattern with parts that fields may stand in. */
final class EntryNames {
  private static final int MOST_NAMED = 100;

  private EntryNames() {}

  /** Returns the patterns that fit the entries of a family. */
  static List<EntryPattern> patterns(EntryFamily family) {
    if (family.entries().size() == 1) {
      return List.of(EntryPattern.of(family.entries().get(0).name()));
    }
    if (family.masks().size() == 1) {
      return List.of(EntryPattern.of(numbered(family.masks().iterator().next().pattern())));
    }
    if (hasStems(family)) {
      NameMask mask = family.masks().iterator().next();
      return List.of(
          EntryPattern.of(mask.folder() + "{" + Column.partName(1) + "}" + mask.ending()));
    }
    if (family.entries().size() <= MOST_NAMED) {
      return family.entries().stream().map(entry -> EntryPattern.of(entry.name())).toList();
    }
    return family.masks().stream().map(mask -> EntryPattern.of(mask.pattern())).toList();
  }

  private static String numbered(String mask) {
    var text = new StringBuilder();
    int part = 1;
    for (int i = 0; i < mask.length(); i++) {
      if (mask.charAt(i) == '*') {
        text.append('{').append(Column.partName(part++)).append('}');
      } else {
        text.append(mask.charAt(i));
      }
    }
    return text.toString();
  }

  /** Returns whether only the stem of the names differs. */
  private static boolean hasStems(EntryFamily family) {
    return family.masks().stream().map(m -> m.folder() + "/" + m.ending()).distinct().count() == 1;
  }

  /** Returns the columns that the names of a family's entries make. */
  static List<Column> columns(EntryFamily family) {
    if (family.entries().size() < 2) {
      return List.of();
    }
    List<List<String>> parts = new ArrayList<>();
    boolean stems = family.masks().size() > 1 && hasStems(family);
    for (ArchiveEntry entry : family.entries()) {
      parts.add(stems ? List.of(stem(entry.name())) : NameMask.parts(entry.name()));
    }
    if (family.masks().size() > 1 && !stems) {
      return List.of();
    }
    var columns = new ArrayList<Column>();
    for (int i = 0; i < parts.get(0).size(); i++) {
      var profile = new Profile();
      for (List<String> values : parts) {
        profile.add(values.get(i), 0);
      }
      if (profile.distinct() > 1) {
        columns.add(Column.entryPart(i + 1, profile));
      }
    }
    return columns;
  }

  /** Returns the part of an entry's name that a column of its family speaks of. */
  static String part(EntryFamily family, String name, int part) {
    return family.masks().size() > 1 ? stem(name) : NameMask.parts(name).get(part - 1);
  }

  private static String stem(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }
}
