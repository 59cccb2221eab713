package org.pchat.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens to what is asked of a connection, or breaks it. */
final class Spy {
  private Spy() {}

  /** Notes every SQL text. */
  static Connection on(Connection connection, Set<String> asked) {
    return wrap(connection, asked, new AtomicInteger(Integer.MAX_VALUE));
  }

  /** Fails, as a line does, at the row of this number. */
  static Connection breaking(Connection connection, int row) {
    return wrap(connection, new java.util.HashSet<>(), new AtomicInteger(row));
  }

  private static Connection wrap(Connection connection, Set<String> asked, AtomicInteger rows) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("prepareStatement")) {
            asked.add((String) arguments[0]);
          }
          Object result = call(connection, method, arguments);
          return result instanceof Statement statement ? wrap(statement, asked, rows) : result;
        };
    return (Connection)
        Proxy.newProxyInstance(
            Spy.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  private static Object wrap(Statement statement, Set<String> asked, AtomicInteger rows) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute") && arguments != null) {
            asked.add((String) arguments[0]);
          }
          Object result = call(statement, method, arguments);
          return result instanceof ResultSet set ? wrap(set, rows) : result;
        };
    return Proxy.newProxyInstance(
        Spy.class.getClassLoader(), new Class<?>[] {java.sql.PreparedStatement.class}, handler);
  }

  private static Object wrap(ResultSet set, AtomicInteger rows) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("next") && rows.decrementAndGet() < 0) {
            throw new SQLException("Connection reset", "08S01");
          }
          return call(set, method, arguments);
        };
    return Proxy.newProxyInstance(
        Spy.class.getClassLoader(), new Class<?>[] {ResultSet.class}, handler);
  }

  private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
