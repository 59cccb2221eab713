package org.pchat.runbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.Severity;
import org.pchat.problem.TopologyProblem;
import org.pchat.runbook.Topology.ChatServer;
import org.pchat.runbook.Topology.Database;
import org.pchat.runbook.Topology.FrontEndPool;
import org.pchat.runbook.Topology.Instance;
import org.pchat.runbook.Topology.Use;

/** Finds what is risky or wrong in a topology before a runbook is written for it. */
final class TopologyCheck {
  private static final int MOST_SERVERS = 8;

  private final Topology topology;
  private final Scenario scenario;
  private final List<Problem> problems = new ArrayList<>();

  private TopologyCheck(Topology topology, Scenario scenario) {
    this.topology = topology;
    this.scenario = scenario;
  }

  /**
   * Returns what stands against a runbook for this scenario, in the order of the rules. With an
   * error among them no runbook can be written.
   */
  static List<Problem> problems(Topology topology, Scenario scenario) {
    var check = new TopologyCheck(topology, scenario);
    check.names();
    check.sites();
    check.pools();
    check.servers();
    if (topology.database(Topology.CHAT).isEmpty()) {
      check.add(TopologyProblem.NO_CHAT_DATABASE, topology.where());
    }
    topology.databases().forEach(check::database);
    check.shares();
    if (check.problems.stream().noneMatch(p -> p.severity() == Severity.ERROR)) {
      check.scenario(new Cast(topology));
    }
    return List.copyOf(check.problems);
  }

  private void add(TopologyProblem code, Location at, Object... arguments) {
    problems.add(Problem.of(code, at, arguments));
  }

  private void add(TopologyProblem code, Severity severity, Location at, String... arguments) {
    problems.add(new Problem(code, severity, at, List.of(arguments)));
  }

  private record Named(String name, Location at) {}

  private void names() {
    twice(topology.sites().stream().map(s -> new Named(s.name(), s.at())));
    twice(
        Stream.of(
                topology.frontEndPools().stream().map(p -> new Named(p.fqdn(), p.at())),
                topology.edgePools().stream().map(p -> new Named(p.fqdn(), p.at())),
                topology.chatServers().stream().map(s -> new Named(s.fqdn(), s.at())))
            .flatMap(named -> named));
    twice(topology.instances().stream().map(i -> new Named(i.name(), i.at())));
    twice(topology.instances().stream().map(i -> new Named(i.address(), i.at())));
    twice(topology.databases().stream().map(d -> new Named(d.name(), d.at())));
    twice(topology.shares().stream().map(s -> new Named(s.use().word(), s.at())));
  }

  private void twice(Stream<Named> all) {
    Set<String> seen = new HashSet<>();
    all.filter(named -> !seen.add(named.name()))
        .forEach(named -> add(TopologyProblem.TWICE, named.at(), named.name()));
  }

  private void sites() {
    topology.frontEndPools().forEach(p -> site(p.fqdn(), p.site(), p.at()));
    topology.edgePools().forEach(p -> site(p.fqdn(), p.site(), p.at()));
    topology.chatServers().forEach(s -> site(s.fqdn(), s.site(), s.at()));
    topology.instances().forEach(i -> site(i.name(), i.site(), i.at()));
  }

  private void site(String name, String site, Location at) {
    if (topology.sites().stream().noneMatch(known -> known.name().equals(site))) {
      add(TopologyProblem.UNKNOWN_SITE, at, name, site);
    }
  }

  private void pools() {
    topology.frontEndPools().forEach(this::pair);
    topology.edgePools().stream()
        .filter(edge -> topology.frontEndPool(edge.nextHop()).isEmpty())
        .forEach(e -> add(TopologyProblem.UNKNOWN_POOL, e.at(), e.fqdn(), e.nextHop()));
  }

  private void pair(FrontEndPool pool) {
    String name = pool.pairedWith();
    if (name == null) {
      Severity severity = scenario.movesFrontEnd() ? Severity.ERROR : Severity.WARNING;
      add(TopologyProblem.UNPAIRED_POOL, severity, pool.at(), pool.fqdn());
      return;
    }
    FrontEndPool partner = topology.frontEndPool(name).orElse(null);
    if (partner == null) {
      add(TopologyProblem.UNKNOWN_POOL, pool.at(), pool.fqdn(), name);
    } else if (!pool.fqdn().equals(partner.pairedWith())) {
      add(TopologyProblem.PAIR_NOT_MUTUAL, pool.at(), pool.fqdn(), name);
    } else if (pool.site().equals(partner.site()) && pool.fqdn().compareTo(name) <= 0) {
      add(TopologyProblem.PAIR_IN_ONE_SITE, pool.at(), pool.fqdn(), name);
    }
  }

  private void servers() {
    List<ChatServer> servers = topology.chatServers();
    List<ChatServer> active = servers.stream().filter(ChatServer::active).toList();
    if (servers.size() > MOST_SERVERS) {
      add(TopologyProblem.TOO_MANY_SERVERS, servers.get(MOST_SERVERS).at(), servers.size());
    }
    if (active.size() > Cast.MOST_ACTIVE) {
      add(TopologyProblem.TOO_MANY_ACTIVE, active.get(Cast.MOST_ACTIVE).at(), active.size());
    }
    if (active.isEmpty()) {
      add(TopologyProblem.NOBODY_ACTIVE, topology.chatPool().at());
    }
  }

  private void database(Database database) {
    boolean chat = database.name().equals(Topology.CHAT);
    boolean compliance = database.name().equals(Topology.COMPLIANCE);
    if (!chat && !compliance) {
      add(TopologyProblem.UNKNOWN_DATABASE, database.at(), database.name());
    }
    if (compliance && database.backup() != null) {
      add(TopologyProblem.COMPLIANCE_SHIPPED, database.at());
    }
    roles(database);
    Instance primary = topology.instance(database.primary()).orElse(null);
    Instance backup = topology.instance(database.backup()).orElse(null);
    if (primary != null && backup != null && primary.site().equals(backup.site())) {
      add(TopologyProblem.BACKUP_BESIDE_PRIMARY, database.at(), database.name());
    }
    mirror(database, primary, database.mirror());
    mirror(database, backup, database.backupMirror());
  }

  private void roles(Database database) {
    Set<String> seen = new HashSet<>();
    Stream.of(database.primary(), database.mirror(), database.backup(), database.backupMirror())
        .filter(Objects::nonNull)
        .forEach(
            name -> {
              if (topology.instance(name).isEmpty()) {
                add(TopologyProblem.UNKNOWN_INSTANCE, database.at(), database.name(), name);
              } else if (!seen.add(name)) {
                add(TopologyProblem.TWO_ROLES, database.at(), name, database.name());
              }
            });
  }

  private void mirror(Database database, @Nullable Instance principal, @Nullable String name) {
    Instance mirror = topology.instance(name).orElse(null);
    if (principal != null && mirror != null && !principal.site().equals(mirror.site())) {
      add(TopologyProblem.MIRROR_AFAR, database.at(), database.name(), mirror.site());
    }
  }

  private void shares() {
    for (Use use : needed()) {
      if (topology.share(use).isEmpty()) {
        add(TopologyProblem.NO_SHARE, topology.where(), use.word());
      }
    }
  }

  private Set<Use> needed() {
    return switch (scenario) {
      case FRONT_END_LOST, FRONT_END_BACK -> EnumSet.noneOf(Use.class);
      case SITE_LOST, CHAT_LOST -> EnumSet.of(Use.BACKUPS, Use.COPIES, Use.WORK);
      case SITE_BACK, CHAT_BACK -> EnumSet.of(Use.BACKUPS, Use.WORK);
      case SQL -> EnumSet.of(Use.BACKUPS, Use.WORK);
      case EXPORT, SELECTIVE, DECOMMISSION -> EnumSet.of(Use.FILES, Use.WORK);
      case SIDECAR -> EnumSet.of(Use.BACKUPS, Use.FILES, Use.RESTORE, Use.WORK);
    };
  }

  /** The rules that need to know who plays which part. */
  private void scenario(Cast cast) {
    distance(cast);
    if (scenario.movesDatabase() && cast.chat().backup() == null) {
      add(TopologyProblem.NO_BACKUP, cast.chat().at());
      return;
    }
    if (topology.sites().size() > 1 || scenario.movesDatabase()) {
      target(cast);
    }
    boolean pool = topology.frontEndPools().stream().anyMatch(p -> p.site().equals(cast.home()));
    if (scenario.movesFrontEnd() && !pool) {
      add(TopologyProblem.NO_POOL, topology.where(), cast.home());
    }
    leftOut(cast);
  }

  private void distance(Cast cast) {
    topology.chatServers().stream()
        .filter(s -> s.active() && !s.site().equals(cast.home()) && !topology.lowLatency())
        .forEach(s -> add(TopologyProblem.SERVERS_FAR, s.at(), s.fqdn()));
  }

  private void target(Cast cast) {
    if (cast.survivors().isEmpty()) {
      Severity severity = scenario.movesDatabase() ? Severity.ERROR : Severity.WARNING;
      add(TopologyProblem.TARGET_WITHOUT_SERVERS, severity, topology.chatPool().at(), cast.other());
    }
  }

  private void leftOut(Cast cast) {
    if (!scenario.movesDatabase()) {
      return;
    }
    boolean over = scenario == Scenario.SITE_LOST || scenario == Scenario.CHAT_LOST;
    if (over && cast.backupMirror().isEmpty()) {
      leftOut(cast.chat(), "a mirror for the new primary, since no backupMirror is named");
    }
    if (!over && cast.backupMirror().isEmpty() && cast.mirror().isEmpty()) {
      leftOut(cast.chat(), "removing mirrors, since mgc has none");
    }
    if (scenario == Scenario.SITE_LOST && topology.edgePools().isEmpty()) {
      add(TopologyProblem.STEP_LEFT_OUT, topology.where(), "the Edge pool, since none is named");
    }
  }

  private void leftOut(Database database, String what) {
    add(TopologyProblem.STEP_LEFT_OUT, database.at(), what);
  }
}
