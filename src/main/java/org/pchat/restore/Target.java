package org.pchat.restore;

import java.io.IOException;
import java.util.Optional;
import org.pchat.diff.Diff;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Room;
import org.pchat.model.Structure;

/** Where the package is to go, in the identities of its source. */
final class Target {
  private final ChatSource source;
  private final Structure structure;

  private Target(ChatSource source) throws IOException {
    this.source = source;
    this.structure = source.structure();
  }

  static Target of(ChatSource from, ChatSource onto) throws IOException {
    return new Target(Diff.aligned(from, onto));
  }

  ChatSource source() {
    return source;
  }

  Structure structure() {
    return structure;
  }

  boolean hasNode(Guid guid) {
    return structure.room(guid).isPresent() || structure.category(guid).isPresent();
  }

  /** Returns the category whose scopes hold for roles on a node that lives there. */
  Optional<Guid> categoryOf(Guid node) {
    Optional<Guid> own = structure.category(node).map(c -> c.guid());
    return own.or(() -> structure.room(node).map(Room::category));
  }
}
