package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.check.Admission;
import org.pchat.check.Admissions;
import org.pchat.model.AccountState;
import org.pchat.model.AddIn;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.RestoreProblem;

/** Finds what stands against an import, by the published rules, from the two sources alone. */
final class Conflicts {
  private static final int MOST = 1_000;

  private final ChatSource source;
  private final ChatSource target;
  private final @Nullable DirectoryList directory;
  private final Structure ours;
  private final Structure theirs;
  private final Location where;
  private final List<Problem> found = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();
  private final Admissions accounts = new Admissions();
  private final Map<Guid, String> labels = new TreeMap<>();
  private final Set<Guid> held = new HashSet<>();

  Conflicts(ChatSource source, ChatSource target, @Nullable DirectoryList directory)
      throws IOException {
    this.source = source;
    this.target = target;
    this.directory = directory;
    this.ours = source.structure();
    this.theirs = target.structure();
    this.where = Location.of(source.origin().name());
  }

  /** Looks for everything. */
  void find() throws IOException {
    names();
    lengths();
    for (Room room : ours.rooms()) {
      if (Boolean.TRUE.equals(room.invite())) {
        add(RestoreProblem.INVITATIONS, room.name());
      }
    }
    held();
    principals();
    roles();
    new TakenNumbers(source, target).find(this::add);
  }

  List<Problem> found() {
    return found;
  }

  List<String> assumptions() {
    return assumptions;
  }

  private void add(RestoreProblem code, Object... arguments) {
    if (found.size() < MOST) {
      found.add(Problem.of(code, where, arguments));
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private void names() {
    Map<String, Guid> rooms = new HashMap<>();
    theirs.rooms().forEach(room -> rooms.put(key(room.name()), room.guid()));
    Map<String, Guid> categories = new HashMap<>();
    theirs.categories().stream()
        .filter(category -> !category.isRoot())
        .forEach(category -> categories.put(key(category.name()), category.guid()));
    Map<String, Guid> addIns = new HashMap<>();
    theirs.addIns().forEach(addIn -> addIns.put(key(addIn.name()), addIn.guid()));
    for (Room room : ours.rooms()) {
      name(Kind.ROOM, room.guid(), room.name(), rooms, categories);
    }
    for (Category category : ours.categories()) {
      if (!category.isRoot()) {
        name(Kind.CATEGORY, category.guid(), category.name(), categories, rooms);
      }
    }
    for (AddIn addIn : ours.addIns()) {
      name(Kind.ADD_IN, addIn.guid(), addIn.name(), addIns, Map.of());
    }
  }

  private void name(
      Kind<?> kind, Guid guid, String name, Map<String, Guid> same, Map<String, Guid> other) {
    String word = word(kind);
    Guid holder = same.get(key(name));
    if (holder != null && !holder.equals(guid)) {
      add(RestoreProblem.SAME_NAME, word, name);
    }
    if (other.containsKey(key(name)) && !guid.equals(other.get(key(name)))) {
      add(RestoreProblem.NAME_OF_OTHER_KIND, word, name, kind == Kind.ROOM ? "category" : "room");
    }
  }

  private static String word(Kind<?> kind) {
    return kind == Kind.ADD_IN ? "add-in" : kind.word().toLowerCase(Locale.ROOT);
  }

  private void lengths() {
    for (Category category : ours.categories()) {
      length("name", category.name(), category.name(), 256);
      length("description", category.name(), category.description(), 256);
    }
    for (Room room : ours.rooms()) {
      length("name", room.name(), room.name(), 256);
      length("description", room.name(), room.description(), 256);
    }
    for (AddIn addIn : ours.addIns()) {
      length("name", addIn.name(), addIn.name(), 50);
      length("address", addIn.name(), addIn.url(), 255);
    }
  }

  private void length(String what, String owner, @Nullable String value, int most) {
    if (value != null && value.length() > most) {
      String shown = owner.length() > 60 ? owner.substring(0, 60) + "…" : owner;
      add(RestoreProblem.TOO_LONG, what, "\"" + shown + "\"", most);
    }
  }

  /** Notes who gets something by the package. */
  private void held() throws IOException {
    try (var all = source.records(Kind.ROLE)) {
      while (all.advance()) {
        held.add(all.record().principal());
      }
    }
    try (var all = source.records(Kind.SCOPE)) {
      while (all.advance()) {
        held.add(all.record().principal());
      }
    }
  }

  private void principals() throws IOException {
    Set<String> domains = new HashSet<>();
    try (var all = target.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        accounts.add(all.record());
        domain(all.record()).ifPresent(domains::add);
      }
    }
    Map<String, Long> idle = new TreeMap<>();
    Map<String, String> foreign = new TreeMap<>();
    List<Principal> fresh = new ArrayList<>();
    try (var all = source.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Principal principal = all.record();
        principal(principal, idle);
        if (accounts.state(principal.guid()).isEmpty()) {
          fresh.add(principal);
          domain(principal)
              .filter(domain -> !domains.contains(domain))
              .ifPresent(domain -> foreign.putIfAbsent(domain, principal.uri()));
        }
      }
    }
    fresh.forEach(accounts::add);
    if (!domains.isEmpty()) {
      foreign.forEach((domain, uri) -> add(RestoreProblem.OTHER_FOREST, uri, domain));
    }
    idle.forEach(
        (state, count) ->
            assumptions.add(
                String.format(
                    Locale.ROOT,
                    "the import takes %,d principals although their accounts are %s",
                    count,
                    state)));
  }

  private static Optional<String> domain(Principal principal) {
    int at = principal.uri().lastIndexOf('@');
    return principal.uri().toLowerCase(Locale.ROOT).startsWith("sip:") && at >= 0
        ? Optional.of(principal.uri().substring(at + 1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private void principal(Principal principal, Map<String, Long> idle) {
    length("address", principal.uri(), principal.uri(), 256);
    length("path", principal.uri(), principal.adPath(), 384);
    String label = principal.label() + " (" + principal.uri() + ")";
    if (held.contains(principal.guid())) {
      labels.put(principal.guid(), label);
    }
    if (directory != null) {
      Optional<AccountState> listed = directory.state(principal);
      if (listed.isPresent()) {
        state(principal, listed.get(), label, "the directory");
      } else if (directory.isUser(principal)) {
        add(RestoreProblem.NO_PRINCIPAL, label, "the directory");
      }
    }
    Optional<AccountState> there = accounts.state(principal.guid());
    if (there.isEmpty()) {
      add(RestoreProblem.NO_PRINCIPAL, label, "the target");
    } else if (!state(principal, there.get(), label, "the target")
        && there.get() != AccountState.ACTIVE) {
      idle.merge(there.get().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
    }
  }

  /**
   * Tells an account that is out of use, unless the package says so too and gives it nothing that a
   * deleted account cannot have.
   */
  private boolean state(Principal principal, AccountState state, String label, String place) {
    boolean known = state == principal.disabled();
    boolean holds = held.contains(principal.guid()) && state == AccountState.DELETED;
    if (state == AccountState.ACTIVE || (known && !holds)) {
      return false;
    }
    add(
        state == AccountState.DISABLED
            ? RestoreProblem.DISABLED_PRINCIPAL
            : RestoreProblem.DELETED_PRINCIPAL,
        label,
        place);
    return true;
  }

  private void roles() throws IOException {
    KeySet scopes = new KeySet();
    for (ChatSource each : List.of(target, source)) {
      try (var all = each.records(Kind.SCOPE)) {
        while (all.advance()) {
          Scope scope = all.record();
          if (scopes.add(Kind.SCOPE, scope)) {
            accounts.add(scope);
          }
        }
      }
    }
    try (var all = source.records(Kind.ROLE)) {
      while (all.advance()) {
        role(all.record());
      }
    }
  }

  private void role(Role role) {
    Optional<Room> room = ours.room(role.node()).or(() -> theirs.room(role.node()));
    String holder =
        Optional.ofNullable(labels.get(role.principal())).orElse(role.principal().toString());
    if (role.role() == RoleType.VOICED
        && room.isPresent()
        && room.get().behavior() == Behavior.NORMAL) {
      add(RestoreProblem.PRESENTER_IN_NORMAL_ROOM, holder, room.get().name());
    }
    Guid category = room.map(Room::category).orElse(role.node());
    Optional<Category> home = ours.category(category).or(() -> theirs.category(category));
    if (home.isPresent()
        && !home.get().isRoot()
        && accounts.of(category, role.principal()) == Admission.OUTSIDE) {
      add(
          RestoreProblem.OUTSIDE_SCOPE,
          role.role().word().toLowerCase(Locale.ROOT),
          holder,
          room.map(Room::name).orElse(home.get().name()));
    }
  }
}
