package org.pchat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pchat.model.Login;
import org.pchat.model.ReadOptions;

/** What goes wrong on the way to a server: real sockets, the real driver, no real server. */
class SqlServerFailureTest {
  @TempDir Path folder;

  private static final ReadOptions READER =
      ReadOptions.defaults().with(new Login("reader", "S3CR3T-canary"::toCharArray, null));

  /** A server that does one thing to whoever comes. */
  private interface Treatment {
    void treat(Socket client) throws IOException;
  }

  private static void withServer(ServerSocket socket, Treatment treatment, String url, String said)
      throws IOException {
    var thread =
        new Thread(
            () -> {
              while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                  treatment.treat(client);
                } catch (IOException gone) {
                  // As expected.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    try (socket) {
      DatabaseAddress address =
          DatabaseAddress.parse("jdbc:sqlserver://127.0.0.1:" + socket.getLocalPort() + url);
      assertThatThrownBy(() -> DatabaseReader.open(address, READER))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining(said)
          .hasMessageNotContaining("S3CR3T");
    }
  }

  private static ServerSocket plain() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  /** TDS 8 begins with TLS, so that an ordinary TLS server will do. */
  @Test
  void a_self_signed_certificate_is_explained() throws Exception {
    Path store = folder.resolve("self-signed.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "sql1",
                "-keyalg",
                "EC",
                "-dname",
                "CN=sql1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor())
        .as(
            new String(
                keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    ServerSocket server =
        context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    withServer(
        server,
        client -> client.getInputStream().read(),
        ";encrypt=strict",
        ";trustServerCertificate=true");
  }

  @Test
  void a_server_that_knows_tls_1_0_only_is_explained() throws Exception {
    withServer(
        plain(),
        client -> {
          client.getInputStream().read(new byte[1_000]);
          // ServerHello of TLS 1.0: a random, no session, TLS_RSA_WITH_AES_128_CBC_SHA.
          var hello = new java.io.ByteArrayOutputStream();
          hello.writeBytes(new byte[] {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1});
          hello.writeBytes(new byte[32]);
          hello.writeBytes(new byte[] {0, 0, 0x2F, 0});
          client.getOutputStream().write(hello.toByteArray());
          client.getOutputStream().flush();
          client.getInputStream().read();
        },
        ";encrypt=strict",
        "Java 17 refuses TLS 1.0");
  }

  @Test
  void a_server_that_hangs_up_is_explained() throws Exception {
    withServer(plain(), client -> {}, ";encrypt=false;connectRetryCount=0", "jdbc:sqlserver://");
  }

  @Test
  void a_port_without_a_server_is_explained() throws Exception {
    int port;
    try (ServerSocket free = plain()) {
      port = free.getLocalPort();
    }
    DatabaseAddress address = DatabaseAddress.parse("jdbc:sqlserver://127.0.0.1:" + port);
    assertThatThrownBy(() -> DatabaseReader.open(address, READER))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("the server does not answer");
  }

  /** The driver's words, as it throws them where its library is missing. */
  @Test
  void integrated_security_without_its_library_is_explained() {
    DatabaseAddress address =
        DatabaseAddress.parse("jdbc:sqlserver://127.0.0.1:1;integratedSecurity=true");
    var failed =
        new SQLException(
            "This driver is not configured for integrated authentication. ClientConnectionId:x",
            "08S01",
            0,
            new UnsatisfiedLinkError("no mssql-jdbc_auth in java.library.path"));
    assertThat(SqlServerFailure.of((SqlServerAddress) address, failed))
        .hasMessageContaining("mssql-jdbc_auth")
        .hasMessageContaining("kinit");
  }

  @ParameterizedTest
  @CsvSource({
    "229, db_datareader",
    "1205, deadlock",
    "1222, lock",
    "3960, tempdb",
    "4060, --db-name"
  })
  void numbers_of_sql_server_are_explained(int number, String word) {
    var address = (SqlServerAddress) DatabaseAddress.parse("jdbc:sqlserver://sql1");
    assertThat(SqlServerFailure.of(address, new SQLException("x", "S0001", number)))
        .hasMessageStartingWith("jdbc:sqlserver://sql1: ")
        .hasMessageContaining(word);
  }

  @Test
  void addresses_with_credentials_are_refused_and_not_repeated() {
    for (String url :
        List.of(
            "jdbc:sqlserver://sql1;user=reader;password=S3CR3T-canary",
            "jdbc:sqlserver://sql1;PWD=S3CR3T-canary",
            "jdbc:sqlserver://sql1; Password = S3CR3T-canary",
            "jdbc:sqlserver://sql1;trustStorePassword=S3CR3T-canary",
            "jdbc:sqlserver://sql1;accessToken=S3CR3T-canary",
            "jdbc:h2:./pool;USER=sa;PASSWORD=S3CR3T-canary")) {
      assertThatThrownBy(() -> DatabaseAddress.parse(url))
          .isInstanceOf(AddressException.class)
          .hasMessageNotContaining("S3CR3T")
          .hasMessageContaining("--password-file");
    }
  }

  @Test
  void only_files_and_memory_of_h2_are_opened_and_no_setting_that_runs_something() {
    for (String url :
        List.of(
            "jdbc:h2:tcp://host/pool",
            "jdbc:h2:ssl:host/pool",
            "jdbc:h2:zip:a.zip!/pool",
            "jdbc:h2:./pool;INIT=RUNSCRIPT FROM 'http://host/x.sql'",
            "jdbc:h2:./pool;TRACE_LEVEL_FILE=4;AUTO_SERVER=TRUE",
            "jdbc:h2:",
            "jdbc:postgresql://host/pool",
            "jdbc:sqlserver:sql1")) {
      assertThatThrownBy(() -> DatabaseAddress.parse(url)).isInstanceOf(AddressException.class);
    }
    assertThat(DatabaseAddress.parse("jdbc:h2:./pool;MODE=MSSQLServer;CACHE_SIZE=1000").file())
        .isPresent();
  }
}
