package org.pchat.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pchat.document.HtmlReport;
import org.pchat.zip.PendingFile;

/** The page of {@code --report}, if one is wanted; it gets its name when it is complete. */
final class ReportFile implements Closeable {
  private final @Nullable PendingFile file;

  private ReportFile(@Nullable PendingFile file) {
    this.file = file;
  }

  /**
   * Makes sure that the page can be written before anything else is done.
   *
   * @param path where to; null for no page
   * @param result what the command writes besides
   */
  static ReportFile begin(@Nullable Path path, @Nullable Path result, boolean overwrite)
      throws IOException {
    if (path == null) {
      return new ReportFile(null);
    }
    if (result != null && path.toAbsolutePath().equals(result.toAbsolutePath())) {
      throw new UsageException("--report and -o name the same file; choose another for one");
    }
    return new ReportFile(PendingFile.create(path, overwrite));
  }

  /** Writes the page. */
  void write(String title, HtmlReport.Content content) throws IOException {
    if (file == null) {
      return;
    }
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                Channels.newOutputStream(file.channel()), StandardCharsets.UTF_8));
    HtmlReport.write(out, title, content);
    out.flush();
    file.commit(written -> {});
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
