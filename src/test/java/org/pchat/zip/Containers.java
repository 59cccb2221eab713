package org.pchat.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pchat.model.Watch;
import org.pchat.problem.ProblemLog;

/** Short ways to make and read containers in tests. */
final class Containers {
  private Containers() {}

  static Container open(Path path) throws IOException {
    return open(path, ProblemLog.tolerant());
  }

  static Container open(Path path, ProblemLog problems) throws IOException {
    return Container.open(path, Limits.defaults(), problems, Watch.NONE);
  }

  /** Reads every entry to its end. */
  static Map<String, String> read(Path path) throws IOException {
    return read(path, ProblemLog.tolerant());
  }

  static Map<String, String> read(Path path, ProblemLog problems) throws IOException {
    try (Container container = open(path, problems)) {
      return read(container);
    }
  }

  static Map<String, String> read(Container container) throws IOException {
    var contents = new LinkedHashMap<String, String>();
    for (Entry entry : container.entries()) {
      contents.put(entry.name(), read(container, entry));
    }
    return contents;
  }

  static String read(Container container, Entry entry) throws IOException {
    try (InputStream in = container.open(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** Writes a ZIP file with {@link ZipOutput}. */
  static Path write(Path path, Map<String, String> contents) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var zip = new ZipOutput(channel)) {
      for (var content : contents.entrySet()) {
        try (OutputStream out = zip.entry(content.getKey())) {
          out.write(content.getValue().getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    }
    return path;
  }

  static Path write(Path path, byte[] bytes) throws IOException {
    return Files.write(path, bytes);
  }
}
