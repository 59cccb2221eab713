package org.pchat.select;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pchat.model.Spelled;

/**
 * The files of a copied file store, to hold links against. Links are never opened as paths: only
 * the last two parts of a link and of each file are compared, without regard to case, since where a
 * store keeps what a link names is not published.
 *
 * <p><b>Memory.</b> About 100 bytes a file.
 */
public final class CopiedFiles {
  private final Path folder;
  private final MessageDigest sha256;
  private final BitSet linked = new BitSet();
  private long[][] placed = {};
  private long[][] named = {};

  /** What became of a link. */
  public enum Match implements Spelled {
    /** A file of this name lies in a folder of the same name as in the link. */
    FOUND("found"),
    /** A file of this name lies in another folder; it may be another file. */
    ELSEWHERE("elsewhere"),
    /** No file has this name. */
    MISSING("missing");

    private final String word;

    Match(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** Is told of files. */
  public interface Visitor {
    /** Takes the path below the folder. */
    void accept(Path file) throws IOException;
  }

  private CopiedFiles(Path folder) {
    this.folder = folder;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Reads the names of all files below {@code folder}; symbolic links are not followed. */
  public static CopiedFiles in(Path folder) throws IOException {
    var files = new CopiedFiles(folder);
    List<long[]> places = new ArrayList<>();
    List<long[]> names = new ArrayList<>();
    files.walk(
        file -> {
          String path = spelled(file);
          places.add(new long[] {files.key(end(path, 2)), places.size()});
          names.add(new long[] {files.key(end(path, 1)), names.size()});
        });
    files.placed = sorted(places);
    files.named = sorted(names);
    return files;
  }

  private static long[][] sorted(List<long[]> keys) {
    long[][] all = keys.toArray(long[][]::new);
    Arrays.sort(all, Comparator.comparingLong(key -> key[0]));
    return all;
  }

  private void walk(Visitor visitor) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Iterator<Path> walk = all.iterator(); walk.hasNext(); ) {
        Path file = walk.next();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          visitor.accept(folder.relativize(file));
        }
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static String spelled(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** Returns the last parts of a path. */
  private static String end(String path, int parts) {
    int from = path.length();
    for (int i = 0; i < parts && from > 0; i++) {
      from = path.lastIndexOf('/', from - 1);
    }
    return from < 0 ? path : path.substring(from + 1);
  }

  private long key(String path) {
    byte[] folded = path.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(sha256.digest(folded)).getLong();
  }

  /** Looks for the file of a link, which counts as linked from then on. */
  public Match find(FileLink link) {
    String path = path(link);
    boolean deep = path.indexOf('/') >= 0;
    if (deep && mark(placed, key(end(path, 2)))) {
      return Match.FOUND;
    }
    boolean named = mark(this.named, key(end(path, 1)));
    return !named ? Match.MISSING : deep ? Match.ELSEWHERE : Match.FOUND;
  }

  private boolean mark(long[][] keys, long key) {
    int at = Arrays.binarySearch(keys, new long[] {key}, Comparator.comparingLong(k -> k[0]));
    if (at < 0) {
      return false;
    }
    while (at > 0 && keys[at - 1][0] == key) {
      at--;
    }
    for (; at < keys.length && keys[at][0] == key; at++) {
      linked.set((int) keys[at][1]);
    }
    return true;
  }

  /** Returns the path in a link: without scheme and query, unescaped where that makes sense. */
  private static String path(FileLink link) {
    String path = link.text().substring(link.text().indexOf(':') + 1);
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    try {
      return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8)
          .replace('\\', '/');
    } catch (IllegalArgumentException noEscapes) {
      return plain.replace('\\', '/');
    }
  }

  /** Tells the files that no link has named so far. */
  public void unlinked(Visitor visitor) throws IOException {
    int[] at = {0};
    walk(
        file -> {
          if (!linked.get(at[0]++)) {
            visitor.accept(file);
          }
        });
  }
}
