package org.pchat.respell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Ticks;

/** Settings files: an element for each value, and the value in its attribute {@code value}. */
public final class ValueElements implements Respelling {
  @Override
  public String name() {
    return "value-elements";
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (Kind<?> kind : Kind.ALL) {
      Asked.put(entries, kind.plural().replace(" ", "-") + ".xml", records(kind, snapshot));
    }
    return entries;
  }

  private static <T> Xml records(Kind<T> kind, MemorySource snapshot) throws IOException {
    var root = new Xml(kind.word() + "List");
    for (T record : MemorySource.all(snapshot.records(kind))) {
      var element = new Xml(kind.word());
      for (Field<T> field : kind.fields()) {
        Object value = field.of(record);
        if (value != null) {
          element.add(new Xml(capital(field.name())).with("value", spelled(value)));
        }
      }
      root.add(element);
    }
    return root;
  }

  private static String spelled(Object value) {
    if (value instanceof Ticks ticks) {
      return "" + Asked.utc(ticks);
    }
    return value instanceof Guid ? "" + Asked.of(value) : "" + Asked.text(Field.spell(value));
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
