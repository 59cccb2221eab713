package org.pchat.sample;

import java.util.ArrayList;
import java.util.List;
import org.pchat.model.Access;
import org.pchat.model.Audit;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Scope;
import org.pchat.model.Ticks;

/**
 * A category with its scopes and creators.
 *
 * @param kind what kind of category
 * @param category the record
 * @param eligible who may have roles
 * @param scopes in order
 * @param creators in order
 */
record CategoryPlan(
    CategoryKind kind,
    Category category,
    Eligible eligible,
    List<Scope> scopes,
    List<Role> creators) {
  private static final List<CategoryKind> KINDS = List.of(CategoryKind.values());

  /** The database id of the root. */
  static final int ROOT_ID = 1;

  /** Plans category number {@code number} below {@code root}. */
  static CategoryPlan of(int number, Category root, Directory directory, Seed seed) {
    CategoryKind kind = kindOf(number);
    int round = number / KINDS.size();
    boolean deny = kind == CategoryKind.COMPANY || kind == CategoryKind.PARTNERS;
    var eligible = new Eligible(kind.units(), directory.users(), deny);
    Ticks added = Calendar.officeHours(Calendar.SETUP.plusDays(2), seed.at("added"));
    Ticks updated =
        Calendar.officeHours(
            Calendar.dayWithin(Calendar.SETUP.plusYears(3), 3_000, seed.at("updated")), seed);
    var category =
        new Category(
            seed.guid(),
            root.guid(),
            ROOT_ID + 1 + number,
            kind.title() + (round == 0 ? "" : " " + (round + 1)),
            round % 3 == 0 ? "Rooms of " + kind.title() + ", category " + (number + 1) : "",
            kind.generous(),
            kind.logged(),
            kind.generous(),
            new Audit(directory.system(), added, directory.administrator(), updated),
            deny ? Calendar.wholeSeconds(updated) : null,
            false);
    return new CategoryPlan(
        kind,
        category,
        eligible,
        scopes(kind, category.guid(), eligible, directory),
        creators(kind, category.guid(), eligible, directory));
  }

  static CategoryKind kindOf(int number) {
    return KINDS.get(number % KINDS.size());
  }

  /** Returns the root, which the server makes. */
  static Category root(Directory directory, Seed seed) {
    Ticks made = Calendar.officeHours(Calendar.SETUP, seed);
    var audit = new Audit(directory.system(), made, directory.system(), made);
    return new Category(
        seed.guid(), null, ROOT_ID, "Root", "", true, true, true, audit, null, false);
  }

  private static List<Scope> scopes(
      CategoryKind kind, Guid node, Eligible eligible, Directory directory) {
    var allowed = new ArrayList<Guid>();
    kind.domains().forEach(company -> allowed.add(directory.domain(company)));
    kind.folders().forEach(unit -> allowed.add(directory.folder(unit)));
    var denied = new ArrayList<Guid>();
    kind.deniedFolders().forEach(unit -> denied.add(directory.folder(unit)));
    eligible.denied().forEach(user -> denied.add(directory.user(user)));
    switch (kind) {
      case ENGINEERING -> {
        allowed.add(directory.group(1));
        allowed.add(directory.user(5)); // one contractor, by name
      }
      case OPERATIONS -> allowed.add(directory.group(2));
      case PARTNERS -> denied.add(directory.group(0));
      case PROJECTS -> {
        allowed.add(directory.group(3));
        denied.add(directory.group(4));
      }
      case COMPANY, TOWN_HALL, HALLWAY -> {}
    }
    var scopes = new ArrayList<Scope>();
    Guid by = directory.administrator();
    allowed.forEach(who -> scopes.add(new Scope(node, who, Access.ALLOW, by)));
    denied.forEach(who -> scopes.add(new Scope(node, who, Access.DENY, by)));
    scopes.sort(Kind.SCOPE.order());
    return List.copyOf(scopes);
  }

  private static List<Role> creators(
      CategoryKind kind, Guid node, Eligible eligible, Directory directory) {
    if (kind == CategoryKind.TOWN_HALL) {
      return List.of();
    }
    var roles = new ArrayList<Role>();
    for (int place : List.of(eligible.size() / 5, eligible.size() / 2)) {
      Guid who = directory.user(eligible.user(place));
      roles.add(new Role(node, who, RoleType.CREATOR, directory.administrator()));
    }
    collective(kind, directory)
        .forEach(
            who -> roles.add(new Role(node, who, RoleType.CREATOR, directory.administrator())));
    roles.sort(Kind.ROLE.order());
    return List.copyOf(roles);
  }

  /** Returns a folder or group that may have roles in categories of this kind, if there is one. */
  static List<Guid> collective(CategoryKind kind, Directory directory) {
    return switch (kind) {
      case COMPANY, HALLWAY -> List.of(directory.folder(2));
      case ENGINEERING -> List.of(directory.group(1));
      case OPERATIONS -> List.of(directory.folder(10));
      case PARTNERS -> List.of(directory.folder(8));
      case PROJECTS -> List.of(directory.group(3));
      case TOWN_HALL -> List.of();
    };
  }
}
