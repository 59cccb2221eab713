package org.pchat.select;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.pchat.select.Pools.ALICE;
import static org.pchat.select.Pools.BERLIN;
import static org.pchat.select.Pools.BOB;
import static org.pchat.select.Pools.BUILDS;
import static org.pchat.select.Pools.DEALS;
import static org.pchat.select.Pools.LOBBY;
import static org.pchat.select.Pools.LOST;
import static org.pchat.select.Pools.OTHER_BOB;
import static org.pchat.select.Pools.SALES;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.MemorySource;
import org.pchat.model.AccountState;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.select.Resolution.Hit;
import org.pchat.select.UnknownNameException.Unknown;

final class SelectionTest {
  private static final SelectionRequest ALL = SelectionRequest.everything(UTC);

  private final ChatSource source = Pools.readable();

  @Test
  void selects_everything_where_nothing_is_asked_for() throws IOException {
    Selection selection = Selection.resolve(ALL, source);
    assertThat(texts(selection)).hasSize(5);
    assertThat(selection.rooms()).isEmpty();
    assertThat(selection.authors()).isEmpty();
    assertThat(selection.resolutions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lobby", "LOBBY", "lo?by", "L*Y", "ma-chan://contoso.com/"})
  void finds_a_room_by_name_glob_or_address(String pattern) throws IOException {
    String typed = pattern.endsWith("/") ? pattern + LOBBY : pattern;
    assertThat(rooms(ALL.withRooms(typed))).containsExactly(LOBBY);
  }

  @Test
  void finds_a_room_by_its_guid_in_either_case() throws IOException {
    assertThat(rooms(ALL.withRooms(BERLIN.toString().toUpperCase(Locale.ROOT))))
        .containsExactly(BERLIN);
  }

  @Test
  void finds_a_room_that_has_only_messages_by_its_guid() throws IOException {
    assertThat(rooms(ALL.withRooms(LOST.toString()))).containsExactly(LOST);
  }

  @Test
  void takes_and_names_all_hits_of_a_glob() throws IOException {
    Selection selection = Selection.resolve(ALL.withRooms("b*"), source);
    assertThat(selection.rooms()).contains(Set.of(BERLIN, BUILDS));
    assertThat(selection.resolutions()).hasSize(1);
    Resolution resolution = selection.resolutions().get(0);
    assertThat(resolution.count()).isEqualTo(2);
    assertThat(resolution.hits())
        .containsExactlyInAnyOrder(new Hit(BERLIN, "Berlin"), new Hit(BUILDS, "Builds"));
  }

  @Test
  void prefers_the_name_to_the_glob_it_looks_like() throws IOException {
    ChatSource starred =
        Pools.pool(
            List.of(),
            List.of(),
            List.of(Pools.room(LOBBY, SALES, "a*"), Pools.room(DEALS, SALES, "ab")),
            List.of());
    assertThat(Selection.resolve(ALL.withRooms("A*"), starred).rooms()).contains(Set.of(LOBBY));
  }

  @Test
  void takes_all_rooms_below_a_category() throws IOException {
    Selection selection = Selection.resolve(ALL.withCategories("sales"), source);
    assertThat(selection.rooms()).contains(Set.of(DEALS, BERLIN));
    assertThat(selection.categories()).containsExactly(SALES);
  }

  @Test
  void adds_rooms_to_categories() throws IOException {
    assertThat(rooms(ALL.withCategories("Europe").withRooms("lobby")))
        .containsExactlyInAnyOrder(BERLIN, LOBBY);
  }

  @Test
  void ends_at_a_ring_of_categories() throws IOException {
    ChatSource ring =
        Pools.pool(
            List.of(),
            List.of(
                Pools.category(ALICE, BOB, "a"),
                Pools.category(BOB, ALICE, "b"),
                Pools.category(SALES, ALICE, "c")),
            List.of(Pools.room(LOBBY, ALICE, "x")),
            List.of());
    assertThat(Selection.resolve(ALL.withCategories("c"), ring).rooms()).contains(Set.of());
    assertThat(Selection.resolve(ALL.withCategories("b"), ring).rooms()).contains(Set.of(LOBBY));
  }

  @Test
  void does_not_know_the_root_as_a_category() {
    assertThatThrownBy(() -> Selection.resolve(ALL.withCategories("root"), source))
        .isInstanceOf(UnknownNameException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alice adams", "sip:alice@contoso.com", "ALICE@contoso.com", "alice@*", "*adams"})
  void finds_an_author_by_name_address_or_glob(String pattern) throws IOException {
    assertThat(authors(ALL.withAuthors(pattern))).containsExactly(ALICE);
  }

  @Test
  void takes_all_authors_of_one_name() throws IOException {
    assertThat(authors(ALL.withAuthors("bob"))).containsExactlyInAnyOrder(BOB, OTHER_BOB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"carol@old.contoso.com", "SIP:Carol@old.contoso.com", "carol@*"})
  void finds_an_author_who_is_no_principal(String pattern) throws IOException {
    Selection selection = Selection.resolve(ALL.withAuthors(pattern), source);
    assertThat(texts(selection)).containsExactly("\ud83d\ude00");
    assertThat(selection.authors()).contains(Set.of());
    assertThat(selection.resolutions().get(0).hits())
        .containsExactly(new Hit(null, "sip:carol@old.contoso.com"));
  }

  @Test
  void finds_an_author_of_whom_only_the_guid_is_known() throws IOException {
    ChatSource orphaned =
        Pools.pool(
            List.of(), List.of(), List.of(), List.of(Pools.message(LOBBY, 1, 0, ALICE, "hello")));
    Selection selection = Selection.resolve(ALL.withAuthors(ALICE.toString()), orphaned);
    assertThat(texts(selection)).containsExactly("hello");
  }

  @Test
  void a_glob_takes_principals_and_strangers() throws IOException {
    Selection selection = Selection.resolve(ALL.withAuthors("*contoso.com"), source);
    assertThat(texts(selection))
        .containsExactlyInAnyOrder("hello", "see https://contoso.com", "\ud83d\ude00");
  }

  @Test
  void names_the_nearest_where_nothing_matches() {
    SelectionRequest request =
        ALL.withRooms("Berlim", "lobby").withCategories("Slaes").withAuthors("alice", "zzz");
    var unknown =
        catchThrowableOfType(UnknownNameException.class, () -> Selection.resolve(request, source));
    assertThat(unknown.unknown())
        .containsExactly(
            new Unknown(Subject.ROOM, "Berlim", List.of("Berlin")),
            new Unknown(Subject.CATEGORY, "Slaes", List.of("Sales")),
            new Unknown(Subject.AUTHOR, "alice", List.of("Alice Adams")),
            new Unknown(Subject.AUTHOR, "zzz", List.of()));
    assertThat(unknown)
        .hasMessage(
            "no room matches \"Berlim\"; did you mean \"Berlin\"?; "
                + "no category matches \"Slaes\"; did you mean \"Sales\"?; "
                + "no author matches \"alice\"; did you mean \"Alice Adams\"?; "
                + "no author matches \"zzz\"; `pchat list principals` shows the names");
  }

  @Test
  void names_at_most_three_nearest_by_distance() {
    List<String> names = List.of("room 10", "room 1", "room 2", "room", "other");
    ChatSource rooms =
        Pools.pool(
            List.of(),
            List.of(),
            IntStream.range(0, names.size())
                .mapToObj(i -> Pools.room(Pools.guid(i), SALES, names.get(i)))
                .toList(),
            List.of());
    var unknown =
        catchThrowableOfType(
            UnknownNameException.class, () -> Selection.resolve(ALL.withRooms("room 3"), rooms));
    assertThat(unknown.unknown().get(0).nearest()).containsExactly("room 1", "room 2", "room");
  }

  @Test
  void chooses_among_150_000_principals_while_holding_only_the_chosen() throws IOException {
    var large =
        new OnePassSource(
            source,
            Collections::emptyIterator,
            () -> IntStream.range(0, 150_000).mapToObj(SelectionTest::numbered).iterator());
    Selection selection = Selection.resolve(ALL.withAuthors("user 1234?", "user99@*"), large);
    assertThat(selection.authors().orElseThrow()).hasSize(11);
    assertThat(selection.resolutions().get(0).count()).isEqualTo(10);

    Resolution all = Selection.resolve(ALL.withAuthors("user*"), large).resolutions().get(0);
    assertThat(all.count()).isEqualTo(150_000);
    assertThat(all.hits()).hasSize(Resolution.NAMED);
  }

  private static Principal numbered(int number) {
    return Pools.principal(
        Pools.guid(number),
        "sip:user" + number + "@contoso.com",
        "User " + number,
        AccountState.ACTIVE);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void selects_what_a_plain_filter_selects(int seed) throws IOException {
    ChatSource pool = Pools.random(seed);
    List<Message> messages = MemorySource.all(pool.records(Kind.MESSAGE));
    SelectionRequest request =
        ALL.withRooms("*o*").withAuthors("*s*").between("2026-05-10", "2026-06-10");
    Selection selection = Selection.resolve(request, pool);
    Set<Guid> rooms =
        Set.copyOf(guids(pool.structure().rooms(), r -> r.guid(), r -> r.name(), "o"));
    Set<Guid> authors =
        Set.copyOf(
            guids(
                MemorySource.all(pool.records(Kind.PRINCIPAL)),
                p -> p.guid(),
                Principal::label,
                "s"));
    List<Message> expected =
        messages.stream()
            .filter(m -> rooms.contains(m.room()))
            .filter(
                m ->
                    m.author() != null
                        ? authors.contains(m.author())
                        : m.authorRaw() != null && contains(m.authorRaw(), "s"))
            .filter(m -> m.sent().toString().compareTo("2026-05-10T00:00:00.0000000Z") >= 0)
            .filter(m -> m.sent().toString().compareTo("2026-06-11T00:00:00.0000000Z") < 0)
            .filter(m -> m.sent().hasIso())
            .toList();
    assertThat(messages.stream().filter(selection::selects).toList()).isEqualTo(expected);
    assertThat(MemorySource.all(MessageWalk.openUnordered(pool, selection)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static <T> List<Guid> guids(
      Collection<T> records, Function<T, Guid> guid, Function<T, String> name, String part) {
    return records.stream().filter(r -> contains(name.apply(r), part)).map(guid).toList();
  }

  private static boolean contains(String text, String part) {
    return text.toUpperCase(Locale.ROOT).contains(part.toUpperCase(Locale.ROOT));
  }

  private Set<Guid> rooms(SelectionRequest request) throws IOException {
    return Selection.resolve(request, source).rooms().orElseThrow();
  }

  private Set<Guid> authors(SelectionRequest request) throws IOException {
    return Selection.resolve(request, source).authors().orElseThrow();
  }

  private List<String> texts(Selection selection) throws IOException {
    return MemorySource.all(source.records(Kind.MESSAGE)).stream()
        .filter(selection::selects)
        .map(Message::text)
        .toList();
  }
}
