package org.pchat.restore;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.model.Ticks;

/** The names and figures that the guide and the script beside a package are filled in with. */
final class RestoreWords {
  private static final Duration OLD = Duration.ofHours(1);

  private static final int MOST_LOOKS = 20;

  private final Plan plan;
  private final Path target;
  private final PackageResult result;
  private final Instant now;

  RestoreWords(Plan plan, Path target, PackageResult result, Instant now) {
    this.plan = plan;
    this.target = target;
    this.result = result;
    this.now = now;
  }

  PackageResult result() {
    return result;
  }

  List<LeftOut> leftOut() {
    return plan.leftOut();
  }

  String packageName() {
    return String.valueOf(target.getFileName());
  }

  /** Returns the name of the description of the package's layout, if there is one. */
  Optional<String> layoutFile() {
    return PackageJob.layoutFile(plan, target).map(file -> String.valueOf(file.getFileName()));
  }

  Optional<String> pool() {
    return Optional.ofNullable(plan.request().pool());
  }

  String source() {
    return plan.from().origin().name();
  }

  Optional<String> onto() {
    return plan.onto().map(onto -> onto.origin().name());
  }

  /** Returns the time of a state, for people. */
  static String time(ChatSource source) {
    Ticks time = source.coverage().snapshotTime();
    return time == null || !time.hasIso()
        ? "it does not say when"
        : time.toString().substring(0, 16).replace('T', ' ') + " UTC";
  }

  String sourceTime() {
    return time(plan.from());
  }

  /** Returns how old the target is, and a warning if that is old. */
  String age() {
    return plan.onto().map(onto -> age(onto, now)).orElse("nobody said where it goes");
  }

  /** Returns how old a state is, in words, and a warning if it is older than an hour. */
  static String age(ChatSource source, Instant now) {
    Ticks time = source.coverage().snapshotTime();
    if (time == null) {
      return "the target does not say how old it is; make a fresh export of it";
    }
    Duration age = Duration.between(time.toInstant(), now);
    String words =
        age.toDays() > 1
            ? String.format(Locale.ROOT, "%,d days", age.toDays())
            : age.toHours() > 1
                ? age.toHours() + " hours"
                : Math.max(0, age.toMinutes()) + " minutes";
    return "the target is of "
        + time(source)
        + ", "
        + words
        + " old"
        + (age.compareTo(OLD) > 0
            ? "; that is over an hour: what was written since is not known, so make a fresh export"
            : "");
  }

  /** Returns cmdlets that look whether a room that is missed is only switched off. */
  List<String> looks() {
    List<String> looks = new ArrayList<>();
    var cmdlets = new Cmdlets(pool().orElse(null));
    plan.besides().forEach(beside -> looks.add(cmdlets.look(beside.living().name())));
    for (Room room : plan.roomsThatComeBack()) {
      looks.add(cmdlets.look(room.name()));
    }
    return looks.stream().limit(MOST_LOOKS).toList();
  }

  List<String> living() {
    return plan.livingRooms().stream().map(Room::name).toList();
  }

  String counts() {
    List<String> counts = new ArrayList<>();
    for (Kind<?> kind : Kind.ALL) {
      counts.add(String.format(Locale.ROOT, "%,d %s", result.count(kind), kind.plural()));
    }
    return String.join(", ", counts);
  }
}
