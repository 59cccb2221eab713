package org.pchat.layout;

import org.jspecify.annotations.Nullable;
import org.pchat.xml.XmlName;

/**
 * The name of an element or attribute, or a pattern for some.
 *
 * @param namespace the namespace; "" for none, null for any
 * @param local the local name; null for any
 */
public record ElementName(@Nullable String namespace, @Nullable String local) {
  /** Every name. */
  public static final ElementName ANY = new ElementName(null, null);

  /** Returns the pattern that only {@code name} fits. */
  public static ElementName of(XmlName name) {
    return new ElementName(name.namespace(), name.local());
  }

  /** Returns the pattern that only {@code local} in no namespace fits. */
  public static ElementName of(String local) {
    return new ElementName("", local);
  }

  /** Returns whether {@code name} fits. */
  public boolean matches(XmlName name) {
    return (namespace == null || namespace.equals(name.namespace()))
        && (local == null || local.equals(name.local()));
  }
}
