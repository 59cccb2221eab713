package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Condition;

/**
 * Finds the column that tells rooms from categories where both are one element: all rooms that
 * messages name have one value in it, and no category that a node is in has that value.
 */
final class Nodes {
  private static final int MOST_VALUES = 4;

  private final Candidate nodes;
  private final List<Column> columns = new ArrayList<>();
  private final List<Column> choices;
  private final Column parent;

  private Nodes(Candidate nodes, Column key, Column parentKey, Column parent) {
    this.nodes = nodes;
    this.parent = parent;
    this.choices =
        nodes.own().stream()
            .filter(column -> nodes.isFull(column))
            .filter(column -> column.profile().words().size() >= 2)
            .filter(column -> column.profile().words().size() <= MOST_VALUES)
            .toList();
    columns.add(key);
    columns.add(parentKey);
    columns.add(parent);
    columns.addAll(choices);
  }

  /**
   * What splits nodes.
   *
   * @param column the column
   * @param room the values that rooms have
   * @param rival another column that splits them otherwise; null if there is none
   */
  record Split(Column column, Set<String> room, @Nullable Column rival) {
    Condition rooms() {
      return new Condition(List.of(column.place()), room, false);
    }

    Condition categories() {
      return new Condition(List.of(column.place()), room, true);
    }
  }

  /**
   * The columns in which rooms, and those in which categories have a value.
   *
   * @param rooms the columns of rooms
   * @param categories the columns of categories
   */
  record Sides(Set<Column> rooms, Set<Column> categories) {}

  /**
   * Finds which columns are whose: one that only rooms have says nothing of categories, and to read
   * it would mean that they all have no value.
   */
  static Sides sides(Split split, Candidate candidate, Rows rows) throws IOException {
    List<Column> own = candidate.own();
    int kind = own.indexOf(split.column());
    var sides = new Sides(new HashSet<>(), new HashSet<>());
    rows.read(
        candidate,
        own,
        values -> {
          boolean isRoom = split.room().contains(String.valueOf(values[kind]).strip());
          for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
              (isRoom ? sides.rooms() : sides.categories()).add(own.get(i));
            }
          }
          return true;
        });
    return sides;
  }

  /**
   * Finds the split.
   *
   * @param room the edge of messages to their room
   * @param category the edge of the nodes to the node above
   */
  static Optional<Split> split(Candidate candidate, Edge room, Edge category, Rows rows)
      throws IOException {
    Fit fit = Objects.requireNonNull(room.fit());
    Column parentKey = Objects.requireNonNull(category.fit()).key();
    var nodes = new Nodes(candidate, fit.key(), parentKey, category.column());
    return nodes.find(room.column(), rows);
  }

  private Optional<Split> find(Column rooms, Rows rows) throws IOException {
    List<Set<String>> ofRooms = new ArrayList<>();
    List<Set<String>> ofCategories = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      ofRooms.add(new TreeSet<>());
      ofCategories.add(new TreeSet<>());
    }
    rows.read(
        nodes,
        columns,
        values -> {
          boolean isRoom = names(rooms, values[0]);
          boolean isCategory = names(parent, values[1]);
          for (int i = 0; i < choices.size(); i++) {
            String value = String.valueOf(values[i + 3]).strip();
            if (isRoom) {
              ofRooms.get(i).add(value);
            }
            if (isCategory) {
              ofCategories.get(i).add(value);
            }
          }
          return true;
        });
    return choose(ofRooms, ofCategories);
  }

  private static boolean names(Column column, @Nullable String key) {
    if (key == null || key.isBlank()) {
      return false;
    }
    long hash = ValueSet.hash(Profile.key(key));
    Profile profile = column.profile();
    return profile.values().contains(hash)
        || profile.insides().contains(hash)
        || Shapes.Guids.inside(key)
            .map(guid -> profile.values().contains(Profile.hash(guid)))
            .orElse(false);
  }

  private Optional<Split> choose(List<Set<String>> ofRooms, List<Set<String>> ofCategories) {
    List<Split> splits = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Set<String> common = new HashSet<>(ofRooms.get(i));
      common.retainAll(ofCategories.get(i));
      if (common.isEmpty() && !ofRooms.get(i).isEmpty() && !ofCategories.get(i).isEmpty()) {
        splits.add(new Split(choices.get(i), ofRooms.get(i), null));
      }
    }
    return splits.stream()
        .filter(split -> isNamed(split.column()))
        .findFirst()
        .or(() -> splits.size() < 2 ? splits.stream().findFirst() : Optional.of(torn(splits)));
  }

  private static Split torn(List<Split> splits) {
    Split first = splits.get(0);
    return new Split(first.column(), first.room(), splits.get(1).column());
  }

  private static boolean isNamed(Column column) {
    String name = Terms.joined(column.name());
    return name.contains("type")
        || name.contains("kind")
        || name.equals("iscategory")
        || name.equals("isroom");
  }
}
