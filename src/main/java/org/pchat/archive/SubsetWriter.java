package org.pchat.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pchat.layout.EntryRole;
import org.pchat.layout.EntryWalk;
import org.pchat.layout.EntryWalk.Stop;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.problem.RefusedException;
import org.pchat.zip.Entry;

/**
 * Writes a package in the spelling of its source, whatever that is: every entry as it stands, byte
 * for byte, without the records that do not go in. Entries with nothing but messages of which none
 * goes in are left out.
 *
 * <p>Nothing is spelled anew, so what a package holds must stand in the source as it is to go in. A
 * record that has wanted ones inside, as a room its messages, goes in with them; what went in
 * although nobody wanted it is told.
 *
 * <p>Each entry is walked twice, to decide and to copy; a decision takes a bit.
 */
public final class SubsetWriter {
  private final Export export;
  private final SubsetWishes wishes;
  private final ExportCopy copy;

  /**
   * What was written.
   *
   * @param counts how many records of each kind were asked for and went in
   * @param dragged what went in because others stand inside, as the user calls it; in the order of
   *     the archive
   */
  public record Subset(Map<Kind<?>, Long> counts, List<String> dragged) {}

  private SubsetWriter(Export export, SubsetWishes wishes, ExportCopy copy) {
    this.export = export;
    this.wishes = wishes;
    this.copy = copy;
  }

  /**
   * Writes a package.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws RefusedException if the file exists and may not be replaced, or if something would have
   *     to be spelled anew
   */
  public static Subset write(Export from, PackageContents contents, Path target, boolean overwrite)
      throws IOException {
    try (var copy = ExportCopy.create(target, overwrite, from.layout())) {
      var wishes = new SubsetWishes(contents, from.layout());
      new SubsetWriter(from, wishes, copy).entries();
      wishes.requireAll();
      copy.commit(
          null,
          temporary -> {
            try (Export written = from.alike(temporary)) {
              wishes.requireUnderstood(written);
            }
          });
      return new Subset(wishes.counts(), wishes.dragged());
    }
  }

  private void entries() throws IOException {
    Set<String> unknown = Set.copyOf(export.unknown().entries());
    for (Entry entry : export.container().entries()) {
      if (unknown.contains(entry.name())) {
        try (var in = export.container().open(entry);
            OutputStream out = copy.entry(entry.name())) {
          in.transferTo(out);
        }
      } else {
        known(entry);
      }
    }
  }

  private void known(Entry entry) throws IOException {
    var decision = new SubsetDecision(wishes);
    try (EntryWalk walk = export.walk(entry)) {
      decision.decide(walk);
    }
    Optional<EntryRole> role = export.layout().role(entry.name());
    boolean isMessagesOnly = role.isPresent() && role.get().kinds().equals(List.of(Kind.MESSAGE));
    if (decision.keepsNothing() && (isMessagesOnly || !leavesElements(entry, decision.kept()))) {
      return;
    }
    try (EntryWalk walk = export.walk(entry);
        OutputStream out = copy.entry(entry.name())) {
      copy(walk, decision.kept(), out);
    }
  }

  /** Returns whether more than a declaration is left; where a record is the root, nothing is. */
  private boolean leavesElements(Entry entry, BitSet kept) throws IOException {
    var search = new ElementSearch();
    try (EntryWalk walk = export.walk(entry)) {
      copy(walk, kept, search);
    }
    return search.found;
  }

  /** Looks for a start tag, in any encoding that has ASCII in it. */
  private static final class ElementSearch extends OutputStream {
    private boolean found;
    private int last;

    @Override
    public void write(int written) {
      int unit = written & 0xff;
      found |= last == '<' && (Character.isLetter(unit) || unit == '_');
      last = unit == 0 ? last : unit;
    }
  }

  /** Gaps and bytes in their order are the entry; what is not kept is left out of that. */
  private static void copy(EntryWalk walk, BitSet kept, OutputStream out) throws IOException {
    int number = 0;
    int open = 0;
    int leftOutAt = 0;
    while (walk.advance()) {
      boolean inside = leftOutAt > 0;
      Optional<RawRecord> raw = walk.raw();
      boolean isKept = kept.get(number++);
      if (walk.stop() == Stop.OPENING) {
        open++;
        leftOutAt = inside || isKept ? leftOutAt : open;
      }
      if (!inside) {
        boolean isCut = leftOutAt > 0 || (raw.isPresent() && !isKept);
        byte[] gap = walk.gap();
        out.write(isCut && raw.isPresent() ? stripped(gap, raw.get().encoding()) : gap);
        if (raw.isPresent() && isKept) {
          out.write(raw.get().bytes());
        }
      }
      if (walk.stop() == Stop.CLOSING) {
        leftOutAt = leftOutAt == open ? 0 : leftOutAt;
        open--;
      }
    }
    out.write(walk.gap());
  }

  /** The line break and indentation of a record that is left out go with it. */
  private static byte[] stripped(byte[] gap, Charset encoding) {
    return new String(gap, encoding).stripTrailing().getBytes(encoding);
  }
}
