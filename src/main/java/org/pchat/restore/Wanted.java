package org.pchat.restore;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Order;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.order.SortedSource;
import org.pchat.select.DateRange;
import org.pchat.select.Selection;
import org.pchat.spill.SortSpace;

/**
 * What a selection means where nobody says what the package is for: the rooms with all that is
 * theirs, or, where authors or times narrow it, messages alone.
 */
final class Wanted {
  private final PackageRequest request;
  private final Choice choice;

  Wanted(PackageRequest request, Choice choice) {
    this.request = request;
    this.choice = choice;
  }

  void find() throws IOException {
    ChatSource from = request.from();
    Selection selection = Selection.resolve(request.selection(), from);
    boolean whole = selection.authors().isEmpty() && selection.dates().equals(DateRange.ALL);
    Optional<Set<Guid>> rooms = selection.rooms();
    if (whole) {
      nodes(from, selection);
      permissions(from);
      if (rooms.isEmpty()) {
        everything(from);
      }
    }
    messages(from, selection);
  }

  private void nodes(ChatSource from, Selection selection) throws IOException {
    for (Room room : from.structure().rooms()) {
      if (selection.selectsRoom(room.guid())) {
        choice.rooms.add(room.guid());
      }
    }
    choice.categories.addAll(selection.categories());
    if (selection.rooms().isEmpty()) {
      from.structure().categories().forEach(category -> choice.categories.add(category.guid()));
    }
  }

  private void everything(ChatSource from) throws IOException {
    from.structure().addIns().forEach(addIn -> choice.addIns.add(addIn.guid()));
    try (var all = from.records(Kind.PRINCIPAL)) {
      while (all.advance()) {
        choice.principals.add(all.record().guid());
      }
    }
  }

  private void permissions(ChatSource from) throws IOException {
    try (var all = from.records(Kind.ROLE)) {
      while (all.advance()) {
        Role role = all.record();
        if (choice.rooms.contains(role.node()) || choice.categories.contains(role.node())) {
          choice.roles.add(Kind.ROLE, role);
        }
      }
    }
    try (var all = from.records(Kind.SCOPE)) {
      while (all.advance()) {
        Scope scope = all.record();
        if (choice.categories.contains(scope.node())) {
          choice.scopes.add(Kind.SCOPE, scope);
        }
      }
    }
  }

  /** A run is what stands together by number, so messages out of order are sorted first. */
  private void messages(ChatSource from, Selection selection) throws IOException {
    ChatSource ordered =
        from.readsRoomsApart() && from.order(Kind.MESSAGE) != Order.UNSORTED
            ? from
            : SortedSource.of(from, request.watch(), SortSpace.defaults());
    for (Guid room : ordered.messageRooms()) {
      if (selection.selectsRoom(room)) {
        boolean open = false;
        try (var all = ordered.messages(room)) {
          while (all.advance()) {
            request.watch().check();
            Message message = all.record();
            boolean taken = selection.selects(message);
            if (taken) {
              choice.runs(room).add(message.id(), open);
            }
            open = taken;
          }
        }
      }
    }
  }
}
