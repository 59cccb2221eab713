package org.pchat.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The topology file as it stands: every string is an attribute, every list a row of elements. */
record TopologyDocument(
    String product,
    @Nullable String lowLatency,
    @Nullable List<Site> site,
    @Nullable List<FrontEnd> frontEndPool,
    @Nullable List<Edge> edgePool,
    @Nullable List<Chat> chatPool,
    @Nullable List<Server> chatServer,
    @Nullable List<Instance> sqlInstance,
    @Nullable List<Database> database,
    @Nullable List<Share> share,
    @Nullable List<Recovery> recovery) {

  record Site(String name) {}

  record FrontEnd(String fqdn, String site, @Nullable String pairedWith) {}

  record Edge(String fqdn, String site, String nextHop) {}

  record Chat(String fqdn) {}

  record Server(String fqdn, String site, String active) {}

  record Instance(String name, String fqdn, @Nullable String instance, String site) {}

  record Database(
      String name,
      String primary,
      @Nullable String mirror,
      @Nullable String backup,
      @Nullable String backupMirror) {}

  record Share(String use, String path) {}

  record Recovery(
      @Nullable String goodExport,
      @Nullable String sqlBackup,
      @Nullable String room,
      @Nullable String category) {}
}
