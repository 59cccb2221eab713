package org.pchat.document;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The start of an element: its name and attributes. Only what a report needs can be said: there is
 * no attribute that fetches, runs or leads out of the page.
 */
public final class HtmlElement {
  private static final Pattern TOKEN = Pattern.compile("[a-z][a-z0-9-]*");

  private final Tag tag;
  private final Map<String, String> attributes = new LinkedHashMap<>();

  /** The elements of reports. */
  public enum Tag {
    /** The head of a page or section. */
    HEADER,
    /** The content of a page. */
    MAIN,
    /** The end of a page. */
    FOOTER,
    /** Links inside the page. */
    NAV,
    /** A part with a heading. */
    SECTION,
    /** The title of the page. */
    H1,
    /** A heading. */
    H2,
    /** A heading below. */
    H3,
    /** A paragraph. */
    P,
    /** A block without a meaning of its own. */
    DIV,
    /** Words without a meaning of their own. */
    SPAN,
    /** Words of weight. */
    STRONG,
    /** A side remark. */
    SMALL,
    /** What a program reads or prints. */
    CODE,
    /** Lines as they stand. */
    PRE,
    /** What is gone. */
    DEL,
    /** What is new. */
    INS,
    /** A list without order. */
    UL,
    /** A list in order. */
    OL,
    /** An item of a list. */
    LI,
    /** A list of terms. */
    DL,
    /** A term. */
    DT,
    /** What the term stands for. */
    DD,
    /** A table. */
    TABLE,
    /** What the table shows. */
    CAPTION,
    /** The rows of headings. */
    THEAD,
    /** The rows. */
    TBODY,
    /** A row. */
    TR,
    /** A heading of a column or row. */
    TH,
    /** A cell. */
    TD,
    /** What opens on request. */
    DETAILS,
    /** What stands there until then. */
    SUMMARY,
    /** A link to another place of the page. */
    A;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private HtmlElement(Tag tag) {
    this.tag = tag;
  }

  /** Returns an element, of these classes of the style sheet. */
  public static HtmlElement of(Tag tag, String... classes) {
    var element = new HtmlElement(tag);
    for (String name : classes) {
      requireToken(name);
    }
    if (classes.length > 0) {
      element.attributes.put("class", String.join(" ", classes));
    }
    return element;
  }

  static String requireToken(String name) {
    if (!TOKEN.matcher(name).matches()) {
      throw new IllegalArgumentException("no name for a class or place: " + name);
    }
    return name;
  }

  /** Makes it a place that {@link #to} can lead to; names are of this program, never foreign. */
  public HtmlElement at(String place) {
    attributes.put("id", requireToken(place));
    return this;
  }

  /** Makes it lead to a place of the same page. */
  public HtmlElement to(String place) {
    attributes.put("href", "#" + requireToken(place));
    return this;
  }

  /** Adds a tip, which may be foreign text. */
  public HtmlElement tip(String text) {
    attributes.put("title", text);
    return this;
  }

  /** Makes a heading belong to a column. */
  public HtmlElement forColumn() {
    attributes.put("scope", "col");
    return this;
  }

  /** Makes a heading belong to a row. */
  public HtmlElement forRow() {
    attributes.put("scope", "row");
    return this;
  }

  /** Makes a cell as wide as {@code columns}. */
  public HtmlElement across(int columns) {
    attributes.put("colspan", Integer.toString(columns));
    return this;
  }

  /** Opens what would open on request. */
  public HtmlElement opened() {
    attributes.put("open", "");
    return this;
  }

  Tag tag() {
    return tag;
  }

  Map<String, String> attributes() {
    return attributes;
  }
}
