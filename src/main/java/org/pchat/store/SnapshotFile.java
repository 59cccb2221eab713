package org.pchat.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.chunk.Hash;

/**
 * The file of a snapshot: lines of a word and a value, the last of which is the hash of all before.
 * The hash names the file, too, so that no byte of it can change unseen.
 */
final class SnapshotFile {
  static final String SUFFIX = ".snapshot";
  private static final String HEAD = "pchat-snapshot-1\n";
  private static final String HASH = "sha256 ";
  private static final int ID = 16;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private SnapshotFile() {}

  /** Returns the bytes of a snapshot whose id is not known yet. */
  static byte[] write(Snapshot snapshot) {
    var text = new StringBuilder(HEAD);
    line(text, "time", snapshot.time());
    line(text, "saved", snapshot.saved());
    line(text, "source", snapshot.source());
    line(text, "layout", snapshot.layout());
    snapshot.tags().forEach(tag -> line(text, "tag", tag));
    snapshot.suspicions().forEach(why -> line(text, "suspect", why));
    snapshot.counts().forEach((kind, count) -> line(text, "count", kind + " " + count));
    line(text, "errors", snapshot.errors());
    line(text, "bytes", snapshot.bytes());
    snapshot.entries().forEach(chunk -> line(text, "entries", chunk));
    String body = text.toString();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (body + HASH + Hash.of(bytes) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String word, Object value) {
    text.append(word).append(' ').append(Escaping.escape(value.toString())).append('\n');
  }

  /** Returns the id of a snapshot with these bytes. */
  static String id(byte[] file) {
    return Hash.of(file).toString().substring(0, ID);
  }

  /**
   * Reads a file.
   *
   * @param id what its name says
   * @throws IOException saying why, if it is not as it was written
   */
  static Snapshot read(String id, byte[] file) throws IOException {
    if (!id(file).equals(id)) {
      throw new IOException("its bytes are not those that its name stands for");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("it is not UTF-8", e);
    }
    int end = text.lastIndexOf("\n" + HASH) + 1;
    if (!text.startsWith(HEAD) || end == 0) {
      throw new IOException("it is no snapshot of this version");
    }
    var parsed = new SnapshotFile();
    text.substring(HEAD.length(), end).lines().forEach(parsed::add);
    try {
      return parsed.snapshot(id);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IOException("its lines make no sense: " + wrong.getMessage(), wrong);
    }
  }

  private void add(String line) {
    int space = line.indexOf(' ');
    if (space > 0) {
      values
          .computeIfAbsent(line.substring(0, space), word -> new ArrayList<>())
          .add(Escaping.unescape(line.substring(space + 1)));
    }
  }

  private Snapshot snapshot(String id) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String count : all("count")) {
      String[] words = count.split(" ", 2);
      counts.put(words[0], Long.valueOf(words[1]));
    }
    return new Snapshot(
        id,
        Instant.parse(one("time")),
        Instant.parse(one("saved")),
        one("source"),
        one("layout"),
        all("tag"),
        all("suspect"),
        counts,
        Long.parseLong(one("errors")),
        Long.parseLong(one("bytes")),
        all("entries").stream().map(Hash::parse).toList(),
        false,
        false);
  }

  private List<String> all(String word) {
    return values.getOrDefault(word, List.of());
  }

  private String one(String word) {
    List<String> all = all(word);
    if (all.size() != 1) {
      throw new IllegalArgumentException("there should be one line \"" + word + "\"");
    }
    return all.get(0);
  }
}
