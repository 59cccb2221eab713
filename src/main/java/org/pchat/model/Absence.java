package org.pchat.model;

/** Why a record that others refer to may be missing from a source. */
public enum Absence {
  /** The source says nothing about it. */
  UNEXPLAINED,
  /** The source is a package, and relies on its target to have the record. */
  EXPECTED_OF_TARGET,
  /** The source says that the record was missing already from what it was made from. */
  MISSING_AT_SOURCE
}
