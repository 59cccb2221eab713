package org.pchat.infer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Lookup;
import org.pchat.layout.ValueSpelling;

/**
 * A table of the archive that says what codes mean, such as that of the roles.
 *
 * @param field the field whose words it holds
 * @param table its rows
 * @param key the column of codes
 * @param word the column of words
 */
record CodeTable(String field, Candidate table, Column key, Column word) {
  private static final int MOST_ROWS = 64;

  /** Returns {@code table} as one that holds the words of a field by the codes of a column. */
  static Optional<CodeTable> of(String field, Column codes, Candidate table) {
    Set<String> seen = codes.profile().words().keySet();
    if (table.count() > MOST_ROWS || seen.isEmpty()) {
      return Optional.empty();
    }
    Column word = wordColumn(field, table);
    if (word == null) {
      return Optional.empty();
    }
    for (Column key : table.own()) {
      boolean fits = table.isKey(key) && key.profile().words().keySet().containsAll(seen);
      if (fits && !key.equals(word) && !key.isSame(codes) && key.profile().all(Shape.INTEGER)) {
        return Optional.of(new CodeTable(field, table, key, word));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Column wordColumn(String field, Candidate table) {
    for (Column column : table.own()) {
      Set<String> words = column.profile().words().keySet();
      boolean text = column.profile().share(Shape.INTEGER) == 0;
      if (text && words.size() >= 2 && Vocabulary.words(field, words).isPresent()) {
        return column;
      }
    }
    return null;
  }

  /** Returns the name by which the descriptor calls it. */
  String name() {
    return field + "s";
  }

  /** Returns it as a descriptor says it. */
  Lookup lookup() {
    Set<String> words = word.profile().words().keySet();
    ValueSpelling meaning = Vocabulary.words(field, words).orElse(ValueSpelling.PLAIN);
    return new Lookup(
        name(),
        table.entries(),
        table.path(),
        List.of(key.place()),
        List.of(word.place()),
        meaning);
  }
}
