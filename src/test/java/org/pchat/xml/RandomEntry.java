package org.pchat.xml;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random document that knows which of its characters are records, and what each must say. */
final class RandomEntry {
  /** A record as it stands in the document. */
  record Written(int begin, int end, XmlName name, String text, List<XmlChild> children) {}

  private static final String NAMESPACE = "urn:test";

  private final Random random;
  private final boolean unicode;
  private final String lineEnd;
  private final StringBuilder xml = new StringBuilder();
  private final List<Written> records = new ArrayList<>();

  RandomEntry(long seed, Charset charset) {
    this.random = new Random(seed);
    this.unicode = charset.name().startsWith("UTF");
    this.lineEnd = pick("\n", "\r\n", "\r");
    write(charset);
  }

  String xml() {
    return xml.toString();
  }

  List<Written> records() {
    return records;
  }

  private void write(Charset charset) {
    if (!unicode || random.nextBoolean()) {
      String name = charset.name().startsWith("UTF-16") ? "utf-16" : charset.name();
      xml.append("<?xml version='1.0' encoding=\"").append(name).append("\"?>");
    }
    gap();
    xml.append("<p:Root xmlns='").append(NAMESPACE).append("' xmlns:p='urn:p' a='1'>");
    for (int i = random.nextInt(40); i >= 0; i--) {
      gap();
      if (random.nextInt(10) == 0) {
        xml.append("loose text &#33; <![CDATA[ <Record/> ]]>");
      }
      record();
    }
    gap();
    xml.append("</p:Root\t>");
    gap();
  }

  private void gap() {
    for (int i = random.nextInt(4); i > 0; i--) {
      xml.append(
          pick(lineEnd, " ", "\t", "<?pi " + word() + "?>", "<!--<Record>" + word() + "-->"));
    }
  }

  private void record() {
    int begin = xml.length();
    boolean prefixed = random.nextBoolean();
    String tag = (prefixed ? "p:" : "") + "Record";
    var name = new XmlName(prefixed ? "urn:p" : NAMESPACE, "Record");
    xml.append('<').append(tag);
    attributes();
    var text = new StringBuilder();
    var children = new ArrayList<XmlChild>();
    if (random.nextInt(8) == 0) {
      xml.append("/>");
    } else {
      xml.append('>');
      for (int i = random.nextInt(6); i > 0; i--) {
        text(text);
        children.add(child());
      }
      text(text);
      xml.append("</").append(tag).append(pick("", " ", lineEnd)).append('>');
    }
    records.add(new Written(begin, xml.length(), name, text.toString(), List.copyOf(children)));
  }

  private XmlChild child() {
    String tag = pick("Text", "Rtf", "Größe", "x");
    xml.append('<').append(tag);
    List<XmlAttribute> attributes = attributes();
    var text = new StringBuilder();
    boolean deep = false;
    if (random.nextInt(4) == 0) {
      xml.append(" />");
    } else {
      xml.append('>');
      text(text);
      deep = random.nextInt(4) == 0;
      if (deep) {
        xml.append("<deep a='>'>").append(word()).append("<Record/></deep>");
        text(text);
      }
      xml.append("</").append(tag).append('>');
    }
    return new XmlChild(new XmlName(NAMESPACE, tag), attributes, text.toString(), deep);
  }

  private List<XmlAttribute> attributes() {
    var attributes = new ArrayList<XmlAttribute>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String word = word();
      String name = "a" + i;
      xml.append(pick(" ", lineEnd, "  ")).append(name).append(pick("=", " = "));
      xml.append("\"'>&lt;&#10;").append(lineEnd).append(word).append('"');
      attributes.add(XmlAttribute.of(name, "'><\n " + word));
    }
    return attributes;
  }

  private void text(StringBuilder value) {
    for (int i = random.nextInt(4); i > 0; i--) {
      String word = word();
      switch (random.nextInt(7)) {
        case 0 -> add(value, "&amp;&#x20AC;&#128512;", "&\u20AC\uD83D\uDE00");
        case 1 -> add(value, "<![CDATA[]]&<" + word + "]]>", "]]&<" + word);
        case 2 -> add(value, "<!-- > </Record> " + word + "-->", "");
        case 3 -> add(value, "<?pi </Record> " + word + "?>", "");
        case 4 -> add(value, lineEnd + lineEnd, "\n\n");
        case 5 -> add(value, word.repeat(random.nextInt(200)), null);
        default -> add(value, word, word);
      }
    }
  }

  private void add(StringBuilder value, String source, String meaning) {
    xml.append(source);
    value.append(meaning == null ? source : meaning);
  }

  private String word() {
    return unicode
        ? pick(
            "a", "ä", "€", "\uD83D\uDE00", "\uFFFD\u0085", "日本語", "x\u0301\u200F", "\uDBFF\uDFFD")
        : pick("a", "ä", "€", "ÿ", "word", "\u201Equoted\u201C");
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
