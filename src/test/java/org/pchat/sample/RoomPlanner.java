package org.pchat.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.model.AddIn;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Guid;
import org.pchat.model.Room;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/** Lays out the rooms of a pool: where they belong, how they are set, how large they are. */
final class RoomPlanner {
  private static final int FIRST_ID = 1_000_000;
  private static final int ROLES_OF_OPEN_ROOM = 2;

  /** The categories of 28 rooms, which repeat. */
  private static final List<Integer> PLACES =
      List.of(0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 5, 0, 1, 2, 4, 3, 5, 0, 1, 2, 0, 1, 3, 5, 2, 0, 1);

  private static final List<Visibility> VISIBILITIES =
      List.of(
          Visibility.SCOPE,
          Visibility.SCOPE,
          Visibility.PRIVATE,
          Visibility.SCOPE,
          Visibility.OPEN,
          Visibility.PRIVATE,
          Visibility.SCOPE,
          Visibility.OPEN);

  private static final List<String> NAMES =
      List.of(
          "%s",
          "%s",
          "R&D: %s",
          "%s",
          "\"%s\" <archive>",
          "%s",
          "%s 'n' friends ($HOME)",
          "Чат: %s",
          "%s",
          "聊天室 %s",
          "חדר %s",
          "%s (50 %% off; a,b)");

  private final SampleSize size;
  private final Directory directory;
  private final List<CategoryPlan> categories;
  private final List<AddIn> addIns;
  private final ChatSlice slice;
  private final Seed seed;
  private final Shares messages;
  private final Shares roles;
  private final long rolesToShare;

  RoomPlanner(
      SampleSize size,
      Directory directory,
      List<CategoryPlan> categories,
      List<AddIn> addIns,
      ChatSlice slice) {
    this.size = size;
    this.directory = directory;
    this.categories = categories;
    this.addIns = addIns;
    this.slice = slice;
    seed = new Seed(size.seed()).at("rooms");
    messages = new Shares(size.rooms(), this::messageWeight);
    roles = new Shares(size.rooms(), this::roleWeight);
    long spent = categories.stream().mapToLong(c -> c.scopes().size() + c.creators().size()).sum();
    for (int r = 0; r < size.rooms(); r++) {
      spent += fixedRoles(r);
    }
    rolesToShare = size.permissions() - spent;
  }

  List<RoomPlan> plan() {
    var plans = new ArrayList<RoomPlan>();
    for (int r = 0; r < size.rooms(); r++) {
      plans.add(plan(r));
    }
    return plans;
  }

  private RoomPlan plan(int r) {
    CategoryPlan category = category(r);
    Seating seating = seating(r, category);
    long count = messages.of(size.messages(), r);
    return new RoomPlan(
        r,
        room(r, category, seating, count),
        category,
        seating,
        collectives(r),
        slice.thread(r),
        count,
        messages.upTo(size.messages(), r));
  }

  private CategoryPlan category(int r) {
    int kind = PLACES.get(r % PLACES.size());
    int kinds = CategoryKind.values().length;
    int choices = (categories.size() - kind + kinds - 1) / kinds;
    return categories.get(kind + kinds * (r / PLACES.size() % choices));
  }

  private Visibility visibility(int r) {
    return category(r).kind() == CategoryKind.TOWN_HALL
        ? Visibility.OPEN
        : VISIBILITIES.get(r % VISIBILITIES.size());
  }

  private boolean isAuditorium(int r) {
    return r % 9 == 3 && visibility(r) != Visibility.OPEN;
  }

  private List<Guid> collectives(int r) {
    return r % 5 == 1 && visibility(r) != Visibility.OPEN
        ? CategoryPlan.collective(category(r).kind(), directory)
        : List.of();
  }

  private long fixedRoles(int r) {
    if (visibility(r) == Visibility.OPEN) {
      return category(r).kind() == CategoryKind.TOWN_HALL ? 0 : ROLES_OF_OPEN_ROOM;
    }
    return collectives(r).size();
  }

  private long roleWeight(int r) {
    if (visibility(r) == Visibility.OPEN) {
      return 0;
    }
    return r % 3_301 == 45 ? size.rooms() / 4 : r % 31 == 1 ? 50 : 10 + r % 7;
  }

  private long messageWeight(int r) {
    if (!category(r).kind().logged()) {
      return 0;
    }
    int round = r / slice.size();
    long heat = round == 0 ? 8 : List.of(0, 1, 2, 4, 8, 16, 64).get(seed.at("heat").at(r).below(7));
    return heat * slice.thread(r).size();
  }

  private Seating seating(int r, CategoryPlan category) {
    Seed own = seed.at("seating").at(r);
    if (category.kind() == CategoryKind.TOWN_HALL) {
      return Seating.none(category.eligible(), own);
    } else if (visibility(r) == Visibility.OPEN) {
      return Seating.managersOnly(category.eligible(), ROLES_OF_OPEN_ROOM, own);
    }
    return Seating.of(category.eligible(), roles.of(rolesToShare, r), isAuditorium(r), own);
  }

  private Room room(int r, CategoryPlan category, Seating seating, long count) {
    Seed own = seed.at(r);
    boolean byHand = seating.seats() > 0;
    Guid creator = byHand ? directory.user(seating.user(0)) : directory.system();
    Ticks added = Calendar.officeHours(firstDay(r).minusDays(3), own.at("added"));
    boolean changed = own.at("changed").oneIn(2);
    Ticks updated = changed ? new Ticks(added.value() + 1 + own.below(ticksLeft(added))) : added;
    return new Room(
        own.guid(),
        category.category().guid(),
        FIRST_ID + r + r / 10,
        name(r),
        description(r),
        (!category.kind().generous() || r % 4 == 2) ? Boolean.FALSE : null,
        r % 12 == 8,
        isAuditorium(r) ? Behavior.AUDITORIUM : Behavior.NORMAL,
        visibility(r),
        addIn(r),
        new Audit(creator, added, changed ? directory.administrator() : creator, updated),
        changed && r % 3 == 0 ? Calendar.wholeSeconds(updated) : null,
        Numbering.last(r, count),
        false);
  }

  private LocalDate firstDay(int r) {
    Ticks first = slice.thread(r).row(0).sent();
    return LocalDateTime.ofInstant(first.toInstant(), ZoneOffset.UTC).toLocalDate();
  }

  private static long ticksLeft(Ticks added) {
    return Calendar.ticks(Calendar.MONDAY.minusDays(3)).value() - added.value();
  }

  private String name(int r) {
    ChatThread thread = slice.thread(r);
    int round = r / slice.size();
    String plain = thread.title() + " " + thread.era() + (round == 0 ? "" : " no. " + (round + 1));
    return NAMES.get(r % NAMES.size()).formatted(plain);
  }

  private String description(int r) {
    ChatThread thread = slice.thread(r);
    return r % 6 == 5
        ? ""
        : "Everything about " + thread.title() + " & co., " + thread.era().replace('-', '–');
  }

  private @Nullable Guid addIn(int r) {
    return r % 3 == 0 ? addIns.get(r / 3 % addIns.size()).guid() : null;
  }

  /** Returns the add-ins of a pool. */
  static List<AddIn> addIns(Seed seed) {
    return Stream.of(
            new String[] {"Wiki", "https://wiki.contoso.com/chat?room=1&lang=en"},
            new String[] {"Tickets & tasks", "https://tickets.contoso.com/"},
            new String[] {"Kanban \"big\" board", "https://boards.fabrikam.com/<team>/{room name}"},
            new String[] {"Ежедневник", "https://calendar.contoso.com/%D1%87%D0%B0%D1%82"},
            new String[] {"Sharedocs", "http://docs.litwareinc.com:8080/a'b$c"})
        .map(row -> new AddIn(seed.at(row[0]).guid(), row[0], row[1]))
        .toList();
  }
}
