package org.pchat.select;

import org.jspecify.annotations.Nullable;
import org.pchat.model.Message;
import org.pchat.select.Inventory.MessagePlace;

/** Adds up what messages amount to. */
final class MessageTally {
  private long messages;
  private long characters;
  private long alerts;
  private long stories;
  private long withRtf;
  private long fileLinks;
  private long hyperlinks;
  private long authorsUnresolved;
  private @Nullable MessagePlace first;
  private @Nullable MessagePlace last;

  void add(Message message) {
    String text = message.text();
    messages++;
    characters += text.codePointCount(0, text.length());
    alerts += message.alert() ? 1 : 0;
    stories += MessageMarks.isStory(text) ? 1 : 0;
    withRtf += message.rtf() != null ? 1 : 0;
    fileLinks += FileLink.in(text).size();
    hyperlinks += MessageMarks.hasHyperlink(text) ? 1 : 0;
    authorsUnresolved += message.author() == null ? 1 : 0;
    widen(new MessagePlace(message.sent(), message.room(), message.id()));
  }

  private void widen(MessagePlace place) {
    if (first == null || MessagePlace.ORDER.compare(place, first) < 0) {
      first = place;
    }
    if (last == null || MessagePlace.ORDER.compare(place, last) > 0) {
      last = place;
    }
  }

  @Nullable MessagePlace first() {
    return first;
  }

  @Nullable MessagePlace last() {
    return last;
  }

  Inventory.Content content() {
    return new Inventory.Content(
        alerts, stories, withRtf, fileLinks, hyperlinks, characters, authorsUnresolved);
  }

  Statistics.Totals totals() {
    return new Statistics.Totals(
        messages,
        characters,
        alerts,
        fileLinks,
        first == null ? null : first.sent(),
        last == null ? null : last.sent());
  }
}
