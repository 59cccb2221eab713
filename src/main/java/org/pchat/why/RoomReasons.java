package org.pchat.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.diff.NodeChange;
import org.pchat.model.Behavior;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/** What happened to a room itself, apart from its permissions. */
final class RoomReasons {
  private final Structure earlier;
  private final Structure later;
  private final Cmdlets undo;
  private final NodeChange<Room> change;
  private final Function<Ticks, String> times;
  private final List<Reason> reasons = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  RoomReasons(Structure earlier, Structure later, Why.Question question, NodeChange<Room> change) {
    this.earlier = earlier;
    this.later = later;
    this.undo = new Cmdlets(question.pool());
    this.times = question.times();
    this.change = change;
  }

  /** Finds the reasons in the room's record; privacy and behaviour may be left to others. */
  void record(boolean alsoSettings) {
    Room before = change.before();
    Room after = change.after();
    if (before != null && after == null) {
      gone(before);
    } else if (before == null && after != null) {
      notes.add(
          change.change() == Change.UNKNOWN
              ? "Whether the room was there before the earlier snapshot cannot tell: " + rules()
              : "The room is new: only the later snapshot has it.");
    } else if (before != null && after != null) {
      settings(before, after);
      if (alsoSettings) {
        privacy(before, after);
        behavior(before, after);
      }
    }
  }

  private String clearedUntil() {
    Ticks until = change.clearedUntil();
    return until == null ? "an unknown time" : times.apply(until);
  }

  private void gone(Room before) {
    if (change.change() == Change.UNKNOWN) {
      reasons.add(
          Reason.lasting(
              Cause.UNKNOWN, "The later snapshot cannot tell what became of the room: " + rules()));
      return;
    }
    reasons.add(
        Reason.lasting(
            Cause.ROOM_DELETED,
            "The room was deleted, with its %s and %s."
                .formatted(
                    count(change.messages().removed(), "message"),
                    count(change.roles().removed(), "role"))));
    later.rooms().stream()
        .filter(room -> Permissions.fold(room.name()).equals(Permissions.fold(before.name())))
        .findFirst()
        .ifPresent(
            other ->
                notes.add(
                    "Another room has this name now (" + other.guid() + "); it is not the same."));
  }

  private String rules() {
    return String.join("; ", change.acts().stream().map(Act::rule).toList()) + ".";
  }

  private void settings(Room before, Room after) {
    if (!before.disabled() && after.disabled()) {
      reasons.add(
          Reason.undone(
              Cause.ROOM_DISABLED,
              "The room was disabled: it keeps its content, members and settings, and nobody finds it.",
              undo.enable(after)));
    } else if (before.disabled() && !after.disabled()) {
      notes.add("The room was disabled and is enabled now.");
    }
    if (!before.name().equals(after.name())) {
      reasons.add(
          Reason.undone(
              Cause.RENAMED,
              "The room was renamed: \"%s\" is \"%s\" now.".formatted(before.name(), after.name()),
              undo.rename(after, before.name())));
    }
    if (!before.category().equals(after.category())) {
      moved(before, after);
    }
  }

  private void moved(Room before, Room after) {
    String words =
        "The room was moved from the category \"%s\" to \"%s\"; a move takes the roles that the new category does not allow."
            .formatted(category(earlier, before), category(later, after));
    reasons.add(
        later
            .category(before.category())
            .map(home -> Reason.undone(Cause.MOVED, words, undo.move(after, home)))
            .orElseGet(
                () ->
                    new Reason(
                        Cause.MOVED,
                        words,
                        null,
                        "The old category is gone; make it again first.")));
  }

  private static String category(Structure structure, Room room) {
    return structure
        .category(room.category())
        .map(category -> category.name())
        .orElse(room.category().toString());
  }

  private void privacy(Room before, Room after) {
    if (after.visibility().compareTo(before.visibility()) < 0) {
      reasons.add(privacyReason(undo, before, after));
    } else if (after.visibility() != before.visibility()) {
      notes.add(
          "The room was %s and is %s now."
              .formatted(before.visibility().privacy(), after.visibility().privacy()));
    }
  }

  static Reason privacyReason(Cmdlets undo, Room before, Room after) {
    String now =
        after.visibility() == Visibility.PRIVATE
            ? "Secret: only its members find and enter it."
            : "Closed: only its members enter it.";
    return Reason.undone(
        Cause.PRIVACY,
        "The room was " + before.visibility().privacy() + " and is now " + now,
        undo.privacy(after, before.visibility()));
  }

  private void behavior(Room before, Room after) {
    if (before.behavior() == Behavior.NORMAL && after.behavior() == Behavior.AUDITORIUM) {
      reasons.add(behaviorReason(undo, before, after));
    }
  }

  static Reason behaviorReason(Cmdlets undo, Room before, Room after) {
    return Reason.undone(
        Cause.AUDITORIUM,
        "The room was made an auditorium: only presenters write.",
        undo.behavior(after, before.behavior()));
  }

  /** Finds the reasons in the room's messages, unless the room itself is gone. */
  void messages() {
    if (change.after() == null || change.before() == null) {
      return;
    }
    long cleared = count(Act.CLEARED);
    if (cleared > 0) {
      reasons.add(
          Reason.lasting(
              Cause.CLEARED,
              "The room was cleared: %s up to %s are gone, exactly all of that time."
                  .formatted(count(cleared, "message"), clearedUntil())));
    }
    long deleted = count(Act.DELETED);
    if (deleted > 0) {
      reasons.add(
          Reason.lasting(
              Cause.MESSAGES_DELETED,
              count(deleted, "message") + " of the room " + was(deleted) + " deleted one by one."));
    }
    long replaced = count(Act.REPLACED);
    if (replaced > 0) {
      reasons.add(
          Reason.lasting(
              Cause.TEXTS_REPLACED,
              "The text of %s was replaced by an administrator."
                  .formatted(count(replaced, "message"))));
    }
    oddities();
  }

  private void oddities() {
    long forked = change.messages().forked();
    if (forked > 0) {
      reasons.add(
          Reason.lasting(
              Cause.FORKED,
              "%s of the room %s of another time or author under the same number: a fork, which no cmdlet makes."
                  .formatted(count(forked, "message"), forked == 1 ? "is" : "are")));
    }
    if (change.messages().unknown() > 0) {
      reasons.add(
          Reason.lasting(
              Cause.UNKNOWN,
              "Of %s one snapshot cannot tell whether the other's are gone: %s."
                  .formatted(
                      count(change.messages().unknown(), "message"),
                      String.join(
                          "; ",
                          change.messageActs().keySet().stream()
                              .filter(RoomReasons::isUnknown)
                              .map(Act::rule)
                              .toList()))));
    }
    if (change.messages().added() > 0) {
      long added = change.messages().added();
      notes.add(count(added, "message") + " " + (added == 1 ? "is" : "are") + " new.");
    }
  }

  private static boolean isUnknown(Act act) {
    return switch (act) {
      case OUTSIDE_LEVEL, OUTSIDE_SCOPE, BEFORE_START, DAMAGED -> true;
      default -> false;
    };
  }

  private long count(Act act) {
    return change.messageActs().getOrDefault(act, 0L);
  }

  static String count(long number, String word) {
    return String.format(Locale.ROOT, "%,d %s%s", number, word, number == 1 ? "" : "s");
  }

  private static String was(long number) {
    return number == 1 ? "was" : "were";
  }

  List<Reason> reasons() {
    return reasons;
  }

  List<String> notes() {
    return notes;
  }
}
