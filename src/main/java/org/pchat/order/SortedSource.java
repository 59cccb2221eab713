package org.pchat.order;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pchat.model.ChatSource;
import org.pchat.model.ForwardingSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Part;
import org.pchat.model.RecordCursor;
import org.pchat.model.Watch;
import org.pchat.spill.SortSpace;

/**
 * Any source as one that is sorted and reads rooms apart, for merges and for the writer.
 *
 * <p>A kind that the source already delivers so is passed through. Another is read once, when it is
 * first asked for, sorted, and kept in a temporary file until the source is closed; that takes
 * about as much disk as the records are long. Such records keep their places but not their own
 * bytes, which stand in the source's entries.
 *
 * <p>Once a kind was sorted, {@link RecordCursor#passedOver} of each of its walks, a single room's
 * too, speaks of the whole kind: nobody knows which room a record belonged to that could not be
 * read.
 */
public final class SortedSource extends ForwardingSource {
  private final ChatSource source;
  private final Watch watch;
  private final SortSpace space;
  private final Set<Kind<?>> toSort;
  private final Map<Kind<?>, SortedKind<?>> sorted = new HashMap<>();

  private SortedSource(ChatSource source, Watch watch, SortSpace space, Set<Kind<?>> toSort) {
    super(source);
    this.source = source;
    this.watch = watch;
    this.space = space;
    this.toSort = toSort;
  }

  /**
   * Returns {@code source} itself if it is in order and reads rooms apart, else one that is;
   * closing that closes both.
   *
   * @param watch stops the sorting
   * @param space what each sort may take
   */
  public static ChatSource of(ChatSource source, Watch watch, SortSpace space) {
    Set<Kind<?>> toSort = unsorted(source);
    return toSort.isEmpty() ? source : new SortedSource(source, watch, space, toSort);
  }

  /**
   * Returns {@code source} with every kind sorted again, for one whose records were found to break
   * the order that it promises.
   */
  public static ChatSource again(ChatSource source, Watch watch, SortSpace space) {
    return new SortedSource(source, watch, space, Set.copyOf(Kind.ALL));
  }

  private static Set<Kind<?>> unsorted(ChatSource source) {
    Set<Kind<?>> kinds = new HashSet<>();
    for (Kind<?> kind : Kind.ALL) {
      boolean apart = kind != Kind.MESSAGE || source.readsRoomsApart();
      if (!apart || source.order(kind) != Order.SORTED) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  @SuppressWarnings("unchecked") // each kind is put in under itself
  private synchronized <T> SortedKind<T> sorted(Kind<T> kind) throws IOException {
    SortedKind<?> known = sorted.get(kind);
    if (known == null) {
      known = SortedKind.of(source, kind, watch, space);
      sorted.put(kind, known);
    }
    return (SortedKind<T>) known;
  }

  @Override
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    return toSort.contains(kind) ? sorted(kind).all() : source.records(kind);
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    return toSort.contains(Kind.MESSAGE) ? sorted(Kind.MESSAGE).of(room) : source.messages(room);
  }

  @Override
  public List<Guid> messageRooms() throws IOException {
    if (!toSort.contains(Kind.MESSAGE)) {
      return source.messageRooms();
    }
    Set<Guid> rooms = new TreeSet<>(source.messageRooms());
    sorted(Kind.MESSAGE).rooms().forEach(rooms::add);
    return List.copyOf(rooms);
  }

  @Override
  public boolean readsRoomsApart() {
    return true;
  }

  @Override
  public Order order(Kind<?> kind) {
    return Order.SORTED;
  }

  @Override
  public boolean damaged(Part part) {
    return source.damaged(part)
        || (!source.readsRoomsApart()
            && part.kind() == Kind.MESSAGE
            && source.damaged(Part.of(Kind.MESSAGE)));
  }

  @Override
  public synchronized void close() throws IOException {
    try (source) {
      for (SortedKind<?> kind : sorted.values()) {
        kind.close();
      }
    }
  }
}
