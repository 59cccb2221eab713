package org.pchat.runbook;

import java.io.IOException;
import java.io.Writer;

/** Writes runbooks in each form. */
public final class RunbookWriter {
  private RunbookWriter() {}

  /**
   * Writes a runbook.
   *
   * @param out where to, in UTF-8; a script begins with a byte order mark
   */
  public static void write(Runbook runbook, Format format, Writer out) throws IOException {
    switch (format) {
      case MD -> new MarkdownRunbook(runbook).write(out);
      case HTML -> new HtmlRunbook(runbook).write(out);
      case PS1 -> new ScriptRunbook(runbook).write(out);
      case TXT -> new TextRunbook(runbook).write(out);
    }
  }
}
