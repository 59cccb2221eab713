package org.pchat.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.problem.XmlProblem;
import org.pchat.xml.Refusals.Progress;

/**
 * Reads Woodstox's tokens and knows the bytes of each. Whatever Woodstox throws comes out here as
 * one of our own exceptions.
 */
final class TokenReader implements Closeable {
  private static final long NOTHING = -1;

  private final Location where;
  private final XmlLimits limits;
  private final EntryText text;
  private final XMLStreamReader2 xml;
  private long startChar;
  private long endChar;
  private long start;
  private long end;
  private long keptChar = NOTHING;
  private long kept;

  private TokenReader(EntryText text, Location where, XmlLimits limits) throws IOException {
    this.where = where;
    this.limits = limits;
    this.text = text;
    this.start = text.encoding().markLength();
    this.end = start;
    try {
      xml = WoodstoxParsers.open(text.reader(), limits);
    } catch (XMLStreamException e) {
      throw refusal(e, Progress.BEFORE_ROOT, where.at(1, 1), 0);
    } catch (RuntimeException e) {
      throw text.threw(e) ? e : Refusals.of(e, where.at(1, 1));
    }
    checkDeclaration();
  }

  /** Reads the XML declaration, if there is one. Leaves the stream to the caller if that fails. */
  static TokenReader open(InputStream in, Location where, XmlLimits limits) throws IOException {
    return new TokenReader(EntryText.open(in, where, limits), where, limits);
  }

  /** The parser must have read the same declaration as the one that chose the decoder. */
  private void checkDeclaration() {
    if ("1.1".equals(xml.getVersion())) {
      throw new UnsupportedArchiveException(
          Problem.of(XmlProblem.VERSION, where.at(1, 1), xml.getVersion()));
    }
    if (!Objects.equals(xml.getCharacterEncodingScheme(), text.encoding().declared())) {
      throw new MalformedArchiveException(
          Problem.of(XmlProblem.NOT_WELL_FORMED, where.at(1, 1), "the XML declaration is unusual"));
    }
  }

  /** Goes to the next token and returns its type, a constant of StAX. */
  int next(Progress progress) throws IOException {
    int type = parse(progress);
    start = text.byteOf(startChar);
    end = text.byteOf(endChar);
    long heldChar = keptChar == NOTHING ? startChar : keptChar;
    if (endChar - heldChar > limits.maxRecordChars()) {
      throw Refusals.tooMuch(XmlProblem.RECORD_TOO_LONG, location(), limits.maxRecordChars());
    }
    text.release(heldChar, keptChar == NOTHING ? start : kept);
    return type;
  }

  private int parse(Progress progress) throws IOException {
    LocationInfo info = xml.getLocationInfo();
    try {
      int type = xml.next();
      // The end of an empty element claims the characters of its start.
      startChar = Math.max(info.getStartingCharOffset(), endChar);
      endChar = info.getEndingCharOffset();
      return type;
    } catch (XMLStreamException e) {
      throw refusal(e, progress, location(), info.getStartingCharOffset());
    } catch (RuntimeException e) {
      throw text.threw(e) ? e : Refusals.of(e, location());
    }
  }

  private ArchiveException refusal(
      XMLStreamException cause, Progress progress, Location token, long tokenChar)
      throws IOException {
    if (cause.getCause() instanceof BadInputException bad) {
      return badInput(bad, token, tokenChar);
    }
    if (cause.getCause() instanceof IOException failure) {
      throw failure;
    }
    return Refusals.of(cause, progress, token, limits);
  }

  private ArchiveException badInput(BadInputException bad, Location token, long tokenChar) {
    if (bad.code() == XmlProblem.RECORD_TOO_LONG) {
      return Refusals.tooMuch(bad.code(), token, limits.maxRecordChars());
    }
    long from = tokenChar == startChar ? start : text.byteOf(tokenChar);
    long at = text.byteOf(bad.character());
    Location place = EntryText.after(token, new String(text.bytes(from, at), text.charset()));
    return new MalformedArchiveException(
        Problem.of(bad.code(), place, bad.what(), at, text.charset()));
  }

  /** Returns the parser, to ask about the token; it must not be moved. */
  XMLStreamReader2 xml() {
    return xml;
  }

  EntryText text() {
    return text;
  }

  /** Returns the position of the token's first byte. */
  long start() {
    return start;
  }

  /** Returns the position behind the token's last byte. */
  long end() {
    return end;
  }

  /** Returns the line and column at which the token begins. */
  Location location() {
    var begin = xml.getLocationInfo().getStartLocation();
    return where.at(begin.getLineNumber(), begin.getColumnNumber());
  }

  /** Holds the bytes from a position on, which is the start or end of this token or 0. */
  void keep(long from) {
    if (from == start) {
      keptChar = startChar;
    } else if (from == end) {
      keptChar = endChar;
    } else if (from == 0 && endChar == 0) {
      keptChar = 0;
    } else {
      throw new IllegalArgumentException("%d is no border of this event".formatted(from));
    }
    kept = from;
  }

  /** Ends what {@link #keep} began. */
  void forget() {
    keptChar = NOTHING;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
