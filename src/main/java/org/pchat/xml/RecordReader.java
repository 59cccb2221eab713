package org.pchat.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.RawRecord;
import org.pchat.problem.Location;
import org.pchat.xml.EntryParser.Event;

/**
 * Reads an entry whose records are the children of its root, one at a time and each with its own
 * bytes.
 *
 * <pre>{@code
 * try (var reader = RecordReader.open(in, where, XmlLimits.defaults())) {
 *   for (var record = reader.next(); record != null; record = reader.next()) {
 *     use(record, reader.raw());
 *   }
 * }
 * }</pre>
 *
 * <p>All {@link #gap}s and records in their order are the entry, byte for byte. Errors and memory
 * are as in {@link EntryParser}, which is there for records inside others.
 */
public final class RecordReader implements Closeable {
  private final EntryParser parser;
  private final XmlName rootName;
  private final List<XmlAttribute> rootAttributes;
  private Location location;
  private long gapStart;
  private long start;

  private RecordReader(EntryParser parser) throws IOException {
    this.parser = parser;
    parser.keep(0);
    parser.advance();
    this.rootName = parser.name();
    this.rootAttributes = parser.attributes();
    this.location = parser.location();
    this.start = parser.end();
  }

  /**
   * Begins to read an entry: up to and including the root's start tag.
   *
   * @param in its bytes; closed with the reader, or when this method throws
   * @param where the archive and entry
   * @throws org.pchat.problem.ArchiveException if this is no XML that may be read
   */
  public static RecordReader open(InputStream in, Location where, XmlLimits limits)
      throws IOException {
    return open(in, where, limits, Schemas.NONE);
  }

  /** Does the same, and checks the entry against a schema while it is read. */
  public static RecordReader open(InputStream in, Location where, XmlLimits limits, Schemas schemas)
      throws IOException {
    EntryParser parser = EntryParser.open(in, where, limits, schemas);
    try {
      return new RecordReader(parser);
    } catch (IOException | RuntimeException e) {
      try (parser) {
        throw e;
      }
    }
  }

  /** Returns the root's name. */
  public XmlName rootName() {
    return rootName;
  }

  /** Returns the root's attributes, in order. */
  public List<XmlAttribute> rootAttributes() {
    return rootAttributes;
  }

  /** Returns how many comments were passed over so far. */
  public long comments() {
    return parser.comments();
  }

  /** Returns how many processing instructions were passed over so far. */
  public long instructions() {
    return parser.instructions();
  }

  /** Returns how the entry spells characters. */
  public Charset encoding() {
    return parser.encoding();
  }

  /**
   * Reads the next record.
   *
   * @return null at the end, when the rest of the entry was found sound
   */
  public @Nullable XmlRecord next() throws IOException {
    if (parser.event() == Event.END) {
      gapStart = parser.end();
      parser.keep(gapStart);
    }
    while (parser.advance() != Event.DONE) {
      if (parser.event() == Event.START) {
        start = parser.start();
        XmlRecord record = parser.record();
        location = record.location();
        return record;
      }
    }
    start = parser.end();
    return null;
  }

  /**
   * Returns what the schema says against the root and what stands directly in it, and forgets it;
   * at the end that is all there is. What it says against records is told by these.
   */
  public List<SchemaFinding> findings() {
    return parser.findings(1);
  }

  /** Returns the bytes of the last record; ask before the next. */
  public RawRecord raw() {
    if (parser.event() != Event.END) {
      throw new IllegalStateException("there is no record");
    }
    return parser.raw(start, parser.end());
  }

  /**
   * Returns the bytes between the last record and the one before, or between it and the beginning
   * of the entry; after the last record those up to the end of the entry. Ask before the next.
   */
  public byte[] gap() {
    return parser.bytes(gapStart, start);
  }

  /** Returns where the last record begins; before the first, where the root does. */
  public Location location() {
    return location;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
