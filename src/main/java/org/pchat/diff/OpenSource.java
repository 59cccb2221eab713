package org.pchat.diff;

import org.pchat.model.ChatSource;
import org.pchat.model.ForwardingSource;

/** Another's source, which stays open when this is closed. */
class OpenSource extends ForwardingSource {
  OpenSource(ChatSource source) {
    super(source);
  }

  @Override
  public void close() {}
}
