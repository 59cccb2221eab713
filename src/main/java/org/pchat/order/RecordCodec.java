package org.pchat.order;

import static org.pchat.order.ValueInput.required;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.pchat.model.Access;
import org.pchat.model.AccountState;
import org.pchat.model.AddIn;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Visibility;
import org.pchat.spill.Codec;

/**
 * Records in temporary files: their fields one behind the other, in the order of their kind.
 *
 * @param <T> the type of the records
 */
public final class RecordCodec<T> implements Codec<T> {
  private static final Map<Kind<?>, Reading<?>> READINGS =
      Map.of(
          Kind.PRINCIPAL, (Reading<Principal>) RecordCodec::principal,
          Kind.CATEGORY, (Reading<Category>) RecordCodec::category,
          Kind.ROOM, (Reading<Room>) RecordCodec::room,
          Kind.ADD_IN, (Reading<AddIn>) RecordCodec::addIn,
          Kind.ROLE, (Reading<Role>) RecordCodec::role,
          Kind.SCOPE, (Reading<Scope>) RecordCodec::scope,
          Kind.MESSAGE, (Reading<Message>) RecordCodec::message);

  private static final PrincipalType[] PRINCIPAL_TYPES = PrincipalType.values();
  private static final AccountState[] ACCOUNT_STATES = AccountState.values();
  private static final Behavior[] BEHAVIORS = Behavior.values();
  private static final Visibility[] VISIBILITIES = Visibility.values();
  private static final RoleType[] ROLE_TYPES = RoleType.values();
  private static final Access[] ACCESSES = Access.values();

  private final Kind<T> kind;
  private final Reading<T> reading;

  /** Makes a record of its values. */
  private interface Reading<T> {
    T of(ValueInput in) throws IOException;
  }

  private RecordCodec(Kind<T> kind, Reading<T> reading) {
    this.kind = kind;
    this.reading = reading;
  }

  /** Returns the codec for records of {@code kind}. */
  @SuppressWarnings("unchecked") // READINGS pairs each kind with its own reading
  public static <T> RecordCodec<T> of(Kind<T> kind) {
    return new RecordCodec<>(kind, (Reading<T>) Objects.requireNonNull(READINGS.get(kind)));
  }

  @Override
  public void write(T record, DataOutput out) throws IOException {
    var values = new ValueOutput(out);
    for (Field<T> field : kind.fields()) {
      values.write(field.of(record));
    }
  }

  @Override
  public T read(DataInput in) throws IOException {
    return reading.of(new ValueInput(in));
  }

  private static Principal principal(ValueInput in) throws IOException {
    return new Principal(
        required(in.guid()),
        required(in.text()),
        in.word(PRINCIPAL_TYPES),
        in.integer(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.word(ACCOUNT_STATES),
        in.integer(),
        in.integer(),
        in.audit(),
        in.time(),
        in.flag());
  }

  private static Category category(ValueInput in) throws IOException {
    return new Category(
        required(in.guid()),
        in.guid(),
        in.integer(),
        required(in.text()),
        required(in.text()),
        in.bool(),
        in.bool(),
        in.bool(),
        in.audit(),
        in.time(),
        in.flag());
  }

  private static Room room(ValueInput in) throws IOException {
    return new Room(
        required(in.guid()),
        required(in.guid()),
        in.integer(),
        required(in.text()),
        required(in.text()),
        in.bool(),
        required(in.bool()),
        in.word(BEHAVIORS),
        in.word(VISIBILITIES),
        in.guid(),
        in.audit(),
        in.time(),
        in.number(),
        in.flag());
  }

  private static AddIn addIn(ValueInput in) throws IOException {
    return new AddIn(required(in.guid()), required(in.text()), required(in.text()));
  }

  private static Role role(ValueInput in) throws IOException {
    return new Role(required(in.guid()), required(in.guid()), in.word(ROLE_TYPES), in.guid());
  }

  private static Scope scope(ValueInput in) throws IOException {
    return new Scope(required(in.guid()), required(in.guid()), in.word(ACCESSES), in.guid());
  }

  private static Message message(ValueInput in) throws IOException {
    return new Message(
        required(in.guid()),
        required(in.number()),
        required(in.ticks()),
        in.guid(),
        in.text(),
        in.flag(),
        required(in.text()),
        in.text());
  }
}
