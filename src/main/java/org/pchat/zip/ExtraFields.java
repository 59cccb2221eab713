package org.pchat.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pchat.problem.ZipProblem;

/** The extra fields of one header, by their id (APPNOTE 4.5). */
final class ExtraFields {
  static final int ZIP64 = 0x0001;
  static final int UNICODE_PATH = 0x7075;

  private static final int HEADER = 4;

  private final Map<Integer, List<ByteBuffer>> fields = new HashMap<>();
  private final String entry;
  private final Faults faults;

  /** Takes the fields apart; they must fill {@code bytes} exactly. */
  ExtraFields(ByteBuffer bytes, String entry, Faults faults) {
    this.entry = entry;
    this.faults = faults;
    var rest = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    while (rest.hasRemaining()) {
      addFirst(rest);
    }
  }

  private void addFirst(ByteBuffer rest) {
    if (rest.remaining() < HEADER) {
      throw faults.malformed(entry, ZipProblem.EXTRA_BROKEN);
    }
    int id = rest.getShort() & 0xFFFF;
    int length = rest.getShort() & 0xFFFF;
    if (length > rest.remaining()) {
      throw faults.malformed(entry, ZipProblem.EXTRA_BROKEN);
    }
    var value = rest.slice(rest.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    fields.computeIfAbsent(id, any -> new ArrayList<>()).add(value);
    rest.position(rest.position() + length);
  }

  /** Returns the field of this id; one that decides something may stand there only once. */
  Optional<ByteBuffer> only(int id) {
    var values = fields.getOrDefault(id, List.of());
    if (values.size() > 1) {
      throw faults.malformed(entry, ZipProblem.EXTRA_TWICE, String.format("%04x", id));
    }
    return values.stream().findFirst();
  }
}
