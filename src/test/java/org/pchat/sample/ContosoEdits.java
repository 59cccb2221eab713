package org.pchat.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.pchat.model.AccountState;
import org.pchat.model.Audit;
import org.pchat.model.Behavior;
import org.pchat.model.Guid;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/** What happens in a pool between Monday and Tuesday; {@link Edits} says how. */
final class ContosoEdits {
  private static final int MESSAGES_GONE = 137;
  private static final int LONGEST_RUN = 9;

  private final SamplePool monday;
  private final Edits edits;
  private final Seed seed;
  private final List<RoomPlan> plans;
  private final Set<Guid> taken = new HashSet<>();
  private int nextThread;

  private ContosoEdits(SamplePool monday) {
    this.monday = monday;
    edits = new Edits(monday, monday.directory());
    seed = new Seed(monday.size().seed()).at("edits");
    nextThread = monday.size().rooms();
    plans =
        monday.messageRooms().stream()
            .map(monday::plan)
            .sorted(Comparator.comparing(RoomPlan::ordinal))
            .toList();
  }

  /** Returns the edits of {@code monday}, which should be of at least contoso's size. */
  static Edits of(SamplePool monday) {
    var day = new ContosoEdits(monday);
    day.administration();
    day.accounts();
    day.chat();
    return day.edits;
  }

  private void administration() {
    edits.removeRoom(take(p -> closed(p) && p.messages() > 60));
    long most =
        plans.stream().filter(this::isFree).mapToLong(RoomPlan::messages).max().orElseThrow();
    Guid holed = take(p -> p.messages() == most);
    edits.removeMessages(holed, runs(Edits.list(edits.source().messagesOf(holed))));
    Guid cleared = take(p -> p.messages() > 90);
    List<Message> old = Edits.list(edits.source().messagesOf(cleared));
    edits.clearRoom(cleared, endOfDay(old.get(old.size() * 3 / 5).sent()));
    edits.disable(take(p -> closed(p) && p.messages() > 0));
    edits.makeSecret(take(p -> closed(p) && p.messages() > 0));
    edits.rename(take(p -> p.messages() > 0), "Renamed & <moved on> \"2019\"");
    edits.move(
        take(p -> kind(p, CategoryKind.COMPANY) && closed(p) && p.seating().seats() > 9),
        category(CategoryKind.ENGINEERING).category());
    Guid replaced = take(p -> messages(p).stream().anyMatch(m -> m.rtf() != null));
    edits.replaceTexts(replaced, threeTexts(Edits.list(edits.source().messagesOf(replaced))));
    edits.removeScopes(category(CategoryKind.TOWN_HALL).category().guid());
  }

  private List<Message> messages(RoomPlan plan) {
    return Edits.list(monday.messagesOf(plan.room().guid()));
  }

  private static boolean closed(RoomPlan plan) {
    Room room = plan.room();
    return room.visibility() == Visibility.SCOPE
        && !room.disabled()
        && room.behavior() == Behavior.NORMAL;
  }

  private static boolean kind(RoomPlan plan, CategoryKind kind) {
    return plan.category().kind() == kind;
  }

  private CategoryPlan category(CategoryKind kind) {
    return plans.stream()
        .map(RoomPlan::category)
        .filter(category -> category.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private boolean isFree(RoomPlan plan) {
    return !kind(plan, CategoryKind.TOWN_HALL)
        && !plan.room().disabled()
        && !taken.contains(plan.room().guid());
  }

  /** Returns the first room of this sort that nothing has happened to yet. */
  private Guid take(Predicate<RoomPlan> sort) {
    return plans.stream()
        .filter(this::isFree)
        .filter(sort)
        .map(p -> p.room().guid())
        .filter(taken::add)
        .findFirst()
        .orElseThrow();
  }

  /** Returns scattered runs of messages, {@value #MESSAGES_GONE} in all. */
  private List<Message> runs(List<Message> all) {
    var gone = new ArrayList<Message>();
    int spare = all.size() - MESSAGES_GONE;
    int at = 0;
    for (int run = 0; gone.size() < MESSAGES_GONE; run++) {
      Seed own = seed.at("run").at(run);
      int pause = Math.min(spare, own.at("pause").below(2 * LONGEST_RUN));
      int length = Math.min(1 + own.below(LONGEST_RUN), MESSAGES_GONE - gone.size());
      spare -= pause;
      at += pause;
      gone.addAll(all.subList(at, at + length));
      at += length;
    }
    return gone;
  }

  private static List<Message> threeTexts(List<Message> all) {
    Message rich = all.stream().filter(m -> m.rtf() != null).findFirst().orElseThrow();
    var three = new ArrayList<>(List.of(rich));
    all.stream().filter(m -> m.rtf() == null).skip(all.size() / 3).limit(2).forEach(three::add);
    three.sort(Comparator.comparingLong(Message::id));
    return three;
  }

  private static Ticks endOfDay(Ticks time) {
    long day = 864_000_000_000L;
    return new Ticks(time.value() / day * day + day - 1);
  }

  private void accounts() {
    Map<Guid, Principal> principals = edits.principals();
    Set<Guid> bound = new HashSet<>();
    monday.structure().rooms().forEach(room -> bound.add(room.audit().addedBy()));
    monday.scopes().forEachRemaining(scope -> bound.add(scope.principal()));
    bound.add(monday.directory().administrator());
    Principal account =
        edits.roles(role -> role.role() == RoleType.MEMBER).stream()
            .map(role -> principals.get(role.principal()))
            .filter(p -> p.type() == PrincipalType.USER && !bound.contains(p.guid()))
            .filter(p -> edits.roles(r -> r.principal().equals(p.guid())).size() > 2)
            .findFirst()
            .orElseThrow();
    edits.deleteAccount(account);
    int newId = 500_000 + monday.directory().users();
    edits.recreateAccount(account, seed.at("account").guid(), newId);
  }

  private void chat() {
    for (int count : List.of(24, 11, 7)) {
      Guid room = take(p -> p.messages() > 0 && p.thread().size() >= p.messages() + count);
      Room record = edits.room(room);
      long next = record.lastMessageId() + 1;
      edits.write(room, newMessages(monday.plan(room), monday.plan(room).messages(), count, next));
    }
    addRoom("Release party :-) <Q1>", CategoryKind.ENGINEERING, Visibility.OPEN, 31);
    addRoom("Umzug & Neubau \"Halle 7\"", CategoryKind.PARTNERS, Visibility.SCOPE, 18);
  }

  /** Returns messages of Monday, in office hours, by people whose accounts are in use. */
  private List<Message> newMessages(RoomPlan plan, long position, int count, long firstId) {
    var phrasing = new Phrasing(monday.directory());
    Map<Guid, Principal> principals = edits.principals();
    var messages = new ArrayList<Message>();
    for (int i = 0; i < count; i++) {
      long at = position + i;
      int author = livingWriter(phrasing, plan, plan.thread().row(at).speaker(), principals);
      var phrase = phrasing.phrase(plan, at, author, seed.at("said").at(plan.ordinal()).at(i));
      messages.add(
          new Message(
              plan.room().guid(),
              firstId + i,
              edits.tick(),
              monday.directory().user(author),
              null,
              phrase.alert(),
              phrase.text(),
              phrase.rtf()));
    }
    return messages;
  }

  private int livingWriter(
      Phrasing phrasing, RoomPlan plan, int speaker, Map<Guid, Principal> principals) {
    int author = phrasing.writer(plan, speaker);
    for (int next = 1; state(principals, author) != AccountState.ACTIVE; next++) {
      author = phrasing.writer(plan, speaker + 100_000 * next);
    }
    return author;
  }

  private AccountState state(Map<Guid, Principal> principals, int user) {
    return principals.get(monday.directory().user(user)).disabled();
  }

  private void addRoom(String name, CategoryKind kind, Visibility visibility, int count) {
    Seed own = seed.at(name);
    CategoryPlan category = category(kind);
    boolean open = visibility == Visibility.OPEN;
    Seating seating =
        open
            ? Seating.managersOnly(category.eligible(), 1, own)
            : Seating.of(category.eligible(), 14, false, own);
    Guid creator = monday.directory().user(seating.user(0));
    Ticks at = edits.tick();
    Room room = newRoom(name, category, visibility, new Audit(creator, at, creator, at), count);
    ChatThread thread = monday.slice().thread(nextThread);
    var plan =
        new RoomPlan(
            nextThread++,
            room,
            category,
            seating,
            List.of(),
            thread,
            count,
            monday.size().messages());
    edits.addRoom(room, monday.rolesIn(plan), newMessages(plan, 0, count, 1));
  }

  private Room newRoom(
      String name, CategoryPlan category, Visibility visibility, Audit audit, long count) {
    return new Room(
        seed.at(name).guid(),
        category.category().guid(),
        2_000_000 + nextThread,
        name,
        "",
        null,
        false,
        Behavior.NORMAL,
        visibility,
        null,
        audit,
        null,
        count,
        false);
  }
}
