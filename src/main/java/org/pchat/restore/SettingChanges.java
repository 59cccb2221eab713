package org.pchat.restore;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.diff.Difference;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Principal;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/** Finds the cmdlet for each setting that is another in the target. */
final class SettingChanges {
  private final Cmdlets cmdlets;
  private final Structure source;
  private final List<LeftOut> found;

  SettingChanges(Cmdlets cmdlets, Structure source, List<LeftOut> found) {
    this.cmdlets = cmdlets;
    this.source = source;
    this.found = found;
  }

  void note(Difference<?> difference) {
    for (Field<?> field : difference.fields()) {
      Object before = Objects.requireNonNull(difference.before());
      Object after = Objects.requireNonNull(difference.after());
      if (before instanceof Room old && after instanceof Room now) {
        room(field.name(), old, now);
      } else if (before instanceof Category old && after instanceof Category now) {
        category(field.name(), old, now);
      } else if (before instanceof AddIn old && after instanceof AddIn now) {
        addIn(field.name(), old, now);
      } else if (before instanceof Principal && after instanceof Principal now) {
        principal(field.name(), now);
      } else if (before instanceof Scope old && field.name().equals("access")) {
        add("scope", old.node(), "A scope says %s now".formatted(((Scope) after).access()), null);
      }
    }
  }

  private void add(
      String what, org.pchat.model.@Nullable Guid node, String words, @Nullable String cmdlet) {
    found.add(new LeftOut(what, node, words, cmdlet));
  }

  private void room(String field, Room old, Room now) {
    String the = "The room " + now.name();
    switch (field) {
      case "name" ->
          add("renamed", now.guid(), the + " was " + old.name(), cmdlets.rename(now, old.name()));
      case "disabled" ->
          add(
              now.disabled() ? "disabled" : "enabled",
              now.guid(),
              the + (now.disabled() ? " is disabled now; its content is there" : " is enabled now"),
              now.disabled() ? cmdlets.enable(now) : cmdlets.disable(now));
      case "visibility" ->
          add(
              "privacy",
              now.guid(),
              "%s was %s and is %s now"
                  .formatted(the, old.visibility().privacy(), now.visibility().privacy()),
              cmdlets.privacy(now, old.visibility()));
      case "behavior" ->
          add(
              "edited",
              now.guid(),
              the + " is of another type now",
              cmdlets.behavior(now, old.behavior()));
      default -> details(field, old, now);
    }
  }

  private void details(String field, Room old, Room now) {
    String the = "The room " + now.name();
    switch (field) {
      case "description" ->
          add(
              "edited",
              now.guid(),
              the + " has another description",
              cmdlets.describe(now, old.description()));
      case "invite" ->
          add(
              "edited",
              now.guid(),
              the + " has other invitations",
              cmdlets.invitations(now, old.invite() == null));
      case "category" ->
          add(
              "moved",
              now.guid(),
              the + " is in another category now",
              source.category(old.category()).map(c -> cmdlets.move(now, c)).orElse(null));
      case "addIn" ->
          add(
              "edited",
              now.guid(),
              the + " has another add-in",
              Optional.ofNullable(old.addIn())
                  .flatMap(source::addIn)
                  .map(a -> cmdlets.addIn(now, a.name()))
                  .orElse(null));
      default -> {}
    }
  }

  private void category(String field, Category old, Category now) {
    String the = "The category " + now.name();
    switch (field) {
      case "name" ->
          add("renamed", now.guid(), the + " was " + old.name(), cmdlets.rename(now, old.name()));
      case "description" ->
          add(
              "edited",
              now.guid(),
              the + " has another description",
              cmdlets.describe(now, old.description()));
      case "invite" -> setting(field, old.invite(), now);
      case "logged" -> setting(field, old.logged(), now);
      case "filePost" -> setting(field, old.filePost(), now);
      case "parent" -> add("moved", now.guid(), the + " is below another now", null);
      default -> {}
    }
  }

  private void setting(String field, @Nullable Boolean old, Category now) {
    add(
        "edited",
        now.guid(),
        "The category %s has another setting of %s".formatted(now.name(), field),
        old == null ? null : cmdlets.set(now, field, old));
  }

  private void addIn(String field, AddIn old, AddIn now) {
    boolean name = field.equals("name");
    add(
        name ? "renamed" : "edited",
        null,
        "The add-in %s %s"
            .formatted(now.name(), name ? "was " + old.name() : "has another address"),
        name ? cmdlets.rename(now, old.name()) : cmdlets.address(now, old.url()));
  }

  private void principal(String field, Principal now) {
    if (!field.equals("disabled")) {
      return;
    }
    switch (now.disabled()) {
      case ACTIVE -> {}
      case DISABLED ->
          add(
              "account-disabled",
              null,
              "The account %s is disabled now".formatted(now.uri()),
              cmdlets.enableAccount(now.uri()));
      case DELETED ->
          add(
              "account-deleted",
              null,
              "The account %s was deleted; its roles went with it".formatted(now.uri()),
              null);
    }
  }
}
