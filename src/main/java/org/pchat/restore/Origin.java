package org.pchat.restore;

/** Where a record of a package comes from. */
public enum Origin {
  /** From the source. */
  SOURCE,
  /** From the target, as it stands there. */
  TARGET,
  /** It is left to the target, which has it. */
  LEFT_TO_TARGET,
  /** Neither has it, and the source was like that. */
  NOWHERE
}
