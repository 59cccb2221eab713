package org.pchat.runbook;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.pchat.runbook.Topology.ChatServer;
import org.pchat.runbook.Topology.Database;
import org.pchat.runbook.Topology.FrontEndPool;
import org.pchat.runbook.Topology.Instance;
import org.pchat.runbook.Topology.Use;

/**
 * Who plays which part: the home site is the one where the primary of {@code mgc} stands, the other
 * is where its backup stands. Only for topologies that {@link TopologyCheck} let pass.
 */
final class Cast {
  /** A pool may have four active servers (published). */
  static final int MOST_ACTIVE = 4;

  private final Topology topology;
  private final Database chat;

  Cast(Topology topology) {
    this.topology = topology;
    this.chat = topology.database(Topology.CHAT).orElseThrow();
  }

  Topology topology() {
    return topology;
  }

  Database chat() {
    return chat;
  }

  Instance primary() {
    return topology.instance(chat.primary()).orElseThrow();
  }

  Instance backup() {
    return topology.instance(chat.backup()).orElseThrow();
  }

  Optional<Instance> mirror() {
    return topology.instance(chat.mirror());
  }

  Optional<Instance> backupMirror() {
    return topology.instance(chat.backupMirror());
  }

  Optional<Database> compliance() {
    return topology.database(Topology.COMPLIANCE);
  }

  String home() {
    return primary().site();
  }

  /** Returns the site that takes over. */
  String other() {
    return chat.backup() != null
        ? backup().site()
        : topology.sites().stream()
            .map(Topology.Site::name)
            .filter(site -> !site.equals(home()))
            .findFirst()
            .orElse(home());
  }

  /** Returns the Front End pool of the home site. */
  FrontEndPool lostPool() {
    return topology.frontEndPools().stream()
        .filter(pool -> pool.site().equals(home()))
        .findFirst()
        .orElseThrow();
  }

  FrontEndPool partner() {
    return topology.frontEndPool(lostPool().pairedWith()).orElseThrow();
  }

  /** Returns the chat servers of the other site that are to be active, at most four. */
  List<String> survivors() {
    return topology.chatServers().stream()
        .filter(server -> server.site().equals(other()))
        .map(ChatServer::fqdn)
        .limit(MOST_ACTIVE)
        .toList();
  }

  /** Returns the chat servers that are active in normal times. */
  List<String> active() {
    return topology.chatServers().stream()
        .filter(ChatServer::active)
        .map(ChatServer::fqdn)
        .toList();
  }

  /** Returns whether servers are active in the home site and in the other. */
  boolean isSplit() {
    List<String> sites =
        topology.chatServers().stream().filter(ChatServer::active).map(ChatServer::site).toList();
    return sites.contains(home()) && sites.stream().anyMatch(site -> !site.equals(home()));
  }

  List<String> servers() {
    return topology.chatServers().stream().map(ChatServer::fqdn).toList();
  }

  String pool() {
    return topology.chatPool().fqdn();
  }

  /** Returns the path of a file in a folder of the user's. */
  String file(Use use, String name) {
    String folder = path(use);
    return folder + (folder.endsWith("\\") ? "" : "\\") + name;
  }

  String path(Use use) {
    return topology
        .share(use)
        .orElseThrow(() -> new NoSuchElementException("no share for " + use.word()));
  }
}
