package org.pchat.respell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pchat.fixture.MemorySource;

/**
 * One way to spell a snapshot.
 *
 * <p>To try inference on a layout of your own, implement {@link #entries} however you like and hand
 * it to {@code RespellingCheck}; nothing here needs to be used.
 */
public interface Respelling {
  /** Returns the name of the layout, for messages. */
  String name();

  /** Returns the entries of the archive: their names, and their bytes. */
  Map<String, byte[]> entries(MemorySource snapshot) throws IOException;

  /**
   * Returns the same with something changed in every entry, which is taken for UTF-8.
   *
   * @param newName what the layout is called then
   * @param pattern a regular expression; line ends are characters like any other to it
   * @param replacement what takes the place of each fit, with {@code $1} for groups
   */
  default Respelling edited(String newName, String pattern, String replacement) {
    return edited(newName, text -> text.replaceAll("(?s)" + pattern, replacement));
  }

  /** Returns the same with every entry changed. */
  default Respelling edited(String newName, UnaryOperator<String> edit) {
    Respelling original = this;
    return new Respelling() {
      @Override
      public String name() {
        return newName;
      }

      @Override
      public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> entry : original.entries(snapshot).entrySet()) {
          String text = new String(entry.getValue(), StandardCharsets.UTF_8);
          changed.put(entry.getKey(), edit.apply(text).getBytes(StandardCharsets.UTF_8));
        }
        return changed;
      }

      @Override
      public String toString() {
        return newName;
      }
    };
  }

  /** Writes the archive. */
  default Path write(MemorySource snapshot, Path zip) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> entry : entries(snapshot).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return zip;
  }
}
