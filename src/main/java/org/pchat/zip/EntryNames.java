package org.pchat.zip;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pchat.problem.ZipProblem;

/** Turns the stored names of one container into the names that are used, or refuses them. */
final class EntryNames {
  private final Faults faults;
  private final Warnings warnings;
  private final NameIndex index = new NameIndex();

  EntryNames(Faults faults, Warnings warnings) {
    this.faults = faults;
    this.warnings = warnings;
  }

  /**
   * Returns the name of an entry of a ZIP file.
   *
   * @param raw the name as it is stored
   * @param utf8 whether the header says that it is UTF-8
   * @param unicodePath the extra field that spells it once more
   */
  String accept(ByteBuffer raw, boolean utf8, Optional<ByteBuffer> unicodePath) {
    return accept(decode(raw, utf8, unicodePath));
  }

  /** Returns the name of a file that lies in a directory, or of an entry already decoded. */
  String accept(String decoded) {
    String slashed = decoded.replace('\\', '/');
    requireNothing(NameRules.broken(slashed), decoded);
    String name = tidy(slashed);
    if (!name.equals(decoded)) {
      warnings.note(ZipProblem.NAME_REWRITTEN, name);
    }
    requireNothing(index.add(name), decoded);
    return name;
  }

  private void requireNothing(Optional<ZipProblem> wrong, String name) {
    if (wrong.isPresent()) {
      throw faults.malformed(name, wrong.get());
    }
  }

  private String decode(ByteBuffer raw, boolean utf8, Optional<ByteBuffer> unicodePath) {
    var again = unicodePath.flatMap(field -> UnicodePath.of(field, raw));
    if (utf8 || NameDecoder.isAscii(raw)) {
      String name =
          NameDecoder.utf8(raw)
              .orElseThrow(
                  () -> faults.malformed(NameDecoder.cp437(raw), ZipProblem.NAME_NOT_UTF8));
      requireAgreement(name, again, name.equals(again.orElse(name)));
      return name;
    }
    if (again.isPresent()) {
      boolean same = UnicodePath.isSameBesidesEncoding(raw, again.get());
      requireAgreement(NameDecoder.show(raw), again, same);
      return again.get();
    }
    return guess(raw);
  }

  private void requireAgreement(String name, Optional<String> again, boolean same) {
    if (!same) {
      throw faults.malformed(name, ZipProblem.NAME_AMBIGUOUS, again.orElse(""));
    }
  }

  /** Old tools write the alphabet of their machine, macOS writes UTF-8 and does not say so. */
  private String guess(ByteBuffer raw) {
    var utf8 = NameDecoder.utf8(raw);
    String name = utf8.orElseGet(() -> NameDecoder.cp437(raw));
    warnings.note(
        utf8.isPresent() ? ZipProblem.NAME_TAKEN_AS_UTF8 : ZipProblem.NAME_TAKEN_AS_CP437, name);
    return name;
  }

  /** Leaves out the parts that mean "here". */
  private static String tidy(String slashed) {
    String parts =
        Arrays.stream(slashed.split("/"))
            .filter(part -> !part.isEmpty() && !part.equals("."))
            .collect(Collectors.joining("/"));
    return slashed.endsWith("/") ? parts + "/" : parts;
  }
}
