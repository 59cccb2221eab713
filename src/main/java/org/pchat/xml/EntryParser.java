package org.pchat.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.pchat.model.RawRecord;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.XmlProblem;
import org.pchat.xml.Refusals.Progress;

/**
 * Reads one entry as a row of events that know which bytes they came from.
 *
 * <p>It is the floor below {@link RecordReader}, for layouts whose records stand inside others. Ask
 * for the next event with {@link #advance}; everything else speaks of the event that it came to.
 * The messages inside rooms, for instance, each with its bytes:
 *
 * <pre>{@code
 * while (parser.advance() != Event.DONE) {
 *   if (parser.event() == Event.START && parser.name().local().equals("Message")) {
 *     long from = parser.start();
 *     parser.keep(from);
 *     XmlRecord message = parser.record();
 *     RawRecord raw = parser.raw(from, parser.end());
 *     parser.forget();
 *   }
 * }
 * }</pre>
 *
 * <p><b>Memory.</b> It holds the bytes of one event and a few buffers, or what {@link #keep} asks
 * for, and refuses an entry where that would be more than {@link XmlLimits#maxRecordChars}.
 *
 * <p><b>Errors.</b> A bad entry throws {@link org.pchat.problem.ArchiveException}, a bad disk
 * {@link IOException}; after that only {@link #close} is left. Not safe for several threads.
 */
public final class EntryParser implements Closeable {
  /**
   * What {@link #advance} came to. Comments and processing instructions are passed over and
   * counted.
   */
  public enum Event {
    /** The place before the first event. */
    BEGIN,
    /** A start tag. */
    START,
    /** Text or a part of it: long text, and text around a comment or CDATA, comes in pieces. */
    TEXT,
    /** An end tag, or the end of an empty element, which has no bytes of its own. */
    END,
    /** The end of the entry. */
    DONE
  }

  private final Location where;
  private final TokenReader tokens;
  private final XMLStreamReader2 xml;
  private final MarkupLimits markup;
  private final Deque<XmlName> open = new ArrayDeque<>();
  private final Schemas schemas;
  private @Nullable SchemaCheck check;
  private List<XmlAttribute> attributes = List.of();
  private Event event = Event.BEGIN;
  private Progress progress = Progress.BEFORE_ROOT;
  private boolean failed;
  private long comments;
  private long instructions;

  private EntryParser(TokenReader tokens, Location where, XmlLimits limits, Schemas schemas) {
    this.tokens = tokens;
    this.schemas = schemas;
    this.xml = tokens.xml();
    this.where = where;
    this.markup = new MarkupLimits(tokens, limits);
  }

  /**
   * Begins to read an entry: finds its encoding and reads its XML declaration.
   *
   * @param in its bytes; closed with the parser, or when this method throws
   * @param where the archive and entry
   */
  public static EntryParser open(InputStream in, Location where, XmlLimits limits)
      throws IOException {
    return open(in, where, limits, Schemas.NONE);
  }

  /**
   * Does the same, and checks the entry against a schema while it is read; what that finds is told
   * by {@link #findings}.
   */
  public static EntryParser open(InputStream in, Location where, XmlLimits limits, Schemas schemas)
      throws IOException {
    try {
      return new EntryParser(TokenReader.open(in, where, limits), where, limits, schemas);
    } catch (IOException | RuntimeException e) {
      try (in) {
        throw e;
      }
    }
  }

  /** Goes to the next event and returns it. Behind the last it stays at {@link Event#DONE}. */
  public Event advance() throws IOException {
    if (failed) {
      throw new IllegalStateException("the entry was refused before");
    }
    if (event != Event.DONE) {
      failed = true;
      leave();
      event = nextEvent();
      failed = false;
    }
    return event;
  }

  private void leave() {
    if (event == Event.END) {
      open.pop();
      if (open.isEmpty()) {
        progress = Progress.AFTER_ROOT;
      }
    }
  }

  private Event nextEvent() throws IOException {
    while (true) {
      switch (tokens.next(progress)) {
        case XMLStreamConstants.START_ELEMENT -> {
          enter();
          return Event.START;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          markup.leave();
          if (check != null) {
            check.end(xml, open.element());
          }
          return Event.END;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (check != null && !open.isEmpty()) {
            check.text(xml);
          }
          return Event.TEXT;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          if (check != null) {
            check.finish();
          }
          return Event.DONE;
        }
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
          markup.enterInstruction();
          instructions++;
        }
        case XMLStreamConstants.COMMENT -> comments++;
        case XMLStreamConstants.DTD -> throw malformed(XmlProblem.DOCTYPE);
        default -> throw malformed(XmlProblem.NOT_WELL_FORMED, "an unresolved reference");
      }
    }
  }

  private void enter() {
    boolean isRoot = progress == Progress.BEFORE_ROOT;
    progress = Progress.IN_ROOT;
    markup.enter();
    XmlName name = markup.name(xml.getNamespaceURI(), xml.getLocalName());
    open.push(name);
    attributes = readAttributes();
    if (isRoot) {
      EntrySchema schema = schemas.at(name);
      check = schema == null ? null : new SchemaCheck(schema);
    }
    if (check != null) {
      check.start(xml, name, attributes, location());
    }
  }

  private List<XmlAttribute> readAttributes() {
    int count = xml.getAttributeCount();
    var list = new XmlAttribute[count];
    for (int i = 0; i < count; i++) {
      XmlName name = markup.name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i));
      list[i] = new XmlAttribute(name, xml.getAttributeValue(i));
    }
    return List.of(list);
  }

  private MalformedArchiveException malformed(XmlProblem code, Object... arguments) {
    return new MalformedArchiveException(Problem.of(code, location(), arguments));
  }

  /**
   * Reads the element whose start tag this event is, through its end tag, which is the next event.
   */
  public XmlRecord record() throws IOException {
    return new RecordAssembler(this).read();
  }

  /**
   * Returns what the schema says against elements that stand as deep as {@code depth} or deeper,
   * the root being 1, and forgets it. Ask at a record's end for the record, at the entry's end for
   * the rest.
   */
  public List<SchemaFinding> findings(int depth) {
    return check == null ? List.of() : check.take(depth);
  }

  /** Returns whether the entry was refused. */
  public boolean hasFailed() {
    return failed;
  }

  /** Returns the event that {@link #advance} came to last. */
  public Event event() {
    return event;
  }

  /** Returns the name of the element that begins or ends, or that text stands in. */
  public XmlName name() {
    return open.element();
  }

  /** Returns the attributes of the start tag that was read last. */
  public List<XmlAttribute> attributes() {
    return attributes;
  }

  /** Returns the text of this event. */
  public String text() {
    return xml.getText();
  }

  /** Returns how many elements are open, the one that begins or ends here counted. */
  public int depth() {
    return open.size();
  }

  /** Returns the position in the entry of this event's first byte. */
  public long start() {
    return tokens.start();
  }

  /** Returns the position in the entry behind this event's last byte. */
  public long end() {
    return tokens.end();
  }

  /** Returns the line and column at which this event begins. */
  public Location location() {
    return tokens.location();
  }

  /** Returns how many comments were passed over so far. */
  public long comments() {
    return comments;
  }

  /** Returns how many processing instructions were passed over so far. */
  public long instructions() {
    return instructions;
  }

  /** Returns how the entry spells characters. */
  public Charset encoding() {
    return tokens.text().charset();
  }

  /**
   * Holds the raw bytes from a position on, until {@link #forget} or until this method names
   * another position.
   *
   * @param from the start or end of this event, or 0 before the first
   */
  public void keep(long from) {
    tokens.keep(from);
  }

  /** Holds no more than this event's own bytes from now on. */
  public void forget() {
    tokens.forget();
  }

  /** Returns the raw bytes between two positions that are held. */
  public byte[] bytes(long from, long to) {
    return tokens.text().bytes(from, to);
  }

  /** Returns the raw bytes between two positions that are held, as those of a record. */
  public RawRecord raw(long from, long to) {
    String entry = Objects.requireNonNullElse(where.entry(), "");
    return new RawRecord(entry, from, bytes(from, to), encoding());
  }

  @Override
  public void close() throws IOException {
    tokens.close();
  }
}
