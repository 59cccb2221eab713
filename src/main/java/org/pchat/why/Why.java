package org.pchat.why;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.diff.Counts;
import org.pchat.diff.Diff;
import org.pchat.diff.DiffRequest;
import org.pchat.diff.DiffSelection;
import org.pchat.diff.NodeChange;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Room;
import org.pchat.model.Ticks;
import org.pchat.model.Watch;
import org.pchat.why.Answer.Person;

/**
 * Answers why a room, or somebody's access to it, is gone.
 *
 * <p>Without a person: what happened to the room's record, its messages, its roles and the scopes
 * of its category. With one: the chain of rules in both snapshots, and what made a link of it
 * worse. Roles, scopes and principals are read once for each snapshot, once more for a person.
 */
public final class Why {
  private final ChatSource before;
  private final ChatSource after;
  private final Question question;
  private final Cmdlets undo;

  /**
   * What is asked.
   *
   * @param rooms the rooms, of either snapshot; a few
   * @param principals the persons, of either snapshot; empty for nobody in particular
   * @param pool the full name of the pool, for the cmdlets; null if unknown
   * @param times spells times in sentences
   * @param watch stops the job
   */
  public record Question(
      Set<Guid> rooms,
      Set<Guid> principals,
      @Nullable String pool,
      Function<Ticks, String> times,
      Watch watch) {
    /** Orders the rooms and principals. */
    public Question {
      rooms = new TreeSet<>(rooms);
      principals = new TreeSet<>(principals);
    }
  }

  private Why(ChatSource before, ChatSource after, Question question) {
    this.before = before;
    this.after = after;
    this.question = question;
    this.undo = new Cmdlets(question.pool());
  }

  /** Returns an answer for each room, or for each person and room. */
  public static List<Answer> answers(ChatSource before, ChatSource after, Question question)
      throws IOException {
    return new Why(before, after, question).answers();
  }

  private List<Answer> answers() throws IOException {
    List<Person> persons = persons();
    Set<String> uris = new HashSet<>();
    Set<Guid> guids = new HashSet<>();
    for (Person person : persons) {
      uris.add(Permissions.fold(person.uri()));
      guids.addAll(person.guids());
    }
    var wanted = new Permissions.Persons(uris, guids);
    Permissions earlier = Permissions.read(before, question.rooms(), wanted);
    if (persons.isEmpty()) {
      uris.addAll(earlier.addresses());
    }
    guids.addAll(earlier.holders());
    Permissions later = Permissions.read(after, question.rooms(), wanted);
    List<Answer> answers = new ArrayList<>();
    try (Diff diff = diff(persons.isEmpty())) {
      for (Guid room : question.rooms()) {
        NodeChange<Room> change = diff.room(room).orElseGet(() -> unchanged(room, earlier, later));
        if (persons.isEmpty()) {
          answers.add(everybody(change, earlier, later));
        }
        for (Person person : persons) {
          answers.add(one(person, change, earlier, later));
        }
      }
    }
    return answers;
  }

  private Diff diff(boolean messages) throws IOException {
    Set<Kind<?>> kinds = new HashSet<>(Set.of(Kind.ROOM, Kind.ROLE));
    if (messages) {
      kinds.add(Kind.MESSAGE);
    }
    var nodes = new DiffSelection(Optional.of(question.rooms()), Optional.empty(), message -> true);
    return Diff.of(
        before,
        after,
        DiffRequest.everything()
            .with(nodes)
            .withKinds(kinds)
            .details(false)
            .with(question.watch()));
  }

  private static NodeChange<Room> unchanged(Guid room, Permissions earlier, Permissions later) {
    return new NodeChange<>(
        Kind.ROOM,
        room,
        earlier.room(room).orElse(null),
        later.room(room).orElse(null),
        null,
        Set.of(),
        List.of(),
        Counts.NONE,
        Map.of(),
        null,
        List.of(),
        0,
        Counts.NONE,
        0,
        Counts.NONE,
        NodeChange.Access.SAME);
  }

  private Answer everybody(NodeChange<Room> change, Permissions earlier, Permissions later) {
    var room = new RoomReasons(earlier.structure(), later.structure(), question, change);
    room.record(true);
    room.messages();
    List<Reason> reasons = new ArrayList<>(room.reasons());
    Room then = change.before();
    Room now = change.after();
    if (then != null && now != null) {
      reasons.addAll(new PermissionReasons(earlier, later, undo).of(then, now));
    }
    return new Answer(change.guid(), then, now, null, null, null, reasons, room.notes());
  }

  private Answer one(
      Person person, NodeChange<Room> change, Permissions earlier, Permissions later) {
    var room = new RoomReasons(earlier.structure(), later.structure(), question, change);
    room.record(false);
    var access = new PersonReasons(earlier, later, change.guid(), person, undo);
    List<Reason> reasons = new ArrayList<>(room.reasons());
    reasons.addAll(access.find());
    return new Answer(
        change.guid(),
        change.before(),
        change.after(),
        person,
        access.chainBefore(),
        access.chainAfter(),
        reasons,
        room.notes());
  }

  /**
   * Principals of one address are one person, whatever became of their accounts; so is one whose
   * address has changed, who goes by the earlier.
   */
  private List<Person> persons() throws IOException {
    if (question.principals().isEmpty()) {
      return List.of();
    }
    Map<String, Principal> first = new TreeMap<>();
    Map<String, List<Guid>> guids = new TreeMap<>();
    Map<Guid, String> known = new HashMap<>();
    for (ChatSource source : List.of(before, after)) {
      try (var all = source.records(Kind.PRINCIPAL)) {
        while (all.advance()) {
          Principal principal = all.record();
          if (question.principals().contains(principal.guid())) {
            String uri =
                known.computeIfAbsent(principal.guid(), g -> Permissions.fold(principal.uri()));
            first.putIfAbsent(uri, principal);
            List<Guid> own = guids.computeIfAbsent(uri, u -> new ArrayList<>());
            if (!own.contains(principal.guid())) {
              own.add(principal.guid());
            }
          }
        }
      }
    }
    return first.entrySet().stream()
        .map(
            person ->
                new Person(
                    person.getValue().uri(),
                    person.getValue().label(),
                    guids.getOrDefault(person.getKey(), List.of())))
        .toList();
  }
}
