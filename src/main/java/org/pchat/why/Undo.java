package org.pchat.why;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.document.PowerShellCommand;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Visibility;

/**
 * The cmdlets that undo things, with the parameters of their published help pages
 * (Set-CsPersistentChatRoom, Set-CsPersistentChatCategory, Set-CsUser). Never run here.
 */
final class Undo {
  private static final String UNKNOWN_POOL = "<pool FQDN>";

  private final String pool;

  /**
   * Fills in the pool.
   *
   * @param pool its full name; null if nobody said
   */
  Undo(@Nullable String pool) {
    this.pool = pool == null ? UNKNOWN_POOL : pool;
  }

  String enable(Room room) {
    return set(room).with("Disabled", false).toString();
  }

  String privacy(Room room, Visibility visibility) {
    return set(room).with("Privacy", visibility.privacy()).toString();
  }

  String rename(Room room, String name) {
    return set(room).with("Name", name).toString();
  }

  String move(Room room, Category category) {
    return set(room).with("Category", category.name()).toString();
  }

  String behavior(Room room, Behavior behavior) {
    String type = behavior == Behavior.AUDITORIUM ? "Auditorium" : "Normal";
    return set(room).with("Type", type).toString();
  }

  /** Gives roles on a room back to those who are named as the cmdlets name them. */
  String give(Room room, Map<RoleType, List<String>> names) {
    PowerShellCommand command = set(room);
    names.forEach((role, whom) -> command.adding(parameter(role), whom));
    return command.toString();
  }

  private static String parameter(RoleType role) {
    return switch (role) {
      case MEMBER -> "Members";
      case MANAGER -> "Managers";
      case VOICED -> "Presenters";
      case CREATOR -> "Creators";
    };
  }

  /** Lets some into a category again, and keeps others out no longer. */
  String admit(Category category, List<String> allowed, List<String> denied) {
    PowerShellCommand command =
        PowerShellCommand.of("Set-CsPersistentChatCategory")
            .with("Identity", pool + "\\" + category.name());
    if (!allowed.isEmpty()) {
      command.adding("AllowedMembers", allowed);
    }
    if (!denied.isEmpty()) {
      command.removing("DeniedMembers", denied);
    }
    return command.toString();
  }

  String enableAccount(String uri) {
    return PowerShellCommand.of("Set-CsUser")
        .with("Identity", uri)
        .with("Enabled", true)
        .toString();
  }

  private PowerShellCommand set(Room room) {
    return PowerShellCommand.of("Set-CsPersistentChatRoom")
        .with("Identity", pool + "\\" + room.name());
  }
}
