package org.pchat.layout;

import java.util.Map;
import org.pchat.model.Kind;

/** The spellings of the canonical layout. */
final class Pchat1Records {
  private Pchat1Records() {}

  static Map<Kind<?>, Spelling<?>> spellings() {
    return Map.of(
        Kind.PRINCIPAL, new AttributeSpelling<>(Kind.PRINCIPAL),
        Kind.ADD_IN, new AttributeSpelling<>(Kind.ADD_IN),
        Kind.CATEGORY, new AttributeSpelling<>(Kind.CATEGORY),
        Kind.ROOM, new AttributeSpelling<>(Kind.ROOM),
        Kind.ROLE, new AttributeSpelling<>(Kind.ROLE),
        Kind.SCOPE, new AttributeSpelling<>(Kind.SCOPE),
        Kind.MESSAGE, new MessageSpelling());
  }
}
