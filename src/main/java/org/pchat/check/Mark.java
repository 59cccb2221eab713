package org.pchat.check;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Scope;
import org.pchat.problem.Location;
import org.pchat.spill.Codec;
import org.pchat.spill.CompactText;

/**
 * The identity of a role, scope or message and where it stands: what is sorted of records that
 * stand in no order.
 *
 * @param owner the node or room
 * @param principal the principal; of messages a stand-in
 * @param number the number of a message, or which role it is
 */
record Mark(Guid owner, Guid principal, long number, Location where) {
  static final Comparator<Mark> ORDER =
      Comparator.comparing(Mark::owner)
          .thenComparing(Mark::principal)
          .thenComparingLong(Mark::number);

  private static final List<RoleType> ROLES = List.of(RoleType.values());
  private static final Guid NOBODY = new Guid(0, 0);

  static Mark of(Role role, Location where) {
    return new Mark(role.node(), role.principal(), ROLES.indexOf(role.role()), where);
  }

  static Mark of(Scope scope, Location where) {
    return new Mark(scope.node(), scope.principal(), 0, where);
  }

  static Mark of(Message message, Location where) {
    return new Mark(message.room(), NOBODY, message.id(), where);
  }

  /** Returns the role whose mark this is, as far as the mark tells. */
  Role toRole() {
    return new Role(owner, principal, ROLES.get((int) number), null);
  }

  /** Returns what {@link Kind#identity} says of the record. */
  String identity(Kind<?> kind) {
    if (kind == Kind.MESSAGE) {
      return owner + " " + number;
    }
    return kind == Kind.ROLE ? Kind.ROLE.identity(toRole()) : owner + " " + principal;
  }

  boolean isSameAs(Mark other) {
    return ORDER.compare(this, other) == 0;
  }

  /** Marks in temporary files. */
  static final class MarkCodec implements Codec<Mark> {
    @Override
    public void write(Mark mark, DataOutput out) throws IOException {
      write(mark.owner, out);
      write(mark.principal, out);
      out.writeLong(mark.number);
      CompactText.write(mark.where.archive(), out);
      CompactText.write(mark.where.entry(), out);
      out.writeLong(mark.where.line());
      out.writeLong(mark.where.column());
    }

    private static void write(Guid guid, DataOutput out) throws IOException {
      out.writeLong(guid.high());
      out.writeLong(guid.low());
    }

    @Override
    public Mark read(DataInput in) throws IOException {
      return new Mark(
          guid(in),
          guid(in),
          in.readLong(),
          new Location(
              CompactText.readNullable(in),
              CompactText.readNullable(in),
              in.readLong(),
              in.readLong()));
    }

    private static Guid guid(DataInput in) throws IOException {
      return new Guid(in.readLong(), in.readLong());
    }
  }
}
