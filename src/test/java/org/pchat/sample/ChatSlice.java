package org.pchat.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The slice of real chat in {@code chat.tsv}, which {@link SliceMaker} chose. */
final class ChatSlice {
  /**
   * Takes the threads so that neighbouring rooms differ in topic and era; prime to their number.
   */
  private static final int STRIDE = 17;

  private final List<ChatThread> threads;

  ChatSlice() {
    var byName = new LinkedHashMap<String, List<ChatThread.Row>>();
    for (String[] row : Resource.rows("chat.tsv")) {
      byName.computeIfAbsent(row[0] + " " + row[1], name -> new ArrayList<>()).add(parse(row));
    }
    threads =
        byName.entrySet().stream()
            .map(
                thread -> {
                  String[] name = thread.getKey().split(" ", -1);
                  return new ChatThread(Topic.valueOf(name[0]), name[1], thread.getValue());
                })
            .toList();
  }

  private static ChatThread.Row parse(String[] row) {
    return new ChatThread.Row(
        Calendar.ticks(LocalDateTime.parse(row[2])),
        row[3].equals("action"),
        Integer.parseInt(row[4]),
        row[5]);
  }

  /** Returns how many threads there are. */
  int size() {
    return threads.size();
  }

  /** Returns the thread for a room; rooms beyond the number of threads share them. */
  ChatThread thread(int room) {
    return threads.get((int) ((long) room * STRIDE % threads.size()));
  }
}
