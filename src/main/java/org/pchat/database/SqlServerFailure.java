package org.pchat.database;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the failures of SQL Server and its driver mean to an administrator. Numbers are SQL
 * Server's; what has none is told by the causes that Java and the driver give.
 */
final class SqlServerFailure {
  private SqlServerFailure() {}

  static IOException of(SqlServerAddress address, SQLException failed) {
    String login = login(failed.getErrorCode());
    if (login != null) {
      return new LoginFailedException(address + ": " + login, failed);
    }
    String meaning = meaning(failed);
    return new DatabaseException(address + ": " + meaning, failed);
  }

  private static @Nullable String login(int number) {
    return switch (number) {
      case 18456 -> "wrong user or password; check --user and where the password comes from";
      case 18452 ->
          "this server or user takes Windows logins only; write ;integratedSecurity=true behind the address and leave --user out";
      case 18470 -> "the login is disabled; let somebody enable it";
      case 18486 -> "the login is locked after too many wrong passwords; let somebody unlock it";
      case 18487, 18488 -> "the password has expired; change it with the tools of SQL Server";
      default -> null;
    };
  }

  private static String meaning(SQLException failed) {
    return switch (failed.getErrorCode()) {
      case 4060 ->
          "there is no such database, or this login may not open it; name it with --db-name";
      case 229, 230, 916 ->
          "this login may not read the tables of the pool; let somebody grant it db_datareader";
      case 1205 -> "gave way to others in a deadlock; try again at a quieter time";
      case 1222 -> "waited half a minute for a lock that others hold; try again at a quieter time";
      case 3960, 3967 ->
          "the server could not keep the old state any longer; give tempdb more space or try again at a quieter time";
      default -> withoutNumber(failed);
    };
  }

  private static String withoutNumber(SQLException failed) {
    String encryption = encryption(failed);
    if (encryption != null) {
      return encryption;
    }
    String all = texts(failed);
    if (all.contains("integrated authentication") || has(failed, UnsatisfiedLinkError.class)) {
      return "integrated security needs Microsoft's file mssql-jdbc_auth-*.x64.dll, which is not"
          + " part of pchat, in a folder named by PCHAT_JAVA_OPTS=-Djava.library.path=FOLDER;"
          + " elsewhere than on Windows write ;authenticationScheme=JavaKerberos too, after kinit";
    }
    if (all.contains("unknownhost") || all.contains("unresolved") || all.contains("unknown host")) {
      return "there is no server of this name; check the address";
    }
    if (all.contains("tcp/ip connection")
        || all.contains("connection refused")
        || all.contains("instance")) {
      return "the server does not answer; check name and port, and whether TCP/IP is switched on"
          + " for the instance and let through by the firewall";
    }
    if (all.contains("timed out")) {
      return "the server did not answer in time; try again";
    }
    String state = failed.getSQLState();
    return (state != null && state.startsWith("08") ? "the connection broke off: " : "")
        + Secrets.firstLine(failed);
  }

  private static @Nullable String encryption(SQLException failed) {
    if (has(failed, CertPathBuilderException.class) || has(failed, CertificateException.class)) {
      return "this Java does not trust the server's certificate, which is self-signed or of an"
          + " unknown issuer; put the issuer into a file and write ;trustStore=FILE behind the"
          + " address, or, in a network that you trust, ;trustServerCertificate=true";
    }
    String all = texts(failed);
    if (all.contains("protocol version tls1")
        || all.contains("selected protocol version")
        || all.contains("protocol_version")
        || all.contains("no appropriate protocol")) {
      return "Java 17 refuses TLS 1.0 and 1.1, and the server offers nothing newer; install the"
          + " updates that bring TLS 1.2 to it, or start with PCHAT_JAVA_OPTS="
          + "-Djava.security.properties=FILE, where FILE says jdk.tls.disabledAlgorithms=SSLv3, RC4";
    }
    return all.contains("ssl") && all.contains("secure connection")
        ? "no encrypted connection came about: " + Secrets.firstLine(Secrets.deepest(failed))
        : null;
  }

  private static Stream<Throwable> causes(Throwable failed) {
    return Stream.<Throwable>iterate(failed, t -> t != null, Throwable::getCause).limit(20);
  }

  private static boolean has(Throwable failed, Class<? extends Throwable> type) {
    return causes(failed).anyMatch(type::isInstance);
  }

  private static String texts(Throwable failed) {
    var all = new StringBuilder();
    causes(failed).forEach(cause -> all.append(cause).append('\n'));
    return all.toString().toLowerCase(Locale.ROOT);
  }
}
