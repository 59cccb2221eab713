package org.pchat.runbook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;

/**
 * The servers that a runbook is written for, as the user's file names them. Names refer to each
 * other as text; {@link TopologyCheck} says which lead nowhere.
 *
 * @param product the product, as people call it
 * @param lowLatency whether the sites are joined by a fast line
 * @param sites the sites, in the order of the file, as all lists
 * @param frontEndPools the Front End pools
 * @param edgePools the Edge pools
 * @param chatPool the Persistent Chat pool
 * @param chatServers its servers
 * @param instances the SQL Server instances
 * @param databases the databases
 * @param shares folders and shares by their use
 * @param recovery the user's own files and names for the scenarios that restore
 * @param where the file
 */
public record Topology(
    String product,
    boolean lowLatency,
    List<Site> sites,
    List<FrontEndPool> frontEndPools,
    List<EdgePool> edgePools,
    ChatPool chatPool,
    List<ChatServer> chatServers,
    List<Instance> instances,
    List<Database> databases,
    List<Share> shares,
    Recovery recovery,
    Location where) {
  /** The namespace of the file. */
  public static final String NAMESPACE = "urn:pchat:topology:1";

  /** The database of rooms and messages. */
  static final String CHAT = "mgc";

  /** The database of the compliance service. */
  static final String COMPLIANCE = "mgccomp";

  /** Copies. */
  public Topology {
    sites = List.copyOf(sites);
    frontEndPools = List.copyOf(frontEndPools);
    edgePools = List.copyOf(edgePools);
    chatServers = List.copyOf(chatServers);
    instances = List.copyOf(instances);
    databases = List.copyOf(databases);
    shares = List.copyOf(shares);
  }

  /** A data center. */
  public record Site(String name, Location at) {}

  /** A Front End pool; {@code pairedWith} is null where it has no pair. */
  public record FrontEndPool(String fqdn, String site, @Nullable String pairedWith, Location at) {}

  /** An Edge pool and the Front End pool that it hands over to. */
  public record EdgePool(String fqdn, String site, String nextHop, Location at) {}

  /** The Persistent Chat pool. */
  public record ChatPool(String fqdn, Location at) {}

  /** A chat server, and whether it is active in normal times. */
  public record ChatServer(String fqdn, String site, boolean active, Location at) {}

  /** An instance of SQL Server; {@code instance} is null for the default one. */
  public record Instance(
      String name, String fqdn, @Nullable String instance, String site, Location at) {
    /** Returns what clients connect to. */
    public String address() {
      return instance == null ? fqdn : fqdn + "\\" + instance;
    }
  }

  /** A database and the instances, by name, that hold it in each role. */
  public record Database(
      String name,
      String primary,
      @Nullable String mirror,
      @Nullable String backup,
      @Nullable String backupMirror,
      Location at) {}

  /** A share or folder. */
  public record Share(Use use, String path, Location at) {}

  /** The user's files and names; null where the file does not say. */
  public record Recovery(
      @Nullable String goodExport,
      @Nullable String sqlBackup,
      @Nullable String room,
      @Nullable String category) {}

  /** What a share or folder is for. */
  public enum Use {
    /** Where the primary puts the backups of its log. */
    BACKUPS("backups"),
    /** The folder on the backup instance's server that they are copied to. */
    COPIES("copies"),
    /** The file store with uploaded files. */
    FILES("files"),
    /** Where the compliance adapter writes. */
    COMPLIANCE("compliance"),
    /** Where a database restored beside the living one puts its files. */
    RESTORE("restore"),
    /** Where the runbook's own files go. */
    WORK("work");

    private final String word;

    Use(String word) {
      this.word = word;
    }

    /** Returns the word of the file. */
    public String word() {
      return word;
    }
  }

  /** Returns the database of this name. */
  Optional<Database> database(String name) {
    return databases.stream().filter(d -> d.name().equals(name)).findFirst();
  }

  /** Returns the instance of this name. */
  Optional<Instance> instance(@Nullable String name) {
    return instances.stream().filter(i -> i.name().equals(name)).findFirst();
  }

  /** Returns the Front End pool of this name. */
  Optional<FrontEndPool> frontEndPool(@Nullable String fqdn) {
    return frontEndPools.stream().filter(p -> p.fqdn().equals(fqdn)).findFirst();
  }

  /** Returns the path for this use. */
  Optional<String> share(Use use) {
    return shares.stream().filter(s -> s.use() == use).map(Share::path).findFirst();
  }
}
