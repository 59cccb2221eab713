package org.pchat.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MergedIterator;
import org.pchat.model.AccountState;
import org.pchat.model.Audit;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Ticks;

/**
 * The principals of a pool, ordered by GUID without sorting.
 *
 * <p>Users are numbered, and the GUID of user n lies at random in the n-th of as many equal shares
 * of all GUIDs as there are users: it looks like any other GUID, yet grows with n. The few others
 * (domains, folders, groups, the system user) are held in memory and merged in.
 */
final class Directory {
  private static final int DAYS_TO_JOIN = 38;

  private static final LocalDateTime LAST_SYNC = Calendar.MONDAY.minusMinutes(27);

  /** A prime beyond any number of users, so that no two users share an id. */
  private static final long ID_STRIDE = 2_654_435_761L;

  private final Seed seed;
  private final int users;
  private final long share;
  private final PersonNames names = new PersonNames();
  private final Map<String, Guid> guids = new HashMap<>();
  private final List<Principal> collectives;
  private final Guid system;

  Directory(SampleSize size) {
    seed = new Seed(size.seed()).at("principals");
    int groups = Math.max(5, Math.min(1_000, size.principals() / 60));
    users = size.principals() - 1 - Company.values().length - Unit.LEAVERS - groups;
    share = Long.divideUnsigned(-1L, users);
    system = guidOf("system");
    collectives =
        Stream.of(
                Stream.of(systemUser()),
                Stream.of(Company.values()).map(this::domainRecord),
                Unit.ALL.stream().limit(Unit.LEAVERS).map(this::folderRecord),
                IntStream.range(0, groups).mapToObj(this::groupRecord))
            .flatMap(records -> records)
            .sorted(Kind.PRINCIPAL.order())
            .toList();
  }

  int users() {
    return users;
  }

  /** Returns the server's own principal, which stands for the directory sync. */
  Guid system() {
    return system;
  }

  /** Returns the administrator: somebody in Contoso's operations. */
  Guid administrator() {
    int row = users / Unit.ALL.size() / 2;
    return user(row * Unit.ALL.size() + 1);
  }

  Guid domain(Company company) {
    return guidOf(company.path());
  }

  Guid folder(int unit) {
    return guidOf(Unit.ALL.get(unit).path());
  }

  /** Returns a group of Contoso's; there are at least five. */
  Guid group(int group) {
    return guidOf("group " + group);
  }

  private Guid guidOf(String name) {
    return guids.computeIfAbsent(name, n -> seed.at(n).guid());
  }

  /** Returns the GUID of a user, ascending with the number. */
  Guid user(int number) {
    Seed own = seed.at(number);
    // The margins keep neighbours apart when the version digit is set.
    long within = (1 << 16) + Long.remainderUnsigned(own.value(), share - (1 << 18));
    return Seed.random(number * share + within, own.at("low").value());
  }

  Iterator<Principal> all() {
    Iterator<Principal> people = IntStream.range(0, users).mapToObj(this::userRecord).iterator();
    return new MergedIterator<>(
        people, collectives.iterator(), Comparator.comparing(Principal::guid));
  }

  /** Returns a user's name and alias. */
  Person person(int number) {
    return names.person(number);
  }

  Principal userRecord(int number) {
    Seed own = seed.at("user").at(number);
    Unit unit = unit(number);
    Person person = names.person(number);
    String address = person.alias() + "@" + unit.company().domain();
    return new Principal(
        user(number),
        "sip:" + address,
        PrincipalType.USER,
        databaseId(number),
        person.name(),
        displayName(person, unit, own),
        unit.company().title(),
        own.at("email").oneIn(40) ? null : address,
        "CN=" + person.name() + "," + unit.path(),
        unit.left() ? null : address,
        state(unit, own),
        1,
        own.at("policy").oneIn(20) ? 2 : null,
        unit.left() ? new Audit(system, added(own), system, left(own)) : audit(own),
        Calendar.wholeSeconds(unit.left() ? left(own) : Calendar.ticks(LAST_SYNC)),
        false);
  }

  /** Returns a number that is another for each user but does not grow with the GUID. */
  private int databaseId(int user) {
    return 1_000 + (int) (user * ID_STRIDE % users);
  }

  private static Unit unit(int user) {
    return Unit.ALL.get(user % Unit.ALL.size());
  }

  private static AccountState state(Unit unit, Seed own) {
    if (unit.left()) {
      return AccountState.DELETED;
    }
    return own.at("disabled").oneIn(25) ? AccountState.DISABLED : AccountState.ACTIVE;
  }

  private static String displayName(Person person, Unit unit, Seed own) {
    return switch (own.at("style").below(60)) {
      case 0 -> person.name() + " (" + unit.department() + " & more)";
      case 1 -> person.name() + " <" + unit.company().domain() + ">";
      case 2 -> "\"" + person.name() + "\"";
      default -> person.name();
    };
  }

  /** Those who left did so in the last week, for their messages are of any time before. */
  private Ticks left(Seed own) {
    return sync(Calendar.MONDAY.toLocalDate().minusDays(1 + own.at("left").below(5)));
  }

  /** The directory sync adds and updates principals in nightly batches. */
  private Audit audit(Seed own) {
    Ticks added = added(own);
    boolean changed = own.at("changed").oneIn(3);
    Ticks updated =
        changed ? sync(Calendar.SETUP.plusDays(400 + own.at("updated").below(4_500))) : added;
    return new Audit(system, added, system, updated);
  }

  private Ticks added(Seed own) {
    return sync(Calendar.SETUP.plusDays(own.at("added").below(DAYS_TO_JOIN)));
  }

  private Ticks sync(LocalDate night) {
    long seconds = seed.at("sync").at(night.toEpochDay()).below(90 * 10_000_000L);
    return new Ticks(Calendar.ticks(night.atTime(1, 30)).value() + seconds);
  }

  private Principal systemUser() {
    return collective(system, PrincipalType.SYSTEM_USER, 1, null);
  }

  private Principal domainRecord(Company company) {
    return collective(
        domain(company),
        PrincipalType.DOMAIN,
        2 + List.of(Company.values()).indexOf(company),
        company.path());
  }

  private Principal folderRecord(Unit unit) {
    int id = 10 + Unit.ALL.indexOf(unit);
    return collective(guidOf(unit.path()), PrincipalType.FOLDER, id, unit.path());
  }

  private Principal groupRecord(int group) {
    String path = "CN=Chat group " + (group + 1) + " (R&D),OU=Groups," + Company.CONTOSO.path();
    int id = 1_000_000_000 + group;
    return collective(group(group), PrincipalType.GROUP, id, path);
  }

  private Principal collective(Guid guid, PrincipalType type, int id, @Nullable String path) {
    return new Principal(
        guid,
        "ma-grp:" + guid + "@u.g",
        type,
        id,
        null,
        null,
        null,
        null,
        path,
        null,
        AccountState.ACTIVE,
        null,
        null,
        audit(seed.at(guid.low())),
        LAST_SYNC,
        false);
  }
}
