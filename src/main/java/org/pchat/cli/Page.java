package org.pchat.cli;

import java.io.IOException;
import java.io.Writer;

/** Takes lines of text for people: safe on a terminal, plain in a pipe. */
final class Page {
  private final Writer out;
  private final boolean terminal;
  private final boolean colored;
  private final int columns;

  /**
   * Prints to {@code out}.
   *
   * @param terminal whether the text ends on a terminal, so that what comes from archives is made
   *     harmless
   * @param colored whether to use colours
   * @param columns how wide lines may be
   */
  Page(Writer out, boolean terminal, boolean colored, int columns) {
    this.out = out;
    this.terminal = terminal;
    this.colored = colored;
    this.columns = columns;
  }

  /** Prints a line that is already safe. */
  void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  /** Prints text that is already safe and ends its own lines. */
  void text(String text) throws IOException {
    out.write(text.replace("\r\n", "\n"));
  }

  void line() throws IOException {
    out.write('\n');
  }

  /** Returns text from an archive as one line, for a place where lines must not break. */
  String safe(String text) {
    return terminal ? Printable.line(text) : text;
  }

  /** Returns text from an archive that may have several lines. */
  String safeBlock(String text) {
    return terminal ? Printable.block(text) : text;
  }

  /** Returns safe text in a style, where colours are wanted. */
  String in(Style style, String safeText) {
    return colored ? style.on(safeText) : safeText;
  }

  boolean isTerminal() {
    return terminal;
  }

  int columns() {
    return columns;
  }
}
