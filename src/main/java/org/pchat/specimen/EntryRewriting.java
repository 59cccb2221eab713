package org.pchat.specimen;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pchat.problem.Location;
import org.pchat.xml.EntryParser;
import org.pchat.xml.EntryParser.Event;
import org.pchat.xml.XmlLimits;

/**
 * Writes an entry anew with other texts: markup stays byte for byte, each value goes through a
 * {@link ValueSink}.
 */
final class EntryRewriting {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\\s)([^\\s=<>/\"']+)(\\s*=\\s*)(\"[^\"]*\"|'[^']*')");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<cdata><!\\[CDATA\\[(.*?)]]>)|(?<comment><!--(.*?)-->)|(?<pi><\\?(?<target>[^\\s?]+)(?<rest>.*?)\\?>)|(?<text>[^<]+)",
          Pattern.DOTALL);

  private final EntryParser parser;
  private final ValueSink sink;
  private final OutputStream out;
  private final CharsetEncoder encoder;
  private final Deque<String> path = new ArrayDeque<>();

  private EntryRewriting(EntryParser parser, ValueSink sink, OutputStream out) {
    this.parser = parser;
    this.sink = sink;
    this.out = out;
    this.encoder = parser.encoding().newEncoder();
  }

  /**
   * Writes an entry anew.
   *
   * @param in its bytes; closed in any case
   * @param out flushed, not closed
   */
  static void run(InputStream in, Location where, ValueSink sink, OutputStream out)
      throws IOException {
    var buffered = new BufferedOutputStream(out);
    try (var parser = EntryParser.open(in, where, XmlLimits.defaults())) {
      new EntryRewriting(parser, sink, buffered).run();
    }
    buffered.flush();
  }

  private void run() throws IOException {
    long done = 0;
    boolean leaf = false;
    parser.keep(0);
    while (parser.advance() != Event.DONE) {
      if (parser.event() == Event.TEXT) {
        continue;
      }
      boolean starts = parser.event() == Event.START;
      between(text(done, parser.start()), leaf && !starts);
      if (starts) {
        start();
      } else {
        write(text(parser.start(), parser.end()));
        path.pop();
      }
      leaf = starts;
      done = parser.end();
      parser.keep(done);
    }
    between(text(done, parser.end()), false);
  }

  private String text(long from, long to) {
    return new String(parser.bytes(from, to), parser.encoding());
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(parser.encoding()));
  }

  private void start() throws IOException {
    String local = parser.name().local();
    sink.name(local);
    path.push(path.isEmpty() ? local : path.peek() + "/" + local);
    String tag = text(parser.start(), parser.end());
    Set<String> schemaNames = new HashSet<>();
    parser.attributes().stream()
        .filter(a -> a.name().namespace().equals(XSI) && !a.name().local().contains("ocation"))
        .forEach(a -> schemaNames.add(a.name().local()));
    boolean schema = parser.name().namespace().equals(XSD);
    var written = new StringBuilder();
    Matcher attribute = ATTRIBUTE.matcher(tag);
    int done = 0;
    while (attribute.find()) {
      written.append(tag, done, attribute.start(4));
      done = attribute.end();
      String name = attribute.group(2);
      String value = attribute.group(4);
      boolean stays = schema || isStructure(name, schemaNames);
      written.append(stays ? value : quoted(name, value));
    }
    write(written.append(tag, done, tag.length()).toString());
  }

  private static boolean isStructure(String name, Set<String> schemaNames) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? name : name.substring(0, colon);
    return prefix.equals("xmlns")
        || prefix.equals("xml")
        || (colon > 0 && schemaNames.contains(name.substring(colon + 1)));
  }

  private String quoted(String name, String value) {
    String markup = value.substring(1, value.length() - 1);
    sink.name(name.substring(name.indexOf(':') + 1));
    String plain = MarkupText.plain(markup);
    String noise = sink.value(path.element() + "/@" + name, plain);
    if (noise.equals(plain)) {
      return value;
    }
    return value.charAt(0) + MarkupText.of(noise, markup, encoder) + value.charAt(0);
  }

  /**
   * Writes what stands between two tags.
   *
   * @param whole whether it is the whole content of an element
   */
  private void between(String markup, boolean whole) throws IOException {
    if (markup.isEmpty()) {
      return;
    }
    Matcher part = BETWEEN.matcher(markup);
    int done = 0;
    while (part.find()) {
      write(markup.substring(done, part.start()));
      done = part.end();
      write(part(part, whole));
    }
    write(markup.substring(done));
  }

  private String part(Matcher part, boolean whole) {
    String markup = part.group();
    if (part.group("comment") != null) {
      String text = part.group(4);
      return "<!--" + encodable(sink.remark(text)) + "-->";
    }
    if (part.group("pi") != null) {
      boolean declaration = part.group("target").equals("xml");
      return declaration
          ? markup
          : "<?" + part.group("target") + sink.remark(part.group("rest")) + "?>";
    }
    String plain = part.group("cdata") != null ? part.group(2) : MarkupText.plain(markup);
    if (plain.isBlank()) {
      return markup;
    }
    String column = path.isEmpty() ? "" : path.peek() + (whole ? "" : "/text()");
    String noise = sink.value(column, plain);
    if (noise.equals(plain)) {
      return markup;
    }
    return part.group("cdata") != null
        ? "<![CDATA[" + encodable(noise) + "]]>"
        : MarkupText.of(noise, markup, encoder);
  }

  /** Where no reference can stand, what the encoding does not have is left out. */
  private String encodable(String text) {
    if (encoder.canEncode(text)) {
      return text;
    }
    return text.codePoints()
        .mapToObj(c -> encoder.canEncode(Character.toString(c)) ? Character.toString(c) : "?")
        .collect(Collectors.joining());
  }
}
