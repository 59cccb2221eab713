package org.pchat.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pchat.problem.ArchiveException;

/** Sound archives with a piece missing, a bit turned over or noise in them. */
class DamagedZipTest {
  private static final int MUTATIONS = 20_000;

  @TempDir Path directory;

  private FileChannel damaged;

  @BeforeEach
  void open() throws IOException {
    damaged =
        FileChannel.open(
            directory.resolve("damaged.zip"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
  }

  @AfterEach
  void close() throws IOException {
    damaged.close();
  }

  /** The archives to damage; each has what the others lack. */
  enum Reference {
    WRITTEN_HERE {
      @Override
      byte[] bytes(Path directory) throws IOException {
        var contents = new LinkedHashMap<String, String>();
        contents.put(
            "Principals.xml", "<Principals>" + "<Principal/>".repeat(20) + "</Principals>");
        contents.put("Messages/räume.xml", "<Messages/>");
        contents.put("Manifest.xml", "");
        return Files.readAllBytes(Containers.write(directory.resolve("reference.zip"), contents));
      }
    },
    WITH_DESCRIPTORS_AND_ZIP64 {
      @Override
      byte[] bytes(Path directory) {
        var wide = CraftedEntry.stored("wide", "content");
        wide.size = 0xFFFF_FFFFL;
        wide.extra = CraftedEntry.zip64Field(7);
        var zip =
            CraftedZip.of(
                CraftedEntry.stored("stored", "content").withDescriptor(false, false),
                CraftedEntry.deflated("deflated", "content").withDescriptor(true, true),
                CraftedEntry.stored("folder/", ""),
                CraftedEntry.deflated("unmarked", "content").rawName("ü".getBytes(UTF_8)),
                wide);
        zip.zip64 = true;
        zip.comment = "comment".getBytes(UTF_8);
        return zip.bytes();
      }
    };

    abstract byte[] bytes(Path directory) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void refuses_every_beginning_of_an_archive(Reference reference) throws IOException {
    byte[] whole = reference.bytes(directory);
    for (int length = 0; length < whole.length; length++) {
      assertThat(readOrNull(Arrays.copyOf(whole, length)))
          .as("the first %s bytes", length)
          .isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void refuses_every_turned_bit_or_reads_the_same(Reference reference) throws IOException {
    byte[] bytes = reference.bytes(directory);
    assertThat(bytes).hasSizeLessThan(4_096);
    var expected = List.copyOf(read(bytes).entrySet());
    int refused = 0;
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      var contents = readOrNull(bytes);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      if (contents == null) {
        refused++;
      } else {
        assertThat(List.copyOf(contents.entrySet())).as("bit %s", bit).isEqualTo(expected);
      }
    }
    assertThat(refused).isGreaterThan(bytes.length * 4);
  }

  @Test
  void meets_noise_with_nothing_but_its_own_exceptions() throws IOException {
    var references = new ArrayList<byte[]>();
    for (Reference reference : Reference.values()) {
      references.add(reference.bytes(directory));
    }
    var random = new Random(20_260_101);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutate(references.get(i % references.size()).clone(), random);
      // Whatever else is thrown ends the test.
      readOrNull(mutated);
    }
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    int strokes = 1 + random.nextInt(6);
    byte[] mutated = bytes;
    for (int i = 0; i < strokes && mutated.length > 8; i++) {
      mutated = stroke(mutated, random);
    }
    return mutated;
  }

  private static byte[] stroke(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length - 8);
    int length = 1 + random.nextInt(8);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] = (byte) random.nextInt();
      case 1 -> Arrays.fill(bytes, at, at + length, (byte) 0xFF);
      case 2 -> Arrays.fill(bytes, at, at + length, (byte) 0);
      case 3 -> System.arraycopy(bytes, random.nextInt(bytes.length - 8), bytes, at, length);
      case 4 -> {
        return spliced(bytes, at, at + length);
      }
      default -> {
        return spliced(bytes, at + length, at);
      }
    }
    return bytes;
  }

  /**
   * Returns the bytes up to {@code end} and again from {@code start} on: one piece less or twice.
   */
  private static byte[] spliced(byte[] bytes, int end, int start) {
    return new LittleEndian()
        .raw(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, start, bytes.length))
        .bytes();
  }

  /** Overwrites one file again and again, which spares the disk most of the work. */
  private Map<String, String> read(byte[] bytes) throws IOException {
    damaged.write(ByteBuffer.wrap(bytes), 0);
    damaged.truncate(bytes.length);
    return Containers.read(directory.resolve("damaged.zip"));
  }

  private Map<String, String> readOrNull(byte[] bytes) throws IOException {
    try {
      return read(bytes);
    } catch (ArchiveException refused) {
      return null;
    }
  }
}
