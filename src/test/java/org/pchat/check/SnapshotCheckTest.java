package org.pchat.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pchat.archive.ExportReader;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Absence;
import org.pchat.model.ChatSource;
import org.pchat.model.Coverage;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.ReadOptions;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Structure;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;
import org.pchat.sample.BrokenSample;
import org.pchat.sample.SamplePool;
import org.pchat.sample.SampleSize;

/** What the check says of whole snapshots, and when it is silent because little is known. */
class SnapshotCheckTest {
  private static final Guid LEE = Guid.parse("10000000-0000-4000-8000-000000000005");
  private static final Guid DESK = Guid.parse("30000000-0000-4000-8000-000000000001");
  private static final Guid LOBBY = Guid.parse("30000000-0000-4000-8000-000000000003");

  @ParameterizedTest
  @ValueSource(strings = {"contoso-monday", "contoso-tuesday"})
  void contoso_is_sound_but_for_groups_whose_members_nobody_lists(String name) throws IOException {
    try (var export =
        ExportReader.open(Path.of("samples", name + ".zip"), ReadOptions.defaults())) {
      List<Problem> found = found(export, true);
      assertThat(found).allMatch(problem -> problem.severity() == Severity.WARNING);
      assertThat(codes(found)).containsOnly("RULE-027");
      Set<String> categories = new HashSet<>();
      found.forEach(problem -> categories.add(problem.arguments().get(1)));
      assertThat(categories).hasSameSizeAs(found).hasSizeBetween(2, 4);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void made_pools_of_any_seed_are_sound(long seed) throws IOException {
    var pool = MemorySource.copyOf(SamplePool.of(SampleSize.small().withSeed(seed)));
    assertThat(codes(found(new AlteredSource(pool), true))).isSubsetOf("RULE-027");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void order_does_not_matter(long seed) throws IOException {
    assertThat(found(altered().shuffled(seed), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_is_there_twice_is_found_in_any_order(long seed) throws IOException {
    for (Kind<?> kind : Kind.ALL) {
      Object any = MemorySource.all(sound().records(kind)).get(1);
      for (AlteredSource source :
          List.of(altered().twice(any), altered().twice(any).shuffled(seed))) {
        List<Problem> found = found(source, false);
        assertThat(codes(found)).as(any.toString()).containsExactly("EXP-015");
        assertThat(found.get(0).arguments()).contains(kind.word());
      }
    }
  }

  @Test
  void a_presenter_who_is_no_member_is_found_in_any_order() throws IOException {
    MemorySource source = sound();
    List<Role> roles = MemorySource.all(source.records(Kind.ROLE));
    roles.removeIf(role -> role.role() == RoleType.MEMBER && !role.principal().equals(LEE));
    var without = source.withPermissions(roles, MemorySource.all(source.records(Kind.SCOPE)));
    assertThat(codes(found(new AlteredSource(without), false))).containsExactly("RULE-029");
    assertThat(codes(found(new AlteredSource(without).shuffled(7), false)))
        .containsExactly("RULE-029");
  }

  @Test
  void a_strict_check_makes_errors_of_what_is_published_only() throws IOException {
    assertThat(severity("room-below-root-warning")).isEqualTo(Severity.ERROR);
    assertThat(severity("author-unknown-warning")).isEqualTo(Severity.ERROR);
    assertThat(severity("time-goes-back-warning")).isEqualTo(Severity.WARNING);
    assertThat(severity("editor-missing-warning")).isEqualTo(Severity.WARNING);
  }

  private static Severity severity(String sample) throws IOException {
    Path folder = Path.of("samples", "broken", sample);
    try (var export = ExportReader.open(folder, ReadOptions.defaults())) {
      return found(export, true).get(0).severity();
    }
  }

  @Test
  void missing_principals_are_no_fault_where_some_could_not_be_read() throws IOException {
    assertThat(codes(found(withoutLee(), false))).containsExactlyInAnyOrder("REF-001", "REF-008");
    assertThat(found(withoutLee().passedOver(Kind.PRINCIPAL), false)).isEmpty();
  }

  @Test
  void missing_records_are_no_fault_where_the_target_is_to_have_them() throws IOException {
    assertThat(found(withoutLee().absent(LEE, Absence.EXPECTED_OF_TARGET), false)).isEmpty();
  }

  @Test
  void missing_records_are_warnings_where_they_were_missing_before() throws IOException {
    List<Problem> found = found(withoutLee().absent(LEE, Absence.MISSING_AT_SOURCE), false);
    assertThat(codes(found)).containsExactly("REF-006");
    assertThat(found).allMatch(problem -> problem.severity() == Severity.WARNING);
  }

  private static AlteredSource withoutLee() throws IOException {
    List<Principal> principals = MemorySource.all(sound().records(Kind.PRINCIPAL));
    principals.removeIf(principal -> principal.guid().equals(LEE));
    return new AlteredSource(sound().withPrincipals(principals));
  }

  @Test
  void fields_that_the_source_does_not_carry_are_not_wrong() throws IOException {
    AlteredSource source = roleOutside();
    assertThat(codes(found(source, false))).containsExactly("RULE-026");
    assertThat(found(roleOutside().with(without(f -> f.name().equals("adPath"))), false)).isEmpty();
    assertThat(found(roleOutside().with(without(f -> f.name().equals("access"))), false)).isEmpty();
  }

  private static AlteredSource roleOutside() throws IOException {
    Guid max = Guid.parse("10000000-0000-4000-8000-000000000006");
    List<Role> roles = MemorySource.all(sound().records(Kind.ROLE));
    roles.add(new Role(DESK, max, RoleType.MEMBER, null));
    return new AlteredSource(
        sound().withPermissions(roles, MemorySource.all(sound().records(Kind.SCOPE))));
  }

  private static Coverage without(Predicate<Field<?>> which) throws IOException {
    Coverage all = sound().coverage();
    Set<Field<?>> fields = new HashSet<>(all.fields());
    fields.removeIf(which);
    return new Coverage(all.level(), Set.of(), null, all.snapshotTime(), all.zone(), fields, false);
  }

  @Test
  void doubtful_values_are_not_held_against_the_record() throws IOException {
    Guid max = Guid.parse("10000000-0000-4000-8000-000000000006");
    Principal doubtful =
        MemorySource.all(sound().records(Kind.PRINCIPAL)).stream()
            .filter(principal -> principal.guid().equals(max))
            .findFirst()
            .orElseThrow();
    assertThat(found(roleOutside().doubtful(doubtful, "adPath"), false)).isEmpty();
    assertThat(codes(found(roleOutside().doubtful(doubtful, "uri"), false)))
        .containsExactly("RULE-026");
  }

  @Test
  void an_export_without_rooms_may_have_roles_on_them() throws IOException {
    MemorySource sound = sound();
    var structure =
        new Structure(List.copyOf(sound.structure().categories()), List.of(), List.of());
    MemorySource less =
        MemorySource.of(structure)
            .withPrincipals(MemorySource.all(sound.records(Kind.PRINCIPAL)))
            .withPermissions(
                MemorySource.all(sound.records(Kind.ROLE)),
                MemorySource.all(sound.records(Kind.SCOPE)));
    assertThat(codes(found(new AlteredSource(less), false))).containsExactly("REF-004");
    Coverage all = sound.coverage();
    var coverage =
        new Coverage(Level.CATEGORY, Set.of(), null, null, all.zone(), all.fields(), false);
    assertThat(found(new AlteredSource(less).with(coverage), false)).isEmpty();
  }

  @Test
  void an_export_of_one_category_may_lack_the_others() throws IOException {
    MemorySource sound = sound();
    Guid trading = Guid.parse("20000000-0000-4000-8000-000000000002");
    var categories =
        sound.structure().categories().stream().filter(c -> c.guid().equals(trading)).toList();
    var rooms =
        sound.structure().rooms().stream().filter(r -> r.category().equals(trading)).toList();
    var structure = new Structure(categories, rooms, List.copyOf(sound.structure().addIns()));
    List<Role> roles = MemorySource.all(sound.records(Kind.ROLE));
    roles.removeIf(role -> role.node().equals(LOBBY));
    MemorySource part =
        MemorySource.of(structure)
            .withPrincipals(MemorySource.all(sound.records(Kind.PRINCIPAL)))
            .withPermissions(roles, List.of());
    Coverage all = sound.coverage();
    var coverage =
        new Coverage(
            Level.ALL,
            Set.of(trading),
            null,
            null,
            all.zone(),
            without(f -> Kind.SCOPE.fields().contains(f)).fields(),
            false);
    assertThat(found(new AlteredSource(part).with(coverage), false)).isEmpty();
  }

  @Test
  void an_empty_part_for_messages_of_no_room_is_found() throws IOException {
    MemorySource sound = sound();
    var structure =
        new Structure(
            List.copyOf(sound.structure().categories()),
            sound.structure().rooms().stream().filter(r -> !r.guid().equals(LOBBY)).toList(),
            List.copyOf(sound.structure().addIns()));
    List<Role> roles = MemorySource.all(sound.records(Kind.ROLE));
    roles.removeIf(role -> role.node().equals(LOBBY));
    List<Message> messages = MemorySource.all(sound.records(Kind.MESSAGE));
    var less =
        MemorySource.of(structure)
            .withPrincipals(MemorySource.all(sound.records(Kind.PRINCIPAL)))
            .withPermissions(roles, MemorySource.all(sound.records(Kind.SCOPE)))
            .withMessages(messages);
    assertThat(found(new AlteredSource(less), false)).isEmpty();
    messages.removeIf(message -> !message.room().equals(DESK));
    Message lost = messages.get(0);
    messages.add(new Message(LOBBY, 1, lost.sent(), lost.author(), null, false, lost.text(), null));
    assertThat(codes(found(new AlteredSource(less.withMessages(messages)), false)))
        .containsExactly("REF-005");
  }

  private static AlteredSource altered() throws IOException {
    return new AlteredSource(sound());
  }

  private static MemorySource sound() throws IOException {
    try (var export = ExportReader.open(BrokenSample.SOUND, ReadOptions.defaults())) {
      return MemorySource.copyOf(export);
    }
  }

  private static List<Problem> found(ChatSource source, boolean strict) throws IOException {
    SnapshotCheck.run(source, CheckOptions.defaults().withStrict(strict));
    return source.problems().problems();
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(problem -> problem.code().id()).distinct().toList();
  }
}
