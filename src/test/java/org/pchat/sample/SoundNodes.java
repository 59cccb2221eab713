package org.pchat.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pchat.model.AddIn;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Visibility;

/**
 * The rules of sound categories, rooms and add-ins, and of the roles on them: docs/format-facts.md
 * §2.2 tblNode, §5.5, §8.3.
 */
final class SoundNodes {
  private final Soundness soundness;
  private final Set<String> nodeNames = new HashSet<>();
  private final Set<String> addInNames = new HashSet<>();
  private final Set<Integer> ids = new HashSet<>();

  SoundNodes(Soundness soundness) {
    this.soundness = soundness;
  }

  void check(Structure structure, List<Role> roles, Admission admission) {
    soundness.rule(
        structure.categories().stream().filter(Category::isRoot).count() == 1,
        "one root",
        "categories");
    structure.categories().forEach(category -> check(category, structure));
    structure.addIns().forEach(this::check);
    structure.rooms().forEach(room -> check(room, structure));
    var byNode = roles.stream().collect(Collectors.groupingBy(Role::node));
    for (Room room : structure.rooms()) {
      check(room, byNode.getOrDefault(room.guid(), List.of()), admission);
    }
    for (Category category : structure.categories()) {
      for (Role role : byNode.getOrDefault(category.guid(), List.of())) {
        soundness.rule(role.role() == RoleType.CREATOR, "role of rooms on a category", role);
        soundness.rule(
            admission.admits(category.guid(), role.principal()), "creator not allowed", role);
      }
    }
  }

  private void check(Category category, Structure structure) {
    soundness.rule(
        category.isRoot()
            || structure.category(category.parent()).filter(Category::isRoot).isPresent(),
        "not directly below the root",
        category);
    checkNode(category.name(), category.description(), category.id());
    soundness.rule(
        category.invite() != null && category.logged() != null && category.filePost() != null,
        "settings missing",
        category);
    soundness.rule(SoundPrincipals.isComplete(category.audit(), soundness), "audit", category);
    soundness.checkAudit(category.name(), category.audit().addedBy());
    soundness.checkAudit(category.name(), category.audit().updatedBy());
    soundness.rule(
        category.purgedOn() == null || Calendar.isWholeSeconds(category.purgedOn()),
        "purgedOn",
        category);
  }

  /** A room may not have the name of another room or of a category. */
  private void checkNode(String name, String description, Integer id) {
    soundness.rule(nodeNames.add(name.toLowerCase(Locale.ROOT)), "name used twice", name);
    soundness.rule(!name.isBlank() && name.length() <= 256, "name", name);
    soundness.rule(description.length() <= 256, "description", name);
    soundness.rule(id != null && ids.add(id), "no id, or one used twice", name);
  }

  private void check(AddIn addIn) {
    soundness.rule(addInNames.add(addIn.name()), "name used twice", addIn);
    soundness.rule(addIn.name().length() <= 50 && addIn.url().length() <= 255, "long", addIn);
  }

  private void check(Room room, Structure structure) {
    Category category = structure.category(room.category()).orElse(null);
    soundness.rule(category != null && !category.isRoot(), "not in a category", room);
    checkNode(room.name(), room.description(), room.id());
    soundness.rule(
        room.addIn() == null || structure.addIn(room.addIn()).isPresent(), "add-in", room);
    soundness.rule(room.invite() == null || !room.invite(), "a room cannot invite", room);
    soundness.rule(
        category == null || category.invite() || Boolean.FALSE.equals(room.invite()),
        "invitations are off in the category",
        room);
    soundness.rule(room.lastMessageId() != null, "no last message id", room);
    soundness.rule(SoundPrincipals.isComplete(room.audit(), soundness), "audit", room);
    soundness.checkAudit(room.name(), room.audit().addedBy());
    soundness.checkAudit(room.name(), room.audit().updatedBy());
    soundness.rule(
        room.purgedOn() == null
            || (Calendar.isWholeSeconds(room.purgedOn())
                && Calendar.ticks(room.purgedOn()).compareTo(soundness.time()) <= 0),
        "purgedOn",
        room);
  }

  private void check(Room room, List<Role> roles, Admission admission) {
    Set<Guid> members = holders(roles, RoleType.MEMBER);
    Set<Guid> managers = holders(roles, RoleType.MANAGER);
    Set<Guid> presenters = holders(roles, RoleType.VOICED);
    soundness.rule(holders(roles, RoleType.CREATOR).isEmpty(), "creator of a room", room);
    for (Role role : roles) {
      soundness.rule(admission.admits(room.category(), role.principal()), "not allowed", role);
    }
    soundness.rule(
        room.visibility() != Visibility.OPEN || members.isEmpty(), "open with members", room);
    soundness.rule(
        room.behavior() == Behavior.AUDITORIUM || presenters.isEmpty(), "presenters", room);
    soundness.rule(members.containsAll(presenters), "presenter is no member", room);
    Guid creator = room.audit().addedBy();
    soundness.rule(
        managers.contains(creator) || !admission.admits(room.category(), creator),
        "the creator does not manage it",
        room);
  }

  private static Set<Guid> holders(List<Role> roles, RoleType type) {
    return roles.stream()
        .filter(role -> role.role() == type)
        .map(Role::principal)
        .collect(Collectors.toSet());
  }
}
