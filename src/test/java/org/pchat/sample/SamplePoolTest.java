package org.pchat.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.MadeSource;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.Behavior;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Visibility;

class SamplePoolTest {
  private static final SamplePool CONTOSO = SamplePool.of(SampleSize.contoso());

  private static <T> List<T> all(MadeSource source, Kind<T> kind) {
    return Edits.list(source.iterator(kind));
  }

  @Test
  void the_same_seed_makes_the_same_pool_and_another_seed_another() {
    for (Kind<?> kind : Kind.ALL) {
      assertThat(all(SamplePool.of(SampleSize.contoso()), kind)).isEqualTo(all(CONTOSO, kind));
    }
    var other = SamplePool.of(SampleSize.contoso().withSeed(1));
    assertThat(all(other, Kind.PRINCIPAL))
        .doesNotContainAnyElementsOf(all(CONTOSO, Kind.PRINCIPAL));
  }

  @Test
  void contoso_is_as_large_as_promised() {
    Map<String, Long> counts = EditScript.counts(CONTOSO);
    assertThat(counts.get("categories")).isGreaterThanOrEqualTo(4);
    assertThat(counts.get("rooms")).isGreaterThanOrEqualTo(25);
    assertThat(counts.get("principals")).isGreaterThanOrEqualTo(600);
    assertThat(counts.get("messages")).isGreaterThanOrEqualTo(4_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contoso",
        "small",
        "bench:messages=30000,rooms=300,principals=5000,permissions=9000",
        "bench:messages=5000000,rooms=33000,principals=150000,permissions=700000"
      })
  void a_pool_has_the_size_asked_for(String text) {
    SampleSize size = SampleSize.parse(text);
    SamplePool pool = SamplePool.of(size);
    assertThat(pool.structure().categories()).hasSize(size.categories() + 1);
    assertThat(pool.structure().rooms()).hasSize(size.rooms());
    assertThat(count(pool.principals())).isEqualTo(size.principals());
    long permissions = count(pool.roles()) + count(pool.scopes());
    assertThat(permissions).isCloseTo(size.permissions(), within(size.permissions() / 50));
    long messages =
        pool.messageRooms().stream().mapToLong(room -> pool.plan(room).messages()).sum();
    assertThat(messages).isEqualTo(size.messages());
  }

  private static long count(Iterator<?> records) {
    long count = 0;
    for (; records.hasNext(); records.next()) {
      count++;
    }
    return count;
  }

  @Test
  void a_million_messages_stream_in_order() throws IOException {
    var pool =
        SamplePool.of(
            SampleSize.parse("bench:messages=1000000,rooms=400,principals=9000,permissions=9000"));
    long count = 0;
    long disorder = 0;
    Message last = null;
    try (RecordCursor<Message> messages = pool.records(Kind.MESSAGE)) {
      while (messages.advance()) {
        Message message = messages.record();
        disorder += last == null || Kind.MESSAGE.order().compare(last, message) < 0 ? 0 : 1;
        last = message;
        count++;
      }
    }
    assertThat(count).isEqualTo(1_000_000);
    assertThat(disorder).isZero();
  }

  @Test
  void principals_are_of_every_type_and_state() {
    List<Principal> principals = all(CONTOSO, Kind.PRINCIPAL);
    assertThat(principals)
        .extracting(Principal::type)
        .contains(
            PrincipalType.SYSTEM_USER,
            PrincipalType.USER,
            PrincipalType.DOMAIN,
            PrincipalType.GROUP,
            PrincipalType.FOLDER);
    assertThat(principals).extracting(Principal::disabled).contains(AccountState.values());
    assertThat(principals)
        .extracting(Principal::displayName)
        .anyMatch(n -> n != null && n.contains("&"));
  }

  @Test
  void rooms_are_of_every_setting() {
    List<Room> rooms = all(CONTOSO, Kind.ROOM);
    assertThat(rooms).extracting(Room::visibility).contains(Visibility.values());
    assertThat(rooms).extracting(Room::behavior).contains(Behavior.values());
    assertThat(rooms).extracting(Room::invite).containsOnly(false, null);
    assertThat(rooms).extracting(Room::disabled).contains(true, false);
    assertThat(rooms).extracting(Room::purgedOn).anyMatch(p -> p != null);
    assertThat(rooms)
        .extracting(Room::addIn)
        .containsAll(CONTOSO.structure().addIns().stream().map(a -> a.guid()).toList());
    assertThat(rooms).anyMatch(room -> room.lastMessageId() == 0);
    String names = String.join("|", rooms.stream().map(Room::name).toList());
    assertThat(names).contains("\"", "'", "&", "<", ">", "$", "Чат", "聊天室", "חדר");
  }

  @Test
  void permissions_are_of_every_kind() {
    assertThat(all(CONTOSO, Kind.ROLE)).extracting(Role::role).contains(RoleType.values());
    assertThat(all(CONTOSO, Kind.SCOPE)).extracting(Scope::access).contains(Access.values());
  }

  @Test
  void messages_are_of_every_form() {
    List<Message> messages = all(CONTOSO, Kind.MESSAGE);
    List<String> texts = messages.stream().map(Message::text).toList();
    assertThat(messages).extracting(Message::alert).contains(true, false);
    assertThat(messages)
        .extracting(Message::rtf)
        .anyMatch(rtf -> rtf != null && rtf.contains("\\b "));
    assertThat(texts)
        .anyMatch(t -> t.startsWith("[STORY]"))
        .anyMatch(t -> t.startsWith("ma-filelink:"));
    assertThat(texts).anyMatch(t -> t.contains("<a href=")).anyMatch(t -> t.startsWith("* "));
    assertThat(texts).anyMatch(t -> t.length() == 1).anyMatch(t -> t.length() > 3_900);
    assertThat(new Oddities().all()).filteredOn(t -> !t.equals("{long}")).isSubsetOf(texts);
    assertThat(texts).noneMatch(t -> t.contains("@{"));
  }

  @Test
  void contoso_replays_real_chat_at_its_own_times() {
    assertThat(CONTOSO.messageRooms())
        .map(CONTOSO::plan)
        .allMatch(plan -> plan.messages() <= plan.thread().size());
  }

  @Test
  void people_have_addresses_of_their_own() {
    var names = new PersonNames();
    var aliases = new ArrayList<String>();
    for (int i = 0; i < 150_000; i++) {
      aliases.add(names.person(i).alias());
    }
    assertThat(aliases)
        .doesNotHaveDuplicates()
        .allMatch(alias -> alias.matches("[a-z]+\\.[a-z]+\\d*"));
  }

  @Test
  void impossible_sizes_are_refused() {
    for (String size : List.of("large", "bench:rooms=3", "bench:people=5", "bench:principals=10")) {
      assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.parse(size));
    }
  }

  @Test
  void soundness_finds_what_is_planted() throws IOException {
    MemorySource sound = MemorySource.copyOf(SamplePool.of(SampleSize.small()));
    List<Role> roles = all(sound, Kind.ROLE);
    List<Scope> scopes = all(sound, Kind.SCOPE);
    List<Message> messages = all(sound, Kind.MESSAGE);
    assertThat(Soundness.violations(sound)).isEmpty();
    assertThat(Soundness.violations(sound.withPermissions(roles, List.of()))).isNotEmpty();
    assertThat(Soundness.violations(sound.withPermissions(List.of(), scopes))).isNotEmpty();
    assertThat(Soundness.violations(sound.withPrincipals(List.of()))).isNotEmpty();
    Message last = messages.get(messages.size() - 1);
    var late = new ArrayList<>(messages);
    late.add(
        new Message(
            last.room(), last.id() + 1_000, last.sent(), last.author(), null, false, "", "x"));
    assertThat(Soundness.violations(sound.withMessages(late))).hasSize(4);
  }
}
