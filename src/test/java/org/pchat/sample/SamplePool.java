package org.pchat.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pchat.fixture.ChainedIterator;
import org.pchat.fixture.MadeSource;
import org.pchat.model.Category;
import org.pchat.model.Coverage;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/**
 * An invented, sound pool of any size as it stands on Monday, the same for the same size and seed.
 *
 * <p>The plans of categories and rooms are held in memory. Principals, roles, scopes and messages
 * are made when they are walked over; at most the roles of one node are held at a time.
 */
public final class SamplePool implements MadeSource {
  private final SampleSize size;
  private final Directory directory;
  private final Phrasing phrasing;
  private final ChatSlice slice = new ChatSlice();
  private final Structure structure;
  private final Map<Guid, CategoryPlan> categories = new TreeMap<>();
  private final Map<Guid, RoomPlan> rooms = new HashMap<>();

  private SamplePool(SampleSize size) {
    this.size = size;
    directory = new Directory(size);
    phrasing = new Phrasing(directory);
    Seed seed = new Seed(size.seed()).at("nodes");
    Category root = CategoryPlan.root(directory, seed.at("root"));
    List<CategoryPlan> plans =
        IntStream.range(0, size.categories())
            .mapToObj(c -> CategoryPlan.of(c, root, directory, seed.at(c)))
            .toList();
    plans.forEach(plan -> categories.put(plan.category().guid(), plan));
    var addIns = RoomPlanner.addIns(seed);
    new RoomPlanner(size, directory, plans, addIns, slice)
        .plan()
        .forEach(plan -> rooms.put(plan.room().guid(), plan));
    var nodes = new ArrayList<>(plans.stream().map(CategoryPlan::category).toList());
    nodes.add(root);
    structure = new Structure(nodes, rooms.values().stream().map(RoomPlan::room).toList(), addIns);
  }

  /** Returns the pool of this size. */
  public static SamplePool of(SampleSize size) {
    return new SamplePool(size);
  }

  @Override
  public Coverage coverage() {
    return MadeSource.wholePool(Calendar.ticks(Calendar.MONDAY));
  }

  @Override
  public Structure structure() {
    return structure;
  }

  @Override
  public Iterator<Principal> principals() {
    return directory.all();
  }

  @Override
  public Iterator<Scope> scopes() {
    return new ChainedIterator<>(categories.values().iterator(), plan -> plan.scopes().iterator());
  }

  @Override
  public Iterator<Role> roles() {
    var nodes = new ArrayList<>(categories.keySet());
    nodes.addAll(rooms.keySet());
    Collections.sort(nodes);
    return new ChainedIterator<>(nodes.iterator(), node -> rolesOn(node).iterator());
  }

  private List<Role> rolesOn(Guid node) {
    CategoryPlan category = categories.get(node);
    return category != null ? category.creators() : rolesIn(rooms.get(node));
  }

  /** Returns the roles of a planned room, in order. */
  List<Role> rolesIn(RoomPlan plan) {
    var roles = new ArrayList<Role>();
    Guid room = plan.room().guid();
    Guid creator = plan.room().audit().addedBy();
    plan.collectives().forEach(who -> roles.add(new Role(room, who, RoleType.MEMBER, creator)));
    Seating seating = plan.seating();
    for (int seat = 0; seat < seating.seats(); seat++) {
      Guid who = directory.user(seating.user(seat));
      if (seating.members()) {
        roles.add(new Role(room, who, RoleType.MEMBER, creator));
      }
      if (seating.isManager(seat)) {
        roles.add(new Role(room, who, RoleType.MANAGER, creator));
      }
      if (seating.isPresenter(seat)) {
        roles.add(new Role(room, who, RoleType.VOICED, creator));
      }
    }
    roles.sort(Kind.ROLE.order());
    return roles;
  }

  @Override
  public Iterator<Message> messagesOf(Guid room) {
    RoomPlan plan = rooms.get(room);
    return plan == null ? Collections.emptyIterator() : new RoomMessages(plan, phrasing, directory);
  }

  /** Returns the size. */
  SampleSize size() {
    return size;
  }

  Directory directory() {
    return directory;
  }

  ChatSlice slice() {
    return slice;
  }

  RoomPlan plan(Guid room) {
    return rooms.get(room);
  }

  CategoryPlan categoryPlan(Guid category) {
    return categories.get(category);
  }
}
