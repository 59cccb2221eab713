package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;
import org.pchat.problem.RestoreProblem;

/** Decides what a package is to hold. */
public final class Packing {
  private static final int LONGEST_NAME = 256;
  private static final int NAMED = 3;

  private final PackageRequest request;

  private Packing(PackageRequest request) {
    this.request = request;
  }

  /**
   * Makes a plan. Nothing is written.
   *
   * @throws RefusedException if the state that has lost something is the older one, if something
   *     would be missing from the package, or if a database id is taken
   * @throws org.pchat.select.UnknownNameException if patterns match nothing
   */
  public static Plan plan(PackageRequest request) throws IOException {
    return new Packing(request).plan();
  }

  private Plan plan() throws IOException {
    requireLater();
    ChatSource onto = request.onto() == null ? request.missingIn() : request.onto();
    Target target = onto == null ? null : Target.of(request.from(), onto);
    var changed = new Changed(request.pool(), request.from().structure());
    Choice choice = new Choice();
    PermissionJudge judge = null;
    if (target == null) {
      new Wanted(request, choice).find();
    } else {
      Loss loss = new Loss(request, target, choice, changed);
      judge = loss.find(isFurther() ? before(changed) : null);
    }
    ThingList list = request.list();
    if (list != null) {
      choice = list.restrict(choice, request.from(), target);
    }
    var renaming = new Renaming(request.mapping());
    Map<Guid, Beside> besides = besides(choice, target, renaming);
    Needs needs = new Closure(request, target, judge, choice, besides).find();
    newGuids(needs, renaming);
    new Ids(request, target, needs, renaming).assign(besides);
    if (list != null) {
      list.match(besides, target);
      list.requireAllMatched();
    }
    List<LeftOut> leftOut =
        target == null ? List.of() : changed.settle(request.from(), target.source());
    var plan =
        new Plan(
            request,
            target,
            new Plan.Decisions(choice, needs, besides, renaming),
            leftOut,
            assumptions(changed, target));
    requireClosed(plan);
    return plan;
  }

  private boolean isFurther() {
    return request.missingIn() != null
        && request.onto() != null
        && !request.missingIn().equals(request.onto());
  }

  /** What the later state has lost, where the package goes elsewhere. */
  private Choice before(Changed changed) throws IOException {
    var missing = java.util.Objects.requireNonNull(request.missingIn());
    var choice = new Choice();
    var unused =
        new Loss(request, Target.of(request.from(), missing), choice, changed.apart()).find(null);
    return choice;
  }

  private void requireLater() {
    ChatSource later = request.missingIn();
    Ticks before = request.from().coverage().snapshotTime();
    Ticks after = later == null ? null : later.coverage().snapshotTime();
    if (later != null && before != null && after != null && after.compareTo(before) < 0) {
      throw new RefusedException(
          Problem.of(
              RestoreProblem.OLDER_TARGET,
              Location.of(later.origin().name()),
              after,
              before,
              request.from().origin().name()));
    }
  }

  private Map<Guid, Beside> besides(Choice choice, @Nullable Target target, Renaming renaming)
      throws IOException {
    Map<Guid, Beside> besides = new TreeMap<>();
    if (target == null || request.shape().inPlace()) {
      return besides;
    }
    Set<String> names = names(target.structure());
    names.addAll(names(request.from().structure()));
    for (Guid guid : choice.messages.keySet()) {
      Optional<Room> living = target.structure().room(guid);
      if (living.isPresent()) {
        String wanted = request.mapping().names().get(guid);
        String name = wanted == null ? besideName(living.get().name(), names) : wanted;
        names.add(key(name));
        Guid fresh = Beside.derived(guid, "restored " + request.from().coverage().snapshotTime());
        besides.put(guid, new Beside(living.get(), fresh, name, living.get().id()));
        renaming.guid(guid, fresh);
      }
    }
    return besides;
  }

  private static Set<String> names(Structure structure) {
    Set<String> names = new HashSet<>();
    structure.rooms().forEach(room -> names.add(key(room.name())));
    structure.categories().forEach(category -> names.add(key(category.name())));
    return names;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The date is that of the state that comes back; a second one of the same name is numbered. */
  private String besideName(String name, Set<String> taken) {
    Ticks time = request.from().coverage().snapshotTime();
    String date = time == null || !time.hasIso() ? "" : " " + time.toString().substring(0, 10);
    for (int number = 1; ; number++) {
      String suffix = " (restored" + date + (number == 1 ? "" : ", " + number) + ")";
      int most = Math.min(name.length(), LONGEST_NAME - suffix.length());
      if (most < name.length() && Character.isHighSurrogate(name.charAt(most - 1))) {
        most--;
      }
      String made = name.substring(0, most) + suffix;
      if (!taken.contains(key(made))) {
        return made;
      }
    }
  }

  private void newGuids(Needs needs, Renaming renaming) {
    if (!request.shape().newGuids()) {
      return;
    }
    for (Kind<?> kind : List.of(Kind.CATEGORY, Kind.ROOM, Kind.ADD_IN)) {
      needs
          .of(kind)
          .forEach(
              (guid, because) -> {
                if (because.origin() == Origin.SOURCE && !isRoot(guid)) {
                  renaming.guid(guid, Beside.derived(guid, "new"));
                }
              });
    }
  }

  private boolean isRoot(Guid guid) {
    try {
      return request.from().structure().category(guid).filter(c -> c.isRoot()).isPresent();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private List<String> assumptions(Changed changed, @Nullable Target target) {
    List<String> lines = new ArrayList<>(changed.assumptions());
    if (target == null) {
      lines.add("nobody said where the package goes, so every record is as the source has it");
    }
    if (request.from().coverage().level() != Level.ALL
        && !request.from().coverage().level().hasContent()) {
      lines.add("the source holds no messages, so neither does the package");
    }
    return lines;
  }

  private void requireClosed(Plan plan) {
    List<Plan.Missing> vital = plan.missing().stream().filter(Plan.Missing::vital).toList();
    if (!vital.isEmpty() && !request.shape().dangling()) {
      String first =
          String.join(
              ", ",
              vital.stream().limit(NAMED).map(m -> m.kind().word() + " " + m.guid()).toList());
      throw new RefusedException(
          Problem.of(
              RestoreProblem.DANGLING,
              Location.of(request.from().origin().name()),
              vital.size(),
              first));
    }
  }
}
