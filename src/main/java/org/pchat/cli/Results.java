package org.pchat.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pchat.document.JsonOutput;
import org.pchat.zip.PendingFile;

/**
 * Where the result of a command goes: standard output or a file, as text or JSON, always in UTF-8.
 */
final class Results implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final @Nullable PendingFile file;
  private final Writer out;
  private final boolean terminal;
  private final @Nullable JsonOutput json;
  private final Page page;

  private Results(@Nullable PendingFile file, Terminal terminal, boolean asJson, boolean colored)
      throws IOException {
    this.file = file;
    OutputStream stream = file == null ? terminal.out() : stream(file);
    this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
    this.terminal = file == null && terminal.outIsTerminal();
    this.json = asJson ? new JsonOutput(out, this.terminal) : null;
    this.page = new Page(out, this.terminal, colored, terminal.columns());
  }

  private static OutputStream stream(PendingFile file) {
    return new ResultStream(Channels.newOutputStream(file.channel()), file.target().toString());
  }

  /** Opens plain text, never coloured. */
  static Results open(ResultOptions options, Terminal terminal) throws IOException {
    return new Results(pending(options), terminal, false, false);
  }

  /** Opens text or JSON; a file is coloured only on request. */
  static Results open(OutputOptions options, Terminal terminal) throws IOException {
    PendingFile file = pending(options.result);
    boolean colored =
        file == null ? options.colored(terminal) : options.color == OutputOptions.Color.ALWAYS;
    return new Results(file, terminal, options.json, colored);
  }

  /** Opens standard output, wherever the options say that another result goes. */
  static Results onStandardOutput(OutputOptions options, Terminal terminal) throws IOException {
    return new Results(null, terminal, options.json, options.colored(terminal));
  }

  private static @Nullable PendingFile pending(ResultOptions options) throws IOException {
    Path target = options.file();
    return target == null ? null : PendingFile.create(target, options.force);
  }

  boolean isJson() {
    return json != null;
  }

  /** Returns whether a person watches the result appear. */
  boolean isTerminal() {
    return terminal;
  }

  Page page() {
    return page;
  }

  /** Returns where to write what is safe on a terminal by itself, such as a page of HTML. */
  Writer writer() {
    return out;
  }

  /** Writes one JSON value on a line of its own. */
  void json(Object value) throws IOException {
    if (json == null) {
      throw new IllegalStateException("text was asked for");
    }
    json.write(value);
  }

  /** Passes on what was printed; a file does not get its name. */
  void flush() throws IOException {
    if (json != null) {
      json.close();
    }
    out.flush();
  }

  /** Completes the result; a file gets its name only here. */
  void finish() throws IOException {
    flush();
    if (file != null) {
      file.commit(written -> {});
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
