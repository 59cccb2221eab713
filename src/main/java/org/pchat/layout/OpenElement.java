package org.pchat.layout;

import org.jspecify.annotations.Nullable;
import org.pchat.problem.Location;
import org.pchat.xml.XmlName;

/** An element whose end is not read yet, and what is kept of it; one object for each depth. */
final class OpenElement {
  private static final String[] NOTHING = {};

  State state;
  XmlName name = XmlName.of("");
  String[] values = NOTHING;
  boolean isNil;

  /** Where its text is gathered; null unless it is wanted. */
  @Nullable StringBuilder text;

  String onlyText = "";

  /** Where it begins; set for targets only. */
  Location location = Location.NONE;

  long start;

  /** Which of the elements it is whose values others need; counted over the entry. */
  int ordinal;

  /** Whether a record inside was met; what comes now comes late. */
  boolean isServed;

  /** Whether something inside says anything to the layout, so that this is not itself unknown. */
  boolean hasKnown;

  /** The unknown elements inside, as long as all of them together may be one unknown element. */
  @Nullable UnknownNames strangers;

  /** What is unknown inside; of targets only, and null as long as there is nothing. */
  @Nullable UnknownNames unknown;

  OpenElement(State state) {
    this.state = state;
  }

  void begin(State newState, XmlName newName) {
    state = newState;
    name = newName;
    values = newState.values() == 0 ? NOTHING : new String[newState.values()];
    isNil = false;
    text = null;
    onlyText = "";
    isServed = false;
    unknown = null;
    hasKnown = false;
    strangers = null;
  }

  void addText(String piece) {
    if (text != null) {
      text.append(piece);
    } else if (onlyText.isEmpty()) {
      onlyText = piece;
    } else {
      text = new StringBuilder(onlyText).append(piece);
    }
  }

  String gathered() {
    return text == null ? onlyText : text.toString();
  }
}
