package org.pchat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pchat.fixture.Tools;

/** Checks exports against schemas/ with libxml2, which shares no code with us. */
public final class Schemas {
  private Schemas() {}

  /** Validates every entry of an export, unpacked into {@code folder}. */
  public static void xmllint(Path export, Path folder) throws Exception {
    Tools.require("xmllint");
    RoundTripTest.unpack(export, folder);
    for (String name :
        List.of("Principals", "AddIns", "Categories", "Rooms", "Permissions", "Manifest")) {
      Path entry = folder.resolve(name + ".xml");
      if (Files.exists(entry)) {
        validate(name, List.of(entry));
      }
    }
    List<Path> messages = messages(folder.resolve("Messages"));
    if (!messages.isEmpty()) {
      validate("Messages", messages);
    }
  }

  private static List<Path> messages(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void validate(String kind, List<Path> entries) throws Exception {
    String schema = "schemas/" + kind.toLowerCase(Locale.ROOT) + ".xsd";
    List<String> command =
        new ArrayList<>(List.of("xmllint", "--noout", "--huge", "--schema", schema));
    entries.forEach(entry -> command.add(entry.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
