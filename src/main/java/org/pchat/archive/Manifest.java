package org.pchat.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Absence;
import org.pchat.model.Consistency;
import org.pchat.model.Guid;
import org.pchat.model.Level;
import org.pchat.model.Ticks;
import org.pchat.problem.Location;
import org.pchat.xml.EntryParser;
import org.pchat.xml.XmlLimits;

/**
 * What the last entry of a canonical export says about the whole.
 *
 * @param layout the layout's name
 * @param level how much of the pool the export holds
 * @param created the source's own time, if known; never the time of writing
 * @param source what the export was made from; said only when the user asks for it
 * @param startDate messages before it were left out, if any were
 * @param timesAreUtc whether the source states that its times are UTC; else that is assumed
 * @param messageIdsDerived whether message ids were counted out because the source has none
 * @param consistency how it was made sure that all of it belongs to one moment
 * @param omitted the fields that the source does not carry
 * @param scope the categories that the export is restricted to; empty for the whole pool
 * @param expected what is referred to and not carried, and why
 * @param entries the other entries, in their order
 */
public record Manifest(
    String layout,
    Level level,
    @Nullable Ticks created,
    @Nullable String source,
    @Nullable Ticks startDate,
    boolean timesAreUtc,
    boolean messageIdsDerived,
    Consistency consistency,
    Set<Omitted> omitted,
    Set<Guid> scope,
    List<Expected> expected,
    List<Described> entries) {
  /** Who writes exports; without a version, so that the same content gives the same bytes. */
  static final String GENERATOR = "pchat";

  /** Copies. */
  public Manifest {
    omitted = Set.copyOf(omitted);
    scope = Set.copyOf(scope);
    expected = List.copyOf(expected);
    entries = List.copyOf(entries);
  }

  /**
   * Reads a manifest.
   *
   * @param in its bytes; closed in any case
   * @throws org.pchat.problem.MalformedArchiveException if it is none
   */
  public static Manifest read(InputStream in, Location where) throws IOException {
    try (EntryParser parser = EntryParser.open(in, where, XmlLimits.defaults())) {
      return ManifestCodec.read(parser, where);
    }
  }

  /** Returns the same with other entries. */
  Manifest with(List<Described> others) {
    return new Manifest(
        layout,
        level,
        created,
        source,
        startDate,
        timesAreUtc,
        messageIdsDerived,
        consistency,
        omitted,
        scope,
        expected,
        others);
  }

  /**
   * A field that the source of the export does not carry: what stands there means nothing.
   *
   * @param kind the kind of record, by its word
   * @param field the field, by its name
   */
  public record Omitted(String kind, String field) implements Comparable<Omitted> {
    @Override
    public int compareTo(Omitted other) {
      int first = kind.compareTo(other.kind);
      return first != 0 ? first : field.compareTo(other.field);
    }
  }

  /**
   * Something that is referred to and not carried: because the target of a package has it, or
   * because it was missing from the source.
   *
   * @param kind the kind of record, by its word
   * @param guid its identity
   * @param name its name, for people
   * @param absence why it is not carried
   */
  public record Expected(String kind, Guid guid, @Nullable String name, Absence absence) {}

  /**
   * An entry and what should be in it.
   *
   * @param name its name
   * @param kind the role that it plays in the layout
   * @param records how many records it holds
   * @param bytes its unpacked length
   * @param sha256 the SHA-256 of its unpacked bytes, in lower-case hexadecimal
   */
  public record Described(String name, String kind, long records, long bytes, String sha256) {}
}
