package org.pchat.cli;

/**
 * The few ways in which text stands out on a terminal; each also has a sign or place of its own, so
 * that colour is never needed.
 */
enum Style {
  /** Headings. */
  BOLD("1"),
  /** What the eye may pass over: times, zeros, notes. */
  DIM("2"),
  /** Attention. */
  YELLOW("33"),
  /** Loss and damage. */
  RED("31");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** Returns {@code text}, which is already printable, in this style. */
  String on(String text) {
    return "\u001b[" + code + 'm' + text + "\u001b[0m";
  }
}
