package org.pchat.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.pchat.model.Kind;
import org.pchat.store.Snapshot;

/** What is printed of a snapshot. */
final class SnapshotFigures {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private SnapshotFigures() {}

  static Map<String, Object> json(Snapshot snapshot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", snapshot.id());
    json.put("time", snapshot.time().toString());
    json.put("saved", snapshot.saved().toString());
    json.put("source", snapshot.source());
    json.put("layout", snapshot.layout());
    Map<String, Object> counts = new LinkedHashMap<>();
    Kind.ALL.forEach(kind -> counts.put(kind.plural(), count(snapshot, kind)));
    json.put("counts", counts);
    json.put("bytes", snapshot.bytes());
    json.put("tags", snapshot.tags());
    json.put("suspect", snapshot.suspect());
    json.put("reasons", snapshot.suspicions());
    json.put("accepted", snapshot.accepted());
    json.put("pinned", snapshot.pinned());
    return json;
  }

  static long count(Snapshot snapshot, Kind<?> kind) {
    return snapshot.counts().getOrDefault(kind.plural(), 0L);
  }

  static String marks(Snapshot snapshot) {
    String state = snapshot.suspect() ? "suspect" : snapshot.accepted() ? "accepted" : "good";
    return state + (snapshot.pinned() ? ", pinned" : "");
  }

  static String time(Snapshot snapshot, ZoneId zone) {
    return MINUTE.format(snapshot.time().atZone(zone));
  }
}
