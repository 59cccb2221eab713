package org.pchat.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Counts;
import org.pchat.diff.Details;
import org.pchat.diff.Diff;
import org.pchat.diff.Difference;
import org.pchat.diff.NodeChange;
import org.pchat.diff.Run;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.Room;

/** A comparison as JSON; docs/json/ describes it. */
final class DiffJson {
  private static final List<Kind<?>> ORDER =
      List.of(
          Kind.ROOM,
          Kind.CATEGORY,
          Kind.PRINCIPAL,
          Kind.ADD_IN,
          Kind.ROLE,
          Kind.SCOPE,
          Kind.MESSAGE);

  private final Results results;
  private final DiffNames names;

  DiffJson(Results results, DiffNames names) {
    this.results = results;
    this.names = names;
  }

  /** Prints the summary as one object; with details it is the first of many, one a line. */
  void print(Diff diff, boolean withDetails) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    if (withDetails) {
      json.put("type", "summary");
    }
    json.put("schema", 1);
    json.put("verdict", diff.identical() ? "identical" : "different");
    json.put("before", side(names.before()));
    json.put("after", side(names.after()));
    Map<String, Object> summary = new LinkedHashMap<>();
    for (Kind<?> kind : ORDER) {
      summary.put(kind.plural(), counts(diff.counts(kind), kind));
    }
    json.put("summary", summary);
    json.put("acts", acts(diff.acts()));
    json.put("rooms", each(diff.rooms(), DiffJson::room));
    json.put("categories", each(diff.categories(), DiffJson::category));
    results.json(json);
    if (withDetails) {
      try (Details details = diff.details()) {
        while (details.advance()) {
          results.json(difference(details.record()));
        }
      }
    }
  }

  /** Makes the objects as they are written; there may be tens of thousands. */
  private static <N> Iterable<Map<String, Object>> each(
      List<N> nodes, Function<N, Map<String, Object>> object) {
    return () -> nodes.stream().map(object).iterator();
  }

  private static Map<String, Object> side(ChatSource source) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", source.origin().name());
    json.put("level", source.coverage().level());
    json.put("created", source.coverage().snapshotTime());
    json.put("startDate", source.coverage().startDate());
    json.put(
        "scope",
        source.coverage().scope().isEmpty()
            ? null
            : source.coverage().scope().stream().sorted().toList());
    return json;
  }

  private static Map<String, Object> counts(Counts counts, Kind<?> kind) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("added", counts.added());
    json.put("removed", counts.removed());
    json.put("changed", counts.changed());
    if (kind == Kind.MESSAGE) {
      json.put("forked", counts.forked());
    }
    json.put("unknown", counts.unknown());
    json.put("respelled", counts.respelled() == 0 ? null : counts.respelled());
    return json;
  }

  private static Map<String, Object> acts(Map<Act, Long> acts) {
    Map<String, Object> json = new LinkedHashMap<>();
    acts.forEach((act, records) -> json.put(act.word(), records));
    return json;
  }

  private static Map<String, Object> room(NodeChange<Room> room) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("guid", room.guid());
    json.put("name", name(room.before(), room.after(), Room::name));
    node(json, room);
    json.put("messages", counts(room.messages(), Kind.MESSAGE));
    json.put("messageActs", acts(room.messageActs()));
    json.put("clearedUntil", room.clearedUntil());
    json.put("runs", room.runs().stream().map(DiffJson::run).toList());
    json.put("moreRuns", room.moreRuns() == 0 ? null : room.moreRuns());
    json.put("roles", counts(room.roles(), Kind.ROLE));
    json.put("purgedRoles", room.purgedRoles() == 0 ? null : room.purgedRoles());
    json.put("access", access(room.access()));
    return json;
  }

  private static Map<String, Object> category(NodeChange<Category> category) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("guid", category.guid());
    json.put("name", name(category.before(), category.after(), Category::name));
    node(json, category);
    json.put("roles", counts(category.roles(), Kind.ROLE));
    json.put("scopes", counts(category.scopes(), Kind.SCOPE));
    json.put("access", access(category.access()));
    return json;
  }

  private static <N> @Nullable String name(
      @Nullable N before, @Nullable N after, Function<N, String> name) {
    return before != null ? name.apply(before) : after != null ? name.apply(after) : null;
  }

  private static <N> void node(Map<String, Object> json, NodeChange<N> node) {
    json.put("change", node.change());
    json.put("acts", node.acts().stream().map(Act::word).toList());
    json.put("fields", fields(node.fields(), node.before(), node.after()));
  }

  /** Returns before and after of each field; left out where there is no value. */
  private static <T> Map<String, Object> fields(
      List<Field<T>> fields, @Nullable T before, @Nullable T after) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Field<T> field : fields) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("before", value(field, before));
      values.put("after", value(field, after));
      json.put(field.name(), values);
    }
    return json;
  }

  private static <T> @Nullable Object value(Field<T> field, @Nullable T record) {
    return record == null ? null : field.of(record);
  }

  private static Map<String, Object> run(Run run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("change", run.change());
    json.put("act", run.act());
    json.put("firstId", run.firstId());
    json.put("lastId", run.lastId());
    json.put("messages", run.messages());
    json.put("authors", run.authors());
    json.put("first", run.first());
    json.put("last", run.last());
    return json;
  }

  private static Map<String, Object> access(NodeChange.Access access) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lost", access.lost());
    json.put("firstLost", access.firstLost().isEmpty() ? null : access.firstLost());
    json.put("gained", access.gained());
    json.put("firstGained", access.firstGained().isEmpty() ? null : access.firstGained());
    return json;
  }

  private static <T> Map<String, Object> difference(Difference<T> difference) {
    Kind<T> kind = difference.kind();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "difference");
    json.put("kind", kind.word());
    json.put("change", difference.change());
    json.put("acts", difference.acts().stream().map(Act::word).toList());
    json.put("rules", difference.acts().stream().map(Act::rule).toList());
    json.put(
        "fields",
        difference.fields().isEmpty()
            ? null
            : difference.fields().stream().map(Field::name).toList());
    T before = difference.before();
    T after = difference.after();
    json.put("before", before == null ? null : Records.of(kind, before));
    json.put("after", after == null ? null : Records.of(kind, after));
    return json;
  }
}
