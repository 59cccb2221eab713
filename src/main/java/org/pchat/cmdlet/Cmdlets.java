package org.pchat.cmdlet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.document.PowerShellCommand;
import org.pchat.model.AddIn;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Visibility;

/**
 * The cmdlets that undo or repair things, with the parameters of their published help pages
 * (Set-CsPersistentChatRoom, Set-CsPersistentChatCategory, Set-CsPersistentChatAddin,
 * Remove-CsPersistentChatMessage, Set-CsUser). Never run here.
 */
public final class Cmdlets {
  private static final String UNKNOWN_POOL = "<pool FQDN>";

  private final String pool;

  /**
   * Fills in the pool.
   *
   * @param pool its full name; null if nobody said
   */
  public Cmdlets(@Nullable String pool) {
    this.pool = pool == null ? UNKNOWN_POOL : pool;
  }

  /** Switches a room on. */
  public String enable(Room room) {
    return set(room).with("Disabled", false).toString();
  }

  /** Gives a room another privacy. */
  public String privacy(Room room, Visibility visibility) {
    return set(room).with("Privacy", visibility.privacy()).toString();
  }

  /** Gives a room another name. */
  public String rename(Room room, String name) {
    return set(room).with("Name", name).toString();
  }

  /** Moves a room to a category. */
  public String move(Room room, Category category) {
    return set(room).with("Category", category.name()).toString();
  }

  /** Makes a room an auditorium or a normal one. */
  public String behavior(Room room, Behavior behavior) {
    String type = behavior == Behavior.AUDITORIUM ? "Auditorium" : "Normal";
    return set(room).with("Type", type).toString();
  }

  /** Gives roles on a room back to those who are named as the cmdlets name them. */
  public String give(Room room, Map<RoleType, List<String>> names) {
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
  public String admit(Category category, List<String> allowed, List<String> denied) {
    PowerShellCommand command = set(category);
    if (!allowed.isEmpty()) {
      command.adding("AllowedMembers", allowed);
    }
    if (!denied.isEmpty()) {
      command.removing("DeniedMembers", denied);
    }
    return command.toString();
  }

  /** Lets an account use the server again. */
  public String enableAccount(String uri) {
    return PowerShellCommand.of("Set-CsUser")
        .with("Identity", uri)
        .with("Enabled", true)
        .toString();
  }

  /** Looks at a room, by its name. */
  public String look(String room) {
    return PowerShellCommand.of("Get-CsPersistentChatRoom")
        .with("Identity", pool + "\\" + room)
        .toString();
  }

  /** Switches a room off. */
  public String disable(Room room) {
    return set(room).with("Disabled", true).toString();
  }

  /** Gives a room another description. */
  public String describe(Room room, String description) {
    return set(room).with("Description", description).toString();
  }

  /** Lets a room inherit invitations, or switches them off. */
  public String invitations(Room room, boolean inherit) {
    return set(room).with("Invitations", inherit ? "Inherit" : "False").toString();
  }

  /** Shows an add-in beside a room. */
  public String addIn(Room room, String name) {
    return set(room).with("Addin", name).toString();
  }

  /** Gives an add-in another address. */
  public String address(AddIn addIn, String url) {
    return PowerShellCommand.of("Set-CsPersistentChatAddin")
        .with("Identity", pool + "\\" + addIn.name())
        .with("Url", url)
        .toString();
  }

  /** Gives an add-in another name. */
  public String rename(AddIn addIn, String name) {
    return PowerShellCommand.of("Set-CsPersistentChatAddin")
        .with("Identity", pool + "\\" + addIn.name())
        .with("Name", name)
        .toString();
  }

  /** Gives a category another name. */
  public String rename(Category category, String name) {
    return set(category).with("Name", name).toString();
  }

  /** Gives a category another description. */
  public String describe(Category category, String description) {
    return set(category).with("Description", description).toString();
  }

  /**
   * Switches a setting of a category.
   *
   * @param field {@code invite}, {@code logged} or {@code filePost}
   */
  public String set(Category category, String field, boolean value) {
    String parameter =
        switch (field) {
          case "invite" -> "Invitations";
          case "logged" -> "ChatHistory";
          case "filePost" -> "FileUpload";
          default -> throw new IllegalArgumentException(field);
        };
    return set(category).with(parameter, value).toString();
  }

  /** Lets some make rooms in a category; an import may lose that. */
  public String creators(Category category, List<String> names) {
    return set(category).adding("Creators", names).toString();
  }

  /** Keeps some out of a category. */
  public String deny(Category category, List<String> names) {
    return set(category).adding("DeniedMembers", names).toString();
  }

  /** Puts a text in the place of one message's; the rich text is lost. */
  public String replace(Room room, Message message, String author, String text) {
    String time = message.sent().toString();
    return PowerShellCommand.of("Remove-CsPersistentChatMessage")
        .with("Identity", pool + "\\" + room.name())
        .with("UserUri", author)
        .with("StartDate", time)
        .with("EndDate", time)
        .with("ReplaceMessage", text)
        .toString();
  }

  /** Returns how the cmdlets call a principal: users by address, the rest by their place. */
  public static String name(Principal principal) {
    return switch (principal.type()) {
      case GROUP, FOLDER, DOMAIN, ANY_GROUP ->
          principal.adPath() == null ? principal.uri() : principal.adPath();
      case ANY, ANY_USER, SYSTEM_USER, USER -> principal.uri();
    };
  }

  private PowerShellCommand set(Category category) {
    return PowerShellCommand.of("Set-CsPersistentChatCategory")
        .with("Identity", pool + "\\" + category.name());
  }

  private PowerShellCommand set(Room room) {
    return PowerShellCommand.of("Set-CsPersistentChatRoom")
        .with("Identity", pool + "\\" + room.name());
  }
}
