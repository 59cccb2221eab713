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
import org.pchat.model.Absence;
import org.pchat.model.Audit;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Scope;
import org.pchat.model.Structure;

/**
 * Whether a package holds everything that its records refer to, or says that it leaves it to a
 * target that has it.
 */
final class References {
  private static final int MOST_TOLD = 1_000;

  private final ChatSource source;
  private final ChatSource target;
  private final Structure structure;
  private final Set<Guid> principals = new HashSet<>();
  private final Set<Guid> targetPrincipals = new HashSet<>();
  private final Map<String, Long> missing = new TreeMap<>();

  private References(ChatSource source, ChatSource target) throws IOException {
    this.source = source;
    this.target = target;
    this.structure = source.structure();
  }

  /** Returns what is missing, a sentence for each; empty if nothing is. */
  static List<String> missing(ChatSource source, ChatSource target) throws IOException {
    var references = new References(source, target);
    references.principals();
    references.nodes();
    references.permissions();
    references.messages();
    List<String> lines = new ArrayList<>();
    references.missing.forEach(
        (what, count) -> {
          if (lines.size() < MOST_TOLD) {
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%s, to which %,d %s",
                    what,
                    count,
                    count == 1 ? "record refers" : "records refer"));
          }
        });
    return lines;
  }

  private void principals() throws IOException {
    read(source, principals);
    read(target, targetPrincipals);
    try (var all = source.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        audit(all.record().audit());
      }
    }
  }

  private static void read(ChatSource from, Set<Guid> guids) throws IOException {
    try (var all = from.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        Principal principal = all.record();
        guids.add(principal.guid());
      }
    }
  }

  private void nodes() throws IOException {
    for (var category : structure.categories()) {
      need(Kind.CATEGORY, category.parent());
      audit(category.audit());
    }
    for (var room : structure.rooms()) {
      need(Kind.CATEGORY, room.category());
      need(Kind.ADD_IN, room.addIn());
      audit(room.audit());
    }
  }

  private void audit(Audit audit) throws IOException {
    for (Guid editor : Audited.editors(audit)) {
      need(Kind.PRINCIPAL, editor);
    }
  }

  private void permissions() throws IOException {
    try (var all = source.records(Kind.ROLE)) {
      while (all.advance()) {
        Role role = all.record();
        needNode(role.node());
        need(Kind.PRINCIPAL, role.principal());
        need(Kind.PRINCIPAL, role.updatedBy());
      }
    }
    try (var all = source.records(Kind.SCOPE)) {
      while (all.advance()) {
        Scope scope = all.record();
        need(Kind.CATEGORY, scope.node());
        need(Kind.PRINCIPAL, scope.principal());
        need(Kind.PRINCIPAL, scope.updatedBy());
      }
    }
  }

  private void messages() throws IOException {
    try (var all = source.records(Kind.MESSAGE)) {
      Guid room = null;
      while (all.advance()) {
        Message message = all.record();
        if (!message.room().equals(room)) {
          room = message.room();
          need(Kind.ROOM, room);
        }
        need(Kind.PRINCIPAL, message.author());
      }
    }
  }

  private void needNode(Guid node) throws IOException {
    if (structure.category(node).isEmpty()) {
      boolean expected = source.absence(Kind.CATEGORY, node) == Absence.EXPECTED_OF_TARGET;
      need(expected ? Kind.CATEGORY : Kind.ROOM, node);
    }
  }

  private void need(Kind<?> kind, @Nullable Guid guid) throws IOException {
    if (guid == null || guid.isZero() || isIn(kind, guid, structure, principals)) {
      return;
    }
    switch (source.absence(kind, guid)) {
      case MISSING_AT_SOURCE -> {}
      case EXPECTED_OF_TARGET -> {
        if (!isIn(kind, guid, target.structure(), targetPrincipals)) {
          miss(kind, guid, "is neither in the package nor in the target");
        }
      }
      case UNEXPLAINED -> miss(kind, guid, "is not in the package");
    }
  }

  private void miss(Kind<?> kind, Guid guid, String where) {
    missing.merge(kind.word() + " " + guid + " " + where, 1L, Long::sum);
  }

  private static boolean isIn(Kind<?> kind, Guid guid, Structure structure, Set<Guid> principals) {
    if (kind == Kind.PRINCIPAL) {
      return principals.contains(guid);
    }
    Optional<?> found =
        kind == Kind.ROOM
            ? structure.room(guid)
            : kind == Kind.CATEGORY ? structure.category(guid) : structure.addIn(guid);
    return found.isPresent();
  }
}
