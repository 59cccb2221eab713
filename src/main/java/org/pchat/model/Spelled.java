package org.pchat.model;

/**
 * A value of a closed set that has one published word in the canonical layout, in JSON and in the
 * schemas.
 */
public interface Spelled {
  /** Returns that word. */
  String word();
}
