package org.pchat.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pchat.diff.Act;
import org.pchat.diff.Change;
import org.pchat.diff.Details;
import org.pchat.diff.Diff;
import org.pchat.diff.DiffRequest;
import org.pchat.diff.DiffSelection;
import org.pchat.diff.Difference;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.select.PairedSelection;

/**
 * What a later state has lost of an earlier one: what a package may carry, and what has to be put
 * right otherwise.
 *
 * <p>Permissions are judged by {@link PermissionJudge}; everything else that is gone is carried,
 * but for principals, which no import can make.
 */
final class Loss {
  private final PackageRequest request;
  private final Target target;
  private final Choice choice;
  private final Changed changed;
  private final List<Scope> lostScopes = new ArrayList<>();
  private final Map<String, Long> unknown = new TreeMap<>();

  Loss(PackageRequest request, Target target, Choice choice, Changed changed) {
    this.request = request;
    this.choice = choice;
    this.target = target;
    this.changed = changed;
  }

  /**
   * Compares, and judges what is gone.
   *
   * @param within only what is chosen here too; null for no such limit
   * @return who judged
   */
  PermissionJudge find(@Nullable Choice within) throws IOException {
    ChatSource from = request.from();
    PairedSelection selection = PairedSelection.resolve(request.selection(), from, target.source());
    var wanted = new DiffSelection(selection.nodes(), selection.principals(), selection::selects);
    DiffRequest comparison = DiffRequest.everything().with(wanted).with(request.watch());
    try (Diff diff = Diff.of(from, target.source(), comparison)) {
      try (Details details = diff.details()) {
        while (details.advance()) {
          first(details.record(), within);
        }
      }
      var judge = new PermissionJudge(request, target, choice, changed);
      judge.scopes(lostScopes);
      try (Details details = diff.details()) {
        var runs = new RunChoice(choice, within);
        while (details.advance()) {
          second(details.record(), judge, runs, within);
        }
      }
      unknown.forEach(changed::unknown);
      return judge;
    }
  }

  /** Takes down nodes and scopes, on which the judgement of roles rests. */
  private void first(Difference<?> difference, @Nullable Choice within) throws IOException {
    if (difference.change() == Change.UNKNOWN) {
      difference.acts().forEach(act -> unknown.merge(act.rule(), 1L, Long::sum));
      return;
    }
    if (difference.change() != Change.REMOVED) {
      changed.note(difference);
      return;
    }
    Object record = difference.record();
    if (record instanceof Principal principal) {
      changed.removed(principal);
    } else if (record instanceof Scope scope) {
      if (within == null || within.scopes.contains(Kind.SCOPE, scope)) {
        lostScopes.add(scope);
      }
    } else {
      guid(record)
          .filter(guid -> within == null || within.guids(difference.kind()).contains(guid))
          .ifPresent(choice.guids(difference.kind())::add);
    }
  }

  private static Optional<Guid> guid(Object record) {
    if (record instanceof Category category) {
      return Optional.of(category.guid());
    }
    if (record instanceof Room room) {
      return Optional.of(room.guid());
    }
    return record instanceof AddIn addIn ? Optional.of(addIn.guid()) : Optional.empty();
  }

  private static void second(
      Difference<?> difference, PermissionJudge judge, RunChoice runs, @Nullable Choice within) {
    if (difference.change() != Change.REMOVED) {
      runs.interrupt();
    } else if (difference.record() instanceof Role role) {
      if (within == null || within.roles.contains(Kind.ROLE, role)) {
        judge.role(role, difference.acts().contains(Act.PURGED_BY_MOVE));
      }
    } else if (difference.record() instanceof Message message) {
      runs.add(message, difference.continues());
    }
  }

  /** Makes runs of messages that are gone. */
  private static final class RunChoice {
    private final Choice choice;
    private final @Nullable Choice within;
    private boolean open;

    RunChoice(Choice choice, @Nullable Choice within) {
      this.choice = choice;
      this.within = within;
    }

    void interrupt() {
      open = false;
    }

    void add(Message message, boolean continues) {
      Runs limit = within == null ? null : within.messages.get(message.room());
      if (within != null && (limit == null || !limit.contains(message.id()))) {
        open = false;
        return;
      }
      choice.runs(message.room()).add(message.id(), continues && open);
      open = true;
    }
  }
}
