package org.pchat.archive;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Layout;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.zip.Container;
import org.pchat.zip.Entry;

/**
 * Looks at entries of a container until one speaks for a layout. A damaged entry does not hide the
 * others; if none speaks for the layout, the first damage is what the user has to know.
 */
final class Witness {
  /** How many entries are asked; more than the structure has, and hostile archives have many. */
  private static final int MOST_ASKED = 20;

  private final Container container;
  private final Layout layout;
  private @Nullable ArchiveException damage;

  Witness(Container container, Layout layout) {
    this.container = container;
    this.layout = layout;
  }

  /** Returns whether an entry speaks for the layout. */
  boolean recognises() throws IOException {
    int asked = 0;
    for (Entry entry : container.entries()) {
      Optional<EntryRole> role = layout.role(entry.name());
      if (role.isPresent() && asked++ < MOST_ASKED && recognises(role.get(), entry)) {
        return true;
      }
    }
    return false;
  }

  private boolean recognises(EntryRole role, Entry entry) throws IOException {
    try {
      Location where = Location.of(container.path().toString(), entry.name());
      return layout.recognises(role, container.open(entry), where);
    } catch (ArchiveException damaged) {
      damage = damage == null ? damaged : damage;
      return false;
    }
  }

  /** Returns the first damage that was met. */
  Optional<ArchiveException> damage() {
    return Optional.ofNullable(damage);
  }
}
