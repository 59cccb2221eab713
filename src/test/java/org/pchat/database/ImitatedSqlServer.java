package org.pchat.database;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pchat.database.TdsPacket.Answer;

/**
 * What Microsoft's driver takes for a SQL Server: it logs in, asks and gets rows, in the server's
 * protocol and types. The pool behind it is an embedded one. It encrypts nothing and knows no SQL
 * of its own, so it proves what the driver and we do, and nothing about a real server.
 */
public final class ImitatedSqlServer implements Closeable {
  /** What its only user logs in with. */
  public static final String PASSWORD = "S3CR3T-canary";

  private final ServerSocket socket;
  private final Connection pool;
  private final boolean allowsSnapshots;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int loginError;
  private final AtomicLong rowsUntilBreak = new AtomicLong(Long.MAX_VALUE);

  private ImitatedSqlServer(Connection pool, boolean allowsSnapshots) throws IOException {
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.pool = pool;
    this.allowsSnapshots = allowsSnapshots;
    var thread = new Thread(this::accept, "imitated SQL Server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Imitates a server that has the embedded pool of this address. */
  public static ImitatedSqlServer over(String pool, boolean allowsSnapshots) throws Exception {
    return over((H2Address) DatabaseAddress.parse(pool), allowsSnapshots);
  }

  static ImitatedSqlServer over(H2Address pool, boolean allowsSnapshots) throws Exception {
    return new ImitatedSqlServer(new H2(pool).connect(org.pchat.model.Login.NONE), allowsSnapshots);
  }

  /** Returns its address. */
  public String url() {
    return "jdbc:sqlserver://127.0.0.1:" + socket.getLocalPort() + ";encrypt=false";
  }

  /** Refuses logins with this error of SQL Server. */
  public ImitatedSqlServer refusing(int error) {
    loginError = error;
    return this;
  }

  /** Breaks the line after so many rows. */
  public ImitatedSqlServer breakingAfter(long rows) {
    rowsUntilBreak.set(rows);
    return this;
  }

  /** Returns all SQL that came, with the marks of parameters as we wrote them. */
  List<String> asked() {
    return Collections.unmodifiableList(asked);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        serve(client);
      } catch (IOException | SQLException gone) {
        // The next client may stay longer.
      }
    }
  }

  private void serve(Socket client) throws IOException, SQLException {
    var in = new DataInputStream(client.getInputStream());
    OutputStream out = new BufferedOutputStream(client.getOutputStream());
    while (true) {
      TdsPacket.Received message = TdsPacket.read(in);
      var answer = new Answer(out);
      switch (message.type()) {
        case TdsPacket.PRELOGIN -> prelogin(answer);
        case TdsPacket.LOGIN -> login(message.content(), answer);
        case TdsPacket.BATCH -> batch(message.content(), answer);
        case TdsPacket.RPC -> call(message.content(), answer);
        case TdsPacket.ATTENTION -> answer.done(0xFD, 0x20, 0);
        default -> throw new IOException("a message that is not known: " + message.type());
      }
      answer.flush(true);
    }
  }

  /** Version 15.0.2000, no encryption. */
  private static void prelogin(Answer answer) {
    answer.bytes(0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 15, 0, 0x07, 0xD0, 0, 0, 2);
  }

  private void login(byte[] content, Answer answer) throws IOException {
    String password = password(content);
    int error = loginError != 0 ? loginError : password.equals(PASSWORD) ? 0 : 18456;
    if (error != 0) {
      String said = "Login failed for user 'reader'.";
      answer.token(
          0xAA,
          new Answer(OutputStream.nullOutputStream())
              .little(error, 4)
              .bytes(1, 14)
              .little(said.length(), 2)
              .text(said)
              .shortText("sql1")
              .shortText("")
              .little(1, 4));
      answer.done(0xFD, 2, 0);
      return;
    }
    answer.token(
        0xE3,
        new Answer(OutputStream.nullOutputStream()).bytes(7, 5, 0x09, 0x04, 0xD0, 0x00, 0x34, 0));
    answer.token(
        0xE3, new Answer(OutputStream.nullOutputStream()).bytes(1).shortText("mgc").shortText(""));
    answer.token(
        0xAD,
        new Answer(OutputStream.nullOutputStream())
            .bytes(1, 0x74, 0, 0, 4)
            .shortText("Microsoft SQL Server")
            .bytes(15, 0, 0x07, 0xD0));
    answer.done(0xFD, 0, 0);
  }

  private static String password(byte[] login) {
    ByteBuffer fields = ByteBuffer.wrap(login).order(ByteOrder.LITTLE_ENDIAN);
    int start = fields.getShort(44);
    byte[] bytes = new byte[fields.getShort(46) * 2];
    for (int i = 0; i < bytes.length; i++) {
      int b = (login[start + i] ^ 0xA5) & 0xFF;
      bytes[i] = (byte) (b << 4 | b >> 4);
    }
    return new String(bytes, StandardCharsets.UTF_16LE);
  }

  private void batch(byte[] content, Answer answer) throws IOException, SQLException {
    int headers = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    String sql =
        new String(content, headers, content.length - headers, StandardCharsets.UTF_16LE).strip();
    asked.add(sql);
    if (sql.equals(SqlServer.SNAPSHOTS)) {
      select("SELECT CAST(" + (allowsSnapshots ? 1 : 0) + " AS int) AS state", List.of(), answer);
    } else if (sql.equals(SqlServer.CLOCK)) {
      select(
          "SELECT CAST(TIMESTAMP '2019-01-14 02:00:00' AS timestamp(7)) AS \"CLOCK\"",
          List.of(),
          answer);
    } else if (sql.startsWith("SELECT")) {
      select(sql, List.of(), answer);
    }
    answer.done(0xFD, 0, 0);
  }

  /** The driver prepares by sp_executesql: the text, the types of its parameters, their values. */
  private void call(byte[] content, Answer answer) throws IOException, SQLException {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.getInt(0));
    int name = in.getShort();
    int procedure = in.getShort();
    if (name != -1 || procedure != 10) {
      throw new IOException("a procedure that is not known: " + name + " " + procedure);
    }
    in.getShort();
    List<Object> values = new ArrayList<>();
    while (in.hasRemaining()) {
      values.add(parameter(in));
    }
    String sql = String.valueOf(values.get(0)).replaceAll("@P\\d+", "?").strip();
    asked.add(sql);
    select(sql, values.size() < 3 ? List.of() : values.subList(2, values.size()), answer);
    answer.bytes(0x79).little(0, 4);
    answer.done(0xFE, 0, 0);
  }

  private static Object parameter(ByteBuffer in) throws IOException {
    in.position(in.position() + 1 + 2 * in.get(in.position()));
    in.get();
    int type = in.get() & 0xFF;
    if (type == 0x26) {
      in.get();
      return in.get() == 8 ? (Object) in.getLong() : (Object) in.getInt();
    } else if (type == 0xE7) {
      in.position(in.position() + 7);
      byte[] text = new byte[in.getShort() & 0xFFFF];
      in.get(text);
      return new String(text, StandardCharsets.UTF_16LE);
    }
    throw new IOException("a type that is not known: " + type);
  }

  private void select(String sql, List<Object> values, Answer answer)
      throws IOException, SQLException {
    try (PreparedStatement statement = pool.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows(rows, answer);
      }
    }
  }

  private void rows(ResultSet rows, Answer answer) throws IOException, SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    int count = columns.getColumnCount();
    String[] types = new String[count];
    answer.bytes(0x81).little(count, 2);
    for (int i = 0; i < count; i++) {
      String name = columns.getColumnLabel(i + 1);
      types[i] = name.equals("CLOCK") ? "CLOCK" : columns.getColumnTypeName(i + 1);
      TdsPacket.column(answer, name, types[i], columns.getPrecision(i + 1));
    }
    long sent = 0;
    while (rows.next()) {
      if (rowsUntilBreak.decrementAndGet() < 0) {
        throw new IOException("the line breaks");
      }
      answer.bytes(0xD1);
      for (int i = 0; i < count; i++) {
        TdsPacket.value(answer, rows, i + 1, types[i], columns.getPrecision(i + 1));
      }
      answer.flush(false);
      sent++;
    }
    answer.done(0xFF, 0x11, sent);
  }

  /** Returns whether a statement looks like one that only the driver itself sends. */
  static boolean isOfTheDriver(String sql) {
    Matcher own =
        Pattern.compile(
                "(?i)(set transaction isolation level|set implicit_transactions|if @@trancount).*",
                Pattern.DOTALL)
            .matcher(sql);
    return own.matches();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try (Statement statement = pool.createStatement()) {
      statement.getConnection().close();
    } catch (SQLException closed) {
      throw new IOException(closed);
    }
  }
}
