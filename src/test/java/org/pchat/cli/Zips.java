package org.pchat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives made by the JDK, which shares no writing code with us. */
final class Zips {
  private Zips() {}

  /** An entry to be. */
  record Part(String name, String content) {}

  static Part part(String name, String content) {
    return new Part(name, content);
  }

  static Path write(Path target, List<Part> parts) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(target))) {
      for (Part part : parts) {
        byte[] bytes = part.content().getBytes(StandardCharsets.UTF_8);
        var entry = new ZipEntry(part.name());
        var crc = new CRC32();
        crc.update(bytes);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    }
    return target;
  }

  /** Marks every entry as encrypted, in both of its headers. */
  static void setEncryptedFlag(byte[] zip) {
    for (int i = 0; i + 10 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
        zip[i + 6] |= 1;
      } else if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
      }
    }
  }
}
