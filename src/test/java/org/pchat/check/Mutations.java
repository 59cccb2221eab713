package org.pchat.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every change of an export that is written one record a line: each element, attribute, entry and
 * reference removed, duplicated, swapped with its neighbour, emptied, and each reference led to
 * nowhere. A change that would change nothing is left out.
 */
final class Mutations {
  private static final Pattern RECORD =
      Pattern.compile("<(\\w+)((?: \\w+=\"[^\"]*\")*)/?>(.*)", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile(" (\\w+)=\"([^\"]*)\"");
  private static final Pattern CHILD = Pattern.compile("<(Text|Rtf)>([^<]*)</\\1>");
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String NOWHERE = "99999999-0000-4000-8000-000000000999";

  private final Map<String, String> entries;
  private final Consumer<Mutation> out;

  private Mutations(Map<String, String> entries, Consumer<Mutation> out) {
    this.entries = entries;
    this.out = out;
  }

  /** Hands out all changes of an export. */
  static void of(Map<String, String> entries, Consumer<Mutation> out) {
    var mutations = new Mutations(entries, out);
    entries.keySet().forEach(mutations::entry);
    entries.keySet().forEach(mutations::lines);
  }

  private static String kind(String entry) {
    return entry.startsWith("Messages/") ? "Messages" : entry.substring(0, entry.indexOf('.'));
  }

  private void entry(String name) {
    String kind = "entry " + kind(name);
    String text = entries.get(name);
    out.accept(new Mutation(kind + " removed", name, Map.of(), name));
    out.accept(new Mutation(kind + " emptied", name, Map.of(name, ""), ""));
    String copy =
        name.replaceFirst("^Messages/.*", "Messages/" + NOWHERE + ".xml")
            .replaceFirst("^(?!Messages/)", "Copy of ");
    out.accept(new Mutation(kind + " duplicated", name, Map.of(copy, text), ""));
    List<String> names = new ArrayList<>(entries.keySet());
    String next = names.get((names.indexOf(name) + 1) % names.size());
    if (!entries.get(next).equals(text)) {
      Map<String, String> swapped = Map.of(name, entries.get(next), next, text);
      out.accept(new Mutation(kind + " swapped with " + kind(next), name, swapped, ""));
    }
  }

  private void lines(String entry) {
    List<String> lines = List.of(entries.get(entry).split("\n"));
    for (int number = 1; number < lines.size(); number++) {
      Matcher record = RECORD.matcher(lines.get(number).strip());
      if (record.matches()) {
        new Line(entry, lines, number, record).mutate();
      }
    }
  }

  /** The changes of one record, or of the start of a root element. */
  private final class Line {
    private final String entry;
    private final List<String> lines;
    private final int number;
    private final String element;
    private final Map<String, String> attributes;
    private final String rest;

    Line(String entry, List<String> lines, int number, Matcher record) {
      this.entry = entry;
      this.lines = lines;
      this.number = number;
      element = record.group(1);
      attributes = attributes(record.group(2));
      rest = record.group(3);
    }

    private static Map<String, String> attributes(String text) {
      Map<String, String> attributes = new LinkedHashMap<>();
      ATTRIBUTE.matcher(text).results().forEach(m -> attributes.put(m.group(1), m.group(2)));
      return attributes;
    }

    private boolean isRecord() {
      return number > 1;
    }

    void mutate() {
      attributes.keySet().forEach(this::attribute);
      if (isRecord()) {
        become(element + " removed", null);
        become(element + " duplicated", lines.get(number) + "\n" + lines.get(number));
        become(element + " emptied", "<" + element + "/>");
        if (number + 2 < lines.size()) {
          List<String> swapped = new ArrayList<>(lines);
          swapped.set(number, lines.get(number + 1));
          swapped.set(number + 1, lines.get(number));
          emit(element + " swapped", swapped);
        }
        CHILD.matcher(rest).results().forEach(m -> child(m.group(1), m.group(), m.group(2)));
      }
    }

    private void attribute(String name) {
      String what = element + "/@" + name;
      String value = attributes.get(name);
      String spelled = " " + name + "=\"" + value + "\"";
      become(what + " removed", line().replaceFirst(Pattern.quote(spelled), ""));
      become(what + " duplicated", with(spelled, spelled + spelled));
      set(what + " emptied", name, "");
      if (GUID.matcher(value).matches() && !name.equals("guid")) {
        set(what + " dangling", name, NOWHERE);
      }
      if (isRecord()) {
        swap(what, name, value);
      }
    }

    private String line() {
      return lines.get(number);
    }

    private String with(String spelled, String by) {
      return line().replaceFirst(Pattern.quote(spelled), Matcher.quoteReplacement(by));
    }

    private void set(String what, String name, String value) {
      String spelled = " " + name + "=\"" + attributes.get(name) + "\"";
      become(what, with(spelled, " " + name + "=\"" + value + "\""));
    }

    /** Exchanges the value with that of the next record that has another. */
    private void swap(String what, String name, String value) {
      for (int other = number + 1; other < lines.size(); other++) {
        Matcher record = RECORD.matcher(lines.get(other).strip());
        if (!record.matches() || !record.group(1).equals(element)) {
          continue;
        }
        String theirs = attributes(record.group(2)).get(name);
        if (theirs != null && !theirs.equals(value)) {
          List<String> swapped = new ArrayList<>(lines);
          swapped.set(number, exchanged(line(), name, value, theirs));
          swapped.set(other, exchanged(lines.get(other), name, theirs, value));
          emit(what + " swapped", swapped);
          return;
        }
      }
    }

    private static String exchanged(String line, String name, String from, String to) {
      return line.replaceFirst(
          Pattern.quote(" " + name + "=\"" + from + "\""),
          Matcher.quoteReplacement(" " + name + "=\"" + to + "\""));
    }

    private void child(String name, String whole, String content) {
      become(name + " removed", line().replace(whole, ""));
      become(name + " duplicated", line().replace(whole, whole + whole));
      if (!content.isEmpty()) {
        become(name + " emptied", line().replace(whole, "<" + name + "/>"));
      }
      String texts = rest.replaceFirst("</Message>$", "");
      if (name.equals("Text") && !texts.equals(whole)) {
        String other = texts.substring(whole.length());
        become("Text swapped with Rtf", line().replace(texts, other + whole));
      }
    }

    /** Puts {@code text} in place of the line; null takes it away. */
    private void become(String what, @Nullable String text) {
      if (text != null && text.equals(line())) {
        return;
      }
      List<String> changed = new ArrayList<>(lines);
      if (text == null) {
        changed.remove(number);
      } else {
        changed.set(number, text);
      }
      emit(what, changed);
    }

    private void emit(String what, List<String> changed) {
      String text = String.join("\n", changed) + "\n";
      out.accept(new Mutation(what, entry + ":" + (number + 1), Map.of(entry, text), ""));
    }
  }
}
