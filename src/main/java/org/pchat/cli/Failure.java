package org.pchat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.pchat.database.AddressException;
import org.pchat.database.LoginFailedException;
import org.pchat.document.JsonOutput;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.CancelledException;
import org.pchat.problem.Problem;
import org.pchat.problem.RefusedException;
import org.pchat.select.SelectionException;
import org.pchat.store.StoreException;

/**
 * How a run failed, in words for the user. The one place where exceptions become exit codes.
 *
 * @param exit the exit code
 * @param code a stable name for scripts: a problem's code or a word in capitals
 * @param message one sentence
 */
record Failure(ExitCode exit, String code, String message) {
  /** Returns what to tell of {@code thrown}; nothing for a closed pipe, which is no failure. */
  static Optional<Failure> of(Throwable thrown) {
    if (thrown instanceof ClosedPipeException) {
      return Optional.empty();
    }
    if (thrown instanceof UncheckedIOException && thrown.getCause() instanceof IOException cause) {
      return of(cause);
    }
    return Optional.of(worded(thrown));
  }

  private static Failure worded(Throwable thrown) {
    if (thrown instanceof CancelledException) {
      return new Failure(ExitCode.INTERRUPTED, "INTERRUPTED", "interrupted");
    }
    if (thrown instanceof UsageException
        || thrown instanceof SelectionException
        || thrown instanceof AddressException) {
      return usage(String.valueOf(thrown.getMessage()));
    }
    if (thrown instanceof InvalidPathException path) {
      return usage("\"" + path.getInput() + "\" is no file name here: " + path.getReason());
    }
    if (thrown instanceof ArchiveException archive) {
      return of(ExitCode.BAD_INPUT, archive.problem());
    }
    if (thrown instanceof RefusedException refused) {
      return of(ExitCode.REFUSED, refused.problem());
    }
    if (thrown instanceof StoreException store) {
      boolean locked = store instanceof StoreException.Locked;
      return of(locked ? ExitCode.LOCKED : ExitCode.NO_STORE, store.problem());
    }
    if (thrown instanceof LoginFailedException login) {
      return new Failure(ExitCode.WRONG_PASSWORD, "LOGIN", String.valueOf(login.getMessage()));
    }
    if (thrown instanceof IOException io) {
      return new Failure(ExitCode.IO, "IO", worded(io));
    }
    if (thrown instanceof OutOfMemoryError) {
      String advice =
          "the memory does not suffice; give more, such as PCHAT_JAVA_OPTS=-Xmx1g, and please report it";
      return new Failure(ExitCode.BUG, "MEMORY", advice);
    }
    return new Failure(ExitCode.BUG, "BUG", "this is a bug of pchat, please report it: " + thrown);
  }

  static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, "USAGE", message);
  }

  static Failure of(ExitCode exit, Problem problem) {
    return new Failure(exit, problem.code().id(), problem.toString());
  }

  private static String worded(IOException failed) {
    if (failed instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or directory; check the name";
    }
    if (failed instanceof AccessDeniedException denied) {
      return denied.getFile() + ": access denied; check the permissions of the file and its folder";
    }
    if (failed instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
      return fileSystem.getFile() + ": " + fileSystem.getReason();
    }
    String message = failed.getMessage();
    return message == null ? failed.getClass().getSimpleName() : message;
  }

  /** Returns the object that scripts find on the last line of stderr. */
  String json() {
    var object = new LinkedHashMap<String, Object>();
    object.put("type", "error");
    object.put("code", code);
    object.put("exit", exit.number());
    object.put("message", message);
    return JsonOutput.line(object);
  }
}
