package org.pchat.zip;

import java.util.OptionalLong;

/**
 * A named piece of content in a container.
 *
 * @param name the decoded name with {@code /} between its parts; hostile text, never a path to
 *     write to
 * @param size the length of the content in bytes
 * @param compressedSize the bytes that it takes up in the container
 * @param crc32 the checksum of the content that the container promises; a directory promises none
 */
public record Entry(String name, long size, long compressedSize, OptionalLong crc32) {}
