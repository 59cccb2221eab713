package org.pchat.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.ReadOptions;
import org.pchat.model.Room;

/** A pool that was migrated has other GUIDs; names and addresses carry the comparison. */
class NameMatchTest {
  private static final Path MONDAY = Path.of("samples/contoso-monday.zip");
  private static final Path TUESDAY = Path.of("samples/contoso-tuesday.zip");

  /** Returns the source with every GUID of a principal, node or add-in replaced. */
  private static ChatSource migrated(ChatSource source) throws IOException {
    var identities = new Identities();
    source.structure().rooms().forEach(r -> identities.nodes().put(r.guid(), other(r.guid())));
    source.structure().categories().forEach(c -> identities.nodes().put(c.guid(), other(c.guid())));
    source.structure().addIns().forEach(a -> identities.addIns().put(a.guid(), other(a.guid())));
    for (Principal p : MemorySource.all(source.records(Kind.PRINCIPAL))) {
      identities.principals().put(p.guid(), other(p.guid()));
    }
    return new TranslatedSource(source, identities);
  }

  private static Guid other(Guid guid) {
    return new Guid(~guid.high(), ~guid.low());
  }

  @Test
  void a_migrated_pool_is_the_same_by_name_and_another_by_guid() throws IOException {
    try (ChatSource monday = ExportReader.open(MONDAY, ReadOptions.defaults())) {
      ChatSource migrated = migrated(monday);
      DiffRequest request = DiffRequest.everything();
      try (Diff diff = Diff.of(monday, migrated, request.with(Match.NAME))) {
        assertThat(EditedPair.told(diff)).isEmpty();
        assertThat(diff.suggestsNames()).isFalse();
      }
      try (Diff diff = Diff.of(monday, migrated, request)) {
        assertThat(diff.identical()).isFalse();
        assertThat(diff.suggestsNames()).isTrue();
        assertThat(diff.counts(Kind.MESSAGE).removed()).isEqualTo(4020);
      }
    }
  }

  @Test
  void by_name_the_same_acts_are_found_but_a_rename_is_another_room() throws IOException {
    try (ChatSource monday = ExportReader.open(MONDAY, ReadOptions.defaults());
        ChatSource tuesday = ExportReader.open(TUESDAY, ReadOptions.defaults());
        Diff plain = Diff.of(monday, tuesday, DiffRequest.everything());
        Diff diff = Diff.of(monday, migrated(tuesday), DiffRequest.everything().with(Match.NAME))) {
      Map<Act, Long> expected = new HashMap<>(plain.acts());
      Map<Act, Long> found = new HashMap<>(diff.acts());
      for (Act act : Set.of(Act.ROOM_CREATED, Act.ROOM_DELETED, Act.RENAMED)) {
        expected.remove(act);
        found.remove(act);
      }
      assertThat(found).isEqualTo(expected);
      assertThat(diff.counts(Kind.ROOM).removed()).isEqualTo(2);
      assertThat(diff.counts(Kind.ROOM).added()).isEqualTo(3);
    }
  }

  @Test
  void within_one_pool_a_rename_is_still_one_by_its_guid() throws IOException {
    try (ChatSource monday = ExportReader.open(MONDAY, ReadOptions.defaults());
        ChatSource tuesday = ExportReader.open(TUESDAY, ReadOptions.defaults());
        Diff plain = Diff.of(monday, tuesday, DiffRequest.everything());
        Diff diff = Diff.of(monday, tuesday, DiffRequest.everything().with(Match.NAME))) {
      assertThat(EditedPair.told(diff)).isEqualTo(EditedPair.told(plain));
    }
  }

  @Test
  void where_guids_were_derived_names_are_asked_without_an_option() throws IOException {
    try (ChatSource monday = ExportReader.open(MONDAY, ReadOptions.defaults())) {
      MemorySource derived = derived(MemorySource.copyOf(migrated(monday)));
      assertThat(Diff.aligned(monday, derived).structure().rooms())
          .extracting(Room::guid)
          .containsExactlyInAnyOrderElementsOf(
              monday.structure().rooms().stream().map(Room::guid).toList());
      try (Diff diff = Diff.of(monday, derived, DiffRequest.everything())) {
        assertThat(EditedPair.told(diff)).isEmpty();
      }
      try (Diff diff = Diff.of(monday, derived, DiffRequest.everything().with(Match.GUID))) {
        assertThat(diff.identical()).isFalse();
      }
    }
  }

  private static MemorySource derived(MemorySource pool) throws IOException {
    List<Room> rooms = new ArrayList<>();
    for (Room r : pool.structure().rooms()) {
      rooms.add(
          new Room(
              r.guid(),
              r.category(),
              null,
              r.name(),
              r.description(),
              r.invite(),
              r.disabled(),
              r.behavior(),
              r.visibility(),
              r.addIn(),
              r.audit(),
              r.purgedOn(),
              r.lastMessageId(),
              true));
    }
    List<Category> categories = new ArrayList<>();
    for (Category c : pool.structure().categories()) {
      categories.add(
          new Category(
              c.guid(),
              c.parent(),
              null,
              c.name(),
              c.description(),
              c.invite(),
              c.logged(),
              c.filePost(),
              c.audit(),
              c.purgedOn(),
              true));
    }
    List<Principal> principals = new ArrayList<>();
    for (Principal p : MemorySource.all(pool.records(Kind.PRINCIPAL))) {
      principals.add(
          new Principal(
              p.guid(),
              p.uri(),
              p.type(),
              null,
              p.name(),
              p.displayName(),
              p.company(),
              p.email(),
              p.adPath(),
              p.upn(),
              p.disabled(),
              p.poolId(),
              p.policyId(),
              p.audit(),
              p.verifiedOn(),
              true));
    }
    var back = new Identities();
    pool.structure().addIns().forEach(a -> back.addIns().put(a.guid(), other(a.guid())));
    var structure =
        new org.pchat.model.Structure(
            categories,
            rooms.stream().map(back::room).toList(),
            pool.structure().addIns().stream().map(back::translate).toList());
    return MemorySource.of(structure)
        .withPrincipals(principals)
        .withPermissions(
            MemorySource.all(pool.records(Kind.ROLE)), MemorySource.all(pool.records(Kind.SCOPE)))
        .withMessages(MemorySource.all(pool.records(Kind.MESSAGE)));
  }
}
