package org.pchat.specimen;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to make a specimen of.
 *
 * @param source the export, a file or a directory
 * @param target the file to write
 * @param overwrite whether it may take the place of another file
 * @param maxUnpacked how many bytes the source may unpack to; 0 for the built-in limit
 * @param seed makes the same noise again, for tests; null for a secret that is not kept
 */
public record SpecimenRequest(
    Path source, Path target, boolean overwrite, long maxUnpacked, @Nullable Long seed) {}
