package org.pchat.cli;

import java.io.IOException;

/**
 * Whoever read our output has seen enough ({@code | head -1}); the command ends quietly and well.
 */
final class ClosedPipeException extends IOException {
  private static final long serialVersionUID = 1L;

  ClosedPipeException(IOException cause) {
    super(cause);
  }
}
