package org.pchat.salvage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Layout;
import org.pchat.layout.Layouts;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.zip.Condition;
import org.pchat.zip.Fragment;
import org.pchat.zip.Wreck;

/** Finds how a damaged export is spelled, by the entries whose first element can still be read. */
final class LayoutSearch {
  private static final int MOST_MENDED = 10;

  private final Wreck wreck;
  private final Path folder;
  private int mended;

  /**
   * Looks in a damaged export.
   *
   * @param folder takes temporary files
   */
  LayoutSearch(Wreck wreck, Path folder) {
    this.wreck = wreck;
    this.folder = folder;
  }

  /**
   * Returns the layout.
   *
   * @param wanted its name, or the file that describes it; null for whichever it is
   */
  Layout find(@Nullable String wanted) throws IOException {
    Location where = Location.of(wreck.path().toString());
    if (wanted != null) {
      return Layouts.wanted(wanted, where);
    }
    for (String name : Layouts.NAMES) {
      Layout layout = Layouts.named(name).orElseThrow();
      if (recognises(layout)) {
        return layout;
      }
    }
    try {
      return new UnfamiliarWreck(wreck, folder).infer();
    } catch (ArchiveException unclear) {
      throw unsupported(
          ExportProblem.NOT_AN_EXPORT,
          where,
          "of %d entries none has the root element of one, and what is left of them does not say how it is spelled"
              .formatted(wreck.fragments().size()));
    }
  }

  private static UnsupportedArchiveException unsupported(
      ExportProblem code, Location where, Object... arguments) {
    return new UnsupportedArchiveException(Problem.of(code, where, arguments));
  }

  private boolean recognises(Layout layout) throws IOException {
    for (Fragment fragment : wreck.fragments()) {
      for (String name : fragment.names()) {
        Optional<EntryRole> role = layout.role(name);
        if (role.isPresent() && begins(layout, role.get(), fragment, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean begins(Layout layout, EntryRole role, Fragment fragment, String name)
      throws IOException {
    Location where = Location.of(wreck.path().toString(), name);
    try {
      return layout.recognises(role, wreck.open(fragment), where);
    } catch (ArchiveException broken) {
      return fragment.condition() != Condition.UNREADABLE
          && mended++ < MOST_MENDED
          && beginsMended(layout, role, fragment, where);
    }
  }

  /** An entry that is all there is of an export may be broken from its first line on. */
  private boolean beginsMended(Layout layout, EntryRole role, Fragment fragment, Location where)
      throws IOException {
    try (Spool original = Spool.in(folder);
        InputStream in = wreck.open(fragment)) {
      OutputStream out = original.out();
      in.transferTo(out);
      out.flush();
      var mender =
          new Mender(
              original,
              fragment.condition() == Condition.CUT,
              where,
              name -> layout.mayBeRecord(role, name),
              layout.escapesCharacters());
      try (var whole = new Mended(original, Spool.in(folder), mender.charset())) {
        return mender.mend(whole) && layout.recognises(role, whole.open(), where);
      }
    } catch (ArchiveException broken) {
      return false;
    }
  }
}
