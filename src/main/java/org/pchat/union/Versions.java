package org.pchat.union;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.ActRules;
import org.pchat.model.Field;
import org.pchat.model.Interval;
import org.pchat.model.Kind;
import org.pchat.model.Mark;
import org.pchat.model.Message;

/** The messages that stand behind one number: one, or after a fork several. */
final class Versions {
  private final Pile pile;
  private final List<Version> versions = new ArrayList<>(1);
  private int gone = -1;

  /** One message and what became of it. */
  private static final class Version {
    private final int first;
    private int last;
    private Message message;
    private @Nullable Interval replaced;

    Version(Message message, int at) {
      this.message = message;
      this.first = at;
      this.last = at;
    }
  }

  private Versions(Pile pile) {
    this.pile = pile;
  }

  /** Reads the number that a walk has reached. */
  static Versions of(Pile pile, SightingWalk<Message> walk) throws IOException {
    var versions = new Versions(pile);
    int size = pile.snapshots().size();
    for (int i = 0; i < size; i++) {
      Message message = walk.at(i);
      if (message != null) {
        versions.add(message, i);
      }
    }
    for (int i = versions.newest().last + 1; i < size && versions.gone < 0; i++) {
      versions.gone = walk.silence(i).isEmpty() ? i : -1;
    }
    return versions;
  }

  private void add(Message message, int at) throws IOException {
    for (int i = versions.size() - 1; i >= 0; i--) {
      Version version = versions.get(i);
      Act act = act(version, message, at);
      if (act == null || !ActRules.isFork(act)) {
        if (act == Act.REPLACED) {
          version.replaced = pile.interval(version.last, at);
        }
        version.message = message;
        version.last = at;
        return;
      }
    }
    versions.add(new Version(message, at));
  }

  private @Nullable Act act(Version version, Message message, int at) throws IOException {
    if (version.message.equals(message)) {
      return null;
    }
    List<Field<Message>> fields =
        pile.rules(version.last, at).differing(Kind.MESSAGE, version.message, message);
    return fields.isEmpty() ? null : ActRules.ofMessage(fields);
  }

  private Version newest() {
    Version newest = versions.get(0);
    for (Version version : versions) {
      newest = version.last > newest.last ? version : newest;
    }
    return newest;
  }

  int size() {
    return versions.size();
  }

  Message message(int version) {
    return versions.get(version).message;
  }

  /** Returns the number of the last snapshot that has a version. */
  int last(int version) {
    return versions.get(version).last;
  }

  int newestIndex() {
    return versions.indexOf(newest());
  }

  /** Returns what to say about a version; the shared {@link Mark#NONE} if nothing. */
  Mark mark(int index) {
    Version version = versions.get(index);
    Version newest = newest();
    boolean forked = versions.size() > 1;
    if (gone < 0 && !forked && version.replaced == null) {
      return Mark.NONE;
    }
    return new Mark(
        gone < 0 ? null : pile.interval(newest.last, gone),
        version.replaced,
        forked ? pile.interval(version.first, version.last) : null,
        version != newest);
  }
}
