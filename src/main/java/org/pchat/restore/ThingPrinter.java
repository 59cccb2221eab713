package org.pchat.restore;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.pchat.document.JsonOutput;
import org.pchat.model.AddIn;
import org.pchat.model.Category;
import org.pchat.model.ChatSource;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.RecordCursor;
import org.pchat.model.Role;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.select.PrincipalIndex;

/** Tells what a plan holds, a line a thing; {@link ThingList} reads it back. */
public final class ThingPrinter {
  private final Plan plan;
  private final Sink sink;
  private final PrincipalIndex names;
  private final PrincipalIndex targetNames;
  private final Map<Guid, Long> roles = new HashMap<>();

  /** Takes lines. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one line, without its end; names in it are on one line. */
    void line(String line) throws IOException;
  }

  private ThingPrinter(Plan plan, Sink sink) throws IOException {
    this.plan = plan;
    this.sink = sink;
    this.names = PrincipalIndex.of(plan.from());
    this.targetNames = plan.onto().isPresent() ? PrincipalIndex.of(plan.onto().get()) : names;
  }

  /** Prints all things, and as comments what is not carried. */
  public static void print(Plan plan, Sink sink) throws IOException {
    new ThingPrinter(plan, sink).print();
  }

  private void print() throws IOException {
    sink.line(
        "; What would be in the package, a line a thing. Comment out with ; what should not.");
    sink.line("; What the rest refers to comes along all the same.");
    countRoles();
    nodes(Kind.CATEGORY);
    nodes(Kind.ADD_IN);
    nodes(Kind.ROOM);
    for (Beside beside : plan.besides()) {
      thing(
          "room " + beside.guid(),
          "%s, beside %s".formatted(quoted(beside.name()), quoted(beside.living().name())));
    }
    nodes(Kind.PRINCIPAL);
    roles();
    scopes();
    messages();
    for (LeftOut item : plan.leftOut()) {
      sink.line("; not packaged: " + oneLine(item.words()));
      if (item.cmdlet() != null) {
        sink.line(";   " + oneLine(item.cmdlet()));
      }
    }
  }

  private void thing(String line, String comment) throws IOException {
    sink.line(line + " ; " + oneLine(comment));
  }

  private static String quoted(String name) {
    return JsonOutput.line(name);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]", "\uFFFD");
  }

  private static String count(long number, String word) {
    return String.format(Locale.ROOT, "%,d %s%s", number, word, number == 1 ? "" : "s");
  }

  private void countRoles() throws IOException {
    try (var all = plan.from().records(Kind.ROLE)) {
      while (all.advance()) {
        if (plan.choice().roles.contains(Kind.ROLE, all.record())) {
          roles.merge(all.record().node(), 1L, Long::sum);
        }
      }
    }
  }

  private <T> void nodes(Kind<T> kind) throws IOException {
    if (plan.onto().isPresent()) {
      nodes(kind, plan.onto().get(), Origin.TARGET);
    }
    nodes(kind, plan.from(), Origin.SOURCE);
  }

  private <T> void nodes(Kind<T> kind, ChatSource source, Origin origin) throws IOException {
    try (RecordCursor<T> all = source.records(kind)) {
      while (all.advance()) {
        T record = all.record();
        Guid guid = Plan.guid(record);
        if (plan.needs().origin(kind, guid) == origin) {
          Because because = plan.needs().of(kind).get(guid);
          String as = origin == Origin.TARGET ? ", as the target has it" : "";
          String why = because == null ? "" : "; because: " + because.words();
          thing(word(kind) + " " + guid, described(record) + as + why);
        }
      }
    }
  }

  private static String word(Kind<?> kind) {
    return kind.word().toLowerCase(Locale.ROOT);
  }

  private String described(Object record) {
    if (record instanceof Category category) {
      return quoted(category.name());
    }
    if (record instanceof AddIn addIn) {
      return quoted(addIn.name());
    }
    if (record instanceof Principal principal) {
      return quoted(principal.uri());
    }
    Room room = (Room) record;
    Runs runs = plan.choice().messages.get(room.guid());
    return "%s, %s, %s"
        .formatted(
            quoted(room.name()),
            count(runs == null ? 0 : runs.messages(), "message"),
            count(roles.getOrDefault(room.guid(), 0L), "role"));
  }

  private String name(Guid principal) {
    return quoted(
        targetNames.label(principal).or(() -> names.label(principal)).orElse(principal.toString()));
  }

  private String nodeName(Guid node) throws IOException {
    var rooms = plan.from().structure();
    return quoted(
        rooms
            .room(node)
            .map(Room::name)
            .or(() -> rooms.category(node).map(Category::name))
            .orElse(node.toString()));
  }

  private void roles() throws IOException {
    try (var all = plan.from().records(Kind.ROLE)) {
      while (all.advance()) {
        Role role = all.record();
        if (plan.choice().roles.contains(Kind.ROLE, role)) {
          role(role, role.node(), nodeName(role.node()));
        }
      }
    }
    if (plan.onto().isPresent() && !plan.besides().isEmpty()) {
      try (var all = plan.onto().get().records(Kind.ROLE)) {
        while (all.advance()) {
          Role role = all.record();
          var beside = plan.beside(role.node());
          if (beside.isPresent() && beside.get().isListed(role, plan.request().list())) {
            role(role, beside.get().guid(), quoted(beside.get().name()));
          }
        }
      }
    }
  }

  private void role(Role role, Guid node, String name) throws IOException {
    thing(
        "role %s %s %s".formatted(node, role.principal(), role.role().word()),
        name(role.principal()) + " in " + name);
  }

  private void scopes() throws IOException {
    try (var all = plan.from().records(Kind.SCOPE)) {
      while (all.advance()) {
        Scope scope = all.record();
        if (plan.choice().scopes.contains(Kind.SCOPE, scope)) {
          thing(
              "scope %s %s %s".formatted(scope.node(), scope.principal(), scope.access().word()),
              name(scope.principal()) + " on " + nodeName(scope.node()));
        }
      }
    }
  }

  private void messages() throws IOException {
    for (Map.Entry<Guid, Runs> room : plan.choice().messages.entrySet()) {
      Runs runs = room.getValue();
      for (int run = 0; run < runs.size(); run++) {
        thing(
            "messages %s %d..%d".formatted(room.getKey(), runs.first(run), runs.last(run)),
            count(runs.count(run), "message") + " of " + nodeName(room.getKey()));
      }
    }
  }
}
