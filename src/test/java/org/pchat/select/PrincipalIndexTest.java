package org.pchat.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.fixture.MemorySource;
import org.pchat.model.AccountState;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Principal;

final class PrincipalIndexTest {
  private static final long MEGABYTE = 1_000_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void knows_every_principal_in_whatever_order_they_come(int seed) throws IOException {
    ChatSource pool = OnePassSource.shuffled(Pools.random(seed), seed);
    var index = PrincipalIndex.of(pool);
    List<Principal> principals = MemorySource.all(pool.records(Kind.PRINCIPAL));
    assertThat(index.size()).isEqualTo(principals.size());
    for (Principal principal : principals) {
      assertThat(index.uri(principal.guid())).contains(principal.uri());
      assertThat(index.label(principal.guid())).contains(principal.label());
      assertThat(index.disabled(principal.guid())).contains(principal.disabled());
    }
    assertThat(index.uri(Pools.LOBBY)).isEmpty();
  }

  @Test
  void knows_nobody_where_there_is_nobody() throws IOException {
    var index = PrincipalIndex.of(Pools.pool(List.of(), List.of(), List.of(), List.of()));
    assertThat(index.size()).isZero();
    assertThat(index.label(Pools.ALICE)).isEmpty();
  }

  @Test
  void keeps_the_first_of_two_records_with_one_guid() throws IOException {
    Principal other = Pools.principal(Pools.guid(2), "sip:z", "z", AccountState.ACTIVE);
    Principal first = Pools.principal(Pools.guid(1), "sip:a", "a", AccountState.DELETED);
    Principal second = Pools.principal(Pools.guid(1), "sip:b", "b", AccountState.ACTIVE);
    var index = PrincipalIndex.of(source(List.of(other, first, second)));
    assertThat(index.uri(Pools.guid(1))).contains("sip:a");
    assertThat(index.disabled(Pools.guid(1))).contains(AccountState.DELETED);
  }

  @Test
  void holds_150_000_principals_in_24_megabytes() throws IOException {
    var index =
        PrincipalIndex.of(
            new OnePassSource(
                Pools.readable(),
                Collections::emptyIterator,
                () ->
                    IntStream.range(0, 150_000).mapToObj(PrincipalIndexTest::typical).iterator()));
    assertThat(index.size()).isEqualTo(150_000);
    assertThat(index.bytes()).isBetween(10 * MEGABYTE, 24 * MEGABYTE);
    assertThat(index.label(Pools.guid(77_777))).contains("Maximiliane Mustermann-Schmidt 77777");
  }

  private static Principal typical(int number) {
    return Pools.principal(
        Pools.guid(number),
        "sip:maximiliane.mustermann-schmidt.%06d@contoso.com".formatted(number),
        "Maximiliane Mustermann-Schmidt " + number,
        AccountState.ACTIVE);
  }

  private static ChatSource source(List<Principal> principals) {
    return new OnePassSource(Pools.readable(), Collections::emptyIterator, principals::iterator);
  }
}
