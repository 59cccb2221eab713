package org.pchat.zip;

/**
 * An entry of a ZIP file on which directory and local header agree.
 *
 * @param entry what callers see of it; for a directory, a name that ends with {@code /}
 * @param method how its data is packed
 * @param headerOffset where its local header begins
 * @param dataOffset where its data begins
 * @param descriptor whether a data descriptor follows the data
 */
record Member(Entry entry, Method method, long headerOffset, long dataOffset, boolean descriptor) {
  boolean isDirectory() {
    return entry.name().endsWith("/");
  }

  long dataEnd() {
    return dataOffset + entry.compressedSize();
  }
}
