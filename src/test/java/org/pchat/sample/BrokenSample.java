package org.pchat.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The sound sample with one fault in it, and what a check has to say of it. {@code {P4}} stands for
 * the GUID of the fourth principal, {@code {C…}}, {@code {R…}} and {@code {A…}} for those of
 * categories, rooms and add-ins.
 */
public final class BrokenSample {
  /** The sound one. */
  public static final Path SOUND = Path.of("samples", "broken", "sound-valid");

  private static final Pattern SHORT = Pattern.compile("\\{([PCRA])(\\d+)}");

  private final String name;
  private final List<String> findings;
  private final List<Consumer<Map<String, String>>> edits = new ArrayList<>();
  private final List<Consumer<Map<String, String>>> lateEdits = new ArrayList<>();

  private BrokenSample(String name, List<String> findings) {
    this.name = name;
    this.findings = findings;
  }

  /**
   * Begins a sample.
   *
   * @param name ends in its verdict
   * @param findings each a code and its place: {@code RULE-005 Rooms.xml:5:1}
   */
  static BrokenSample of(String name, String... findings) {
    return new BrokenSample(name, Arrays.stream(findings).map(BrokenSample::full).toList());
  }

  /** Replaces a piece of a line. */
  BrokenSample edit(String entry, int line, String piece, String by) {
    return lines(
        entry,
        lines -> {
          String before = lines.get(line - 1);
          if (!before.contains(full(piece))) {
            throw new IllegalArgumentException(name + ": no " + full(piece) + " in " + before);
          }
          lines.set(line - 1, before.replace(full(piece), full(by)));
          return lines;
        });
  }

  /** Makes a new line. */
  BrokenSample insert(String entry, int line, String text) {
    return lines(
        entry,
        lines -> {
          lines.add(line - 1, full(text));
          return lines;
        });
  }

  /** Copies a line to another place. */
  BrokenSample copy(String entry, int line, int to) {
    return lines(
        entry,
        lines -> {
          lines.add(to - 1, lines.get(line - 1));
          return lines;
        });
  }

  /** Takes a line away. */
  BrokenSample delete(String entry, int line) {
    return lines(
        entry,
        lines -> {
          lines.remove(line - 1);
          return lines;
        });
  }

  private BrokenSample lines(String entry, UnaryOperator<List<String>> edit) {
    edits.add(
        entries -> {
          String text = entries.get(full(entry));
          var lines = new ArrayList<>(List.of(text.split("\n")));
          entries.put(full(entry), String.join("\n", edit.apply(lines)) + "\n");
        });
    return this;
  }

  /** Puts an entry there. */
  BrokenSample entry(String entry, String text) {
    edits.add(
        entries -> {
          entries.put(full(entry), full(text));
        });
    return this;
  }

  /** Takes an entry away. */
  BrokenSample without(String entry) {
    edits.add(
        entries -> {
          entries.remove(full(entry));
        });
    return this;
  }

  /** Replaces a piece of an entry once the manifest was made. */
  BrokenSample tamper(String entry, String piece, String by) {
    lateEdits.add(
        entries -> {
          entries.put(full(entry), entries.get(full(entry)).replace(full(piece), full(by)));
        });
    return this;
  }

  /** Replaces an entry once the manifest was made. */
  BrokenSample tamperAll(String entry, String by) {
    lateEdits.add(
        entries -> {
          entries.put(full(entry), by);
        });
    return this;
  }

  /** Takes an entry away once the manifest was made. */
  BrokenSample lose(String entry) {
    lateEdits.add(
        entries -> {
          entries.remove(full(entry));
        });
    return this;
  }

  private static String full(String text) {
    return SHORT
        .matcher(text)
        .replaceAll(
            m ->
                "%d0000000-0000-4000-8000-%012d"
                    .formatted("PCRA".indexOf(m.group(1)) + 1, Integer.parseInt(m.group(2))));
  }

  /** Returns the name of its directory. */
  public String name() {
    return name;
  }

  /** Returns what a check finds: codes and places, each place without the archive. */
  public List<String> findings() {
    return findings;
  }

  /** Returns its entries. */
  public Map<String, String> entries() throws IOException {
    Map<String, String> entries = new TreeMap<>(Unpacked.read(SOUND));
    edits.forEach(edit -> edit.accept(entries));
    ManifestMaker.renew(entries);
    lateEdits.forEach(edit -> edit.accept(entries));
    return entries;
  }

  @Override
  public String toString() {
    return name;
  }
}
