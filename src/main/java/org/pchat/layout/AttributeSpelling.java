package org.pchat.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.xml.RecordWriter;
import org.pchat.xml.XString;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlChild;
import org.pchat.xml.XmlName;
import org.pchat.xml.XmlRecord;

/** A record whose fields are all attributes of one element, named as the fields are. */
final class AttributeSpelling<T> implements Spelling<T> {
  private final Kind<T> kind;
  private final XmlName element;
  private final Set<String> names;
  private final Function<Fields, T> factory;

  AttributeSpelling(Kind<T> kind) {
    this.kind = kind;
    this.element = new XmlName(Pchat1.NAMESPACE, kind.word());
    this.names = kind.fields().stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    this.factory = RecordFactories.of(kind);
  }

  @Override
  public boolean matches(XmlRecord record) {
    return record.name().equals(element);
  }

  @Override
  public T read(XmlRecord record, EntryRole role, EntryContext context) {
    countUnknown(record, names, Set.of(), context);
    var fields = new FieldReader(record, context);
    T value = factory.apply(fields);
    fields.check();
    return value;
  }

  @Override
  public void write(T record, RecordWriter out) throws IOException {
    List<XmlAttribute> attributes = new ArrayList<>();
    for (Field<T> field : kind.fields()) {
      Object value = field.of(record);
      if (value != null) {
        attributes.add(attribute(field.name(), Field.spell(value)));
      }
    }
    out.record(element.local(), attributes, List.of());
  }

  static XmlAttribute attribute(String name, String value) {
    return new XmlAttribute(XmlName.of(name), XString.escape(value));
  }

  /**
   * Counts the attributes and child elements of {@code record} that are not among the known ones.
   */
  static void countUnknown(
      XmlRecord record, Set<String> attributes, Set<String> children, EntryContext context) {
    String owner = record.name().local();
    for (XmlAttribute attribute : record.attributes()) {
      if (!attribute.name().namespace().isEmpty()
          || !attributes.contains(attribute.name().local())) {
        context.unknown().count(owner + "/@" + attribute.name().local());
      }
    }
    for (XmlChild child : record.children()) {
      if (!child.name().namespace().equals(Pchat1.NAMESPACE)
          || !children.contains(child.name().local())) {
        context.unknown().count(owner + "/" + child.name().local());
      }
    }
  }
}
