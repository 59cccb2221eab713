package org.pchat.tape;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One backup on a medium.
 *
 * @param number its number on the medium, from 1
 * @param form what was backed up
 * @param name the name that the user gave it; empty for none
 * @param machine the machine that wrote it
 * @param written when it was written, in the server's local time
 * @param zone the server's offset from UTC; null where it does not say
 * @param config what it says about itself
 * @param regions the pages that it carries; a later region replaces frames of an earlier one
 * @param logBytes how many bytes of transaction log it carries
 */
public record BackupSet(
    int number,
    Form form,
    String name,
    String machine,
    @Nullable LocalDateTime written,
    @Nullable ZoneOffset zone,
    SetConfig config,
    List<Region> regions,
    long logBytes) {
  /** What a backup holds. */
  public enum Form {
    /** The whole database. */
    FULL("a full backup"),
    /** What changed since a full backup. */
    DIFFERENTIAL("a differential backup"),
    /** Transaction log. */
    LOG("a log backup"),
    /** Something else, or a backup that was broken off. */
    OTHER("a backup of another kind");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** Returns it in words, with the article. */
    public String words() {
      return words;
    }
  }

  /** Copies the list. */
  public BackupSet {
    regions = List.copyOf(regions);
  }

  /** Returns when it ended, as a moment; nothing where the server does not say its zone. */
  public Optional<Instant> ended() {
    LocalDateTime end = config.finished() == null ? written : config.finished();
    return end == null || zone == null ? Optional.empty() : Optional.of(end.toInstant(zone));
  }

  /** Returns how many bytes of pages it carries. */
  public long pageBytes() {
    return regions.stream().mapToLong(Region::bytes).sum();
  }
}
