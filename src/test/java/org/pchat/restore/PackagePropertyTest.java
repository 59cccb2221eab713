package org.pchat.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pchat.fixture.MemorySource;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.RawRecord;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/**
 * Random pools, random losses: a package brings back exactly what was lost and changes nothing
 * else, holds no record too many, and each of its records is one of its sources, byte for byte.
 */
class PackagePropertyTest {
  /** A few in the build; 200 with {@code -Dpchat.seeds=200}. */
  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("pchat.seeds", 12));
  }

  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void exactly_what_was_lost_comes_back(long seed) throws IOException {
    LossyPair pair = LossyPair.with(seed);
    Path monday = Pieces.export(pair.before(), folder.resolve("monday.zip"));
    Path tuesday = Pieces.export(pair.after(), folder.resolve("tuesday.zip"));
    for (Shape shape : List.of(Shape.SAFE.inPlace(true), Shape.SAFE, Shape.SAFE.thin(true))) {
      Path file = folder.resolve("package.zip");
      Pieces.write(monday, tuesday, shape, file);
      if (!file.toFile().exists()) {
        continue;
      }
      try (ChatSource source = Pieces.open(file)) {
        Rehearsal.Result result = Pieces.rehearse(file, tuesday);
        assertThat(result.missing()).isEmpty();
        assertThat(result.conflicts()).isEmpty();
        if (!shape.inPlace()) {
          assertThat(result.verdict()).isEqualTo(Verdict.CLEAN);
        }
        bytes(source, monday, tuesday);
        Map<String, Map<String, Object>> now = Pieces.imported(source, tuesday, folder);
        Map<String, Map<String, Object>> was = Pieces.records(pair.after());
        Map<String, Map<String, Object>> came = Pieces.beyond(was, now);
        assertThat(Pieces.beyond(now, was).values()).allMatch(Map::isEmpty);
        if (shape.inPlace()) {
          assertThat(came).isEqualTo(lost(pair));
        } else {
          beside(pair, came);
        }
        minimal(source, tuesday, now, shape, new Random(seed));
      }
    }
  }

  /** Returns what has to come back: all that is gone but the roles of dead accounts. */
  private static Map<String, Map<String, Object>> lost(LossyPair pair) throws IOException {
    Map<String, Map<String, Object>> lost = new TreeMap<>();
    Map<String, Map<String, Object>> before = Pieces.records(pair.before());
    Map<String, Map<String, Object>> after = Pieces.records(pair.after());
    before.forEach(
        (kind, records) -> {
          Map<String, Object> gone = new TreeMap<>(records);
          gone.keySet().removeAll(after.get(kind).keySet());
          gone.keySet()
              .removeIf(
                  identity ->
                      !kind.equals("messages")
                          && pair.dead().stream().anyMatch(d -> identity.contains(d.toString())));
          lost.put(kind, gone);
        });
    return lost;
  }

  /** Living rooms are as they were; what they have lost stands in rooms of other names. */
  private static void beside(LossyPair pair, Map<String, Map<String, Object>> came)
      throws IOException {
    Map<String, Map<String, Object>> lost = lost(pair);
    Set<String> gone = new HashSet<>();
    pair.goneRooms().forEach(guid -> gone.add(guid.toString()));
    assertThat(came.get("messages")).hasSameSizeAs(lost.get("messages"));
    lost.get("messages").entrySet().stream()
        .filter(m -> gone.contains(m.getKey().split(" ", 2)[0]))
        .forEach(m -> assertThat(came.get("messages")).contains(m));
    lost.get("roles").entrySet().stream()
        .filter(r -> gone.contains(r.getKey().split(" ", 2)[0]))
        .forEach(r -> assertThat(came.get("roles")).contains(r));
    assertThat(came.get("rooms")).containsAllEntriesOf(lost.get("rooms"));
    assertThat(came.get("categories")).isEqualTo(lost.get("categories"));
    assertThat(came.get("scopes")).isEqualTo(lost.get("scopes"));
    Set<Guid> living = new HashSet<>();
    pair.after().structure().rooms().forEach(room -> living.add(room.guid()));
    living.forEach(
        room ->
            assertThat(came.get("messages").keySet())
                .noneMatch(identity -> identity.startsWith(room.toString())));
  }

  /** Each record is one of a source; in a room beside another only values differ. */
  private static void bytes(ChatSource source, Path monday, Path tuesday) throws IOException {
    Set<String> known = new HashSet<>();
    for (Path file : List.of(monday, tuesday)) {
      try (ChatSource origin = Pieces.open(file)) {
        for (Kind<?> kind : Kind.ALL) {
          each(origin, kind, raw -> known.add(stripped(raw)));
        }
      }
    }
    for (Kind<?> kind : Kind.ALL) {
      each(source, kind, raw -> assertThat(known).contains(stripped(raw)));
    }
  }

  /** Rooms beside others have a GUID, a name and an id of their own. */
  private static String stripped(RawRecord raw) {
    String text = new String(raw.bytes(), StandardCharsets.UTF_8);
    if (text.startsWith("<Room ")) {
      return text.replaceFirst(" guid=\"[^\"]*\"", "")
          .replaceFirst(" name=\"[^\"]*\"", "")
          .replaceFirst(" id=\"[^\"]*\"", "");
    }
    return text.startsWith("<Role ") ? text.replaceFirst(" node=\"[^\"]*\"", "") : text;
  }

  private interface Each {
    void see(RawRecord raw);
  }

  private static <T> void each(ChatSource source, Kind<T> kind, Each each) throws IOException {
    try (RecordCursor<T> all = source.records(kind)) {
      while (all.advance()) {
        each.see(all.raw().orElseThrow());
      }
    }
  }

  /** Without any one record something is missing, or something else comes of it. */
  private void minimal(
      ChatSource source,
      Path tuesday,
      Map<String, Map<String, Object>> whole,
      Shape shape,
      Random random)
      throws IOException {
    MemorySource content = MemorySource.copyOf(source);
    List<Object> all = new ArrayList<>();
    for (Kind<?> kind : Kind.ALL) {
      all.addAll(MemorySource.all(content.records(kind)));
    }
    for (int tries = Integer.getInteger("pchat.tries", 2); tries > 0 && !all.isEmpty(); tries--) {
      Object record = all.get(random.nextInt(all.size()));
      ChatSource less = Doubled.of(source, without(content, record));
      boolean incomplete;
      try (ChatSource target = Pieces.open(tuesday)) {
        incomplete = !References.missing(less, target).isEmpty();
      }
      boolean unequal = incomplete || !Pieces.imported(less, tuesday, folder).equals(whole);
      assertThat(unequal).as("%s without %s", shape, record).isTrue();
    }
  }

  private static MemorySource without(MemorySource content, Object record) throws IOException {
    var structure =
        new Structure(
            less(content.records(Kind.CATEGORY), record),
            less(content.records(Kind.ROOM), record),
            less(content.records(Kind.ADD_IN), record));
    List<Role> roles = less(content.records(Kind.ROLE), record);
    List<Scope> scopes = less(content.records(Kind.SCOPE), record);
    return MemorySource.of(structure)
        .with(content.coverage())
        .withPrincipals(less(content.records(Kind.PRINCIPAL), record))
        .withPermissions(roles, scopes)
        .withMessages(less(content.records(Kind.MESSAGE), record));
  }

  private static <T> List<T> less(RecordCursor<T> all, Object record) throws IOException {
    List<T> list = new ArrayList<>(MemorySource.all(all));
    list.remove(record);
    return list;
  }
}
