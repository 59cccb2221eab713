package org.pchat.tape;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One backup on a medium.
 *
 * @param number its number on the medium, from 1
 * @param form what was backed up
 * @param name the name that the user gave it; empty for none
 * @param machine the machine that wrote it
 * @param written when it was written, in the server's local time
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

  /** Returns how many bytes of pages it carries. */
  public long pageBytes() {
    return regions.stream().mapToLong(Region::bytes).sum();
  }
}
