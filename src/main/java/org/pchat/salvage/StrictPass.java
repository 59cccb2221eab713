package org.pchat.salvage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.ArchiveException;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.xml.EntryParser;
import org.pchat.xml.EntryParser.Event;
import org.pchat.xml.XmlLimits;

/**
 * Reads an entry from some place on as the strict parser does, until it refuses, and notes up to
 * where everything is sound: the end of the last whole record.
 */
final class StrictPass {
  private final Location where;
  private final FoundEncoding encoding;
  private final Predicate<String> isRecord;

  /** In which elements records of a name were seen. */
  private final Map<String, Set<String>> parents = new HashMap<>();

  /**
   * How far it came.
   *
   * @param safe the place behind the last whole record
   * @param open the elements that are open there, the outermost first
   * @param problem why it came no further; null if it came to the end
   */
  record Outcome(long safe, List<Open> open, @Nullable Problem problem) {}

  StrictPass(Location where, FoundEncoding encoding, Predicate<String> isRecord) {
    this.where = where;
    this.encoding = encoding;
    this.isRecord = isRecord;
  }

  /** Returns in which elements records of this name were seen. */
  Set<String> parents(String record) {
    return parents.getOrDefault(record, Set.of());
  }

  /**
   * Reads.
   *
   * @param rest the bytes from {@code offset} on; closed in any case
   * @param open the elements that are open there
   */
  Outcome run(InputStream rest, long offset, List<Open> open) throws IOException {
    var prefix = new StringBuilder(encoding.declaration());
    open.forEach(element -> prefix.append(element.startTag()));
    byte[] before = prefix.toString().getBytes(encoding.charset());
    var walk = new Walk(offset, before.length, open);
    try (var in = new SequenceInputStream(new ByteArrayInputStream(before), rest);
        var parser = EntryParser.open(in, where, XmlLimits.defaults())) {
      while (parser.advance() != Event.DONE) {
        walk.meet(parser);
      }
      return new Outcome(offset + parser.end() - before.length, List.of(), null);
    } catch (ArchiveException refused) {
      return new Outcome(walk.safe, walk.safeOpen, refused.problem());
    }
  }

  /** The state of one pass. */
  private final class Walk {
    private final long offset;
    private final long prefix;
    private final List<Open> open = new ArrayList<>();
    private final int given;
    private int begun;
    private int records;
    private long safe;
    private List<Open> safeOpen;

    Walk(long offset, long prefix, List<Open> given) {
      this.offset = offset;
      this.prefix = prefix;
      this.given = given.size();
      this.safe = offset;
      this.safeOpen = given;
    }

    void meet(EntryParser parser) {
      if (parser.event() == Event.START) {
        begin(parser);
      } else if (parser.event() == Event.END) {
        end(parser);
      }
    }

    private void begin(EntryParser parser) {
      String name = parser.name().local();
      String tag = new String(parser.bytes(parser.start(), parser.end()), encoding.charset());
      boolean record = isRecord.test(name);
      if (record) {
        String parent = open.isEmpty() ? "" : open.get(open.size() - 1).name();
        parents.computeIfAbsent(name, any -> new HashSet<>()).add(parent);
      }
      open.add(new Open(name, tag, record));
      records += record ? 1 : 0;
      if (records == 0 && begun >= given) {
        reach(parser);
      }
      begun++;
    }

    private void end(EntryParser parser) {
      Open ended = open.remove(open.size() - 1);
      records -= ended.isRecord() ? 1 : 0;
      if (ended.isRecord() || records == 0) {
        reach(parser);
      }
    }

    private void reach(EntryParser parser) {
      safe = offset + parser.end() - prefix;
      safeOpen = List.copyOf(open);
    }
  }
}
