package org.pchat.chunk;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Packs and unpacks single frames of Zstandard. */
final class Zstandard {
  /** A good ratio at several times the speed of any disk that a store may lie on. */
  private static final int LEVEL = 3;

  /** Little is packed on a dictionary, so that it may take longer. */
  private static final int DICTIONARY_LEVEL = 9;

  /** The first byte of what Zstandard takes for a trained dictionary, not for plain content. */
  private static final byte[] TRAINED = {0x37, (byte) 0xA4, 0x30, (byte) 0xEC};

  private Zstandard() {}

  /** Returns whether these bytes can be a dictionary as they are. */
  static boolean isPlain(byte[] dictionary) {
    return dictionary.length >= 8
        && !(dictionary[0] == TRAINED[0]
            && dictionary[1] == TRAINED[1]
            && dictionary[2] == TRAINED[2]
            && dictionary[3] == TRAINED[3]);
  }

  /** Packs the first bytes of an array. */
  static byte[] pack(byte[] bytes, int length, byte @Nullable [] dictionary) throws IOException {
    try (var context = new ZstdCompressCtx()) {
      context.setLevel(dictionary == null ? LEVEL : DICTIONARY_LEVEL);
      context.setDictID(false);
      if (dictionary != null) {
        context.loadDict(dictionary);
      }
      var packed = new byte[(int) Zstd.compressBound(length)];
      int size = context.compressByteArray(packed, 0, packed.length, bytes, 0, length);
      return Arrays.copyOf(packed, size);
    } catch (LinkageError missing) {
      throw unusable(missing);
    }
  }

  /**
   * Unpacks a frame that holds exactly so many bytes.
   *
   * @throws IOException if it is damaged
   */
  static byte[] unpack(byte[] packed, int length, byte @Nullable [] dictionary) throws IOException {
    try (var context = new ZstdDecompressCtx()) {
      if (dictionary != null) {
        context.loadDict(dictionary);
      }
      if (Zstd.getFrameContentSize(packed) != length) {
        throw new IOException("it does not hold " + length + " bytes");
      }
      var bytes = new byte[length];
      int size = context.decompressByteArray(bytes, 0, length, packed, 0, packed.length);
      if (size != length) {
        throw new IOException("it unpacks to " + size + " bytes, not to " + length);
      }
      return bytes;
    } catch (ZstdException damaged) {
      throw new IOException("it cannot be unpacked: " + damaged.getMessage(), damaged);
    } catch (LinkageError missing) {
      throw unusable(missing);
    }
  }

  private static IOException unusable(LinkageError missing) {
    return new IOException(
        "the Zstandard library cannot be loaded from the folder for temporary files ("
            + System.getProperty("java.io.tmpdir")
            + "), which has to have room and to allow programs; another one can be named with"
            + " PCHAT_JAVA_OPTS=-Djava.io.tmpdir=DIR",
        missing);
  }
}
