package org.pchat.tape;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a backup set while its blocks go by. */
final class SetGathering {
  /** Two bytes of zero stand before the pages. */
  private static final int LEAD = 2;

  private static final int QUARTER = 15 * 60;
  private static final int MOST_QUARTERS = 14 * 4;
  private static final int COPY = 2;
  private static final int NORMAL = 4;
  private static final int DIFFERENTIAL = 8;
  private static final int INCREMENTAL = 0x10;
  private static final int BROKEN_OFF = 1 << 18;

  private final Block start;
  private final List<Region> regions = new ArrayList<>();
  private String machine = "";
  private @Nullable SetConfig config;
  private long logBytes;
  private boolean brokenOff;

  SetGathering(Block start) {
    this.start = start;
  }

  void block(Block block) {
    if (block.is("VOLB")) {
      machine = block.text(64);
    } else if (block.is("ESET")) {
      brokenOff |= (block.u32(4) & BROKEN_OFF) != 0;
    }
  }

  /** Takes what the set says about itself; it is said again at the end, with the final sizes. */
  void config(@Nullable SetConfig said) {
    if (said != null) {
      config = config == null ? said : said.with(config.files());
    }
  }

  void stream(Block block, Stream stream) {
    if (block.is("MSDA") && stream.is("MQDA") && stream.length() > LEAD) {
      regions.add(new Region(stream.start() + LEAD, stream.length() - LEAD));
    } else if (block.is("MSTL") && stream.is("MQTL")) {
      logBytes += Math.max(0, stream.length() - LEAD);
    }
  }

  /** Returns the set; null where it never said what it is. */
  @Nullable BackupSet set() {
    return config == null
        ? null
        : new BackupSet(
            start.u16(62),
            form(),
            start.text(64),
            machine,
            start.date(88).orElse(null),
            zone(),
            config,
            regions,
            logBytes);
  }

  /** Quarters of an hour; other numbers say that the server does not know. */
  private @Nullable ZoneOffset zone() {
    int quarters = (byte) start.u8(95);
    return Math.abs(quarters) <= MOST_QUARTERS
        ? ZoneOffset.ofTotalSeconds(quarters * QUARTER)
        : null;
  }

  private BackupSet.Form form() {
    int attributes = start.u32(52);
    if (brokenOff) {
      return BackupSet.Form.OTHER;
    } else if ((attributes & DIFFERENTIAL) != 0) {
      return BackupSet.Form.DIFFERENTIAL;
    } else if ((attributes & INCREMENTAL) != 0) {
      return BackupSet.Form.LOG;
    }
    return (attributes & (NORMAL | COPY)) != 0 ? BackupSet.Form.FULL : BackupSet.Form.OTHER;
  }
}
