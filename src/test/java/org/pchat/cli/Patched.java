package org.pchat.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.pchat.document.JsonOutput;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Kind;

/** The records of a snapshot as JSON, to which the lines of a comparison can be applied. */
final class Patched {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> records = new TreeMap<>();

  Patched(MemorySource source) throws IOException {
    for (Kind<?> kind : Kind.ALL) {
      add(kind, source);
    }
  }

  private <T> void add(Kind<T> kind, MemorySource source) throws IOException {
    for (T record : MemorySource.all(source.records(kind))) {
      JsonNode node = JSON.readTree(JsonOutput.line(Records.of(kind, record)));
      records.put(kind.word() + key(kind.word(), node), node);
    }
  }

  private static String key(String kind, JsonNode record) {
    return switch (kind) {
      case "Role" -> record.get("node") + " " + record.get("principal") + record.get("role");
      case "Scope" -> record.get("node") + " " + record.get("principal");
      case "Message" -> record.get("room") + " " + record.get("id");
      default -> record.get("guid").toString();
    };
  }

  /** Applies one line of {@code diff --json --details}. */
  void apply(String line) {
    try {
      JsonNode difference = JSON.readTree(line);
      String kind = difference.get("kind").asText();
      if (difference.has("before")) {
        records.remove(kind + key(kind, difference.get("before")));
      }
      if (difference.has("after")) {
        records.put(kind + key(kind, difference.get("after")), difference.get("after"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, JsonNode> records() {
    return records;
  }
}
