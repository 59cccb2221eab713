package org.pchat.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Behavior;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.model.Watch;
import org.pchat.problem.Problem;
import org.pchat.problem.RestoreProblem;
import org.pchat.sample.SamplePool;
import org.pchat.sample.SampleSize;

/** One case for each kind of conflict: it is found, and it comes with advice. */
class ConflictTest {
  @TempDir Path folder;
  private MemorySource pool;
  private Room room;
  private Role role;
  private List<Principal> principals;
  private Message message;

  @BeforeEach
  void take_a_sound_pool() throws IOException {
    pool = MemorySource.copyOf(SamplePool.of(SampleSize.small().withSeed(3)));
    principals = MemorySource.all(pool.records(Kind.PRINCIPAL));
    message =
        MemorySource.all(pool.records(Kind.MESSAGE)).stream()
            .filter(m -> room(pool, m.room()).behavior() == Behavior.NORMAL)
            .findFirst()
            .orElseThrow();
    room = room(pool, message.room());
    role =
        MemorySource.all(pool.records(Kind.ROLE)).stream()
            .filter(r -> r.role() == RoleType.MEMBER || r.role() == RoleType.MANAGER)
            .filter(r -> principal(r.principal()).type() == PrincipalType.USER)
            .findFirst()
            .orElseThrow();
  }

  private static Room room(MemorySource pool, Guid guid) {
    return pool.structure().room(guid).orElseThrow();
  }

  private Principal principal(Guid guid) {
    return principals.stream().filter(p -> p.guid().equals(guid)).findFirst().orElseThrow();
  }

  private List<Problem> conflicts(MemorySource source, MemorySource target) throws IOException {
    return conflicts(source, target, null);
  }

  /** Rehearses, as the command does; what stands against it is never clean. */
  private List<Problem> conflicts(MemorySource source, MemorySource target, DirectoryList list)
      throws IOException {
    Path file = Pieces.export(source, folder.resolve("source.zip"));
    Path onto = Pieces.export(target, folder.resolve("target.zip"));
    try (ChatSource from = Pieces.open(file);
        ChatSource to = Pieces.open(onto)) {
      Rehearsal.Result result =
          Rehearsal.run(new Rehearsal.Request(from, to, list, null, Instant.EPOCH, Watch.NONE));
      assertThat(result.verdict()).isEqualTo(Verdict.CONFLICTS);
      return result.conflicts();
    }
  }

  private static void assertFound(List<Problem> conflicts, RestoreProblem code) {
    assertThat(conflicts).anyMatch(problem -> problem.code() == code);
    assertThat(code.advice()).isNotBlank();
  }

  private MemorySource withRoom(UnaryOperator<Room> change) throws IOException {
    List<Room> rooms = new ArrayList<>(pool.structure().rooms());
    rooms.replaceAll(r -> r.equals(room) ? change.apply(r) : r);
    return withRooms(rooms);
  }

  private MemorySource withRooms(List<Room> rooms) throws IOException {
    var structure =
        new Structure(
            List.copyOf(pool.structure().categories()),
            rooms,
            List.copyOf(pool.structure().addIns()));
    return MemorySource.of(structure)
        .with(pool.coverage())
        .withPrincipals(principals)
        .withPermissions(
            MemorySource.all(pool.records(Kind.ROLE)), MemorySource.all(pool.records(Kind.SCOPE)))
        .withMessages(
            MemorySource.all(pool.records(Kind.MESSAGE)).stream()
                .filter(m -> rooms.stream().anyMatch(r -> r.guid().equals(m.room())))
                .toList());
  }

  private static Room changed(Room r, Guid guid, String name, Boolean invite) {
    return new Room(
        guid,
        r.category(),
        r.id(),
        name,
        r.description(),
        invite,
        r.disabled(),
        r.behavior(),
        r.visibility(),
        r.addIn(),
        r.audit(),
        r.purgedOn(),
        r.lastMessageId(),
        r.derived());
  }

  @Test
  void another_room_has_the_name() throws IOException {
    MemorySource target = withRoom(r -> changed(r, new Guid(1, 2), r.name(), r.invite()));
    assertFound(conflicts(pool, target), RestoreProblem.SAME_NAME);
  }

  @Test
  void a_category_has_the_name_of_a_room() throws IOException {
    String category =
        pool.structure().categories().stream()
            .filter(c -> !c.isRoot())
            .findFirst()
            .orElseThrow()
            .name();
    MemorySource source = withRoom(r -> changed(r, r.guid(), category, r.invite()));
    assertFound(conflicts(source, pool), RestoreProblem.NAME_OF_OTHER_KIND);
  }

  @Test
  void numbers_stand_for_other_messages() throws IOException {
    List<Message> messages = new ArrayList<>(MemorySource.all(pool.records(Kind.MESSAGE)));
    messages.replaceAll(
        m ->
            m.equals(message)
                ? new Message(
                    m.room(), m.id(), m.sent(), m.author(), null, m.alert(), "Other", null)
                : m);
    assertFound(conflicts(pool.withMessages(messages), pool), RestoreProblem.NUMBER_TAKEN);
  }

  private MemorySource in(AccountState state, Principal whom) {
    List<Principal> changed = new ArrayList<>(principals);
    changed.replaceAll(p -> p.equals(whom) ? in(state, p, p.uri()) : p);
    return pool.withPrincipals(changed);
  }

  private static Principal inUri(Principal p, String uri) {
    return in(p.disabled(), p, uri, p.adPath());
  }

  private static Principal in(AccountState state, Principal p, String uri) {
    return in(state, p, uri, p.adPath());
  }

  private static Principal in(AccountState state, Principal p, String uri, String path) {
    return new Principal(
        p.guid(),
        uri,
        p.type(),
        p.id(),
        p.name(),
        p.displayName(),
        p.company(),
        p.email(),
        path,
        p.upn(),
        state,
        p.poolId(),
        p.policyId(),
        p.audit(),
        p.verifiedOn(),
        p.derived());
  }

  @Test
  void an_account_is_missing_disabled_or_deleted() throws IOException {
    Principal holder = principal(role.principal());
    List<Principal> fewer = new ArrayList<>(principals);
    fewer.remove(holder);
    MemorySource without =
        pool.withPrincipals(fewer)
            .withPermissions(
                MemorySource.all(pool.records(Kind.ROLE)).stream()
                    .filter(r -> !r.principal().equals(holder.guid()))
                    .toList(),
                MemorySource.all(pool.records(Kind.SCOPE)));
    assertFound(conflicts(pool, without), RestoreProblem.NO_PRINCIPAL);
    assertFound(
        conflicts(pool, in(AccountState.DISABLED, holder)), RestoreProblem.DISABLED_PRINCIPAL);
    assertFound(
        conflicts(pool, in(AccountState.DELETED, holder)), RestoreProblem.DELETED_PRINCIPAL);
  }

  @Test
  void the_directory_is_asked_too() throws IOException {
    Path file = folder.resolve("users.csv");
    StringBuilder lines = new StringBuilder("\"SipAddress\",\"Enabled\"\n");
    Principal holder = principal(role.principal());
    principals.stream()
        .filter(p -> p.type() == PrincipalType.USER)
        .forEach(
            p ->
                lines
                    .append('"')
                    .append(p.uri())
                    .append("\",\"")
                    .append(!p.equals(holder))
                    .append("\"\n"));
    Files.writeString(file, lines);
    List<Problem> conflicts = conflicts(pool, pool, DirectoryList.read(file));
    assertFound(conflicts, RestoreProblem.DISABLED_PRINCIPAL);
    assertThat(conflicts.toString()).contains("the directory");
    Files.writeString(file, "sip:nobody@contoso.com\n");
    assertFound(conflicts(pool, pool, DirectoryList.read(file)), RestoreProblem.NO_PRINCIPAL);
  }

  @Test
  void a_role_is_outside_the_scope() throws IOException {
    Guid category = pool.structure().room(role.node()).map(Room::category).orElse(role.node());
    List<Scope> scopes = new ArrayList<>(MemorySource.all(pool.records(Kind.SCOPE)));
    scopes.removeIf(s -> s.node().equals(category) && s.principal().equals(role.principal()));
    scopes.add(new Scope(category, role.principal(), Access.DENY, null));
    MemorySource target =
        pool.withPermissions(
            MemorySource.all(pool.records(Kind.ROLE)).stream()
                .filter(r -> !r.equals(role))
                .toList(),
            scopes);
    MemorySource source = pool.withPermissions(List.of(role), List.of());
    assertFound(conflicts(source, target), RestoreProblem.OUTSIDE_SCOPE);
  }

  @Test
  void a_normal_room_has_presenters() throws IOException {
    List<Role> roles = new ArrayList<>(MemorySource.all(pool.records(Kind.ROLE)));
    roles.add(new Role(room.guid(), role.principal(), RoleType.VOICED, null));
    MemorySource source = pool.withPermissions(roles, MemorySource.all(pool.records(Kind.SCOPE)));
    assertFound(conflicts(source, pool), RestoreProblem.PRESENTER_IN_NORMAL_ROOM);
  }

  @Test
  void a_room_sends_invitations() throws IOException {
    MemorySource source = withRoom(r -> changed(r, r.guid(), r.name(), true));
    assertFound(conflicts(source, pool), RestoreProblem.INVITATIONS);
  }

  @Test
  void a_name_is_too_long() throws IOException {
    MemorySource source = withRoom(r -> changed(r, r.guid(), "x".repeat(257), r.invite()));
    assertFound(conflicts(source, pool), RestoreProblem.TOO_LONG);
  }

  @Test
  void somebody_is_of_another_forest() throws IOException {
    List<Principal> more = new ArrayList<>(principals);
    Principal model = principal(role.principal());
    Principal foreign = inUri(model, "sip:kim@elsewhere.example");
    more.add(
        new Principal(
            new Guid(7, 7),
            foreign.uri(),
            foreign.type(),
            null,
            foreign.name(),
            foreign.displayName(),
            foreign.company(),
            foreign.email(),
            foreign.adPath(),
            foreign.upn(),
            foreign.disabled(),
            foreign.poolId(),
            foreign.policyId(),
            foreign.audit(),
            foreign.verifiedOn(),
            foreign.derived()));
    assertFound(conflicts(pool.withPrincipals(more), pool), RestoreProblem.OTHER_FOREST);
  }
}
