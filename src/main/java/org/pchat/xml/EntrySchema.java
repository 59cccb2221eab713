package org.pchat.xml;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A compiled XML Schema that entries can be checked against. Safe for several threads.
 *
 * <p>Uniqueness and references ({@code xs:unique}, {@code xs:key}, {@code xs:ID}) are not checked:
 * the JDK's checks take memory for every record, and time that grows with the square.
 */
public final class EntrySchema {
  /** After so many entries a validator is thrown away, with the names that it has collected. */
  private static final int MOST_ENTRIES = 1_000;

  private static final String UNIQUENESS =
      "http://apache.org/xml/features/validation/identity-constraint-checking";
  private static final String REFERENCES =
      "http://apache.org/xml/features/validation/id-idref-checking";

  private final String name;
  private final Schema schema;
  private final Map<String, String> types;
  private final Queue<Validator> idle = new ConcurrentLinkedQueue<>();

  private EntrySchema(String name, Schema schema, Map<String, String> types) {
    this.name = name;
    this.schema = schema;
    this.types = Map.copyOf(types);
  }

  /**
   * Compiles a schema that lies beside a class, as do those that it includes.
   *
   * @param types what values of its types are, by the type's name: "a GUID"
   */
  public static EntrySchema resource(Class<?> owner, String name, Map<String, String> types) {
    return new EntrySchema(name, SchemaReader.resource(owner, name), types);
  }

  /**
   * Compiles a schema of the user's; it may include files in its own folder.
   *
   * @throws org.pchat.problem.ArchiveException if it is no schema or asks for anything else
   */
  public static EntrySchema file(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "this is a directory; name the schema file in it, an .xsd");
    }
    return new EntrySchema(file.toString(), SchemaReader.file(file), Map.of());
  }

  /** Returns the name of the file that it was read from. */
  public String name() {
    return name;
  }

  /** Returns what a value of this type is, if the owner of the schema said so. */
  @Nullable String words(String type) {
    return types.get(type);
  }

  /** Returns whether it declares an element of this name that may be a root. */
  boolean declares(XmlName root) {
    boolean[] declared = {true};
    ValidatorHandler handler = schema.newValidatorHandler();
    handler.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void error(SAXParseException wrong) {
            declared[0] &= !SchemaFaults.code(wrong).startsWith(SchemaFaults.UNDECLARED);
          }
        });
    try {
      handler.startDocument();
      handler.startElement(root.namespace(), root.local(), root.local(), new AttributesImpl());
    } catch (SAXException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return declared[0];
  }

  /** A validator and how many entries it has seen. */
  static final class Validator {
    final ValidatorHandler handler;
    private int entries;

    private Validator(ValidatorHandler handler) {
      this.handler = handler;
    }
  }

  /** Lends a validator, to be given back after an entry that ended well. */
  Validator lend() {
    Validator waiting = idle.poll();
    return waiting == null ? new Validator(handler()) : waiting;
  }

  void giveBack(Validator lent) {
    if (++lent.entries < MOST_ENTRIES) {
      idle.add(lent);
    }
  }

  private ValidatorHandler handler() {
    ValidatorHandler handler = schema.newValidatorHandler();
    try {
      handler.setFeature(UNIQUENESS, false);
      handler.setFeature(REFERENCES, false);
    } catch (SAXNotRecognizedException | SAXNotSupportedException otherJdk) {
      throw new IllegalStateException(otherJdk);
    }
    return handler;
  }
}
