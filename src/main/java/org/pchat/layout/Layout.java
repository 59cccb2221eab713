package org.pchat.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.xml.XmlName;

/** How one sort of archive spells the model. */
public interface Layout {
  /** Returns the name by which users and reports call it. */
  String name();

  /**
   * Returns what an entry of this name holds; nothing for an entry that the layout does not know.
   */
  Optional<EntryRole> role(String entryName);

  /**
   * Returns whether an entry of that role may have this root element; the first such entry of an
   * archive proves the layout.
   */
  boolean recognises(EntryRole role, XmlName root);

  /**
   * Begins to walk over an entry.
   *
   * @param in its bytes; closed with the walk, or when this method throws
   */
  EntryWalk walk(EntryRole role, InputStream in, EntryContext context) throws IOException;

  /** Returns the order in which records of {@code kind} stand. */
  Order order(Kind<?> kind);

  /** Returns whether each room's messages are an entry by themselves. */
  boolean readsRoomsApart();
}
