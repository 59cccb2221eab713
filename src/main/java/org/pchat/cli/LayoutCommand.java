package org.pchat.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pchat.archive.UnfamiliarArchive;
import org.pchat.infer.Inferred;
import org.pchat.infer.StructureReport;
import org.pchat.layout.Descriptor;
import org.pchat.layout.Layouts;
import org.pchat.zip.PendingFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how archives are spelled, and finds out how one is. */
@Command(
    name = "layout",
    description = "Find out how an unfamiliar export is spelled; list known layouts.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense",
      "4:the archive is damaged, encrypted, no export, or not surely one",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given"
    },
    footer = {
      "  pchat layout list",
      "  pchat layout show dataset -o my-layout.xml",
      "  pchat layout infer export.zip -o my-layout.xml",
      "  pchat layout infer export.zip --xsd schemas",
      "  pchat layout report export.zip -o report.txt"
    })
final class LayoutCommand implements Callable<Integer> {
  private final Session session;

  /** What is wanted. */
  enum What {
    LIST,
    SHOW,
    INFER,
    REPORT;

    /** Returns the word that the user types. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = {
        "list: the layouts that come with the tool.",
        "show: the descriptor of one of them, to begin one's own with; docs/layouts.md is the guide to it.",
        "infer: the descriptor of the archive's layout, with the evidence for each field, or why there is none.",
        "report: what the archive is built like, to be sent to whoever helps you. It names elements and attributes and counts"
            + " them, and says what their values look like; it holds no text, no name and no address from them."
      })
  private What what;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ARCHIVE|NAME",
      description =
          "For infer and report an export, or an unpacked one; for show the name of a layout.")
  private @Nullable String subject;

  @Option(
      names = "--xsd",
      paramLabel = "DIR",
      description = "With infer: also write XML Schemas of what was seen into DIR.")
  private @Nullable Path schemas;

  @Mixin private SourceOptions how;
  @Mixin private OutputOptions output;

  LayoutCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (schemas != null && what != What.INFER) {
      throw new UsageException("--xsd means nothing to layout " + what + "; leave it out");
    }
    return switch (what) {
      case LIST -> list();
      case SHOW -> show();
      case INFER, REPORT -> inspect();
    };
  }

  private int list() throws IOException {
    if (subject != null) {
      throw new UsageException("layout list takes no name; layout show does");
    }
    List<Descriptor> layouts = Layouts.NAMES.stream().map(Layouts::descriptor).toList();
    return session.write(
        output,
        results -> {
          if (results.isJson()) {
            results.json(LayoutPages.json(layouts));
          } else {
            LayoutPages.print(layouts, results.page());
          }
          return ExitCode.DONE;
        });
  }

  private int show() throws IOException {
    String name = subject(What.SHOW, "the name of a layout");
    if (!Layouts.NAMES.contains(name)) {
      throw new UsageException(
          "there is no layout named \"%s\"; there is %s"
              .formatted(name, String.join(", ", Layouts.NAMES)));
    }
    return session.write(
        output,
        results -> {
          if (results.isJson()) {
            results.json(LayoutPages.json(Layouts.descriptor(name)));
          } else {
            LayoutPages.print(Layouts.descriptor(name), results.page());
          }
          return ExitCode.DONE;
        });
  }

  private String subject(What wanted, String something) {
    if (subject == null) {
      throw new UsageException("layout " + wanted + " needs " + something);
    }
    return subject;
  }

  private int inspect() throws IOException {
    return session.inspect(
        subject(what, "an archive"),
        how,
        output,
        (unfamiliar, results) -> {
          if (what == What.REPORT) {
            report(unfamiliar, results);
          } else {
            infer(unfamiliar, results);
          }
          return ExitCode.DONE;
        });
  }

  private void infer(UnfamiliarArchive unfamiliar, Results results) throws IOException {
    if (schemas != null) {
      write(unfamiliar.schemas(), schemas);
    }
    Inferred inferred = unfamiliar.infer();
    if (results.isJson()) {
      results.json(LayoutPages.json(inferred));
    } else {
      LayoutPages.print(inferred, results.page());
    }
    if (!output.quiet) {
      inferred.leftOut().forEach(place -> session.say("left out: " + place));
    }
  }

  private void write(Map<String, String> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      try (PendingFile pending = PendingFile.create(target, output.result.force)) {
        ByteBuffer bytes = ByteBuffer.wrap(file.getValue().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          pending.channel().write(bytes);
        }
        pending.commit(written -> {});
      }
    }
  }

  private static void report(UnfamiliarArchive unfamiliar, Results results) throws IOException {
    StructureReport report = unfamiliar.report();
    if (results.isJson()) {
      results.json(LayoutPages.json(report));
    } else {
      LayoutPages.print(report, results.page());
    }
  }
}
