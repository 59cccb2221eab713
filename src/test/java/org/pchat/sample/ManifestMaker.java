package org.pchat.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes a manifest anew after entries were changed by hand, from their text alone: it shares no
 * code with the writer.
 */
public final class ManifestMaker {
  /** The name of the manifest's entry. */
  public static final String NAME = "Manifest.xml";

  private static final Pattern ENTRY = Pattern.compile(" *<Entry [^>]*/>\n?");
  private static final Pattern RECORD =
      Pattern.compile("<(Principal|AddIn|Category|Room|Role|Scope|Message)(?=[\\s/>])");

  private ManifestMaker() {}

  /**
   * Puts into {@code entries} a manifest that describes the others. What an old one says besides is
   * kept.
   */
  public static void renew(Map<String, String> entries) {
    String old =
        entries.getOrDefault(
            NAME,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Manifest xmlns="urn:pchat:export:1" layout="pchat-1" level="All" created="2018-06-11T02:00:00.0000000Z" generator="pchat">
            </Manifest>
            """);
    var described = new StringBuilder();
    new TreeMap<>(entries)
        .forEach(
            (name, text) -> {
              if (!name.equals(NAME)) {
                described.append(entry(name, text));
              }
            });
    String head = ENTRY.matcher(old).replaceAll("");
    int end = head.lastIndexOf("</Manifest>");
    entries.put(NAME, head.substring(0, end) + described + head.substring(end));
  }

  private static String entry(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String kind = name.startsWith("Messages/") ? "Messages" : name.substring(0, name.indexOf('.'));
    return "    <Entry name=\"%s\" kind=\"%s\" records=\"%d\" bytes=\"%d\" sha256=\"%s\"/>\n"
        .formatted(name, kind, RECORD.matcher(text).results().count(), bytes.length, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
