package org.pchat.respell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.AddIn;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.model.Principal;
import org.pchat.model.Role;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Scope;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;
import org.pchat.xml.XString;

/** A snapshot as the blind layouts ask for it, and values as .NET would write them. */
final class Asked {
  static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final DateTimeFormatter TRIMMED =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
          .appendOffset("+HH:MM", "+00:00")
          .toFormatter();

  private final MemorySource snapshot;
  private final List<Role> roles;
  private final List<Scope> scopes;
  private final Map<Guid, String> uris = new HashMap<>();

  Asked(MemorySource snapshot) throws IOException {
    this.snapshot = snapshot;
    this.roles = MemorySource.all(snapshot.records(Kind.ROLE));
    this.scopes = MemorySource.all(snapshot.records(Kind.SCOPE));
    principals().forEach(principal -> uris.put(principal.guid(), principal.uri()));
    categories().forEach(c -> uris.put(c.guid(), "ma-cat://contoso.com/" + c.guid()));
    rooms().forEach(room -> uris.put(room.guid(), "ma-chan://contoso.com/" + room.guid()));
  }

  List<Principal> principals() throws IOException {
    return MemorySource.all(snapshot.records(Kind.PRINCIPAL));
  }

  List<Category> categories() {
    return List.copyOf(snapshot.structure().categories());
  }

  List<Room> rooms() {
    return List.copyOf(snapshot.structure().rooms());
  }

  List<AddIn> addIns() {
    return List.copyOf(snapshot.structure().addIns());
  }

  List<Message> messages(Room room) throws IOException {
    return MemorySource.all(snapshot.messages(room.guid()));
  }

  List<Role> roles() {
    return roles;
  }

  List<Scope> scopes() {
    return scopes;
  }

  List<Role> roles(Guid node) {
    return roles.stream().filter(role -> role.node().equals(node)).toList();
  }

  List<Scope> scopes(Guid node) {
    return scopes.stream().filter(scope -> scope.node().equals(node)).toList();
  }

  /** Returns the addresses of those who hold a role. */
  List<String> holders(Guid node, RoleType type) {
    return roles(node).stream()
        .filter(role -> role.role() == type)
        .map(role -> Objects.requireNonNull(uri(role.principal())))
        .toList();
  }

  /** Returns the addresses of those whom a scope names. */
  List<String> scoped(Guid node, Access access) {
    return scopes(node).stream()
        .filter(scope -> scope.access() == access)
        .map(scope -> Objects.requireNonNull(uri(scope.principal())))
        .toList();
  }

  String category(Room room) {
    return snapshot.structure().category(room.category()).orElseThrow().name();
  }

  @Nullable String addIn(Room room) {
    return room.addIn() == null
        ? null
        : snapshot.structure().addIn(room.addIn()).orElseThrow().name();
  }

  /** Returns the address of a principal, category or room. */
  @Nullable String uri(@Nullable Guid guid) {
    return guid == null ? null : uris.get(guid);
  }

  /** Returns what XML cannot say as {@code _xHHHH_}. */
  static @Nullable String text(@Nullable String value) {
    return value == null ? null : XString.escape(value);
  }

  static @Nullable String of(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Returns a GUID in the form "N". */
  static @Nullable String bare(@Nullable Guid guid) {
    return guid == null ? null : guid.toString().replace("-", "");
  }

  static @Nullable String bit(@Nullable Boolean value) {
    return value == null ? null : value ? "1" : "0";
  }

  /** Returns a time as {@code XmlConvert} writes it: local, and no zeros at the end. */
  static @Nullable String local(@Nullable Ticks ticks) {
    return ticks == null
        ? null
        : TRIMMED.format(ticks.toInstant().atZone(ZoneId.of("Europe/Berlin")));
  }

  /** Returns a time in UTC, as {@code XmlConvert} writes it: no zeros at the end. */
  static @Nullable String utc(@Nullable Ticks ticks) {
    return ticks == null
        ? null
        : TRIMMED.format(ticks.toInstant().atOffset(ZoneOffset.UTC)).replace("+00:00", "Z");
  }

  /** Returns the day and the time of day, both of UTC. */
  static String[] apart(Ticks ticks) {
    OffsetDateTime time = ticks.toInstant().atOffset(ZoneOffset.UTC);
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS").format(time).split("T", -1);
  }

  static @Nullable String zoneless(@Nullable LocalDateTime time) {
    return time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  /** Returns the cmdlets' word for a kind of room. */
  static String kind(Room room) {
    return room.behavior() == Behavior.AUDITORIUM ? "Auditorium" : "Normal";
  }

  static String behavior(Room room) {
    return room.behavior() == Behavior.AUDITORIUM ? "5" : "4";
  }

  static String visibility(Room room) {
    return room.visibility() == Visibility.OPEN
        ? "6"
        : room.visibility() == Visibility.SCOPE ? "3" : "2";
  }

  /** Adds a document. */
  static void put(Map<String, byte[]> entries, String name, Xml root) {
    entries.put(name, root.document("utf-8").getBytes(StandardCharsets.UTF_8));
  }
}
