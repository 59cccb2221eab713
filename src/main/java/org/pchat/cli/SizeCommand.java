package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pchat.cli.Table.Column;
import org.pchat.database.DatabaseAddress;
import org.pchat.model.OriginKind;
import org.pchat.problem.UnsupportedArchiveException;
import org.pchat.select.Inventory;
import org.pchat.size.SizeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Holds exports against SQL Server backups. */
@Command(
    name = "size",
    description = "Compare the sizes of exports and SQL Server backups.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense",
      "3:done, but records were passed over; stderr names them",
      "4:an export is damaged or encrypted",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given",
      "12:wrong user or password"
    },
    footer = {"  pchat size export.zip mgc.bak"})
final class SizeCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Exports, unpacked exports, backups, data files, embedded pools.")
  private List<String> files;

  @Mixin private PoolSourceOptions how;
  @Mixin private OutputOptions output;

  SizeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var partial = new AtomicBoolean();
    session.protect(files, output);
    return session.write(
        output,
        results -> {
          List<SizeReport.Item> items = new ArrayList<>();
          for (String file : files) {
            items.add(
                DatabaseAddress.isAddress(file)
                    ? pool(file, partial)
                    : SizeReport.measure(
                        Path.of(file), export -> messages(export.toString(), partial)));
          }
          var report = SizeReport.of(items);
          if (results.isJson()) {
            results.json(json(report));
          } else {
            print(report, results.page());
          }
          return partial.get() ? ExitCode.PARTIAL : ExitCode.DONE;
        });
  }

  /** Only a pool in a file has a size that a file system knows. */
  private SizeReport.Item pool(String address, AtomicBoolean partial) throws IOException {
    Path file =
        DatabaseAddress.parse(address)
            .file()
            .orElseThrow(
                () ->
                    new UsageException(
                        "%s: no database is asked for its size; name its backup or its data file"
                            .formatted(address)));
    long messages = messages(address, partial).orElse(0);
    return SizeReport.Item.of(address, OriginKind.DATABASE.word(), Files.size(file), messages);
  }

  private OptionalLong messages(String file, AtomicBoolean partial) throws IOException {
    long[] count = new long[1];
    try {
      ExitCode exit =
          session.open(
              file,
              how,
              output,
              false,
              source -> {
                count[0] = Inventory.of(source).counts().messages();
                return ExitCode.DONE;
              });
      if (exit != ExitCode.DONE) {
        partial.set(true);
      }
      return OptionalLong.of(count[0]);
    } catch (UnsupportedArchiveException noExport) {
      return OptionalLong.empty();
    }
  }

  private static Map<String, Object> json(SizeReport report) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (SizeReport.Item item : report.items()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("file", item.file());
      object.put("kind", item.kind());
      object.put("bytes", item.bytes());
      object.put("messages", item.messages());
      object.put("bytesPerMessage", item.bytesPerMessage());
      items.add(object);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("items", items);
    json.put("ratio", Optional.ofNullable(report.ratio()));
    return json;
  }

  private static void print(SizeReport report, Page page) throws IOException {
    var table =
        new Table(
            page,
            Column.text("FILE"),
            Column.text("KIND"),
            Column.number("SIZE"),
            Column.number("MESSAGES"),
            Column.number("BYTES EACH"));
    for (SizeReport.Item item : report.items()) {
      table.row(
          item.file(),
          item.kind(),
          Bytes.format(item.bytes()),
          item.messages() == null ? "" : String.format(Locale.ROOT, "%,d", item.messages()),
          item.bytesPerMessage() == null
              ? ""
              : String.format(Locale.ROOT, "%.1f", item.bytesPerMessage()));
    }
    table.end();
    if (report.ratio() != null) {
      page.line();
      page.line(
          String.format(
              Locale.ROOT, "The backups are %.1f times as big as the exports.", report.ratio()));
      page.line(
          "Microsoft says \"possibly 20 times\"; its example is 150 KB against 4 MB, 27 times.");
    }
  }
}
