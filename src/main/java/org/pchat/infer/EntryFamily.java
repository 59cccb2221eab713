package org.pchat.infer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Entries of one structure: one file, or many like ones. */
final class EntryFamily {
  private final ElementNode root;
  private final List<ArchiveEntry> entries = new ArrayList<>();
  private final Set<NameMask> masks = new LinkedHashSet<>();

  EntryFamily(ElementNode root) {
    this.root = root;
  }

  void add(ArchiveEntry entry, NameMask mask) {
    entries.add(entry);
    masks.add(mask);
  }

  ElementNode root() {
    return root;
  }

  List<ArchiveEntry> entries() {
    return entries;
  }

  /** Returns the different masks of the entries' names. */
  Set<NameMask> masks() {
    return masks;
  }

  @Override
  public String toString() {
    return masks.iterator().next() + " " + root;
  }
}
