package org.pchat.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.Export;
import org.pchat.gate.Limits;
import org.pchat.gate.Purge;

/**
 * What to save.
 *
 * @param export the source; of a source without bytes of its own, a canonical export of it
 * @param source what the user called it
 * @param time when the pool was in that state; null for what the source says, else now
 * @param tags what the user calls the snapshot
 * @param pin whether to keep it whatever a policy says
 * @param thorough whether to read entries, too, that seem to be saved already
 * @param limits how much may be gone before the snapshot is suspect
 * @param purge what may be gone however much it is; null for nothing
 * @param now the time of the clock
 */
public record BackupRequest(
    Export export,
    String source,
    @Nullable Instant time,
    List<String> tags,
    boolean pin,
    boolean thorough,
    Limits limits,
    @Nullable Purge purge,
    Instant now) {}
