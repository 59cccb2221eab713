package org.pchat.cli;

import java.nio.file.Path;

/** How many messages a room of an export has. */
final class MessageCount {
  private MessageCount() {}

  static long of(Path export, String room) {
    return Run.pchat("show", "--json", export.toString(), "--room", room).out().lines().count();
  }
}
