package org.pchat.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.layout.EntryRole;
import org.pchat.layout.Pchat1;
import org.pchat.model.Guid;
import org.pchat.xml.RecordEdit;

/**
 * What of an entry stands around its records: everything up to the end of the root's start tag, and
 * everything from its end tag on.
 *
 * @param head the first
 * @param tail the second
 * @param encoding how both are written
 */
record Frame(String head, String tail, Charset encoding) {
  /** Returns the frame of a canonical entry. */
  static Frame canonical(EntryRole role) {
    String room = role.room() == null ? "" : " room=\"" + role.room() + "\"";
    return new Frame(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\"%s>"
            .formatted(role.name(), Pchat1.NAMESPACE, room),
        "</" + role.name() + ">\n",
        StandardCharsets.UTF_8);
  }

  /** Returns the frame that the first and last gaps of an entry make; null if they make none. */
  static @Nullable Frame of(byte[] first, byte[] last, Charset encoding) {
    String head = new String(first, encoding).stripTrailing();
    String tail = new String(last, encoding).stripLeading();
    return tail.startsWith("<") && head.endsWith(">") && !head.endsWith("/>")
        ? new Frame(head, tail, encoding)
        : null;
  }

  /** Returns how bytes at the beginning of an entry are written, as far as they show it. */
  static Charset encoding(byte[] head) {
    if (head.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int first = head[0] & 0xFF;
    int second = head[1] & 0xFF;
    if ((first == 0xFE && second == 0xFF) || first == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return (first == 0xFF && second == 0xFE) || second == 0
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }

  /** Returns the same for another room's messages. */
  Frame forRoom(Guid room) {
    int root = head.lastIndexOf('<');
    String tag = RecordEdit.of(head.substring(root)).attribute("room", room.toString()).toString();
    return new Frame(head.substring(0, root) + tag, tail, encoding);
  }

  /** Returns what is declared for all records: the namespaces of the root. */
  List<String> namespaces() {
    int root = head.lastIndexOf('<');
    return List.of(head.substring(root).split("[\\s>]+")).stream()
        .filter(word -> word.startsWith("xmlns"))
        .sorted()
        .toList();
  }

  byte[] start() {
    return (head + "\n").getBytes(encoding);
  }

  byte[] lineEnd() {
    return "\n".getBytes(encoding);
  }

  byte[] end() {
    return tail.getBytes(encoding);
  }
}
