import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.pchat.archive.Export;
import org.pchat.archive.ExportReader;
import org.pchat.archive.UnfamiliarArchive;
import org.pchat.layout.DescribedLayout;
import org.pchat.layout.Layout;
import org.pchat.layout.Pchat1;
import org.pchat.model.Kind;
import org.pchat.model.ReadOptions;
import org.pchat.model.RecordCursor;

/**
 * Reads a made export by the canonical reader, and the same entries in an unknown namespace by the
 * layout inferred from them, in turn in one process. Arguments: the export, a folder to work in, the
 * rounds. Prints medians in seconds of processor time of the reading thread, and their ratio.
 */
final class InferredReading {
  private static final String CANONICAL = "urn:pchat:export:1";
  private static final String UNKNOWN = "urn:some:export:99";

  private InferredReading() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    int rounds = Integer.parseInt(args[2]);
    Path plain = copy(Path.of(args[0]), folder.resolve("plain.zip"), CANONICAL);
    Path unfamiliar = copy(Path.of(args[0]), folder.resolve("unfamiliar.zip"), UNKNOWN);
    long begin = System.nanoTime();
    Layout inferred;
    try (UnfamiliarArchive archive = UnfamiliarArchive.open(unfamiliar, ReadOptions.defaults())) {
      inferred = DescribedLayout.of(archive.infer().descriptor());
    }
    System.out.printf("  %-34s %8.2f%n", "to infer it, once", (System.nanoTime() - begin) / 1e9);
    double[] canonicalSeconds = new double[rounds];
    double[] inferredSeconds = new double[rounds];
    long count = 0;
    for (int round = -1; round < rounds; round++) {
      long start = now();
      long first = read(plain, Pchat1.LAYOUT);
      long between = now();
      long second = read(unfamiliar, inferred);
      if (first != second) {
        throw new IllegalStateException(first + " records and " + second);
      }
      if (round >= 0) {
        canonicalSeconds[round] = (between - start) / 1e9;
        inferredSeconds[round] = (now() - between) / 1e9;
      }
      count = first;
    }
    double one = median(canonicalSeconds);
    double other = median(inferredSeconds);
    System.out.printf("  %-34s %8.2f %14.0f%n", "canonical reading", one, count / one);
    System.out.printf("  %-34s %8.2f %14.0f%n", "by the inferred layout", other, count / other);
    System.out.printf("ratio: %.2f%n", other / one);
  }

  /** Processor time, since other work on the machine must not count. */
  private static long now() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static long read(Path zip, Layout layout) throws IOException {
    long count = 0;
    try (Export export = ExportReader.open(zip, ReadOptions.defaults(), layout)) {
      for (Kind<?> kind : Kind.ALL) {
        try (RecordCursor<?> records = export.records(kind)) {
          while (records.advance()) {
            count++;
          }
        }
      }
    }
    return count;
  }

  /** Copies all entries but the manifest, in another namespace. */
  private static Path copy(Path from, Path to, String namespace) throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile());
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().equals("Manifest.xml")) {
          continue;
        }
        String text =
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(text.replace(CANONICAL, namespace).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return to;
  }
}
