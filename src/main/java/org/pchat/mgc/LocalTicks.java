package org.pchat.mgc;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Ticks;

/**
 * Ticks of a pool as ticks of the model.
 *
 * @param zone the zone that they are in, when the user says so; null takes them as UTC
 */
record LocalTicks(@Nullable ZoneId zone) {
  Ticks of(long value) {
    var ticks = new Ticks(value);
    if (zone == null || !ticks.hasIso()) {
      return ticks;
    }
    var local = LocalDateTime.ofInstant(ticks.toInstant(), ZoneOffset.UTC);
    return Ticks.of(local.atZone(zone).toInstant());
  }

  @Nullable Ticks maybe(@Nullable Long value) {
    return value == null ? null : of(value);
  }
}
