package org.pchat.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.MadeSource;
import org.pchat.fixture.MemorySource;
import org.pchat.fixture.Pools;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Level;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;
import org.pchat.model.Watch;
import org.pchat.why.Step.Rule;

/** The rules of access one by one, and what is said when one of them turns out worse. */
class AccessTest {
  private static final Guid HOME = Pools.guid(10);
  private static final Guid AWAY = Pools.guid(11);
  private static final Guid ROOM = Pools.guid(20);
  private static final Guid LEE = Pools.guid(30);
  private static final Guid NEW_LEE = Pools.guid(31);
  private static final Guid SALES = Pools.guid(32);
  private static final Guid GROUP = Pools.guid(33);
  private static final Guid DOMAIN = Pools.guid(34);
  private static final Guid KIM = Pools.guid(35);

  /** A small pool, to be changed before it is built. */
  private static final class Pool {
    String name = "Desk";
    Guid category = HOME;
    boolean disabled;
    Behavior behavior = Behavior.NORMAL;
    Visibility visibility = Visibility.SCOPE;
    AccountState lee = AccountState.ACTIVE;
    boolean newLee;
    String address = "sip:lee@contoso.com";
    Set<Guid> restricted = Set.of();
    boolean oldLee = true;
    @Nullable String path = "CN=Lee,OU=Inside,OU=Sales,DC=contoso,DC=com";
    Level level = Level.ALL;
    final List<Scope> scopes =
        new ArrayList<>(List.of(new Scope(HOME, DOMAIN, Access.ALLOW, null)));
    final List<Role> roles = new ArrayList<>();

    Pool with(Guid principal, RoleType... types) {
      for (RoleType type : types) {
        roles.add(new Role(ROOM, principal, type, null));
      }
      return this;
    }

    Pool scope(Guid principal, Access access) {
      scopes.add(new Scope(category, principal, access, null));
      return this;
    }

    MemorySource source() {
      var room =
          new Room(
              ROOM,
              category,
              null,
              name,
              "",
              null,
              disabled,
              behavior,
              visibility,
              null,
              Audit.UNKNOWN,
              null,
              null,
              false);
      List<Principal> principals = new ArrayList<>();
      if (oldLee) {
        principals.add(principal(LEE, PrincipalType.USER, address, path, lee));
      }
      if (newLee) {
        principals.add(
            principal(
                NEW_LEE, PrincipalType.USER, "sip:LEE@contoso.com", path, AccountState.ACTIVE));
      }
      principals.add(
          principal(KIM, PrincipalType.USER, "sip:kim@contoso.com", null, AccountState.ACTIVE));
      principals.add(container(SALES, PrincipalType.FOLDER, "ou=sales,dc=contoso,dc=com"));
      principals.add(container(GROUP, PrincipalType.GROUP, "CN=Traders,DC=contoso,DC=com"));
      principals.add(container(DOMAIN, PrincipalType.DOMAIN, "DC=contoso,DC=com"));
      Coverage whole = MadeSource.wholePool(null);
      var coverage =
          new Coverage(level, restricted, null, null, whole.zone(), whole.fields(), false);
      return MemorySource.of(
              new Structure(
                  List.of(
                      category(Pools.ROOT, null),
                      category(HOME, Pools.ROOT),
                      category(AWAY, Pools.ROOT)),
                  List.of(room),
                  List.of()))
          .with(coverage)
          .withPrincipals(principals)
          .withPermissions(roles, scopes);
    }

    private static Principal container(Guid guid, PrincipalType type, String path) {
      return principal(guid, type, "ma-grp:" + guid + "@u.g", path, AccountState.ACTIVE);
    }

    private static Principal principal(
        Guid guid, PrincipalType type, String uri, @Nullable String path, AccountState state) {
      return new Principal(
          guid,
          uri,
          type,
          null,
          null,
          null,
          null,
          null,
          path,
          null,
          state,
          null,
          null,
          Audit.UNKNOWN,
          null,
          false);
    }

    private static Category category(Guid guid, @Nullable Guid parent) {
      return new Category(
          guid,
          parent,
          null,
          "Category " + guid.toString().substring(34),
          "",
          true,
          true,
          true,
          Audit.UNKNOWN,
          null,
          false);
    }
  }

  private static Pool member() {
    return new Pool().with(LEE, RoleType.MEMBER).with(KIM, RoleType.MEMBER);
  }

  private static Answer lee(Pool before, Pool after) throws IOException {
    var question =
        new Why.Question(Set.of(ROOM), Set.of(LEE, NEW_LEE), "p", Ticks::toString, Watch.NONE);
    List<Answer> answers = Why.answers(before.source(), after.source(), question);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private static Certainty may(Pool pool) throws IOException {
    return lee(pool, pool).accessAfter().answer();
  }

  private static List<Cause> causes(Answer answer) {
    return answer.reasons().stream().map(Reason::cause).toList();
  }

  private static List<@Nullable String> undo(Answer answer) {
    List<@Nullable String> all = new ArrayList<>();
    answer.reasons().forEach(reason -> all.add(reason.undo()));
    return all;
  }

  @Test
  void members_get_in_and_others_do_not() throws IOException {
    assertThat(may(member())).isEqualTo(Certainty.YES);
    assertThat(may(new Pool().with(KIM, RoleType.MEMBER))).isEqualTo(Certainty.NO);
    assertThat(may(new Pool().with(KIM, RoleType.MEMBER).with(LEE, RoleType.MANAGER)))
        .isEqualTo(Certainty.YES);
  }

  @Test
  void a_room_without_members_has_those_of_its_category() throws IOException {
    assertThat(may(new Pool())).isEqualTo(Certainty.YES);
  }

  @Test
  void folders_and_domains_mean_those_below_them() throws IOException {
    var folder = new Pool().with(SALES, RoleType.MEMBER);
    assertThat(may(folder)).isEqualTo(Certainty.YES);
    folder.path = "CN=Lee,OU=PreSales,DC=contoso,DC=com";
    assertThat(may(folder)).isEqualTo(Certainty.NO);
    folder.path = null;
    assertThat(may(folder)).isEqualTo(Certainty.MAYBE);
  }

  @Test
  void groups_are_not_resolved() throws IOException {
    assertThat(may(new Pool().with(GROUP, RoleType.MEMBER))).isEqualTo(Certainty.MAYBE);
    assertThat(may(member().scope(GROUP, Access.DENY))).isEqualTo(Certainty.MAYBE);
    var grouped = member();
    grouped.scopes.clear();
    assertThat(may(grouped.scope(GROUP, Access.ALLOW))).isEqualTo(Certainty.MAYBE);
  }

  @Test
  void deny_wins() throws IOException {
    assertThat(may(member().scope(SALES, Access.DENY))).isEqualTo(Certainty.NO);
    assertThat(may(member().scope(LEE, Access.DENY))).isEqualTo(Certainty.NO);
  }

  @Test
  void in_an_auditorium_presenters_write() throws IOException {
    var pool = member();
    pool.behavior = Behavior.AUDITORIUM;
    assertThat(may(pool)).isEqualTo(Certainty.READS);
    assertThat(may(pool.with(GROUP, RoleType.VOICED))).isEqualTo(Certainty.MAYBE);
    assertThat(may(pool.with(LEE, RoleType.VOICED))).isEqualTo(Certainty.YES);
  }

  @Test
  void a_snapshot_of_a_lower_level_cannot_tell() throws IOException {
    var pool = member();
    pool.level = Level.USER;
    Answer answer = lee(member(), pool);
    assertThat(answer.accessAfter().step(Rule.CATEGORY).orElseThrow().answer())
        .isEqualTo(Certainty.MAYBE);
  }

  @Test
  void a_disabled_account_is_switched_on_again() throws IOException {
    var after = member();
    after.lee = AccountState.DISABLED;
    Answer answer = lee(member(), after);
    assertThat(causes(answer)).containsExactly(Cause.ACCOUNT_DISABLED);
    assertThat(undo(answer))
        .containsExactly("Set-CsUser -Identity 'sip:lee@contoso.com' -Enabled $True");
  }

  @Test
  void a_deleted_account_has_no_cmdlet() throws IOException {
    var after = new Pool().with(KIM, RoleType.MEMBER);
    after.lee = AccountState.DELETED;
    Answer answer = lee(member(), after);
    assertThat(causes(answer)).containsExactly(Cause.ACCOUNT_DELETED);
    assertThat(answer.reasons().get(0).undo()).isNull();
    assertThat(answer.reasons().get(0).advice()).contains("Active Directory");
    after.oldLee = false;
    assertThat(causes(lee(member(), after))).containsExactly(Cause.ACCOUNT_REMOVED);
  }

  @Test
  void an_account_made_anew_gets_its_roles_by_address() throws IOException {
    var after = new Pool().with(KIM, RoleType.MEMBER);
    after.lee = AccountState.DELETED;
    after.newLee = true;
    Answer answer = lee(member().with(LEE, RoleType.MANAGER), after);
    assertThat(causes(answer)).containsExactly(Cause.ACCOUNT_RECREATED);
    assertThat(undo(answer))
        .containsExactly(
            "Set-CsPersistentChatRoom -Identity 'p\\Desk' -Members @{Add='sip:lee@contoso.com'}"
                + " -Managers @{Add='sip:lee@contoso.com'}");
    assertThat(answer.person().guids()).containsExactly(LEE, NEW_LEE);
  }

  @Test
  void an_account_with_another_address_is_the_same() throws IOException {
    var after = new Pool().with(KIM, RoleType.MEMBER);
    after.address = "sip:lee.smith@contoso.com";
    assertThat(causes(lee(member(), after))).containsExactly(Cause.ROLES_LOST);
    assertThat(causes(everybody(member(), after))).containsExactly(Cause.ROLES_LOST);
  }

  @Test
  void an_account_that_is_listed_no_more_is_not_called_deleted() throws IOException {
    var after = new Pool().with(KIM, RoleType.MEMBER);
    after.oldLee = false;
    assertThat(causes(everybody(member(), after))).containsExactly(Cause.ACCOUNT_REMOVED);
  }

  @Test
  void a_restricted_snapshot_need_not_list_an_account() throws IOException {
    var after = new Pool().with(KIM, RoleType.MEMBER);
    after.oldLee = false;
    after.restricted = Set.of(HOME);
    assertThat(causes(everybody(member(), after))).containsExactly(Cause.ROLES_LOST);
    Answer answer = lee(member(), after);
    assertThat(causes(answer)).contains(Cause.UNKNOWN).doesNotContain(Cause.ACCOUNT_REMOVED);
    assertThat(answer.accessAfter().answer()).isEqualTo(Certainty.MAYBE);
  }

  private static Answer everybody(Pool before, Pool after) throws IOException {
    var question = new Why.Question(Set.of(ROOM), Set.of(), null, Ticks::toString, Watch.NONE);
    return Why.answers(before.source(), after.source(), question).get(0);
  }

  @Test
  void a_lost_role_is_given_back() throws IOException {
    Answer answer = lee(member(), new Pool().with(KIM, RoleType.MEMBER));
    assertThat(causes(answer)).containsExactly(Cause.ROLES_LOST);
    assertThat(undo(answer))
        .containsExactly(
            "Set-CsPersistentChatRoom -Identity 'p\\Desk' -Members @{Add='sip:lee@contoso.com'}");
  }

  @Test
  void a_role_of_a_folder_is_given_back_to_the_folder() throws IOException {
    Answer answer =
        lee(new Pool().with(SALES, RoleType.MEMBER), new Pool().with(KIM, RoleType.MEMBER));
    assertThat(undo(answer))
        .containsExactly(
            "Set-CsPersistentChatRoom -Identity 'p\\Desk' -Members @{Add='ou=sales,dc=contoso,dc=com'}");
  }

  @Test
  void a_category_admits_again() throws IOException {
    var closed = member();
    closed.scopes.clear();
    Answer lost = lee(member(), closed);
    assertThat(causes(lost)).containsExactly(Cause.CATEGORY);
    assertThat(undo(lost).get(0)).endsWith("-AllowedMembers @{Add='DC=contoso,DC=com'}");
    Answer denied = lee(member(), member().scope(LEE, Access.DENY));
    assertThat(causes(denied)).containsExactly(Cause.CATEGORY);
    assertThat(undo(denied).get(0)).endsWith("-DeniedMembers @{Remove='sip:lee@contoso.com'}");
  }

  @Test
  void settings_of_the_room_are_set_back() throws IOException {
    var open = new Pool().with(KIM, RoleType.MEMBER);
    open.visibility = Visibility.OPEN;
    var secret = new Pool().with(KIM, RoleType.MEMBER);
    secret.visibility = Visibility.PRIVATE;
    assertThat(causes(lee(open, secret))).containsExactly(Cause.PRIVACY);
    assertThat(undo(lee(open, secret)).get(0)).endsWith("-Privacy 'Open'");
    var auditorium = member();
    auditorium.behavior = Behavior.AUDITORIUM;
    assertThat(causes(lee(member(), auditorium))).containsExactly(Cause.AUDITORIUM);
    assertThat(undo(lee(member(), auditorium)).get(0)).endsWith("-Type 'Normal'");
    var off = member();
    off.disabled = true;
    off.name = "Desk '2'";
    assertThat(causes(lee(member(), off))).containsExactly(Cause.ROOM_DISABLED, Cause.RENAMED);
    assertThat(undo(lee(member(), off)).get(1))
        .isEqualTo("Set-CsPersistentChatRoom -Identity 'p\\Desk ''2''' -Name 'Desk'");
  }

  @Test
  void a_move_takes_the_category_and_the_roles() throws IOException {
    var moved = new Pool().with(KIM, RoleType.MEMBER);
    moved.category = AWAY;
    Answer answer = lee(member(), moved);
    assertThat(causes(answer)).containsExactly(Cause.MOVED, Cause.ROLES_LOST);
    assertThat(answer.reasons().get(1).advice()).contains("after the move is undone");
    assertThat(answer.accessAfter().answer()).isEqualTo(Certainty.NO);
  }

  @Test
  void what_is_better_than_before_is_no_reason() throws IOException {
    assertThat(lee(new Pool().with(KIM, RoleType.MEMBER), member()).explains()).isFalse();
  }
}
