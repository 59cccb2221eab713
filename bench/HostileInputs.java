import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the files that confined.sh feeds to the tool. Arguments: the folder to fill, a good export,
 * the port of the canary, and a file that nobody may open.
 */
final class HostileInputs {
  private static final String ROOMS = "<Rooms xmlns=\"urn:pchat:export:1\"";
  private static final String ROOM =
      "<Room guid=\"00000000-0000-4000-8000-000000000001\""
          + " category=\"00000000-0000-4000-8000-000000000002\" name=\"%s\" description=\"\""
          + " disabled=\"%s\" behavior=\"normal\" visibility=\"open\"/>";
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int BEHIND_DATA = 0x08074b50;
  private static final int MEGABYTE = 1_000_000;

  private final Path folder;
  private final byte[] good;
  private final String canary;
  private final String secret;

  private HostileInputs(Path folder, byte[] good, String canary, String secret) {
    this.folder = folder;
    this.good = good;
    this.canary = canary;
    this.secret = secret;
  }

  public static void main(String[] args) throws IOException {
    byte[] good = Files.readAllBytes(Path.of(args[1]));
    String canary = "http://127.0.0.1:" + args[2] + "/";
    var inputs = new HostileInputs(Path.of(args[0]), good, canary, Path.of(args[3]).toUri() + "");
    inputs.noArchives();
    inputs.damagedArchives();
    inputs.bombs();
    inputs.names();
    inputs.references();
    inputs.large();
  }

  private void noArchives() throws IOException {
    write("letter.zip", "Dear Sirs, please find attached the export.".getBytes(UTF_8));
    write("empty.zip", new byte[0]);
    Files.createDirectory(folder.resolve("photos"));
    write("photos/cat.png", new byte[] {1, 2, 3});
    write("mgc.bak", Arrays.copyOf("TAPE".getBytes(UTF_8), 4_096));
    zip("letter.docx", "[Content_Types].xml", "<Types/>", "word/document.xml", "<document/>");
  }

  private void damagedArchives() throws IOException {
    write("truncated.zip", Arrays.copyOf(good, good.length / 2));
    byte[] encrypted = good.clone();
    patch(encrypted, LOCAL_HEADER, 6, (short) 1);
    patch(encrypted, CENTRAL_HEADER, 8, (short) 1);
    write("encrypted.zip", encrypted);
    byte[] flipped = good.clone();
    flipped[100] ^= 16;
    write("flipped.zip", flipped);
    zip("cut.zip", "Rooms.xml", ROOMS + "><Room guid=\"");
    zip("partial.zip", "Rooms.xml", ROOMS + ">" + ROOM.formatted("One", "perhaps") + "</Rooms>");
  }

  /** One that tells its size, one that tells a larger size than it has, and one a smaller. */
  private void bombs() throws IOException {
    String blanks = ROOMS + ">" + " ".repeat(64 * MEGABYTE) + "</Rooms>";
    zip("bomb.zip", "Rooms.xml", blanks, "Categories.xml", blanks.replace("Rooms", "Categories"));
    byte[] bomb = Files.readAllBytes(folder.resolve("bomb.zip"));
    write("boasting-bomb.zip", resized(bomb, 0xFFFF_FFFE));
    write("lying-bomb.zip", resized(bomb, 1_000));
  }

  private static byte[] resized(byte[] zip, int size) {
    byte[] resized = zip.clone();
    patch(resized, CENTRAL_HEADER, 24, size);
    patch(resized, BEHIND_DATA, 12, size);
    return resized;
  }

  private void names() throws IOException {
    String rooms = ROOMS + "/>";
    zip("climbing.zip", "../outside.xml", rooms, "Rooms.xml", rooms);
    zip("rooted.zip", "/tmp/pchat-outside.xml", rooms, "Rooms.xml", rooms);
    zip("windows.zip", "..\\outside.xml", rooms, "Rooms.xml", rooms);
  }

  /** What would have to be fetched. The last three are sound and must be read without fetching. */
  private void references() throws IOException {
    String use = ROOMS + ">&x;</Rooms>";
    zip(
        "file-entity.zip",
        "Rooms.xml",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + secret + "\">]>" + use);
    zip(
        "web-entity.zip",
        "Rooms.xml",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + canary + "\">]>" + use);
    String parameter = "<!DOCTYPE r [<!ENTITY %% p SYSTEM \"%s\"> %%p;]>".formatted(canary);
    zip("parameter-entity.zip", "Rooms.xml", parameter + ROOMS + "/>");
    zip("web-dtd.zip", "Rooms.xml", "<!DOCTYPE Rooms SYSTEM \"" + canary + "\">" + ROOMS + "/>");
    zip(
        "manifest-dtd.zip",
        "Rooms.xml",
        ROOMS + "/>",
        "Manifest.xml",
        "<!DOCTYPE Manifest SYSTEM \"" + canary + "\"><Manifest xmlns=\"urn:pchat:export:1\"/>");
    zip("laughs.zip", "Rooms.xml", laughs() + use);
    String room = ROOM.formatted("One", "false");
    String xsi = " xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\" s:schemaLocation=\"a ";
    zip("schema-location.zip", "Rooms.xml", ROOMS + xsi + canary + "\">" + room + "</Rooms>");
    String sheet = "<?xml-stylesheet href=\"" + canary + "\" type=\"text/xsl\"?>";
    zip("stylesheet.zip", "Rooms.xml", sheet + ROOMS + ">" + room + "</Rooms>");
    String include =
        "<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"" + canary + "\"/>";
    zip("include.zip", "Rooms.xml", ROOMS + ">" + include + room + "</Rooms>");
  }

  private static String laughs() {
    var dtd = new StringBuilder("<!DOCTYPE r [<!ENTITY x0 \"ha\">");
    for (int i = 1; i <= 9; i++) {
      dtd.append("<!ENTITY x%d \"%s\">".formatted(i, ("&x" + (i - 1) + ";").repeat(10)));
    }
    return dtd.append("<!ENTITY x \"&x9;\">]>").toString();
  }

  /** An export that takes seconds to show. */
  private void large() throws IOException {
    String room = "00000000-0000-4000-8000-000000000001";
    var messages = new StringBuilder();
    messages.append("<Messages xmlns=\"urn:pchat:export:1\" room=\"" + room + "\">\n");
    for (int i = 1; i <= 500_000; i++) {
      String sent =
          "2018-06-04T%02d:%02d:%02d.0000000Z".formatted(i / 3_600 % 24, i / 60 % 60, i % 60);
      messages.append(
          "<Message id=\"%d\" sent=\"%s\"><Text>line %d</Text></Message>\n".formatted(i, sent, i));
    }
    String rooms = ROOMS + ">" + ROOM.formatted("Large", "false") + "</Rooms>";
    zip("large.zip", "Rooms.xml", rooms, "Messages/" + room + ".xml", messages + "</Messages>");
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  /** Writes an archive of entries given as name, content, name, content, and so on. */
  private void zip(String name, String... parts) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      for (int i = 0; i < parts.length; i += 2) {
        byte[] content = parts[i + 1].getBytes(UTF_8);
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(parts[i]);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
  }

  /** Sets a bit field in every header of a kind. */
  private static void patch(byte[] zip, int signature, int offset, short bits) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + offset + 4 <= zip.length; i++) {
      if (bytes.getInt(i) == signature) {
        bytes.putShort(i + offset, (short) (bytes.getShort(i + offset) | bits));
      }
    }
  }

  /** Sets a number in every header of a kind. */
  private static void patch(byte[] zip, int signature, int offset, int number) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + offset + 4 <= zip.length; i++) {
      if (bytes.getInt(i) == signature) {
        bytes.putInt(i + offset, number);
      }
    }
  }
}
