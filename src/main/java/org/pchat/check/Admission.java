package org.pchat.check;

/** Whether the scopes of a category admit a principal. */
public enum Admission {
  /** They do. */
  INSIDE,
  /** They do not. */
  OUTSIDE,
  /** That depends on who is in a group, which a snapshot does not say. */
  UNCERTAIN,
  /** The scopes or the principal are not known well enough to ask. */
  UNKNOWN
}
