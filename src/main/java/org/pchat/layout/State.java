package org.pchat.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.Trail.Capture;
import org.pchat.layout.Trail.End;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlName;

/** What is to be done at an element, and where its children lead; see {@link Program}. */
final class State {
  private static final Capture[] NONE = {};

  /** More names than any export has; a hostile archive may have them, but not in memory. */
  private static final int MOST_NAMES = 10_000;

  private final Program program;

  /** The trails that go on below, each as its number and how many of its steps are behind. */
  private final List<Long> positions;

  private final List<Target> targets = new ArrayList<>();
  private final List<End.Attribute> attributes = new ArrayList<>();
  private final int[] ownerBases;
  private final Capture[] text;
  private final boolean known;
  private final boolean holdsOthers;
  private int values;
  private final Map<XmlName, Branch> branches = new ConcurrentHashMap<>();
  private final Map<XmlName, Capture[]> captures = new ConcurrentHashMap<>();

  /** Where children of one name lead: to one state for each outcome of the tests. */
  private record Branch(List<Step.Test> tests, Map<Long, State> byOutcome) {}

  /** The state before the root: every trail is at its beginning. */
  static State start(Program program) {
    List<Long> positions = new ArrayList<>();
    for (int i = 0; i < program.trails().size(); i++) {
      positions.add(position(i, 0));
    }
    return new State(program, positions, List.of());
  }

  State(Program program, List<Long> positions, List<Long> ends) {
    this.program = program;
    this.positions = positions;
    this.ownerBases = new int[program.owners()];
    Arrays.fill(ownerBases, -1);
    List<Capture> texts = new ArrayList<>();
    boolean met = positions.stream().anyMatch(position -> steps(position) > 0);
    for (long number : ends) {
      Trail trail = program.trails().get((int) number);
      met |= !trail.steps().isEmpty();
      end(trail.end(), texts);
    }
    this.known = met;
    this.text = texts.toArray(NONE);
    this.holdsOthers =
        positions.stream()
            .filter(position -> steps(position) > 0)
            .map(position -> program.trails().get(trail(position)).end())
            .anyMatch(end -> end instanceof End.Found found && found.target().kind() != null);
  }

  private void end(End end, List<Capture> texts) {
    if (end instanceof End.Found found) {
      targets.add(found.target());
    } else if (end instanceof End.Owner owner) {
      ownerBases[owner.number()] = values;
      values += owner.size();
    } else if (end instanceof End.Text textEnd) {
      texts.add(textEnd.capture());
    } else if (end instanceof End.Attribute attribute) {
      attributes.add(attribute);
    }
  }

  private static long position(int trail, int steps) {
    return (long) trail << 32 | steps;
  }

  private static int trail(long position) {
    return (int) (position >> 32);
  }

  private static int steps(long position) {
    return (int) position;
  }

  /** Returns the state of a child. */
  State next(XmlName name, List<XmlAttribute> childAttributes) {
    Branch branch = branches.get(name);
    if (branch == null) {
      branch = new Branch(tests(name), new ConcurrentHashMap<>());
      if (branches.size() < MOST_NAMES) {
        branches.put(name, branch);
      }
    }
    long outcome = branch.tests().isEmpty() ? 0 : outcome(branch.tests(), childAttributes);
    State next = branch.byOutcome().get(outcome);
    if (next == null) {
      next = make(name, branch.tests(), outcome);
      branch.byOutcome().put(outcome, next);
    }
    return next;
  }

  private List<Step.Test> tests(XmlName name) {
    List<Step.Test> tests = new ArrayList<>();
    for (long position : positions) {
      Step step = stepAt(position);
      if (step != null && step.test() != null && step.name().matches(name)) {
        tests.add(step.test());
      }
    }
    return tests.stream().distinct().limit(Long.SIZE - 1).toList();
  }

  private @Nullable Step stepAt(long position) {
    List<Step> steps = program.trails().get(trail(position)).steps();
    return steps(position) < steps.size() ? steps.get(steps(position)) : null;
  }

  private static long outcome(List<Step.Test> tests, List<XmlAttribute> attributes) {
    long outcome = 0;
    for (int i = 0; i < tests.size(); i++) {
      Step.Test test = tests.get(i);
      for (XmlAttribute attribute : attributes) {
        if (test.attribute().matches(attribute.name()) && test.value().equals(attribute.value())) {
          outcome |= 1L << i;
        }
      }
    }
    return outcome;
  }

  private State make(XmlName name, List<Step.Test> tests, long outcome) {
    List<Long> next = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    for (long position : positions) {
      Trail trail = program.trails().get(trail(position));
      Step step = stepAt(position);
      if (step == null || fits(step, name, tests, outcome)) {
        int behind = step == null ? 0 : steps(position) + 1;
        if (behind == trail.steps().size()) {
          ends.add((long) trail(position));
        } else {
          next.add(position(trail(position), behind));
        }
      }
      if (trail.anywhere() && steps(position) == 0) {
        next.add(position);
      }
    }
    return program.state(next, ends);
  }

  private static boolean fits(Step step, XmlName name, List<Step.Test> tests, long outcome) {
    return step.name().matches(name)
        && (step.test() == null || (outcome >> tests.indexOf(step.test()) & 1) == 1);
  }

  /** Returns what stands here, in the order of the descriptor; empty nearly everywhere. */
  List<Target> targets() {
    return targets;
  }

  /** Returns whether the layout says anything about the element. */
  boolean isKnown() {
    return known;
  }

  /** Returns whether records may stand inside that have bytes of their own. */
  boolean holdsRecords() {
    return holdsOthers && targets.stream().noneMatch(Target::isOnePiece);
  }

  /** Returns how many values are kept for the element. */
  int values() {
    return values;
  }

  /** Returns where the values of an owner begin among those of the element. */
  int base(int owner) {
    return ownerBases[owner];
  }

  /** Returns whether the layout wants the element's text. */
  boolean hasText() {
    return text.length > 0;
  }

  /** Returns where the text goes. */
  Capture[] text() {
    return text;
  }

  /** Returns where an attribute goes. */
  Capture[] attribute(XmlName name) {
    Capture[] known = captures.get(name);
    if (known == null) {
      known =
          attributes.stream()
              .filter(end -> end.name().matches(name))
              .map(End.Attribute::capture)
              .toArray(Capture[]::new);
      if (captures.size() < MOST_NAMES) {
        captures.put(name, known);
      }
    }
    return known;
  }
}
