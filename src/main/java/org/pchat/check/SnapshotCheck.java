package org.pchat.check;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;

/**
 * Checks whether a snapshot is sound: whether its references resolve and it obeys the rules of a
 * pool that a server would have made.
 *
 * <p>Every kind of record is walked over once, to its end; roles, scopes and messages that do not
 * stand in order a second time, sorted. Held are categories, rooms and add-ins, a compact index of
 * the principals, and the scopes. What is found goes to {@link ChatSource#problems}.
 *
 * <p>What the source cannot speak about ({@link org.pchat.model.Coverage}) or what could not be
 * read is unknown, not wrong, and rules about it are silent.
 */
public final class SnapshotCheck {
  private final ChatSource source;
  private final CheckOptions options;
  private final Pool pool;
  private final Findings findings;
  private final Rules rules;

  private SnapshotCheck(ChatSource source, CheckOptions options) {
    this.source = source;
    this.options = options;
    this.pool = Pool.of(source);
    this.findings = new Findings(source.problems(), options.strict());
    this.rules = new Rules(pool, findings);
  }

  /**
   * Checks {@code source}.
   *
   * @throws IOException if the disk fails
   * @throws org.pchat.problem.ArchiveException if the source cannot be read on
   * @throws org.pchat.problem.CancelledException if the user stopped the job
   */
  public static void run(ChatSource source, CheckOptions options) throws IOException {
    new SnapshotCheck(source, options).run();
  }

  private void run() throws IOException {
    principals();
    addIns();
    categories();
    rooms();
    scopes();
    roles();
    messages();
  }

  private <T> RuleSet<T> ruleSet(List<RecordRule<T>> of) {
    return new RuleSet<>(of, pool.coverage(), findings);
  }

  private void principals() throws IOException {
    var set = ruleSet(rules.principals());
    walk(
        Kind.PRINCIPAL,
        met -> {
          if (pool.principals().add(met)) {
            set.check(met);
          } else {
            findings.add(Sequence.twice(Kind.PRINCIPAL, met));
          }
        });
    set.end();
  }

  /**
   * Returns what the rules are, for documentation; several may share a code where they ask the same
   * of several fields.
   */
  public static List<Rule> rules() {
    return Rules.descriptions();
  }

  private void addIns() throws IOException {
    walk(Kind.ADD_IN, met -> keep(met, met.record().guid(), pool.addIns()));
    checkKept(pool.addIns(), ruleSet(rules.addIns()));
  }

  private void categories() throws IOException {
    walk(Kind.CATEGORY, met -> keep(met, met.record().guid(), pool.categories()));
    checkKept(pool.categories(), ruleSet(rules.categories()));
  }

  private void rooms() throws IOException {
    walk(Kind.ROOM, met -> keep(met, met.record().guid(), pool.rooms()));
    checkKept(pool.rooms(), ruleSet(rules.rooms()));
  }

  private <T> void keep(Met<T> met, Guid guid, Map<Guid, Met<T>> kept) {
    if (kept.putIfAbsent(guid, met.kept()) != null) {
      findings.add(Sequence.twice(met.kind(), met));
    }
  }

  private static <T> void checkKept(Map<Guid, Met<T>> kept, RuleSet<T> set) {
    kept.values().forEach(set::check);
    set.end();
  }

  private void scopes() throws IOException {
    var set = ruleSet(rules.scopes());
    var sequence = new Sequence<>(Kind.SCOPE, findings);
    walk(
        Kind.SCOPE,
        met -> {
          pool.scopes().add(met);
          if (sequence.next(met)) {
            set.check(met);
          }
        });
    set.end();
    if (isDisordered(sequence, Kind.SCOPE)) {
      try (var sorting = new Sorting<>(Kind.SCOPE, Mark::of, options.space())) {
        walk(Kind.SCOPE, sorting::add);
        sorting.findTwice(findings, mark -> {});
      }
    }
  }

  private void roles() throws IOException {
    var set = ruleSet(rules.roles());
    var sequence = new Sequence<>(Kind.ROLE, findings);
    var presenters = rules.presenters();
    walk(
        Kind.ROLE,
        met -> {
          presenters.next(met.record(), met::location);
          if (sequence.next(met)) {
            set.check(met);
          }
        });
    set.end();
    if (isDisordered(sequence, Kind.ROLE) || presenters.isTooMuch()) {
      presenters.restart();
      try (var sorting = new Sorting<>(Kind.ROLE, Mark::of, options.space())) {
        walk(Kind.ROLE, sorting::add);
        sorting.findTwice(findings, mark -> presenters.next(mark.toRole(), mark::where));
      }
    }
    presenters.end();
  }

  private boolean isDisordered(Sequence<?> sequence, Kind<?> kind) {
    return sequence.isDisordered() || source.order(kind) == Order.UNSORTED;
  }

  private void messages() throws IOException {
    var set = ruleSet(rules.messages());
    var sequence = new MessageSequence(findings);
    walk(
        Kind.MESSAGE,
        met -> {
          if (sequence.next(met)) {
            set.check(met);
          }
        });
    rules.roomOfMessages().checkParts(source.messageRooms(), findings);
    set.end();
    if (source.order(Kind.MESSAGE) == Order.UNSORTED) {
      sortMessages(room -> true);
    } else if (!sequence.disordered().isEmpty()) {
      sortMessages(sequence.disordered()::contains);
    }
  }

  private void sortMessages(Predicate<Guid> rooms) throws IOException {
    try (var sorting = new Sorting<>(Kind.MESSAGE, Mark::of, options.space())) {
      if (source.readsRoomsApart()) {
        for (Guid room : source.messageRooms()) {
          if (rooms.test(room)) {
            walk(Kind.MESSAGE, source.messages(room), sorting::add);
          }
        }
      } else {
        walk(
            Kind.MESSAGE,
            met -> {
              if (rooms.test(met.record().room())) {
                sorting.add(met);
              }
            });
      }
      sorting.findTwice(findings, mark -> {});
    }
  }

  /** What is done with each record of a walk. */
  private interface Visitor<T> {
    void visit(Met<T> met) throws IOException;
  }

  /** Walks over all records of a kind, and notes whether all could be read. */
  private <T> void walk(Kind<T> kind, Visitor<T> visitor) throws IOException {
    walk(kind, source.records(kind), visitor);
  }

  private <T> void walk(Kind<T> kind, RecordCursor<T> records, Visitor<T> visitor)
      throws IOException {
    try (RecordCursor<T> cursor = records) {
      var met = new Met.Passing<>(kind, cursor);
      long count = 0;
      while (cursor.advance()) {
        count++;
        visitor.visit(met);
        if (met.doubtful().contains("guid")) {
          pool.incomplete(kind);
        }
      }
      boolean fewer = source.statedCount(Part.of(kind)).orElse(0) > count;
      if (fewer || cursor.passedOver() > 0 || source.damaged(Part.of(kind)) || source.lacks(kind)) {
        pool.incomplete(kind);
      }
    }
  }
}
