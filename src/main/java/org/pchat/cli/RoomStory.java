package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.NodeChange;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Room;

/** What happened to a room, apart from its messages, a clause a line. */
final class RoomStory {
  private final DiffNames names;

  RoomStory(DiffNames names) {
    this.names = names;
  }

  List<String> of(NodeChange<Room> room) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Act act : room.acts()) {
      String line = told(act, room);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    access(room, lines);
    return lines;
  }

  private String told(Act act, NodeChange<Room> room) throws IOException {
    @Nullable Room old = room.before();
    @Nullable Room now = room.after();
    if (old == null || now == null) {
      return act.word() + ": " + act.rule();
    }
    return switch (act) {
      case DISABLED -> "disabled: it keeps its content and members";
      case ENABLED -> "enabled";
      case RENAMED -> "renamed to " + now.name();
      case PRIVACY -> "privacy: " + old.visibility().privacy() + " → " + now.visibility().privacy();
      case MOVED -> moved(old, now, room);
      case EDITED -> "edited: " + fields(room);
      case NOTED -> "noted by the server: " + fields(room);
      default -> act.word();
    };
  }

  private String moved(Room old, Room now, NodeChange<Room> room) throws IOException {
    long roles = room.purgedRoles();
    String purged =
        roles == 0
            ? ""
            : "; "
                + DiffText.number(roles)
                + (roles == 1 ? " role was purged" : " roles were purged");
    return "moved from "
        + names.category(old.category())
        + " to "
        + names.category(now.category())
        + purged;
  }

  private static String fields(NodeChange<Room> room) {
    return String.join(", ", room.fields().stream().map(Field::name).toList());
  }

  private void access(NodeChange<Room> room, List<String> lines) throws IOException {
    NodeChange.Access access = room.access();
    if (access.lost() > 0) {
      lines.add("lost access: " + people(access.firstLost(), access.lost()));
    }
    if (access.gained() > 0) {
      lines.add("got access: " + people(access.firstGained(), access.gained()));
    }
  }

  private String people(List<Guid> first, long all) throws IOException {
    List<String> named = new ArrayList<>();
    for (Guid guid : first.subList(0, Math.min(first.size(), 5))) {
      named.add(names.principal(guid));
    }
    long more = all - named.size();
    return String.join(", ", named) + (more > 0 ? " and " + DiffText.number(more) + " more" : "");
  }
}
