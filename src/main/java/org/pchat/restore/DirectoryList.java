package org.pchat.restore;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pchat.model.AccountState;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.select.SelectionException;

/**
 * Who is in the directory, as {@code Get-CsUser | Select-Object SipAddress, Enabled | Export-Csv}
 * writes it: an address in the first column, and whether the account is in use in the second, if
 * there is one.
 */
public final class DirectoryList {
  private final Map<String, AccountState> states = new HashMap<>();

  private DirectoryList() {}

  /**
   * Reads a list in CSV.
   *
   * @throws SelectionException if it holds no address at all
   */
  public static DirectoryList read(Path file) throws IOException {
    var list = new DirectoryList();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        list.note(CsvLine.cells(line));
        line = lines.readLine();
      }
    }
    if (list.states.isEmpty()) {
      throw new SelectionException(
          file
              + ": no line begins with an address; write one a line, such as sip:kim@contoso.com,True");
    }
    return list;
  }

  private void note(List<String> cells) {
    String address = key(cells.get(0));
    if (address.contains("@")) {
      String state = cells.size() < 2 ? "" : cells.get(1).strip().toLowerCase(Locale.ROOT);
      states.put(
          address,
          switch (state) {
            case "false", "0", "no", "disabled", "1-disabled" -> AccountState.DISABLED;
            case "deleted" -> AccountState.DELETED;
            default -> AccountState.ACTIVE;
          });
    }
  }

  static String key(String address) {
    String folded = address.strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT);
    return folded.startsWith("sip:") ? folded : "sip:" + folded;
  }

  /** Returns what the list says of an account. */
  Optional<AccountState> state(Principal principal) {
    return Optional.ofNullable(states.get(key(principal.uri())));
  }

  /** Returns whether the list should know this principal. */
  boolean isUser(Principal principal) {
    return principal.type() == PrincipalType.USER;
  }

  /** Splits lines of CSV. */
  static final class CsvLine {
    private CsvLine() {}

    /** Returns the cells of one line; at least one. */
    static List<String> cells(String line) {
      List<String> cells = new ArrayList<>();
      var cell = new StringBuilder();
      boolean quoted = false;
      for (int at = 0; at < line.length(); at++) {
        char c = line.charAt(at);
        if (c == '"') {
          quoted = !quoted;
        } else if ((c == ',' || c == ';') && !quoted) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      cells.add(cell.toString());
      return cells;
    }
  }
}
