package org.pchat.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Order;
import org.pchat.problem.Location;
import org.pchat.xml.EntrySchema;
import org.pchat.xml.RecordReader;
import org.pchat.xml.XmlLimits;
import org.pchat.xml.XmlName;

/** The canonical layout, {@code pchat-1} (docs/format.md, "The canonical layout"; schemas/). */
public final class Pchat1 implements Layout {
  /** The name of the layout. */
  public static final String NAME = "pchat-1";

  /** The namespace of every element. */
  public static final String NAMESPACE = "urn:pchat:export:1";

  /** The name of the last entry, which describes the others. */
  public static final String MANIFEST = "Manifest.xml";

  /** The layout; it has no state. */
  public static final Pchat1 LAYOUT = new Pchat1();

  private static final String MESSAGES = "Messages";
  private static final String MESSAGES_FOLDER = "Messages/";
  private static final String SUFFIX = ".xml";

  /** The entries before the messages, in the order in which they are written. */
  public static final List<EntryRole> STRUCTURE =
      List.of(
          new EntryRole("Principals", List.of(Kind.PRINCIPAL), null),
          new EntryRole("AddIns", List.of(Kind.ADD_IN), null),
          new EntryRole("Categories", List.of(Kind.CATEGORY), null),
          new EntryRole("Rooms", List.of(Kind.ROOM), null),
          new EntryRole("Permissions", List.of(Kind.ROLE, Kind.SCOPE), null));

  private static final Map<Kind<?>, Spelling<?>> SPELLINGS = Pchat1Records.spellings();

  private Pchat1() {}

  /** Returns the role of the entry that holds a room's messages. */
  public static EntryRole messagesOf(Guid room) {
    return new EntryRole(MESSAGES, List.of(Kind.MESSAGE), room);
  }

  /** Returns the name of the entry with this role. */
  public static String entryName(EntryRole role) {
    return (role.room() == null ? role.name() : MESSAGES_FOLDER + role.room()) + SUFFIX;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<EntryRole> role(String entryName) {
    if (!entryName.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String stem = entryName.substring(0, entryName.length() - SUFFIX.length());
    if (stem.startsWith(MESSAGES_FOLDER)) {
      return Guid.tryParse(stem.substring(MESSAGES_FOLDER.length())).map(Pchat1::messagesOf);
    }
    return STRUCTURE.stream().filter(role -> role.name().equals(stem)).findFirst();
  }

  /** Recognises an entry by its root. */
  @Override
  public boolean recognises(EntryRole role, InputStream in, Location where) throws IOException {
    try (RecordReader reader = RecordReader.open(in, where, XmlLimits.defaults())) {
      return isRoot(role, reader.rootName());
    }
  }

  /** Returns whether entries of that role have this root. */
  static boolean isRoot(EntryRole role, XmlName root) {
    return root.equals(new XmlName(NAMESPACE, role.name()));
  }

  @Override
  public EntryWalk walk(EntryRole role, InputStream in, EntryContext context) throws IOException {
    return Pchat1Walk.open(role, in, context);
  }

  @Override
  public Order order(Kind<?> kind) {
    return Order.SORTED;
  }

  @Override
  public boolean mayBeRecord(EntryRole role, String localName) {
    return role.kinds().stream().anyMatch(kind -> kind.word().equals(localName));
  }

  @Override
  public boolean escapesCharacters() {
    return true;
  }

  /** Returns the schema of the manifest. */
  public static EntrySchema manifestSchema() {
    return Pchat1Schemas.named("Manifest");
  }

  /** Returns how records of {@code kind} are spelled. */
  @SuppressWarnings("unchecked") // Pchat1Records.spellings pairs each kind with its own spelling
  public <T> Spelling<T> spelling(Kind<T> kind) {
    return (Spelling<T>) Objects.requireNonNull(SPELLINGS.get(kind));
  }
}
