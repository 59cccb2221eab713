package org.pchat.xml;

/**
 * How much of everything an entry may have, so that no file can exhaust the machine. Characters are
 * UTF-16 units.
 *
 * @param maxDepth how deep elements may nest, the root counted
 * @param maxAttributes how many attributes and namespace declarations an element may have, and how
 *     many namespace declarations may be in scope
 * @param maxNameLength how many characters a name may have
 * @param maxAttributeLength how many characters the value of an attribute may have
 * @param maxRecordChars how many characters a record may have together with the space before it;
 *     the same goes for any other single piece of markup
 */
public record XmlLimits(
    int maxDepth,
    int maxAttributes,
    int maxNameLength,
    int maxAttributeLength,
    int maxRecordChars) {
  /** How many different names an entry may use. */
  public static final int MAX_NAMES = 10_000;

  /** How many attributes and child elements a record may have, deeper ones not counted. */
  public static final int MAX_RECORD_PARTS = 500_000;

  /** Three bytes a character must still fit into one array. */
  private static final int MOST_RECORD_CHARS = 1 << 29;

  /** Checks that every limit can be kept. */
  public XmlLimits {
    if (maxDepth < 1
        || maxAttributes < 1
        || maxNameLength < 1
        || maxAttributeLength < 1
        || maxRecordChars < 1
        || maxRecordChars > MOST_RECORD_CHARS) {
      throw new IllegalArgumentException(
          "limits must be at least 1, maxRecordChars at most " + MOST_RECORD_CHARS);
    }
  }

  /** Returns limits far above any export and far below any harm. */
  public static XmlLimits defaults() {
    return new XmlLimits(100, 256, 1024, 1 << 20, 16 << 20);
  }
}
