package org.pchat.zip;

import java.nio.ByteBuffer;

/**
 * What the central directory says of an entry.
 *
 * @param name the name as it will be used
 * @param rawName the name as it is stored
 * @param header the fixed part of the header
 * @param size the length of the content
 * @param compressedSize the length of the data
 * @param localOffset where the entry's own header stands
 */
record Listed(
    String name,
    ByteBuffer rawName,
    CentralHeader header,
    long size,
    long compressedSize,
    long localOffset) {
  boolean isDirectory() {
    return name.endsWith("/");
  }
}
