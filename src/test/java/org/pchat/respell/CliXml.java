package org.pchat.respell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.fixture.MemorySource;
import org.pchat.model.Field;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Ticks;

/**
 * What {@code Export-Clixml} makes of objects: every element is named by its .NET type, and what a
 * value means stands in an attribute beside it.
 */
public final class CliXml implements Respelling {
  private static final String NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04";

  @Override
  public String name() {
    return "clixml";
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (Kind<?> kind : Kind.ALL) {
      Asked.put(entries, kind.plural().replace(" ", "-") + ".xml", objects(kind, snapshot));
    }
    return entries;
  }

  private static <T> Xml objects(Kind<T> kind, MemorySource snapshot) throws IOException {
    var root = new Xml("Objs").with("Version", "1.1.0.1").with("xmlns", NAMESPACE);
    int number = 0;
    for (T record : MemorySource.all(snapshot.records(kind))) {
      root.add(object(kind, record, number++));
    }
    return root;
  }

  private static <T> Xml object(Kind<T> kind, T record, int number) {
    var types = number == 0 ? new Xml("TN") : new Xml("TNRef");
    types.with("RefId", "0");
    if (number == 0) {
      types.add("T", "Microsoft.Rtc.Management.PersistentChat." + kind.word());
      types.add("T", "System.Object");
    }
    var properties = new Xml("Props");
    for (Field<T> field : kind.fields()) {
      properties.add(value(field.of(record)).with("N", field.name()));
    }
    return new Xml("Obj").with("RefId", "" + number).add(types).add(properties);
  }

  private static Xml value(@Nullable Object value) {
    if (value == null) {
      return new Xml("Nil");
    }
    if (value instanceof Ticks ticks) {
      return new Xml("DT").text(Asked.utc(ticks) + "");
    }
    String type =
        value instanceof Guid
            ? "G"
            : value instanceof Boolean ? "B" : value instanceof Number ? "I64" : "S";
    return new Xml(type).text(Asked.text(Field.spell(value)) + "");
  }
}
