package org.pchat.diff;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.order.RecordCodec;
import org.pchat.spill.Codec;

/**
 * A difference as it was noted; the {@link Ruling} on its part has the last word.
 *
 * @param before the record in the earlier snapshot
 * @param after the record in the later one
 * @param continues whether it is a message that continues a run
 */
record Finding<T>(
    Kind<T> kind, Slot slot, @Nullable T before, @Nullable T after, boolean continues) {
  private static final List<Change> CHANGES = List.of(Change.values());
  private static final List<Act> ACTS = List.of(Act.values());

  /** Writes findings of all kinds. */
  static final class FindingCodec implements Codec<Finding<?>> {
    private static final int BEFORE = 1;
    private static final int AFTER = 2;
    private static final int CONTINUES = 4;

    private final Map<Kind<?>, RecordCodec<?>> codecs = new HashMap<>();

    FindingCodec() {
      Kind.ALL.forEach(kind -> codecs.put(kind, RecordCodec.of(kind)));
    }

    @SuppressWarnings("unchecked") // each kind is put in under itself
    private <T> RecordCodec<T> codec(Kind<T> kind) {
      return (RecordCodec<T>) Objects.requireNonNull(codecs.get(kind));
    }

    @Override
    public void write(Finding<?> finding, DataOutput out) throws IOException {
      writeTyped(finding, out);
    }

    private <T> void writeTyped(Finding<T> finding, DataOutput out) throws IOException {
      Slot slot = finding.slot;
      out.writeByte(Kind.ALL.indexOf(finding.kind));
      out.writeByte(CHANGES.indexOf(slot.change()));
      out.writeByte(
          (finding.before == null ? 0 : BEFORE)
              | (finding.after == null ? 0 : AFTER)
              | (finding.continues ? CONTINUES : 0));
      long acts = 0;
      for (Act act : slot.acts()) {
        acts |= 1L << ACTS.indexOf(act);
      }
      out.writeLong(acts);
      if (finding.before != null) {
        codec(finding.kind).write(finding.before, out);
      }
      if (finding.after != null) {
        codec(finding.kind).write(finding.after, out);
      }
    }

    @Override
    public Finding<?> read(DataInput in) throws IOException {
      return read(Kind.ALL.get(in.readByte()), in);
    }

    private <T> Finding<T> read(Kind<T> kind, DataInput in) throws IOException {
      Change change = CHANGES.get(in.readByte());
      int flags = in.readByte();
      Set<Act> acts = acts(in.readLong());
      @Nullable T before = (flags & BEFORE) == 0 ? null : codec(kind).read(in);
      @Nullable T after = (flags & AFTER) == 0 ? null : codec(kind).read(in);
      return new Finding<>(kind, new Slot(change, acts), before, after, (flags & CONTINUES) != 0);
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
}
