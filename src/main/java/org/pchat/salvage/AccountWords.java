package org.pchat.salvage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;
import org.pchat.model.Kind;

/** An account in words, the same for people who read it on a terminal and on a page. */
public final class AccountWords {
  private final Account account;

  /** Words an account. */
  public AccountWords(Account account) {
    this.account = account;
  }

  /** Returns the whole in one sentence. */
  public String verdict() {
    if (!account.written()) {
      return "Nothing could be saved, so nothing was written.";
    }
    if (account.isWhole()) {
      return "Nothing was lost.";
    }
    return account.losses().isEmpty()
        ? "Every record was saved, but not every character is certain."
        : "Some of it was lost.";
  }

  /** Returns how many records were saved, by kind. */
  public String saved() {
    var words = new StringBuilder();
    for (Kind<?> kind : Kind.ALL) {
      Long count = account.records().get(kind);
      if (count != null) {
        words.append(words.isEmpty() ? "" : ", ");
        words.append(String.format(Locale.ROOT, "%,d %s", count, kind.plural()));
      }
    }
    return words.isEmpty() ? "no records" : words.toString();
  }

  /** Returns what was lost and where, without the reason. Holds names from the archive. */
  public String place(Loss loss) {
    var words = new StringBuilder(loss.entry() == null ? "the rest of the file" : loss.entry());
    words.append(room(loss.room()));
    if (loss.bytes() != null && loss.entry() != null) {
      words.append(", ").append(stretch(loss.bytes()));
    } else if (loss.file() != null) {
      words.append(", ").append(stretch(loss.file())).append(" of the file");
    }
    if (loss.after() != null) {
      words.append(", after ").append(loss.after());
    }
    if (loss.before() != null) {
      words.append(", before ").append(loss.before());
    }
    return words.toString();
  }

  /** Returns where something was changed. Holds names from the archive. */
  public String place(Repair repair) {
    var words = new StringBuilder(repair.entry()).append(room(repair.room()));
    if (repair.record() != null) {
      words.append(", ").append(repair.record());
    }
    if (repair.bytes().to() > 0) {
      words.append(", ").append(stretch(repair.bytes()));
    }
    return words.toString();
  }

  private String room(@Nullable Guid room) {
    return account.roomName(room).map(name -> " (room \"" + name + "\")").orElse("");
  }

  private static String stretch(Loss.Stretch bytes) {
    if (bytes.to() < 0) {
      return String.format(Locale.ROOT, "from byte %,d on", bytes.from());
    }
    return bytes.from() == 0
        ? String.format(Locale.ROOT, "all %,d bytes", bytes.to())
        : String.format(Locale.ROOT, "bytes %,d to %,d", bytes.from(), bytes.to() - 1);
  }
}
