package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.specimen.Specimen;
import org.pchat.specimen.SpecimenProof;
import org.pchat.specimen.SpecimenRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an export safe to give away. */
@Command(
    name = "specimen",
    description = "Put noise in the place of an export's texts, names and GUIDs.",
    exitCodeList = {
      "0:done, and nothing of the original was found in the result",
      "2:the command line makes no sense",
      "4:the export is damaged or encrypted; try salvage first",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given, or something of the original was left"
    },
    footer = {"  pchat specimen export.zip -o specimen.zip"})
final class SpecimenCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "ARCHIVE",
      description = "The export, or an unpacked one, in whatever layout.")
  private String archive;

  @Option(
      names = "--max-unpacked",
      paramLabel = "SIZE",
      description =
          "Refuse exports that unpack to more than this, such as 500G (default: 200 times their length, at least 4G).")
  private @Nullable String maxUnpacked;

  @Mixin private OutputOptions output;

  SpecimenCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path target = output.result.target("the specimen");
    session.protect(List.of(archive), output);
    Path source = Sources.file(archive);
    long most = maxUnpacked == null ? 0 : Bytes.parse(maxUnpacked, "--max-unpacked");
    var request = new SpecimenRequest(source, target, output.result.force, most, null);
    long length = Files.isRegularFile(source) ? 2 * Files.size(source) : 0;
    SpecimenProof proof = session.watched(length, output, watch -> Specimen.make(request, watch));
    return session.write(
        output.printed(),
        results -> {
          if (results.isJson()) {
            results.json(json(target, proof));
          } else {
            print(results.page(), target, proof);
          }
          return ExitCode.DONE;
        });
  }

  private static void print(Page page, Path target, SpecimenProof proof) throws IOException {
    page.line("Wrote " + page.safe(target.toString()) + number(", %,d entries.", proof.entries()));
    page.line(
        number("Replaced by noise: %,d values", proof.replaced())
            + number(", %,d different GUIDs among them.", proof.guids()));
    page.line(number("Kept: %,d values that are numbers, times or published words,", proof.kept()));
    page.line("and the names of elements and attributes.");
    page.line(
        number("Proof: of %,d tokens longer than three characters in the original,", proof.tokens())
            + (proof.left() == 0 ? " none" : number(" %,d", proof.left())));
    page.line(
        number("is among the %,d words and GUIDs of the result.", proof.searched())
            + " The key to the noise was not kept.");
  }

  private static String number(String format, long number) {
    return String.format(Locale.ROOT, format, number);
  }

  private Map<String, Object> json(Path target, SpecimenProof proof) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("file", archive);
    json.put("output", target.toString());
    json.put("entries", proof.entries());
    json.put("replaced", proof.replaced());
    json.put("kept", proof.kept());
    json.put("guids", proof.guids());
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("tokens", proof.tokens());
    found.put("searched", proof.searched());
    found.put("left", proof.left());
    json.put("proof", found);
    return json;
  }
}
