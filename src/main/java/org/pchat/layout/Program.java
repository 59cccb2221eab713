package org.pchat.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.pchat.layout.Trail.Capture;
import org.pchat.layout.Trail.End;
import org.pchat.xml.XmlName;

/**
 * What a descriptor looks for in entries of one sort, as a machine: each element of an entry leads
 * from one {@link State} to the next, and a state knows everything that is to be done at its
 * element. States are made when they are first met, so a path is interpreted once and not for every
 * record. Safe for several threads.
 */
final class Program {
  private final List<Target> targets = new ArrayList<>();
  private final List<Trail> trails = new ArrayList<>();
  private final Map<List<Long>, State> states = new ConcurrentHashMap<>();
  private final Map<OwnerKey, Owner> owners = new LinkedHashMap<>();
  private final List<ElementName> tested;
  private final State start;

  /** The element so far above the element at the end of the path. */
  private record OwnerKey(ElementPath path, int up) {}

  /** An element whose values are kept; which, grows while places are looked up. */
  private static final class Owner {
    private final int number;
    private final Map<List<Object>, Integer> values = new HashMap<>();

    Owner(int number) {
      this.number = number;
    }
  }

  Program(List<RecordSpelling> records, List<Lookup> lookups, List<EventSpelling> events) {
    records.forEach(record -> add(new Target(record, this::sources), record.path()));
    lookups.forEach(lookup -> add(new Target(lookup, this::sources), lookup.path()));
    events.forEach(event -> add(new Target(event, this::sources), event.path()));
    owners.forEach(this::addOwner);
    this.tested =
        trails.stream()
            .flatMap(trail -> trail.steps().stream())
            .flatMap(step -> Stream.ofNullable(step.test()))
            .map(Step.Test::attribute)
            .toList();
    this.start = State.start(this);
  }

  private void add(Target target, ElementPath path) {
    targets.add(target);
    trails.add(new Trail(path.anywhere(), path.steps(), new End.Found(target)));
  }

  private void addOwner(OwnerKey key, Owner owner) {
    ElementPath path = key.path();
    int length = Math.max(0, path.steps().size() - key.up());
    trails.add(
        new Trail(
            path.anywhere(),
            path.steps().subList(0, length),
            new End.Owner(owner.number, owner.values.size())));
  }

  private List<Source> sources(ElementPath path, List<Place> places) {
    List<Source> sources = new ArrayList<>();
    for (Place place : places) {
      if (place instanceof Place.EntryPart part) {
        sources.add(new Source.Part(part.name()));
      } else if (place instanceof Place.Constant constant) {
        sources.add(new Source.Fixed(constant.value()));
      } else if (place instanceof Place.Inside inside && exists(path, inside)) {
        sources.add(kept(path, inside));
      }
    }
    return List.copyOf(sources);
  }

  /** Above the root there is nothing. */
  private static boolean exists(ElementPath path, Place.Inside place) {
    return path.anywhere() || place.up() < path.steps().size();
  }

  private Source.Kept kept(ElementPath path, Place.Inside place) {
    Owner owner =
        owners.computeIfAbsent(new OwnerKey(path, place.up()), key -> new Owner(owners.size()));
    ElementName attribute = place.attribute();
    List<Object> what =
        attribute == null ? List.of(place.steps()) : List.of(place.steps(), attribute);
    Integer known = owner.values.get(what);
    int index = known == null ? owner.values.size() : known;
    if (known == null) {
      owner.values.put(what, index);
      var capture = new Capture(owner.number, index, place.steps().size());
      List<Step> steps = new ArrayList<>(path.steps());
      steps = steps.subList(0, Math.max(0, steps.size() - place.up()));
      steps.addAll(place.steps());
      trails.add(
          new Trail(
              path.anywhere(),
              steps,
              attribute == null ? new End.Text(capture) : new End.Attribute(attribute, capture)));
    }
    boolean late = place.up() > 0 && (attribute == null || !place.steps().isEmpty());
    return new Source.Kept(place.up(), owner.number, index, late);
  }

  /** Returns what it looks for, in the order of the descriptor. */
  List<Target> targets() {
    return targets;
  }

  List<Trail> trails() {
    return trails;
  }

  /** Returns how many elements there are whose values are kept. */
  int owners() {
    return owners.size();
  }

  /** Returns whether an attribute of this name is looked at to choose a way. */
  boolean tests(XmlName attribute) {
    return tested.stream().anyMatch(name -> name.matches(attribute));
  }

  /** Returns the state before the root. */
  State start() {
    return start;
  }

  /** Returns the state with these positions; the same for the same. */
  State state(List<Long> positions, List<Long> ends) {
    List<Long> key = new ArrayList<>(positions);
    key.add(-1L);
    key.addAll(ends);
    return states.computeIfAbsent(List.copyOf(key), k -> new State(this, positions, ends));
  }
}
