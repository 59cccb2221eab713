package org.pchat.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the whole numbers of messages that ascend in every room, wherever its messages stand. */
final class RoomOrder {
  private final Candidate messages;
  private final Rows rows;
  private final Column room;
  private final List<Column> numbers;

  RoomOrder(Candidate messages, Column room, Rows rows) {
    this.messages = messages;
    this.rows = rows;
    this.room = room;
    this.numbers =
        messages.own().stream()
            .filter(column -> messages.isFull(column) && column.profile().all(Shape.INTEGER))
            .filter(column -> column.profile().share(Shape.TICKS) < 0.5)
            .filter(column -> column.profile().distinct() > 2)
            .toList();
  }

  /** Returns the numbers that are never the same nor fall within a room. */
  List<Column> ascending() throws IOException {
    if (numbers.isEmpty()) {
      return List.of();
    }
    List<Column> columns = new ArrayList<>();
    columns.add(room);
    columns.addAll(numbers);
    List<Map<Long, Long>> last = new ArrayList<>();
    boolean[] falls = new boolean[numbers.size()];
    numbers.forEach(number -> last.add(new HashMap<>()));
    rows.read(
        messages,
        columns,
        values -> {
          String name = values[0];
          long group = name == null ? 0 : ValueSet.hash(Profile.key(name));
          for (int i = 0; i < falls.length; i++) {
            String value = values[i + 1];
            if (value != null && !falls[i]) {
              long number = Long.parseLong(value.strip());
              Long before = last.get(i).put(group, number);
              falls[i] = before != null && before >= number;
            }
          }
          return true;
        });
    List<Column> ascending = new ArrayList<>();
    for (int i = 0; i < falls.length; i++) {
      if (!falls[i]) {
        ascending.add(numbers.get(i));
      }
    }
    return ascending;
  }
}
