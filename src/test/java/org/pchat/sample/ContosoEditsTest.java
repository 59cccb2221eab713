package org.pchat.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pchat.fixture.MadeSource;
import org.pchat.model.AccountState;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Visibility;

class ContosoEditsTest {
  private static final SamplePool MONDAY = SamplePool.of(SampleSize.contoso());
  private static final Edits EDITS = ContosoEdits.of(MONDAY);
  private static final MadeSource TUESDAY = EDITS.source();

  private static Act act(String kind) {
    return EDITS.acts().stream().filter(act -> act.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static Guid guid(Act act, String name) {
    return Guid.parse((String) ((Map<?, ?>) act.details().get(name)).get("guid"));
  }

  private static Room monday(String kind) {
    return MONDAY.structure().room(guid(act(kind), "room")).orElseThrow();
  }

  private static Room tuesday(String kind) {
    return TUESDAY.structure().room(guid(act(kind), "room")).orElseThrow();
  }

  private static List<Message> messages(MadeSource day, Room room) {
    return Edits.list(day.messagesOf(room.guid()));
  }

  @Test
  void every_act_of_the_issue_happens_and_no_other() {
    assertThat(EDITS.acts())
        .extracting(Act::kind)
        .containsExactly(
            "room-removed",
            "messages-removed",
            "room-cleared",
            "room-disabled",
            "room-made-secret",
            "room-renamed",
            "room-moved",
            "texts-replaced",
            "scopes-removed",
            "account-deleted",
            "account-recreated",
            "messages-added",
            "messages-added",
            "messages-added",
            "room-added",
            "room-added");
  }

  @Test
  void the_counts_of_the_script_add_up() {
    Map<String, Long> before = EditScript.counts(MONDAY);
    Map<String, Long> after = EditScript.counts(TUESDAY);
    assertThat(after.get("messages") - before.get("messages"))
        .isEqualTo(sum("messagesNew") - sum("messagesGone"));
    assertThat(after.get("roles") - before.get("roles"))
        .isEqualTo(sum("rolesNew") - sum("rolesGone"));
    assertThat(after.get("scopes") - before.get("scopes")).isEqualTo(-sum("scopesGone"));
    assertThat(after.get("principals") - before.get("principals")).isEqualTo(1);
    assertThat(after.get("rooms") - before.get("rooms")).isEqualTo(2 - 1);
  }

  private static long sum(String detail) {
    return EDITS.acts().stream()
        .map(act -> act.details().get(detail))
        .filter(Objects::nonNull)
        .mapToLong(count -> ((Number) count).longValue())
        .sum();
  }

  @Test
  void one_room_is_gone_with_its_messages_and_roles() {
    Room gone = monday("room-removed");
    assertThat(TUESDAY.structure().room(gone.guid())).isEmpty();
    assertThat(messages(MONDAY, gone)).isNotEmpty();
    assertThat(messages(TUESDAY, gone)).isEmpty();
    assertThat(Edits.list(TUESDAY.roles())).noneMatch(role -> role.node().equals(gone.guid()));
  }

  @Test
  void scattered_messages_of_several_authors_are_gone_from_another() {
    Room room = monday("messages-removed");
    List<Message> left = messages(TUESDAY, room);
    List<Message> gone =
        messages(MONDAY, room).stream().filter(message -> !left.contains(message)).toList();
    assertThat(gone).hasSize(137);
    assertThat(gone.stream().map(Message::author).distinct()).hasSizeGreaterThan(5);
    assertThat(act("messages-removed").details().get("ids"))
        .isEqualTo(gone.stream().map(Message::id).toList());
    assertThat(tuesday("messages-removed")).isEqualTo(room);
  }

  @Test
  void clearing_removes_all_up_to_a_date_and_keeps_the_last_id() {
    Room room = monday("room-cleared");
    String until = (String) act("room-cleared").details().get("until");
    List<Message> left = messages(TUESDAY, room);
    assertThat(left)
        .isNotEmpty()
        .isEqualTo(
            messages(MONDAY, room).stream()
                .filter(message -> message.sent().toString().compareTo(until) > 0)
                .toList());
    assertThat(tuesday("room-cleared").lastMessageId()).isEqualTo(room.lastMessageId());
  }

  @Test
  void settings_change_as_told() {
    assertThat(monday("room-disabled").disabled()).isFalse();
    assertThat(tuesday("room-disabled").disabled()).isTrue();
    assertThat(monday("room-made-secret").visibility()).isEqualTo(Visibility.SCOPE);
    assertThat(tuesday("room-made-secret").visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(tuesday("room-renamed").name()).isNotEqualTo(monday("room-renamed").name());
    assertThat(tuesday("room-renamed").audit().updatedOn())
        .isGreaterThan(Calendar.ticks(Calendar.MONDAY));
  }

  @Test
  void a_moved_room_loses_the_roles_that_its_new_category_does_not_allow() {
    Room after = tuesday("room-moved");
    assertThat(after.category()).isNotEqualTo(monday("room-moved").category());
    assertThat(after.purgedOn()).isAfter(Calendar.MONDAY);
    List<Role> before = rolesOn(MONDAY, after);
    assertThat(rolesOn(TUESDAY, after)).isNotEmpty().hasSizeLessThan(before.size());
  }

  private static List<Role> rolesOn(MadeSource day, Room room) {
    return Edits.list(day.roles()).stream().filter(r -> r.node().equals(room.guid())).toList();
  }

  @Test
  void three_texts_are_replaced_and_their_rich_text_is_gone() {
    Room room = monday("texts-replaced");
    List<Message> replaced =
        messages(TUESDAY, room).stream()
            .filter(message -> message.text().equals(Edits.REPLACEMENT))
            .toList();
    assertThat(replaced).hasSize(3).allMatch(message -> message.rtf() == null);
    assertThat(messages(MONDAY, room))
        .filteredOn(message -> replaced.stream().anyMatch(r -> r.id() == message.id()))
        .hasSize(3)
        .anyMatch(message -> message.rtf() != null);
  }

  @Test
  void the_category_without_scopes_has_open_rooms_only() {
    Guid category = guid(act("scopes-removed"), "category");
    assertThat(Edits.list(MONDAY.scopes())).extracting(Scope::node).contains(category);
    assertThat(Edits.list(TUESDAY.scopes())).extracting(Scope::node).doesNotContain(category);
    assertThat(TUESDAY.structure().rooms())
        .filteredOn(room -> room.category().equals(category))
        .isNotEmpty()
        .allMatch(room -> room.visibility() == Visibility.OPEN);
  }

  @Test
  void an_account_is_deleted_and_another_has_its_address() {
    Guid old = guid(act("account-deleted"), "principal");
    Guid now = guid(act("account-recreated"), "principal");
    List<Principal> both =
        Edits.list(TUESDAY.principals()).stream()
            .filter(p -> Stream.of(old, now).anyMatch(p.guid()::equals))
            .toList();
    assertThat(both).hasSize(2).extracting(Principal::uri).containsOnly(both.get(0).uri());
    assertThat(both)
        .extracting(Principal::disabled)
        .containsExactlyInAnyOrder(AccountState.DELETED, AccountState.ACTIVE);
    assertThat(Edits.list(MONDAY.roles())).extracting(Role::principal).contains(old);
    assertThat(Edits.list(TUESDAY.roles())).extracting(Role::principal).doesNotContain(old, now);
  }

  @Test
  void new_messages_have_ids_beyond_the_last_one() {
    Room before = monday("messages-added");
    Room after = tuesday("messages-added");
    assertThat(messages(TUESDAY, after)).hasSizeGreaterThan(messages(MONDAY, before).size());
    assertThat(after.lastMessageId()).isGreaterThan(before.lastMessageId());
  }

  @Test
  void nothing_else_has_changed() {
    List<String> touched =
        EDITS.acts().stream()
            .filter(act -> act.details().containsKey("room"))
            .map(act -> guid(act, "room").toString())
            .toList();
    for (Room room : MONDAY.structure().rooms()) {
      if (!touched.contains(room.guid().toString())) {
        assertThat(messages(TUESDAY, room)).isEqualTo(messages(MONDAY, room));
      }
    }
    List<Principal> principals = Edits.list(TUESDAY.principals());
    principals.removeAll(Edits.list(MONDAY.principals()));
    assertThat(principals).hasSize(2);
  }

  @Test
  void the_committed_script_is_the_one_that_is_made() throws IOException {
    assertThat(Path.of("samples", "contoso-edits.json"))
        .content(UTF_8)
        .isEqualTo(EditScript.json(MONDAY, EDITS));
  }

  @Test
  void edits_can_be_made_again_from_the_same_pool() {
    MadeSource again = ContosoEdits.of(MONDAY).source();
    for (Kind<?> kind : Kind.ALL) {
      assertThat(Edits.list(again.iterator(kind))).isEqualTo(Edits.list(TUESDAY.iterator(kind)));
    }
  }
}
