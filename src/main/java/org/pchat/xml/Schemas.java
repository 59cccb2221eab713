package org.pchat.xml;

import org.jspecify.annotations.Nullable;

/** Says which schema an entry is checked against, once its root element is known. */
public interface Schemas {
  /** Checks nothing. */
  Schemas NONE = root -> null;

  /** Returns the schema for an entry with this root, or null to check nothing. */
  @Nullable EntrySchema at(XmlName root);
}
