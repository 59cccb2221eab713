package org.pchat.infer;

import java.util.List;
import org.pchat.layout.Escapes;

/**
 * What was seen of an archive.
 *
 * @param families the XML entries, by structure
 * @param unread how many entries are no well-formed XML
 * @param entries how many entries there are
 */
record Survey(List<EntryFamily> families, long unread, long entries) {
  /** Copies. */
  Survey {
    families = List.copyOf(families);
  }

  /**
   * Returns how texts spell characters that XML cannot hold. Where some hold such a spelling of a
   * character that needs none, that is what somebody wrote.
   */
  Escapes escapes() {
    long escapes = 0;
    long literals = 0;
    for (EntryFamily family : families) {
      escapes += family.root().sum(Profile::escapes);
      literals += family.root().sum(Profile::literals);
    }
    if (escapes == 0) {
      return Escapes.NONE;
    }
    return literals == 0 ? Escapes.XSTRING : Escapes.FORBIDDEN;
  }
}
