package org.pchat.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.mgc.Catalogue;
import org.pchat.mgc.HeldCursor;
import org.pchat.mgc.Pool;
import org.pchat.mgc.PoolReading;
import org.pchat.mgc.Projection;
import org.pchat.mgc.RoomsCursor;
import org.pchat.mgc.Row;
import org.pchat.model.ChatSource;
import org.pchat.model.Consistency;
import org.pchat.model.Coverage;
import org.pchat.model.Fingerprint;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Origin;
import org.pchat.model.OriginKind;
import org.pchat.model.Part;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;
import org.pchat.model.Room;
import org.pchat.model.Structure;
import org.pchat.model.Ticks;
import org.pchat.model.UnknownContent;
import org.pchat.problem.Location;
import org.pchat.problem.ProblemLog;

/**
 * A pool in a database. Numbers of the database become GUIDs by way of an index in memory, so that
 * the database joins and sorts nothing.
 *
 * <p>Categories, rooms and add-ins come sorted, and so do messages, room by room; principals and
 * permissions come as they stand. One connection serves all cursors: a second one that is opened
 * makes the driver fetch the rest of the first into memory.
 */
final class DatabaseSource implements ChatSource {
  private static final int FETCH = 1_000;
  private final Connection connection;
  private final Dialect dialect;
  private final DatabaseAddress address;
  private final ReadOptions options;
  private final Catalogue catalogue;
  private final Consistency consistency;
  private final Ticks time;
  private final Map<Integer, Long> bounds;
  private final Map<Select, String> texts = new EnumMap<>(Select.class);
  private @Nullable Pool pool;

  private DatabaseSource(
      Connection connection,
      Dialect dialect,
      DatabaseAddress address,
      ReadOptions options,
      Consistency consistency)
      throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.address = address;
    this.options = options;
    this.consistency = consistency;
    this.catalogue = Catalogue.of(address.display(), types(connection), options.problems());
    this.time = dialect.clock(connection);
    // Before anything else is read: what messages up to here refer to is there already.
    this.bounds = consistency == Consistency.BOUNDED ? lastMessages() : Map.of();
  }

  static DatabaseSource begin(
      Connection connection, Dialect dialect, DatabaseAddress address, ReadOptions options)
      throws SQLException {
    Consistency consistency = dialect.begin(connection);
    return new DatabaseSource(connection, dialect, address, options, consistency);
  }

  /** Reads within a transaction that is under way, and leaves it as it is. */
  static DatabaseSource within(Connection connection, Dialect dialect, DatabaseAddress address)
      throws SQLException {
    ReadOptions options = ReadOptions.defaults();
    return new DatabaseSource(connection, dialect, address, options, Consistency.AT_REST);
  }

  /** Returns the types of all columns, by table and column in lower case. */
  static Map<String, Map<String, String>> types(Connection connection) throws SQLException {
    Map<String, Map<String, String>> types = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Select.CATALOGUE)) {
      while (rows.next()) {
        types
            .computeIfAbsent(key(rows.getString(1)), table -> new HashMap<>())
            .put(key(rows.getString(2)), Objects.requireNonNull(rows.getString(3)));
      }
    }
    return types;
  }

  private static String key(@Nullable String name) {
    return Objects.requireNonNull(name).toLowerCase(Locale.ROOT);
  }

  /** Returns the last message of each room that has any. */
  private Map<Integer, Long> lastMessages() throws SQLException {
    Map<Integer, Long> last = new HashMap<>();
    try (PreparedStatement statement = prepare(Select.BOUNDS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        long value = rows.getLong(2);
        if (!rows.wasNull()) {
          last.put(rows.getInt(1), value);
        }
      }
    }
    return last;
  }

  private PreparedStatement prepare(Select select) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(texts.computeIfAbsent(select, each -> each.text(catalogue)));
    statement.setFetchSize(FETCH);
    return statement;
  }

  @Override
  public Origin origin() {
    return new Origin(OriginKind.DATABASE, address.display(), "mgc", bytes());
  }

  private long bytes() {
    Optional<Path> file = address.file();
    try {
      return file.isPresent() ? Files.size(file.get()) : -1;
    } catch (IOException unknown) {
      return -1;
    }
  }

  @Override
  public Coverage coverage() {
    var zone = options.sourceZone() == null ? Coverage.Zone.ASSUMED : Coverage.Zone.GIVEN;
    return new Coverage(Level.ALL, Set.of(), null, time, zone, catalogue.fields(), false);
  }

  @Override
  public Consistency consistency() {
    return consistency;
  }

  @Override
  public Structure structure() throws IOException {
    return pool().structure();
  }

  private synchronized Pool pool() throws IOException {
    if (pool == null) {
      try {
        pool = readPool();
      } catch (SQLException failed) {
        throw dialect.worded(failed);
      }
    }
    return pool;
  }

  private Pool readPool() throws SQLException, IOException {
    var reading = new PoolReading(catalogue, options, consistency != Consistency.BOUNDED);
    each(Select.PRINCIPAL_IDS, reading::principalId);
    if (catalogue.has(Projection.LAST_CHAT_IDS)) {
      each(Select.LAST_CHAT_IDS, reading::lastChatId);
    }
    each(Select.ROLE_TYPES, reading::roleType);
    each(Select.NODES, reading::node);
    if (catalogue.has(Projection.ADD_INS)) {
      each(Select.ADD_INS, reading::addIn);
    }
    return reading.pool();
  }

  /** Takes a row. */
  private interface Taker {
    void take(Row row) throws IOException;
  }

  private void each(Select select, Taker taker) throws SQLException, IOException {
    RowCursor.Mapping<Boolean> taking =
        row -> {
          taker.take(row);
          return Boolean.TRUE;
        };
    try (RowCursor<Boolean> rows = walk(select, taking)) {
      boolean more = rows.advance();
      while (more) {
        more = rows.advance();
      }
    }
  }

  private <T> RowCursor<T> walk(Select select, RowCursor.Mapping<T> mapping) throws SQLException {
    return new RowCursor<>(prepare(select), mapping, setting(select.table()));
  }

  private RowCursor.Setting setting(String table) {
    return new RowCursor.Setting(dialect, location(table), options.watch());
  }

  private Location location(String table) {
    return Location.of(address.display(), table);
  }

  @Override
  @SuppressWarnings("unchecked") // the kind says what the records are
  public <T> RecordCursor<T> records(Kind<T> kind) throws IOException {
    return (RecordCursor<T>) open(kind);
  }

  private RecordCursor<?> open(Kind<?> kind) throws IOException {
    Pool known = pool();
    try {
      if (kind == Kind.PRINCIPAL) {
        return walk(Select.PRINCIPALS, known::principal);
      } else if (kind == Kind.ROLE) {
        return walk(Select.ROLES, known::role);
      } else if (kind == Kind.SCOPE) {
        return walk(Select.SCOPES, known::scope);
      } else if (kind == Kind.MESSAGE) {
        return new RoomsCursor(messageRooms().iterator(), this::messages, location("tblChat"));
      }
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
    return new HeldCursor<>(held(kind, known.structure()).iterator(), location("tblNode"));
  }

  private static Iterable<?> held(Kind<?> kind, Structure structure) {
    if (kind == Kind.CATEGORY) {
      return structure.categories();
    }
    return kind == Kind.ROOM ? structure.rooms() : structure.addIns();
  }

  @Override
  public RecordCursor<Message> messages(Guid room) throws IOException {
    Pool known = pool();
    Integer id = known.roomId(room);
    if (id == null) {
      return new HeldCursor<>(List.<Message>of().iterator(), location("tblChat"));
    }
    try {
      PreparedStatement statement = prepare(Select.MESSAGES);
      statement.setInt(1, id);
      statement.setLong(2, bound(id));
      return new RowCursor<>(statement, row -> known.message(room, row), setting("tblChat"));
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
  }

  private long bound(int room) {
    return consistency == Consistency.BOUNDED
        ? bounds.getOrDefault(room, Long.MIN_VALUE)
        : Long.MAX_VALUE;
  }

  @Override
  public List<Guid> messageRooms() throws IOException {
    return structure().rooms().stream().map(Room::guid).toList();
  }

  @Override
  public boolean readsRoomsApart() {
    return true;
  }

  @Override
  public boolean readsInParallel() {
    return false;
  }

  @Override
  public Order order(Kind<?> kind) {
    boolean asTheyStand = kind == Kind.PRINCIPAL || kind == Kind.ROLE || kind == Kind.SCOPE;
    return asTheyStand ? Order.UNSORTED : Order.SORTED;
  }

  @Override
  public Optional<Fingerprint> fingerprint(Part part) {
    return Optional.empty();
  }

  @Override
  public UnknownContent unknown() {
    return UnknownContent.NONE;
  }

  @Override
  public ProblemLog problems() {
    return options.problems();
  }

  @Override
  public void close() throws IOException {
    try {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        connection.rollback();
      }
      connection.close();
    } catch (SQLException failed) {
      throw dialect.worded(failed);
    }
  }
}
