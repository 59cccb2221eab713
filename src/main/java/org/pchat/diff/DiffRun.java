package org.pchat.diff;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pchat.model.ChatSource;
import org.pchat.order.SortedSource;

/**
 * Brings two snapshots into one order and one set of identities and compares them; anew, if one
 * turns out not to be in the order that it promises.
 */
final class DiffRun {
  private final ChatSource before;
  private final ChatSource after;
  private final DiffRequest request;
  private boolean distrustBefore;
  private boolean distrustAfter;

  DiffRun(ChatSource before, ChatSource after, DiffRequest request) {
    this.before = before;
    this.after = after;
    this.request = request;
  }

  Diff run() throws IOException {
    Identities identities = Matcher.match(before, after, request.match());
    ChatSource now =
        identities.isEmpty() ? new OpenSource(after) : new TranslatedSource(after, identities);
    while (true) {
      Diff diff = attempt(new OpenSource(before), now);
      if (diff != null) {
        return diff;
      }
    }
  }

  private @Nullable Diff attempt(ChatSource old, ChatSource now) throws IOException {
    try (ChatSource oldSorted = sorted(old, distrustBefore);
        ChatSource nowSorted = sorted(now, distrustAfter)) {
      var oldSide = new Side(oldSorted, old, distrustBefore);
      var nowSide = new Side(nowSorted, now, distrustAfter);
      var comparison = new Comparison(oldSide, nowSide, request);
      return compare(comparison, oldSide, nowSide);
    } catch (DisorderException disorder) {
      distrustBefore |= disorder.isBefore();
      distrustAfter |= !disorder.isBefore();
      return null;
    }
  }

  private ChatSource sorted(ChatSource source, boolean distrusted) {
    return distrusted
        ? SortedSource.again(source, request.watch(), request.space())
        : SortedSource.of(source, request.watch(), request.space());
  }

  private static Diff compare(Comparison comparison, Side old, Side now) throws IOException {
    try {
      comparison.run();
      return Diff.of(comparison, old, now);
    } catch (IOException | RuntimeException failed) {
      try (comparison) {
        throw failed;
      }
    }
  }
}
