package org.pchat.sample;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.pchat.zip.CraftedEntry;
import org.pchat.zip.CraftedZip;

/**
 * The sound sample packed, with one fault in the packing, and what a check has to say of it.
 *
 * @param name of the file without its end; ends in the verdict
 * @param finding the code, and the entry if the fault is in one
 * @param fault lays the fault into the parts of a sound ZIP file
 * @param damage done to the finished file
 */
public record BrokenContainer(
    String name, String finding, Consumer<Parts> fault, UnaryOperator<byte[]> damage) {
  /** The entry that most faults are in. */
  public static final String DESK = "Messages/30000000-0000-4000-8000-000000000001.xml";

  /** A sound ZIP file before it is put together: its entries in the order of their names. */
  public record Parts(
      CraftedZip zip, Map<String, CraftedEntry> entries, Map<String, String> texts) {
    CraftedEntry entry(String name) {
      CraftedEntry entry = entries.get(name);
      if (entry == null) {
        throw new IllegalArgumentException("no entry " + name);
      }
      return entry;
    }

    CraftedEntry desk() {
      return entry(DESK);
    }
  }

  /** A fault of one of the parts. */
  static BrokenContainer of(String name, String finding, Consumer<Parts> fault) {
    return new BrokenContainer(name, finding, fault, bytes -> bytes);
  }

  /** A fault of the file that holds the entries, or in their place. */
  static BrokenContainer damaged(String name, String finding, UnaryOperator<byte[]> damage) {
    return new BrokenContainer(name, finding, parts -> {}, damage);
  }

  /** Returns the content of the file. */
  public byte[] bytes() throws IOException {
    Parts parts = sound();
    fault.accept(parts);
    return damage.apply(parts.zip().bytes());
  }

  private static Parts sound() throws IOException {
    var zip = new CraftedZip();
    Map<String, String> texts = Unpacked.read(BrokenSample.SOUND);
    Map<String, CraftedEntry> entries = new LinkedHashMap<>();
    texts.forEach((name, text) -> entries.put(name, zip.add(CraftedEntry.deflated(name, text))));
    return new Parts(zip, entries, texts);
  }

  @Override
  public String toString() {
    return name;
  }
}
