package org.pchat.xml;

import java.util.Map;

/** What values of the types that every XML Schema has are, in our words. */
final class BuiltInTypes {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("long", "a whole number of 64 bits"),
          Map.entry("int", "a whole number of 32 bits"),
          Map.entry("short", "a whole number of 16 bits"),
          Map.entry("integer", "a whole number"),
          Map.entry("nonNegativeInteger", "a whole number, 0 or more"),
          Map.entry("positiveInteger", "a whole number, 1 or more"),
          Map.entry("decimal", "a number"),
          Map.entry("double", "a number"),
          Map.entry("boolean", "true, false, 1 or 0"),
          Map.entry("dateTime", "a date and time"),
          Map.entry("date", "a date"),
          Map.entry("anyURI", "an address"));

  private BuiltInTypes() {}

  /** Returns what a value of the type is, or at least its name. */
  static String words(String type) {
    return WORDS.getOrDefault(type, "of the type " + type);
  }
}
