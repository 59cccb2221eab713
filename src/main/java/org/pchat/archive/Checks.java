package org.pchat.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pchat.xml.EntrySchema;
import org.pchat.xml.SchemaChoice;

/**
 * That an export is to be checked while it is read, and against what: the layout's own schemas, its
 * manifest, and schemas of the user's.
 */
public final class Checks {
  private final List<EntrySchema> schemas;

  private Checks(List<EntrySchema> schemas) {
    this.schemas = schemas;
  }

  /**
   * Compiles the user's schemas. An entry is checked against the first that declares its root
   * element, and against the layout's own if none does.
   *
   * @throws org.pchat.problem.ArchiveException if one is no schema, or asks for files elsewhere
   */
  public static Checks with(List<Path> schemas) throws IOException {
    List<EntrySchema> compiled = new ArrayList<>();
    for (Path schema : schemas) {
      compiled.add(EntrySchema.file(schema));
    }
    return new Checks(compiled);
  }

  /** Returns a choice for one export, which notes what was used. */
  SchemaChoice choice() {
    return new SchemaChoice(schemas);
  }
}
