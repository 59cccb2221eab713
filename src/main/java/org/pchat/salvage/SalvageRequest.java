package org.pchat.salvage;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to save, and how.
 *
 * @param source the damaged export, a file or a directory
 * @param target the file to write
 * @param overwrite whether it may take the place of another file
 * @param layout the layout, by name or as the file that describes it; null recognises it
 * @param keepDoubtful whether to take records from entries whose checksum contradicts them
 * @param maxUnpacked how many bytes the source may unpack to; 0 for the built-in limit
 */
public record SalvageRequest(
    Path source,
    Path target,
    boolean overwrite,
    @Nullable String layout,
    boolean keepDoubtful,
    long maxUnpacked) {
  /** Returns where temporary files go: beside the target, which has to hold as much. */
  Path folder() {
    return Objects.requireNonNullElse(target.toAbsolutePath().getParent(), Path.of("."));
  }
}
