package org.pchat.restore;

import java.util.List;
import org.pchat.database.ImportOutcome;
import org.pchat.database.ImportRules;

/**
 * What one way to import does.
 *
 * @param rules what was assumed of the importer
 * @param outcome the counts, what is overwritten, what cannot be imported
 * @param same whether the result is that of the first way, apart from numbers
 * @param differing in what it is not, in words
 */
public record Trial(
    ImportRules rules, ImportOutcome outcome, boolean same, List<String> differing) {
  /** Copies. */
  public Trial {
    differing = List.copyOf(differing);
  }
}
