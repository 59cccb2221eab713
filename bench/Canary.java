import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Listens on the loopback address and notes every visitor. Arguments: the file that gets the port,
 * and the file that gets a line for each connection.
 */
final class Canary {
  private Canary() {}

  public static void main(String[] args) throws IOException {
    Path visits = Path.of(args[1]);
    try (var socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      Files.createFile(visits);
      Path port = Path.of(args[0] + ".tmp");
      Files.writeString(port, socket.getLocalPort() + "\n");
      Files.move(port, Path.of(args[0]));
      while (true) {
        socket.accept().close();
        Files.writeString(visits, "a visitor\n", StandardOpenOption.APPEND);
      }
    }
  }
}
