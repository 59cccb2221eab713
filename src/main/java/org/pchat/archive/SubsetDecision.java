package org.pchat.archive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.BadRecordException;
import org.pchat.layout.EntryWalk;
import org.pchat.model.Kind;
import org.pchat.problem.Location;

/**
 * Decides of one entry what stays, stop by stop of its walk.
 *
 * <p>Records without bytes of their own stand inside the next that has some, or are the same
 * element as the last; they go as that goes.
 */
final class SubsetDecision {
  private final SubsetWishes wishes;
  private final BitSet kept = new BitSet();
  private final Deque<Opened> open = new ArrayDeque<>();

  /** What was met inside the piece that is still to come. */
  private List<SubsetWishes.Wish> inside = new ArrayList<>();

  private @Nullable Location last;
  private int lastNumber;
  private int number;
  private boolean hasRecords;
  private boolean keepsRecords;

  /** An element that has records inside. */
  private static final class Opened {
    final int number;
    boolean keeps;

    Opened(int number) {
      this.number = number;
    }
  }

  SubsetDecision(SubsetWishes wishes) {
    this.wishes = wishes;
  }

  /** Returns the numbers of the stops that stay, counted from 0. */
  BitSet kept() {
    return kept;
  }

  /** Returns whether there were records and none stays. */
  boolean keepsNothing() {
    return hasRecords && !keepsRecords;
  }

  void decide(EntryWalk walk) throws IOException {
    while (walk.advance()) {
      switch (walk.stop()) {
        case OPENING -> open.push(new Opened(number));
        case CLOSING -> close(walk);
        case RECORD -> record(walk);
        default -> kept.set(number, walk.raw().isEmpty());
      }
      number++;
    }
  }

  private void record(EntryWalk walk) throws IOException {
    hasRecords = true;
    SubsetWishes.@Nullable Wish wish = wish(walk);
    boolean hasBytes = walk.raw().isPresent();
    if (!hasBytes && walk.location().equals(last)) {
      if (wish != null) {
        settle(List.of(wish), kept.get(lastNumber) || wish.isStrong(), lastNumber);
      }
      return;
    }
    if (wish != null) {
      inside.add(wish);
    }
    if (hasBytes) {
      List<SubsetWishes.Wish> all = inside;
      inside = new ArrayList<>();
      boolean stays =
          (wish != null && wish.wanted()) || all.stream().anyMatch(SubsetWishes.Wish::isStrong);
      settle(all, stays, number);
      last = walk.location();
      lastNumber = number;
    }
  }

  private void close(EntryWalk walk) throws IOException {
    Opened opened = open.pop();
    SubsetWishes.@Nullable Wish wish = walk.kind() == null ? null : wish(walk);
    boolean stays = walk.kind() == null || opened.keeps || (wish != null && wish.wanted());
    if (wish != null) {
      hasRecords = true;
      settle(List.of(wish), stays, opened.number);
    } else {
      kept.set(opened.number, stays);
    }
    kept.set(number, stays);
    if (opened.keeps && !open.isEmpty()) {
      open.element().keeps = true;
    }
    last = walk.location();
    lastNumber = opened.number;
  }

  private void settle(List<SubsetWishes.Wish> met, boolean stays, int at) {
    kept.set(at, stays);
    met.forEach(wish -> wishes.settle(wish, stays));
    if (stays) {
      keepsRecords = true;
      if (!open.isEmpty()) {
        open.element().keeps = true;
      }
    }
  }

  private SubsetWishes.@Nullable Wish wish(EntryWalk walk) throws IOException {
    Kind<?> kind = walk.kind();
    return kind == null ? null : wish(kind, walk);
  }

  /** Unreadable records were told when the plan was made, and nobody can have wanted them. */
  private <T> SubsetWishes.@Nullable Wish wish(Kind<T> kind, EntryWalk walk) throws IOException {
    try {
      return wishes.of(kind, walk.read(kind));
    } catch (BadRecordException unreadable) {
      return null;
    }
  }
}
