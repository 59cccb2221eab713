package org.pchat.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.runbook.Topology.ChatServer;
import org.pchat.runbook.Topology.Instance;

/**
 * Who stands where and does what, at one moment: a column for each site.
 *
 * @param title which moment
 * @param columns what stands in each site, in the order of the file
 */
public record Diagram(String title, Map<String, List<Box>> columns) {
  /**
   * A server or pool.
   *
   * @param kind what it is
   * @param name its name
   * @param part what it does
   * @param style how it stands: "" as usual, "new" for who took over, "gone" for who is lost
   */
  public record Box(String kind, String name, String part, String style) {}

  /** Copies. */
  public Diagram {
    columns = new LinkedHashMap<>(columns);
  }

  /** Returns the topology in normal times. */
  static Diagram normal(Cast cast, String title) {
    return new Drawing(cast, Scenario.SQL).diagram(title);
  }

  /** Returns the topology while what the scenario is about is lost and the others serve. */
  static Diagram failedOver(Cast cast, Scenario scenario, String title) {
    return new Drawing(cast, scenario).diagram(title);
  }

  /** Returns the topology after the servers went. */
  static Diagram gone(Cast cast, String title) {
    return new Drawing(cast, Scenario.DECOMMISSION).diagram(title);
  }

  /** Lays out one moment. */
  private static final class Drawing {
    private final Cast cast;
    private final boolean frontEnd;
    private final boolean site;
    private final boolean chat;
    private final boolean all;

    Drawing(Cast cast, Scenario lost) {
      this.cast = cast;
      this.site = lost == Scenario.SITE_LOST;
      this.frontEnd = site || lost == Scenario.FRONT_END_LOST;
      this.chat = site || lost == Scenario.CHAT_LOST;
      this.all = lost == Scenario.DECOMMISSION;
    }

    Diagram diagram(String title) {
      Map<String, List<Box>> columns = new LinkedHashMap<>();
      cast.topology().sites().forEach(place -> columns.put(place.name(), boxes(place.name())));
      return new Diagram(title, columns);
    }

    private List<Box> boxes(String place) {
      List<Box> boxes = new ArrayList<>();
      boolean home = place.equals(cast.home());
      boolean lost = all || (site && home);
      for (var pool : cast.topology().frontEndPools()) {
        if (pool.site().equals(place)) {
          boxes.add(frontEnd(pool.fqdn(), home));
        }
      }
      for (var edge : cast.topology().edgePools()) {
        if (edge.site().equals(place)) {
          boxes.add(
              new Box("Edge", edge.fqdn(), site && home ? "lost" : "", site && home ? "gone" : ""));
        }
      }
      for (ChatServer server : cast.topology().chatServers()) {
        if (server.site().equals(place)) {
          boxes.add(chat(server, home));
        }
      }
      for (Instance instance : cast.topology().instances()) {
        if (instance.site().equals(place)) {
          boxes.add(sql(instance, lost));
        }
      }
      return boxes;
    }

    private Box frontEnd(String fqdn, boolean home) {
      if (frontEnd && home) {
        return new Box("Front End", fqdn, "lost", "gone");
      }
      boolean helps = frontEnd && fqdn.equals(cast.partner().fqdn());
      return new Box("Front End", fqdn, helps ? "serves both" : "", helps ? "new" : "");
    }

    private Box chat(ChatServer server, boolean home) {
      if (all || (chat && home)) {
        return new Box("Chat", server.fqdn(), all ? "switched off" : "lost", "gone");
      }
      boolean takesOver = chat && cast.survivors().contains(server.fqdn());
      boolean active = chat ? takesOver : server.active();
      String style = takesOver && !server.active() ? "new" : "";
      return new Box("Chat", server.fqdn(), active ? "active" : "waits", style);
    }

    private Box sql(Instance instance, boolean lost) {
      if (lost) {
        return new Box("SQL", instance.address(), all ? "switched off" : "lost", "gone");
      }
      List<String> parts = new ArrayList<>();
      for (var database : cast.topology().databases()) {
        boolean moved = chat && database.name().equals(Topology.CHAT);
        part(
            parts,
            database.name(),
            "primary",
            instance,
            moved ? database.backup() : database.primary());
        part(
            parts,
            database.name(),
            "mirror",
            instance,
            moved ? database.backupMirror() : database.mirror());
        part(parts, database.name(), "backup", instance, moved ? null : database.backup());
        part(parts, database.name(), "old primary", instance, moved ? database.primary() : null);
      }
      boolean takesOver = chat && instance.name().equals(cast.chat().backup());
      return new Box("SQL", instance.address(), String.join(", ", parts), takesOver ? "new" : "");
    }

    private static void part(
        List<String> parts,
        String database,
        String role,
        Instance instance,
        @Nullable String holder) {
      if (instance.name().equals(holder)) {
        parts.add(database + " " + role);
      }
    }
  }
}
