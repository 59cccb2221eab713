package org.pchat.archive;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.spill.Codec;

/** The bytes of one record, and what it is sorted by. */
final class Piece {
  private static final List<RoleType> ROLES = List.of(RoleType.values());

  static final Comparator<Piece> ORDER = (a, b) -> Arrays.compareUnsigned(a.key, b.key);

  static final Codec<Piece> CODEC =
      new Codec<>() {
        @Override
        public void write(Piece piece, DataOutput out) throws IOException {
          out.writeInt(piece.key.length);
          out.write(piece.key);
          out.writeInt(piece.bytes.length);
          out.write(piece.bytes);
        }

        @Override
        public Piece read(DataInput in) throws IOException {
          byte[] key = new byte[in.readInt()];
          in.readFully(key);
          byte[] bytes = new byte[in.readInt()];
          in.readFully(bytes);
          return new Piece(key, bytes);
        }
      };

  private final byte[] key;
  private final byte[] bytes;

  /**
   * Takes both over.
   *
   * @param key bytes that stand in the order of the records
   * @param bytes the record, in the encoding of its entry
   */
  Piece(byte[] key, byte[] bytes) {
    this.key = key;
    this.bytes = bytes;
  }

  /** Returns the record; do not change it. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns the key of a record that stands in an entry with others of its kind. */
  static <T> byte[] key(int place, Kind<T> kind, T record) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(place);
      if (record instanceof Role role) {
        write(role.node(), out);
        write(role.principal(), out);
        out.writeByte(ROLES.indexOf(role.role()));
      } else if (record instanceof Scope scope) {
        write(scope.node(), out);
        write(scope.principal(), out);
      } else {
        write(guid(kind, record), out);
      }
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
    return bytes.toByteArray();
  }

  private static void write(Guid guid, DataOutput out) throws IOException {
    out.writeLong(guid.high());
    out.writeLong(guid.low());
  }

  private static <T> Guid guid(Kind<T> kind, T record) {
    if (record instanceof Principal principal) {
      return principal.guid();
    }
    if (record instanceof AddIn addIn) {
      return addIn.guid();
    }
    if (record instanceof Category category) {
      return category.guid();
    }
    if (record instanceof Room room) {
      return room.guid();
    }
    throw new IllegalArgumentException("not sorted here: " + kind);
  }
}
