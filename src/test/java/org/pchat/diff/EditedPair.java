package org.pchat.diff;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.RandomPool;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.Structure;

/**
 * A random snapshot, another made from it by a random script of edits, and what the script did,
 * which is what a comparison has to find.
 */
public final class EditedPair {
  /** What identifies a record or says of its source only; never edited. */
  private static final Set<String> FIXED =
      Set.of("guid", "node", "principal", "role", "room", "id", "derived");

  private static final int MOST_EDITS = 12;

  private final Random random;
  private final MemorySource before;
  private final MemorySource donor;
  private final Map<Kind<?>, NavigableMap<String, Object>> now = new HashMap<>();
  private final Map<Kind<?>, Map<String, Object>> old = new HashMap<>();
  private final Set<String> touched = new TreeSet<>();
  private final Set<String> script = new TreeSet<>();

  private EditedPair(long seed) throws IOException {
    random = new Random(seed * 31);
    before = RandomPool.with(seed);
    donor = RandomPool.with(seed + 1_000_000);
    for (Kind<?> kind : Kind.ALL) {
      now.put(kind, byIdentity(kind, before));
      old.put(kind, Map.copyOf(now.get(kind)));
    }
    for (int edits = random.nextInt(MOST_EDITS) + 1; edits > 0; edits--) {
      edit(Kind.ALL.get(random.nextInt(Kind.ALL.size())));
    }
  }

  /** Returns the pair of this seed. */
  public static EditedPair with(long seed) throws IOException {
    return new EditedPair(seed);
  }

  private static <T> NavigableMap<String, Object> byIdentity(Kind<T> kind, MemorySource source)
      throws IOException {
    var records = new TreeMap<String, Object>();
    for (T record : MemorySource.all(source.records(kind))) {
      records.put(kind.identity(record), record);
    }
    return records;
  }

  /** Returns the earlier snapshot. */
  public MemorySource before() {
    return before;
  }

  /** Returns the later snapshot. */
  public MemorySource after() {
    var structure = new Structure(all(Kind.CATEGORY), all(Kind.ROOM), all(Kind.ADD_IN));
    return MemorySource.of(structure)
        .with(before.coverage())
        .withPrincipals(all(Kind.PRINCIPAL))
        .withPermissions(all(Kind.ROLE), all(Kind.SCOPE))
        .withMessages(all(Kind.MESSAGE));
  }

  @SuppressWarnings("unchecked") // each kind is put in under itself
  private <T> List<T> all(Kind<T> kind) {
    return (List<T>) List.copyOf(now.get(kind).values());
  }

  /** Returns what was done: change, kind, identity and fields of each record. */
  public Set<String> script() {
    return script;
  }

  /** Returns the same as a comparison tells it. */
  public static Set<String> told(Diff diff) throws IOException {
    var told = new TreeSet<String>();
    try (Details details = diff.details()) {
      while (details.advance()) {
        told.add(told(details.record()));
      }
    }
    return told;
  }

  private static <T> String told(Difference<T> difference) {
    return line(
        difference.change(),
        difference.kind(),
        difference.kind().identity(difference.record()),
        difference.fields().stream().map(Field::name).toList());
  }

  private static String line(Change change, Kind<?> kind, String identity, List<String> fields) {
    return change + " " + kind + " " + identity + " " + fields;
  }

  private <T> void edit(Kind<T> kind) throws IOException {
    switch (random.nextInt(3)) {
      case 0 -> remove(kind);
      case 1 -> add(kind);
      default -> change(kind);
    }
  }

  private boolean touch(Kind<?> kind, String identity) {
    return touched.add(kind + " " + identity);
  }

  private void remove(Kind<?> kind) {
    String identity = pick(old.get(kind));
    if (identity != null && touch(kind, identity)) {
      now.get(kind).remove(identity);
      script.add(line(Change.REMOVED, kind, identity, List.of()));
    }
  }

  private void add(Kind<?> kind) throws IOException {
    Map<String, Object> others = byIdentity(kind, donor);
    String identity = pick(others);
    if (identity != null && !old.get(kind).containsKey(identity) && touch(kind, identity)) {
      now.get(kind).put(identity, others.get(identity));
      script.add(line(Change.ADDED, kind, identity, List.of()));
    }
  }

  /** Gives a record one or two values of another. */
  private <T> void change(Kind<T> kind) throws IOException {
    String identity = pick(old.get(kind));
    Map<String, Object> others = byIdentity(kind, donor);
    String other = pick(others);
    if (identity == null || other == null || !touch(kind, identity)) {
      return;
    }
    Object record = old.get(kind).get(identity);
    Object changed = mixed(mixed(record, others.get(other)), others.get(other));
    List<String> fields = differing(kind, record, changed);
    if (!fields.isEmpty()) {
      now.get(kind).put(identity, changed);
      boolean fork =
          kind == Kind.MESSAGE
              && fields.stream().anyMatch(Set.of("sent", "author", "authorRaw")::contains);
      script.add(line(fork ? Change.FORKED : Change.CHANGED, kind, identity, fields));
    }
  }

  @SuppressWarnings("unchecked") // the records are of that kind
  private static <T> List<String> differing(Kind<T> kind, Object record, Object changed) {
    return kind.fields().stream()
        .filter(field -> !Objects.equals(field.of((T) record), field.of((T) changed)))
        .map(Field::name)
        .toList();
  }

  private Object mixed(Object record, Object other) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    int at = random.nextInt(components.length);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      boolean take = i == at && !FIXED.contains(components[i].getName());
      values.add(value(components[i], take ? other : record));
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return record.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String pick(Map<String, Object> from) {
    List<String> identities = from.keySet().stream().sorted().toList();
    return identities.isEmpty() ? null : identities.get(random.nextInt(identities.size()));
  }
}
