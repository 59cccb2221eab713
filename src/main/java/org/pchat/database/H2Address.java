package org.pchat.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An embedded database of H2, in a file or in memory. Never a server of H2: that would be another
 * machine's.
 *
 * @param display the address as the user wrote it
 * @param path the file without its ending; null for one in memory
 * @param memory the name of one in memory; null for a file
 * @param settings settings of the user that are passed on, each behind a semicolon
 */
record H2Address(String display, @Nullable Path path, @Nullable String memory, String settings)
    implements DatabaseAddress {
  static final String PREFIX = "jdbc:h2:";
  private static final String ENDING = ".mv.db";

  /** What looks like a scheme: two letters or more, so that a drive of Windows is none. */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9]+:.*", Pattern.DOTALL);

  /** Settings that are set here anyway, and are passed over. */
  private static final List<String> OURS =
      List.of(
          "MODE",
          "DATABASE_TO_UPPER",
          "CASE_INSENSITIVE_IDENTIFIERS",
          "LAZY_QUERY_EXECUTION",
          "IFEXISTS",
          "ACCESS_MODE_DATA",
          "DB_CLOSE_ON_EXIT",
          "TRACE_LEVEL_FILE");

  private static final List<String> PASSED_ON = List.of("CACHE_SIZE", "DB_CLOSE_DELAY");

  static H2Address parse(String url) {
    String[] parts = url.substring(PREFIX.length()).split(";", -1);
    var settings = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      settings.append(setting(parts[i]));
    }
    String name = parts[0];
    if (name.regionMatches(true, 0, "mem:", 0, 4)) {
      return new H2Address(url, null, name.substring(4), settings.toString());
    }
    if (name.regionMatches(true, 0, "file:", 0, 5)) {
      name = name.substring(5);
    } else if (SCHEME.matcher(name).matches()) {
      throw new AddressException(
          "\"%s\" names a server or a special file system of H2; only a file of this machine can be opened, such as jdbc:h2:./pool"
              .formatted(url));
    }
    if (name.isBlank()) {
      throw new AddressException(
          "\"%s\" names no file; write jdbc:h2:./FILE, without the ending %s"
              .formatted(url, ENDING));
    }
    return new H2Address(url, path(name), null, settings.toString());
  }

  private static Path path(String name) {
    String whole =
        name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    Path path =
        whole.startsWith("~/")
            ? Path.of(System.getProperty("user.home"), whole.substring(2))
            : Path.of(whole);
    return path.toAbsolutePath().normalize();
  }

  /**
   * Some settings run commands, write traces or fetch files; only harmless ones are let through.
   */
  private static String setting(String text) {
    String name = text.split("=", -1)[0].strip().toUpperCase(Locale.ROOT);
    if (name.isEmpty() || OURS.contains(name)) {
      return "";
    }
    if (!PASSED_ON.contains(name)) {
      throw new AddressException(
          "the setting %s of H2 is not allowed here; leave it out".formatted(name));
    }
    return ";" + text.strip();
  }

  /** Returns the URL for the driver; the user's settings come first. */
  String url(String more) {
    return PREFIX
        + (path == null ? "mem:" + memory : "file:" + path)
        + settings
        + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        + ";LAZY_QUERY_EXECUTION=1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
        + more;
  }

  /** Returns the same database in another file beside it. */
  H2Address at(Path other) {
    return new H2Address(display, other, null, settings);
  }

  @Override
  public Optional<Path> file() {
    return path == null ? Optional.empty() : Optional.of(file(path));
  }

  /** Returns the file in which H2 keeps the database of this path. */
  static Path file(Path path) {
    return path.resolveSibling(path.getFileName() + ENDING);
  }

  boolean exists() {
    return path != null && Files.exists(file(path));
  }

  @Override
  public String toString() {
    return display;
  }
}
