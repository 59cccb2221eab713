package org.pchat.select;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;

/**
 * What is in a source: one pass over every record, in memory that grows with the rooms only.
 *
 * @param counts how many records there are of each kind
 * @param firstMessage the earliest message; null without messages or where they were not read
 * @param lastMessage the latest message, likewise
 * @param content what the messages are like; null where they were not read
 * @param rooms what the rooms are like
 * @param accounts what became of the principals' accounts
 */
public record Inventory(
    Counts counts,
    @Nullable MessagePlace firstMessage,
    @Nullable MessagePlace lastMessage,
    @Nullable Content content,
    Rooms rooms,
    Accounts accounts) {
  /**
   * Records present, repeated ones included.
   *
   * @param categories without the root
   */
  public record Counts(
      long categories,
      long rooms,
      long principals,
      long addIns,
      long roles,
      long scopes,
      long messages) {}

  /** Where a message stands. */
  public record MessagePlace(Ticks sent, Guid room, long id) {
    static final Comparator<MessagePlace> ORDER =
        Comparator.comparing(MessagePlace::sent)
            .thenComparing(MessagePlace::room)
            .thenComparingLong(MessagePlace::id);
  }

  /**
   * What messages are like; {@link MessageMarks} and {@link FileLink} say how it is recognised.
   *
   * @param alerts messages of high importance
   * @param stories messages that are stories
   * @param withRtf messages that have rich text too
   * @param fileLinks links to files; a message may have several
   * @param hyperlinks messages with a web address
   * @param characters Unicode characters of plain text
   * @param authorsUnresolved messages whose author is no principal
   */
  public record Content(
      long alerts,
      long stories,
      long withRtf,
      long fileLinks,
      long hyperlinks,
      long characters,
      long authorsUnresolved) {}

  /**
   * What rooms are like.
   *
   * @param empty rooms without a message
   * @param disabled rooms switched off
   * @param byVisibility rooms by visibility; each has a number
   * @param fullest the room with most messages; null without messages
   * @param sparsest the room with fewest messages of those that have any; null without messages
   */
  public record Rooms(
      long empty,
      long disabled,
      Map<Visibility, Long> byVisibility,
      @Nullable RoomCount fullest,
      @Nullable RoomCount sparsest) {
    /** Copies the map. */
    public Rooms {
      byVisibility = Map.copyOf(byVisibility);
    }
  }

  /** How many messages a room has. */
  public record RoomCount(Guid room, long messages) {
    static final Comparator<RoomCount> ORDER =
        Comparator.comparingLong(RoomCount::messages).thenComparing(RoomCount::room);
  }

  /**
   * What became of accounts.
   *
   * @param disabled principals switched off
   * @param deleted principals whose directory object is gone
   */
  public record Accounts(long disabled, long deleted) {}

  /** Reads all of {@code source} once. */
  public static Inventory of(ChatSource source) throws IOException {
    return new StockTaking(source, false).inventory();
  }

  /**
   * Reads {@code source} but for its messages, if it states by itself how many there are in each
   * room; that is not verified.
   */
  public static Inventory stated(ChatSource source) throws IOException {
    return new StockTaking(source, true).inventory();
  }
}
