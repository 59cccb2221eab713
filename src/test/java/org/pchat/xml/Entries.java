package org.pchat.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pchat.model.RawRecord;
import org.pchat.problem.Location;

/** Entries made of strings, and what reading them gives. */
final class Entries {
  static final Location WHERE = Location.of("a.zip", "Rooms.xml");

  private Entries() {}

  /** What reading one entry to its end gave: its records, their bytes, and the bytes between. */
  record Reading(List<XmlRecord> records, List<RawRecord> raws, ByteBuffer whole) {}

  static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the text with the mark that makes readers know the encoding without a declaration. */
  static byte[] marked(String text, Charset charset) {
    return ("\uFEFF" + text).getBytes(charset);
  }

  static Reading read(String text) throws IOException {
    return read(bytes(text));
  }

  static Reading read(byte[] entry) throws IOException {
    return read(new ByteArrayInputStream(entry));
  }

  static Reading read(InputStream in) throws IOException {
    var records = new ArrayList<XmlRecord>();
    var raws = new ArrayList<RawRecord>();
    var all = new ByteArrayOutputStream();
    try (var reader = RecordReader.open(in, WHERE, XmlLimits.defaults())) {
      for (var record = reader.next(); record != null; record = reader.next()) {
        records.add(record);
        raws.add(reader.raw());
        all.writeBytes(reader.gap());
        all.writeBytes(reader.raw().bytes());
      }
      all.writeBytes(reader.gap());
    }
    return new Reading(records, raws, ByteBuffer.wrap(all.toByteArray()));
  }
}
