package org.pchat.respell;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Access;
import org.pchat.model.Behavior;
import org.pchat.model.Category;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.model.RoleType;
import org.pchat.model.Room;
import org.pchat.model.Ticks;
import org.pchat.model.Visibility;
import org.pchat.xml.XString;

/** The values of records as a {@link Style} spells them. */
final class Spelled {
  /** Stands for no value. */
  static final String NONE = "\0none";

  private final Style style;
  private final Map<Guid, String> ids = new HashMap<>();
  private final Map<Guid, String> uris = new HashMap<>();

  Spelled(Style style, MemorySource snapshot) throws IOException {
    this.style = style;
    for (Principal principal : MemorySource.all(snapshot.records(Kind.PRINCIPAL))) {
      ids.put(principal.guid(), String.valueOf(principal.id()));
      uris.put(principal.guid(), principal.uri());
    }
    for (Category category : snapshot.structure().categories()) {
      ids.put(category.guid(), String.valueOf(category.id()));
      uris.put(category.guid(), "ma-cat://contoso.com/" + category.guid());
    }
    for (Room room : snapshot.structure().rooms()) {
      ids.put(room.guid(), String.valueOf(room.id()));
      uris.put(room.guid(), "ma-chan://contoso.com/" + room.guid());
    }
  }

  <T> Map<String, String> fields(Kind<T> kind, T record, List<String> left) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (style.oneNode && (kind == Kind.ROOM || kind == Kind.CATEGORY)) {
      fields.put("nodeType", kind == Kind.CATEGORY ? style.flags[1] : style.flags[0]);
    }
    for (Field<T> field : kind.fields()) {
      String full = kind.word() + "." + field.name();
      if (left.contains(field.name()) || style.dropped.contains(full)) {
        continue;
      }
      Object value = field.of(record);
      if (record instanceof Category category && field.name().equals("parent") && style.oneNode) {
        value = value == null ? category.guid() : value;
      }
      put(field.name(), value, fields);
    }
    addUri(kind, record, fields);
    return fields;
  }

  private <T> void addUri(Kind<T> kind, T record, Map<String, String> fields) {
    boolean wanted = style.references == Style.References.URI;
    if (wanted && record instanceof Room room) {
      fields.put("uri", Objects.requireNonNull(uris.get(room.guid())));
    } else if (wanted && record instanceof Category category) {
      fields.put("uri", Objects.requireNonNull(uris.get(category.guid())));
    } else if (kind == Kind.MESSAGE && !style.dropped.contains("Message.alert")) {
      fields.putIfAbsent("alert", style.flags[0]);
    }
  }

  private void put(String name, @Nullable Object value, Map<String, String> fields) {
    boolean own = name.equals("guid") || value == null;
    boolean bookkeeping = name.equals("derived") || name.equals("authorRaw");
    if (!bookkeeping) {
      boolean reference = !own && value instanceof Guid && !name.equals("addIn");
      fields.put(name, reference ? reference((Guid) value) : spell(value));
    }
  }

  private String spell(@Nullable Object value) {
    if (value == null) {
      return NONE;
    }
    if (value instanceof Guid guid) {
      return spell(guid);
    }
    if (value instanceof Ticks ticks) {
      return spell(ticks);
    }
    if (value instanceof Boolean truth) {
      return style.flags[truth ? 1 : 0];
    }
    if (value instanceof LocalDateTime) {
      return Field.spell(value);
    }
    String word = style.numbers ? number(value) : "";
    return word.isEmpty() ? XString.escape(Field.spell(value)) : word;
  }

  private static String number(Object value) {
    if (value instanceof PrincipalType type) {
      return String.valueOf(type.id());
    }
    if (value instanceof Behavior behavior) {
      return behavior == Behavior.NORMAL ? "4" : "5";
    }
    if (value instanceof Visibility visibility) {
      return switch (visibility) {
        case PRIVATE -> "2";
        case SCOPE -> "3";
        case OPEN -> "6";
      };
    }
    if (value instanceof Access access) {
      return access == Access.DENY ? "1" : "0";
    }
    return value instanceof RoleType type ? number(type) : "";
  }

  /** Returns a number that nobody published. */
  static String number(RoleType type) {
    return switch (type) {
      case MEMBER -> "11";
      case MANAGER -> "12";
      case VOICED -> "13";
      case CREATOR -> "14";
    };
  }

  private String spell(Guid guid) {
    return switch (style.guids) {
      case PLAIN -> guid.toString();
      case BRACED_UPPER -> "{" + guid.toString().toUpperCase(Locale.ROOT) + "}";
      case BARE -> guid.toString().replace("-", "");
    };
  }

  private String spell(Ticks ticks) {
    return switch (style.times) {
      case ISO -> ticks.toString();
      case TICKS -> String.valueOf(ticks.value());
      case UNIX_MILLIS -> String.valueOf(ticks.toInstant().toEpochMilli());
      case LOCAL -> ticks.toString().replace("Z", "");
    };
  }

  /** Returns how another record is referred to. */
  String reference(Guid guid) {
    return switch (style.references) {
      case GUID -> spell(guid);
      case ID -> ids.getOrDefault(guid, spell(guid));
      case URI -> uris.getOrDefault(guid, spell(guid));
    };
  }

  /** Returns the key of a room in the name of an entry. */
  String key(Guid guid) {
    return style.references == Style.References.ID
        ? ids.getOrDefault(guid, spell(guid))
        : guid.toString();
  }
}
