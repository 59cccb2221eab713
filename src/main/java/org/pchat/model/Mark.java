package org.pchat.model;

import org.jspecify.annotations.Nullable;

/**
 * What many snapshots together say about one record besides its content.
 *
 * @param gone between which snapshots it went; null if the last one that can tell has it
 * @param replaced messages: between which snapshots its text last became another; null if never
 * @param fork messages: the first and the last snapshot with this one of several messages of one
 *     number; null if there is only one
 * @param outdated messages: whether another message of the same number was seen later than this one
 */
public record Mark(
    @Nullable Interval gone,
    @Nullable Interval replaced,
    @Nullable Interval fork,
    boolean outdated) {
  /** Nothing to say. */
  public static final Mark NONE = new Mark(null, null, null, false);

  /** Returns whether the last snapshot that can tell has it no more. */
  public boolean isGone() {
    return gone != null;
  }

  /** Returns whether its text was another once. */
  public boolean isReplaced() {
    return replaced != null;
  }

  /** Returns whether there are several messages of its number. */
  public boolean isForked() {
    return fork != null;
  }
}
