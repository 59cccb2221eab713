package org.pchat.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table of the database.
 *
 * @param schema the schema it belongs to
 * @param name its name
 * @param columns its columns, in their order; computed ones are not stored and not among them
 * @param engineRows how many rows it has, by the engine's own count
 * @param use how many pages it uses, by the engine's own count
 * @param storage where its rows are
 */
public record SqlTable(
    String schema,
    String name,
    List<SqlColumn> columns,
    long engineRows,
    Use use,
    Storage storage) {
  /**
   * How many pages a table uses for what.
   *
   * @param rows rows, with the upper pages of their tree
   * @param longValues values that stand outside the rows
   * @param indexes all other indexes
   */
  public record Use(long rows, long longValues, long indexes) {
    static final Use NONE = new Use(0, 0, 0);

    Use plus(Use other) {
      return new Use(rows + other.rows, longValues + other.longValues, indexes + other.indexes);
    }

    /** Returns how many pages that is together. */
    public long pages() {
      return rows + longValues + indexes;
    }
  }

  /**
   * Where the rows of a table are.
   *
   * @param rowsets its rowsets; one for each partition
   * @param firstIams the first IAM page of the rows of each
   */
  record Storage(List<Rowset> rowsets, List<Long> firstIams) {
    Storage {
      rowsets = List.copyOf(rowsets);
      firstIams = List.copyOf(firstIams);
    }
  }

  /** Copies the list. */
  public SqlTable {
    columns = List.copyOf(columns);
  }

  /** Returns how many pages it uses with its indexes, by the engine's own count. */
  public long usedPages() {
    return use.pages();
  }

  /** Returns schema and name. */
  public String fullName() {
    return schema + "." + name;
  }

  /** Returns whether the user may mean this table by {@code word}; upper and lower case are one. */
  public boolean isCalled(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.equals(name.toLowerCase(Locale.ROOT))
        || lower.equals(fullName().toLowerCase(Locale.ROOT));
  }

  /** Returns the number of a column in {@link #columns}, upper and lower case being one. */
  public Optional<Integer> column(String word) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(word)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
