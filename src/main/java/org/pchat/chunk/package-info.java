/**
 * Chunks: pieces of bytes that are known by their SHA-256 and lie packed in segment files.
 *
 * <p>May use only {@code zip}, {@code model} and {@code problem}. Start with {@link
 * org.pchat.chunk.ChunkStore}. docs/store-format.md tells the bytes.
 */
@NullMarked
package org.pchat.chunk;

import org.jspecify.annotations.NullMarked;
