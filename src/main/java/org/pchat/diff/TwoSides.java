package org.pchat.diff;

import java.io.IOException;
import java.util.Optional;
import org.pchat.model.Guid;
import org.pchat.model.Room;

/** What two sides and the fates found so far say about acts. */
record TwoSides(Side before, Side after, Fates fates) implements ActRules.Context {
  @Override
  public boolean hadAddress(String uri) throws IOException {
    return before.addresses().contains(uri);
  }

  @Override
  public Optional<Act> ofNode(Guid node) {
    return fates.ofNode(node);
  }

  @Override
  public Optional<Act> ofPrincipal(Guid principal) {
    return fates.ofPrincipal(principal);
  }

  @Override
  public boolean isMoved(Guid guid) {
    Optional<Room> old = before.structure().room(guid);
    Optional<Room> now = after.structure().room(guid);
    return old.isPresent() && now.isPresent() && !old.get().category().equals(now.get().category());
  }
}
