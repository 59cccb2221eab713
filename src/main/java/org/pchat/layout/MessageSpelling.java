package org.pchat.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.model.Message;
import org.pchat.xml.RecordWriter;
import org.pchat.xml.XString;
import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlChild;
import org.pchat.xml.XmlName;
import org.pchat.xml.XmlRecord;

/**
 * A message: short fields as attributes, the texts as child elements; its room stands on the root.
 */
final class MessageSpelling implements Spelling<Message> {
  private static final XmlName ELEMENT = new XmlName(Pchat1.NAMESPACE, Kind.MESSAGE.word());
  private static final String TEXT = "Text";
  private static final String RTF = "Rtf";
  private static final Set<String> ATTRIBUTES =
      Set.of("id", "sent", "author", "authorRaw", "alert");
  private static final Set<String> CHILDREN = Set.of(TEXT, RTF);

  @Override
  public boolean matches(XmlRecord record) {
    return record.name().equals(ELEMENT);
  }

  @Override
  public Message read(XmlRecord record, EntryRole role, EntryContext context) {
    AttributeSpelling.countUnknown(record, ATTRIBUTES, CHILDREN, context);
    countHidden(record, context);
    var fields = new FieldReader(record, context);
    var message =
        new Message(
            Objects.requireNonNull(role.room()),
            fields.number("id"),
            fields.ticks("sent"),
            fields.guidOrNull("author"),
            fields.textOrNull("authorRaw"),
            fields.flag("alert"),
            fields.given(child(record, TEXT), TEXT, "element " + TEXT, ""),
            child(record, RTF));
    fields.check();
    return message;
  }

  @Override
  public String part(String field) {
    return switch (field) {
      case "text" -> TEXT;
      case "rtf" -> RTF;
      default -> field;
    };
  }

  /** Counts what a text cannot show: elements inside it, and a second text behind the first. */
  private static void countHidden(XmlRecord record, EntryContext context) {
    Set<String> seen = new HashSet<>();
    for (XmlChild child : record.children()) {
      if (child.hasElements()) {
        context.unknown().count(ELEMENT.local() + "/" + child.name().local() + "/*");
      }
      if (!seen.add(child.name().local())) {
        context.unknown().count(ELEMENT.local() + "/" + child.name().local() + " (again)");
      }
    }
  }

  private static @Nullable String child(XmlRecord record, String name) {
    XmlChild child = record.child(name);
    return child == null ? null : XString.unescape(child.text());
  }

  @Override
  public void write(Message message, RecordWriter out) throws IOException {
    List<XmlAttribute> attributes = new ArrayList<>();
    attributes.add(AttributeSpelling.attribute("id", Long.toString(message.id())));
    attributes.add(AttributeSpelling.attribute("sent", message.sent().toString()));
    if (message.author() != null) {
      attributes.add(AttributeSpelling.attribute("author", message.author().toString()));
    }
    if (message.authorRaw() != null) {
      attributes.add(AttributeSpelling.attribute("authorRaw", message.authorRaw()));
    }
    if (message.alert()) {
      attributes.add(AttributeSpelling.attribute("alert", "true"));
    }
    List<XmlChild> children = new ArrayList<>();
    children.add(XmlChild.of(TEXT, XString.escape(message.text())));
    if (message.rtf() != null) {
      children.add(XmlChild.of(RTF, XString.escape(message.rtf())));
    }
    out.record(ELEMENT.local(), attributes, children);
  }
}
