package org.pchat.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.pchat.document.BadDocumentException;
import org.pchat.document.XmlDocuments;
import org.pchat.problem.LayoutProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.xml.EntryParser;
import org.pchat.xml.EntryParser.Event;
import org.pchat.xml.XmlLimits;
import org.pchat.xml.XmlName;

/** Reads and writes descriptors as XML ({@code schemas/layout.xsd}). */
public final class DescriptorCodec {
  private static final String ROOT = "layout";
  private static final int MOST_BYTES = 4 << 20;

  private DescriptorCodec() {}

  /**
   * Reads a descriptor.
   *
   * @param in the document; not closed
   * @param where the file, for messages
   * @throws org.pchat.problem.ArchiveException if it is no sound XML
   * @throws UnsupportedArchiveException if it is no descriptor, or says what makes no sense
   */
  public static Descriptor read(InputStream in, Location where) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw bad(where, "it is longer than " + MOST_BYTES + " bytes");
    }
    Charset charset = checkMarkup(bytes, where);
    String text = new String(bytes, charset);
    try {
      String document = text.startsWith("\ufeff") ? text.substring(1) : text;
      return DescriptorReading.of(XmlDocuments.read(document, DescriptorDocument.class));
    } catch (BadDocumentException bad) {
      throw bad(where, (bad.place().isEmpty() ? "" : bad.place() + ": ") + bad.reason());
    } catch (IllegalArgumentException senseless) {
      throw bad(where, String.valueOf(senseless.getMessage()));
    }
  }

  /** Returns the document of a descriptor, in UTF-8. */
  public static byte[] write(Descriptor descriptor) throws IOException {
    DescriptorDocument document = new DescriptorWriting(descriptor).document();
    return XmlDocuments.write(document, ROOT, Descriptor.NAMESPACE);
  }

  /** Reads the document strictly once, for all that binding does not look at. */
  private static Charset checkMarkup(byte[] bytes, Location where) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    try (EntryParser parser = EntryParser.open(in, where, XmlLimits.defaults())) {
      while (parser.advance() != Event.DONE) {
        if (parser.event() == Event.START) {
          check(parser);
        }
      }
      return parser.encoding();
    }
  }

  private static void check(EntryParser parser) {
    XmlName name = parser.name();
    if (!name.namespace().equals(Descriptor.NAMESPACE)
        || (parser.depth() == 1 && !name.local().equals(ROOT))) {
      throw bad(
          parser.location(),
          "the element "
              + name
              + (parser.depth() == 1
                  ? " is not {" + Descriptor.NAMESPACE + "}" + ROOT
                  : " is not in the namespace " + Descriptor.NAMESPACE));
    }
    if (parser.attributes().isEmpty()) {
      throw bad(parser.location(), "the element " + name.local() + " has no attributes");
    }
  }

  private static UnsupportedArchiveException bad(Location where, String what) {
    return new UnsupportedArchiveException(Problem.of(LayoutProblem.BAD_DESCRIPTOR, where, what));
  }
}
