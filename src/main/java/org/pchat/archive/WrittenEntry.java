package org.pchat.archive;

/**
 * An entry of an export that was written.
 *
 * @param name its name
 * @param kind the role that it plays in the layout
 * @param records how many records it holds
 * @param bytes its unpacked length
 * @param sha256 the SHA-256 of its unpacked bytes, in lower-case hexadecimal
 */
public record WrittenEntry(String name, String kind, long records, long bytes, String sha256) {
  static WrittenEntry of(Manifest.Described entry) {
    return new WrittenEntry(
        entry.name(), entry.kind(), entry.records(), entry.bytes(), entry.sha256());
  }
}
