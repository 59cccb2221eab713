package org.pchat.infer;

import java.util.regex.Pattern;
import org.pchat.xml.XmlName;

/** Hides names that look like content. */
final class Masks {
  private static final Pattern CONTENT =
      Pattern.compile("_x[0-9A-Fa-f]{4}_|[0-9]{5,}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}");
  private static final int LONGEST = 60;

  private Masks() {}

  /** Returns the local name, masked where it looks like content. */
  static String name(XmlName name) {
    String local = name.local();
    return local.length() > LONGEST || CONTENT.matcher(local).find() ? "‹name›" : local;
  }

  /** Returns the namespace: whole where it is a public one, else only how it begins. */
  static String namespace(XmlName name) {
    String namespace = name.namespace();
    if (namespace.isEmpty()
        || namespace.startsWith("http://schemas.microsoft.com/")
        || namespace.startsWith("http://schemas.datacontract.org/")
        || namespace.startsWith("http://www.w3.org/")
        || namespace.startsWith("http://schemas.xmlsoap.org/")
        || namespace.startsWith("urn:pchat:")
        || namespace.startsWith("urn:parlano:")) {
      return namespace;
    }
    int colon = namespace.indexOf(':');
    return namespace.substring(0, colon + 1) + "‹" + namespace.length() + " characters›";
  }
}
