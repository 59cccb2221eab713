package org.pchat.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.SchemaProblem;
import org.pchat.problem.UnsupportedArchiveException;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Compiles a schema. It and what it includes come from one folder; nothing else is opened, whatever
 * it asks for.
 */
final class SchemaReader {
  private static final String ADDRESS = "file:///schemas/";

  private final Folder folder;
  private final String name;
  private final Location where;

  /** Where schema documents lie side by side. */
  interface Folder {
    /** Opens a document by its bare name; null where there is none. */
    @Nullable InputStream open(String name) throws IOException;
  }

  private SchemaReader(Folder folder, String name, Location where) {
    this.folder = folder;
    this.name = name;
    this.where = where;
  }

  /** Compiles a schema of ours that lies beside a class. */
  static Schema resource(Class<?> owner, String name) {
    try {
      return new SchemaReader(owner::getResourceAsStream, name, Location.NONE).compile();
    } catch (IOException notInTheJar) {
      throw new UncheckedIOException(notInTheJar);
    }
  }

  /**
   * Compiles a schema of the user's.
   *
   * @throws org.pchat.problem.ArchiveException if it is none, or asks for more than its own folder
   */
  static Schema file(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "not a file");
    Location where = Location.of(null, file.toString());
    return new SchemaReader(
            name -> Files.newInputStream(folder.resolve(name)),
            Objects.requireNonNull(file.getFileName()).toString(),
            where)
        .compile();
  }

  private Schema compile() throws IOException {
    try (InputStream in = open(name)) {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> included(systemId));
      factory.setErrorHandler(new Strict());
      return factory.newSchema(new StreamSource(in, ADDRESS + name));
    } catch (SAXParseException wrong) {
      Location at = where.at(wrong.getLineNumber(), wrong.getColumnNumber());
      throw new MalformedArchiveException(
          Problem.of(
              SchemaProblem.BAD_SCHEMA, at, Refusals.brief(String.valueOf(wrong.getMessage()))),
          wrong);
    } catch (SAXException wrong) {
      throw new MalformedArchiveException(
          Problem.of(SchemaProblem.BAD_SCHEMA, where, Refusals.brief(wrong.toString())), wrong);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private InputStream open(String document) throws IOException {
    InputStream in = folder.open(document);
    if (in == null) {
      throw new IOException("there is no schema " + document);
    }
    return in;
  }

  /** Finds an included document; a lookup without an address is answered by nothing. */
  private @Nullable LSInput included(@Nullable String systemId) {
    if (systemId == null) {
      return null;
    }
    String document =
        systemId.startsWith(ADDRESS) ? systemId.substring(ADDRESS.length()) : systemId;
    if (document.isEmpty() || !document.matches("[^/\\\\:]+") || document.startsWith("..")) {
      throw new UnsupportedArchiveException(
          Problem.of(SchemaProblem.SCHEMA_ELSEWHERE, where, Refusals.brief(systemId)));
    }
    try (InputStream in = open(document)) {
      return new SchemaInput(new ByteArrayInputStream(in.readAllBytes()), ADDRESS + document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Takes every complaint for the end, warnings too: they say that a document is missing. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException wrong) throws SAXException {
      throw wrong;
    }

    @Override
    public void error(SAXParseException wrong) throws SAXException {
      throw wrong;
    }

    @Override
    public void fatalError(SAXParseException wrong) throws SAXException {
      throw wrong;
    }
  }
}
