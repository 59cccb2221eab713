package org.pchat.timeline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.model.Kind;
import org.pchat.order.RecordCodec;
import org.pchat.spill.Codec;

/** Writes events into a temporary file. */
final class EventCodec implements Codec<Event<?>> {
  private static final List<Act> ACTS = List.of(Act.values());
  private static final List<Change> CHANGES = List.of(Change.values());

  @Override
  public void write(Event<?> event, DataOutput out) throws IOException {
    writeTyped(event, out);
  }

  private static <T> void writeTyped(Event<T> event, DataOutput out) throws IOException {
    out.writeByte(Kind.ALL.indexOf(event.kind()));
    out.writeByte(CHANGES.indexOf(event.change()));
    long acts = 0;
    for (Act act : event.acts()) {
      acts |= 1L << ACTS.indexOf(act);
    }
    out.writeLong(acts);
    out.writeInt(event.from());
    out.writeInt(event.until());
    T before = event.before();
    T after = event.after();
    out.writeBoolean(before != null);
    if (before != null) {
      RecordCodec.of(event.kind()).write(before, out);
    }
    out.writeBoolean(after != null);
    if (after != null) {
      RecordCodec.of(event.kind()).write(after, out);
    }
  }

  @Override
  public Event<?> read(DataInput in) throws IOException {
    return read(Kind.ALL.get(in.readByte()), in);
  }

  private static <T> Event<T> read(Kind<T> kind, DataInput in) throws IOException {
    Change change = CHANGES.get(in.readByte());
    Set<Act> acts = acts(in.readLong());
    int from = in.readInt();
    int until = in.readInt();
    @Nullable T before = in.readBoolean() ? RecordCodec.of(kind).read(in) : null;
    @Nullable T after = in.readBoolean() ? RecordCodec.of(kind).read(in) : null;
    return new Event<>(kind, change, acts, before, after, from, until);
  }

  private static Set<Act> acts(long bits) {
    Set<Act> acts = EnumSet.noneOf(Act.class);
    for (Act act : ACTS) {
      if ((bits >> ACTS.indexOf(act) & 1) != 0) {
        acts.add(act);
      }
    }
    return Collections.unmodifiableSet(acts);
  }
}
