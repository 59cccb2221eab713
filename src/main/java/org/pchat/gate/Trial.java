package org.pchat.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.problem.GateProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;

/** One judgement in the making. */
final class Trial {
  private final Limits limits;
  private final Census now;
  private final Location where;
  private final List<Problem> findings = new ArrayList<>();

  Trial(Limits limits, Census now, Location where) {
    this.limits = limits;
    this.now = now;
    this.where = where;
  }

  List<Problem> findings() {
    return findings;
  }

  private void find(GateProblem code, Object... arguments) {
    findings.add(Problem.of(code, where, arguments));
  }

  /** Judges the errors. */
  void errors(long before) {
    if (now.errors() > before) {
      find(GateProblem.MORE_ERRORS, now.errors(), before);
    }
  }

  /** Returns whether the snapshot reaches as far as the last good one; says so if not. */
  boolean hasSameExtent(Extent before) {
    Extent extent = now.extent();
    int found = findings.size();
    if (!extent.level().covers(before.level())) {
      find(GateProblem.LOWER_LEVEL, extent.level(), before.level());
    }
    if (!extent.coversScope(before)) {
      find(GateProblem.NARROWER_SCOPE);
    }
    if (!extent.coversStart(before)) {
      String start = before.startDate() == null ? "the first" : before.startDate().toString();
      find(GateProblem.LATER_START, String.valueOf(extent.startDate()), start);
    }
    return findings.size() == found;
  }

  /** Judges what is neither room nor message. */
  void structure(Census before) {
    if (now.categories() < before.categories()) {
      find(GateProblem.CATEGORIES_GONE, before.categories(), now.categories());
    }
    if (limits.isTooFew(before.permissions(), now.permissions())) {
      find(GateProblem.PERMISSIONS_GONE, before.permissions(), now.permissions());
    }
    if (limits.isTooFew(before.principals(), now.principals())) {
      find(GateProblem.PRINCIPALS_GONE, before.principals(), now.principals());
    }
  }

  /** Judges the rooms, in order of their GUIDs, and then their messages together. */
  void rooms(Census before) {
    Map<Guid, RoomCount> here = now.byGuid();
    Map<Guid, RoomCount> there = before.byGuid();
    var newcomers = new Newcomers(here, there);
    long lost = 0;
    long losers = 0;
    for (RoomCount old : there.values()) {
      RoomCount same = here.get(old.room());
      RoomCount counterpart = same == null ? remade(old, newcomers) : same;
      if (counterpart == null) {
        find(GateProblem.ROOM_GONE, old.name(), old.room(), old.messages());
        continue;
      }
      long less = old.messages() - counterpart.messages();
      if (less > 0) {
        lost += less;
        losers++;
        room(old, counterpart);
      }
    }
    if (limits.isTooMuch(lost, before.messages())) {
      find(GateProblem.MESSAGES_GONE, lost, before.messages(), losers);
    }
  }

  private void room(RoomCount old, RoomCount counterpart) {
    long lost = old.messages() - counterpart.messages();
    if (limits.isTooMuchOfRoom(lost, old.messages())) {
      String room = "\"%s\" (%s)".formatted(old.name(), old.room());
      find(GateProblem.ROOM_SHRANK, room, old.messages(), counterpart.messages());
    }
  }

  private @Nullable RoomCount remade(RoomCount old, Newcomers newcomers) {
    RoomCount remade = newcomers.take(old.name());
    if (remade != null) {
      find(GateProblem.ROOM_REMADE, old.name(), remade.room(), old.room());
    }
    return remade;
  }

  /** The rooms that were not there before, by name; one whose name is not its own is left out. */
  private static final class Newcomers {
    private final Map<String, RoomCount> byName = new HashMap<>();

    Newcomers(Map<Guid, RoomCount> here, Map<Guid, RoomCount> there) {
      Set<String> twice = new HashSet<>();
      for (RoomCount each : here.values()) {
        boolean isNew = !there.containsKey(each.room());
        if (isNew && byName.putIfAbsent(each.name(), each) != null) {
          twice.add(each.name());
        }
      }
      byName.keySet().removeAll(twice);
    }

    /** Returns the room of this name, which no other room can be matched with any more. */
    @Nullable RoomCount take(String name) {
      return byName.remove(name);
    }
  }
}
