package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Structure;
import org.pchat.select.PrincipalIndex;
import org.pchat.timeline.Event;
import org.pchat.timeline.Events;
import org.pchat.timeline.RoomHistory;
import org.pchat.timeline.Timeline;
import org.pchat.union.Snapshot;

/** A history as JSON: one object, and with details or what is gone one line for each event. */
final class TimelineJson {
  private final Results results;
  private final Structure structure;
  private final PrincipalIndex principals;

  TimelineJson(Results results, ChatSource union) throws IOException {
    this.results = results;
    this.structure = union.structure();
    this.principals = PrincipalIndex.of(union);
  }

  void print(Timeline timeline, boolean details, boolean gone) throws IOException {
    if (!gone) {
      results.json(summary(timeline));
    }
    if (details || gone) {
      try (Events events = timeline.events()) {
        while (events.advance()) {
          Event<?> event = events.event();
          if (!gone || event.change() == Change.REMOVED) {
            results.json(event(event, timeline.pile().snapshots()));
          }
        }
      }
    }
  }

  private Map<String, Object> summary(Timeline timeline) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    List<Object> snapshots = new ArrayList<>();
    for (Snapshot snapshot : timeline.pile().snapshots()) {
      snapshots.add(snapshot(snapshot, timeline));
    }
    json.put("snapshots", snapshots);
    json.put("gone", timeline.gone());
    List<Object> rooms = new ArrayList<>();
    for (RoomHistory room : timeline.rooms()) {
      rooms.add(room(room, snapshots.size()));
    }
    json.put("rooms", rooms);
    return json;
  }

  private static Map<String, Object> snapshot(Snapshot snapshot, Timeline timeline) {
    Map<String, Object> json = Records.of(snapshot.glimpse());
    Coverage coverage = snapshot.coverage();
    json.put("kind", snapshot.source().origin().kind().word());
    json.put("dating", snapshot.dating().word());
    json.put("level", coverage.level().word());
    json.put("scope", coverage.scope().stream().sorted().toList());
    if (coverage.startDate() != null) {
      json.put("startDate", coverage.startDate());
    }
    json.put("damaged", snapshot.isDamaged());
    json.put("acts", words(timeline.acts(snapshot.number())));
    json.put("cannotTell", words(timeline.silences(snapshot.number())));
    return json;
  }

  private Map<String, Object> room(RoomHistory room, int snapshots) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("room", room.room());
    structure.room(room.room()).ifPresent(known -> json.put("roomName", known.name()));
    List<Object> counts = new ArrayList<>();
    for (int i = 0; i < snapshots; i++) {
      counts.add(room.messages(i));
    }
    json.put("messages", counts);
    Map<String, Object> acts = new LinkedHashMap<>();
    room.acts().forEach((snapshot, counted) -> acts.put(snapshot.toString(), words(counted)));
    json.put("acts", acts);
    return json;
  }

  private static Map<String, Object> words(Map<Act, Long> acts) {
    Map<String, Object> words = new LinkedHashMap<>();
    acts.forEach((act, count) -> words.put(act.word(), count));
    return words;
  }

  private <T> Map<String, Object> event(Event<T> event, List<Snapshot> snapshots) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", event.kind().word());
    json.put("change", event.change().word());
    json.put("acts", event.acts().stream().map(Act::word).toList());
    json.put("from", Records.of(snapshots.get(event.from()).glimpse()));
    json.put("until", Records.of(snapshots.get(event.until()).glimpse()));
    T before = event.before();
    T after = event.after();
    if (before != null) {
      json.put("before", record(event.kind(), before));
    }
    if (after != null) {
      json.put("after", record(event.kind(), after));
    }
    return json;
  }

  private <T> Map<String, Object> record(Kind<T> kind, T record) {
    return record instanceof Message message
        ? Records.of(message, structure, principals)
        : Records.of(kind, record);
  }
}
