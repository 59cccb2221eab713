import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;

/**
 * Compares two unpacked exports entry by entry with XMLUnit and prints how many differences there
 * are. Arguments: the two folders. Exit code 1 if there are any.
 */
final class XmlUnitDiff {
  private XmlUnitDiff() {}

  public static void main(String[] args) throws IOException {
    Path before = Path.of(args[0]);
    Path after = Path.of(args[1]);
    long differences = 0;
    for (Path entry : entries(before)) {
      Path other = after.resolve(before.relativize(entry));
      differences += Files.exists(other) ? differences(entry, other) : 1;
    }
    System.out.println(differences + " differences");
    System.exit(differences == 0 ? 0 : 1);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static long differences(Path before, Path after) {
    long count = 0;
    for (Object difference :
        DiffBuilder.compare(Input.fromPath(before))
            .withTest(Input.fromPath(after))
            .build()
            .getDifferences()) {
      count += difference == null ? 0 : 1;
    }
    return count;
  }
}
