package org.pchat.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that read an export's own bytes. */
final class LayoutOptions {
  @Option(
      names = "--layout",
      paramLabel = "NAME|FILE",
      description =
          "Read the export in this layout, or in the one that FILE describes, instead of recognising it.")
  @Nullable String layout;

  @Option(
      names = "--max-unpacked",
      paramLabel = "SIZE",
      description =
          "Refuse exports that unpack to more than this, such as 500G (default: 200 times their length, at least 4G).")
  @Nullable String maxUnpacked;

  /** Returns how many bytes an export may unpack to; 0 for the built-in limit. */
  long maxUnpacked() {
    return maxUnpacked == null ? 0 : Bytes.parse(maxUnpacked, "--max-unpacked");
  }
}
