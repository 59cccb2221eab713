package org.pchat.cli;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.pchat.gate.Limits;
import org.pchat.gate.Purge;
import picocli.CommandLine.Option;

/** How much may be gone before a snapshot is suspect. */
final class GateOptions {
  @Option(
      names = "--max-lost",
      paramLabel = "N",
      description =
          "Suspect more than N messages gone from rooms that are still there (default: 100).")
  private @Nullable Long messages;

  @Option(
      names = "--max-lost-percent",
      paramLabel = "N",
      description = "Suspect more than N %% of all messages gone (default: 1).")
  private @Nullable Integer percent;

  @Option(
      names = "--max-room-percent",
      paramLabel = "N",
      description = "Suspect N %% of a single room gone (default: 50).")
  private @Nullable Integer roomPercent;

  @Option(
      names = "--max-permission-percent",
      paramLabel = "N",
      description = "Suspect N %% of the permissions or of the principals gone (default: 50).")
  private @Nullable Integer permissionPercent;

  @Option(
      names = "--expect-purge",
      paramLabel = "'before DATE'",
      description = "Messages from before this date may be gone, in --tz.")
  private @Nullable String purge;

  Limits limits() {
    Limits usual = Limits.DEFAULT;
    try {
      return new Limits(
          messages == null ? usual.messages() : messages,
          percent == null ? usual.percent() : percent,
          roomPercent == null ? usual.roomPercent() : roomPercent,
          permissionPercent == null ? usual.permissionPercent() : permissionPercent);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("the limits of the gate: " + wrong.getMessage());
    }
  }

  @Nullable Purge purge(ZoneId zone) {
    return purge == null ? null : Purge.parse(purge, zone);
  }
}
