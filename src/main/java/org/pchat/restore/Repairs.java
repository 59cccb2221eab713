package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.cmdlet.Cmdlets;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.select.FileLink;

/**
 * What an import is known to lose of a package, and the cmdlets that repair it: creators of
 * categories (published), and uploaded files, which are never in an export (published).
 *
 * @param creators a cmdlet for each category
 * @param files how many links to uploaded files the messages hold
 * @param rooms the names of the rooms, for those who check
 */
public record Repairs(List<String> creators, long files, List<String> rooms) {
  /** Copies. */
  public Repairs {
    creators = List.copyOf(creators);
    rooms = List.copyOf(rooms);
  }

  /** Looks through a package. */
  public static Repairs of(ChatSource source, @Nullable String pool) throws IOException {
    Map<Guid, List<Guid>> creators = new TreeMap<>();
    Set<Guid> wanted = new HashSet<>();
    try (var all = source.records(Kind.ROLE)) {
      while (all.advance()) {
        Role role = all.record();
        if (role.role() == RoleType.CREATOR) {
          creators.computeIfAbsent(role.node(), node -> new ArrayList<>()).add(role.principal());
          wanted.add(role.principal());
        }
      }
    }
    Map<Guid, String> names = new HashMap<>();
    try (var all = source.records(Kind.PRINCIPAL)) {
      while (!wanted.isEmpty() && all.advance()) {
        Principal principal = all.record();
        if (wanted.contains(principal.guid())) {
          names.put(principal.guid(), Cmdlets.name(principal));
        }
      }
    }
    var cmdlets = new Cmdlets(pool);
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Guid, List<Guid>> entry : creators.entrySet()) {
      Category category = source.structure().category(entry.getKey()).orElse(null);
      if (category != null) {
        lines.add(
            cmdlets.creators(
                category,
                entry.getValue().stream().map(g -> names.getOrDefault(g, g.toString())).toList()));
      }
    }
    return new Repairs(
        lines,
        files(source),
        source.structure().rooms().stream().map(room -> room.name()).toList());
  }

  private static long files(ChatSource source) throws IOException {
    long files = 0;
    try (var all = source.records(Kind.MESSAGE)) {
      while (all.advance()) {
        files += FileLink.in(all.record().text()).size();
      }
    }
    return files;
  }
}
