package org.pchat.infer;

import org.pchat.xml.XmlAttribute;
import org.pchat.xml.XmlName;

/** What XML Schema and the .NET serialisers add to documents for themselves. */
final class Xsi {
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/";
  private static final String DIFFGRAM = "urn:schemas-microsoft-com:xml-diffgram-v1";
  private static final String MSDATA = "urn:schemas-microsoft-com:xml-msdata";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private Xsi() {}

  /** Returns whether an attribute says that its element has no value. */
  static boolean isNil(XmlAttribute attribute) {
    return attribute.name().local().equals("nil")
        && attribute.name().namespace().equals(INSTANCE)
        && (attribute.value().strip().equals("true") || attribute.value().strip().equals("1"));
  }

  /** Returns whether an attribute is never a value of the model. */
  static boolean isBookkeeping(XmlName name) {
    return switch (name.namespace()) {
      case SERIALIZATION, DIFFGRAM, MSDATA, XML -> true;
      case INSTANCE -> !name.local().equals("type");
      default -> false;
    };
  }
}
