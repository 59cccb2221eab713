package org.pchat.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Unpacked exports as texts by entry name. */
public final class Unpacked {
  private Unpacked() {}

  /** Reads all entries below {@code folder}. */
  public static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return entries;
  }

  /** Writes the entries below {@code folder}, and nothing else. */
  public static void write(Map<String, String> entries, Path folder) throws IOException {
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
    List<Path> others;
    try (Stream<Path> files = Files.walk(folder)) {
      others =
          files
              .filter(Files::isRegularFile)
              .filter(
                  file ->
                      !entries.containsKey(folder.relativize(file).toString().replace('\\', '/')))
              .toList();
    }
    for (Path file : others) {
      Files.delete(file);
    }
  }

  /** Writes what differs between what lies below {@code folder} and what is to lie there. */
  public static void change(Map<String, String> before, Map<String, String> after, Path folder)
      throws IOException {
    for (String gone : before.keySet()) {
      if (!after.containsKey(gone)) {
        Files.delete(folder.resolve(gone));
      }
    }
    for (Map.Entry<String, String> entry : after.entrySet()) {
      if (!entry.getValue().equals(before.get(entry.getKey()))) {
        Path file = folder.resolve(entry.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, entry.getValue());
      }
    }
  }
}
