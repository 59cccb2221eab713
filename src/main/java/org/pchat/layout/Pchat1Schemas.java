package org.pchat.layout;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pchat.xml.EntrySchema;

/** The schemas of the canonical layout (schemas/), each compiled when it is first asked for. */
final class Pchat1Schemas {
  /** What values of the types in schemas/types.xsd and beside it are. */
  private static final Map<String, String> TYPES =
      Map.of(
          "guid", "a GUID in lower case, such as 052a503b-a06d-485a-a5c8-0fad8949f40a",
          "boolean", "true or false",
          "int", "a whole number of 32 bits",
          "long", "a whole number of 64 bits",
          "count", "a whole number, 0 or more",
          "flag", "true; a flag that is not set is left out",
          "isoTicks", "a time in UTC with seven fraction digits",
          "ticks", "a time in UTC with seven fraction digits, or a whole number of ticks",
          "datetime", "a date and time without a zone");

  private static final Map<String, EntrySchema> COMPILED = new ConcurrentHashMap<>();

  private Pchat1Schemas() {}

  /** Returns the schema of the entries with this role. */
  static EntrySchema named(String role) {
    return COMPILED.computeIfAbsent(
        role,
        name ->
            EntrySchema.resource(
                Pchat1Schemas.class, name.toLowerCase(Locale.ROOT) + ".xsd", TYPES));
  }
}
