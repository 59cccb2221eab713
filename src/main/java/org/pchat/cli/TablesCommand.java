package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Watch;
import org.pchat.pages.PageDatabase;
import org.pchat.pages.RowCursor;
import org.pchat.pages.SqlColumn;
import org.pchat.pages.SqlServerFile;
import org.pchat.pages.SqlTable;
import org.pchat.problem.ProblemLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what any SQL Server file holds. */
@Command(
    name = "tables",
    description = "Show what a SQL Server backup or data file holds.",
    exitCodeList = {
      "0:done",
      "2:the command line makes no sense, or --table names none",
      "3:done, but something could not be read or does not add up; stderr names it",
      "4:the file is damaged, encrypted, incomplete or not understood",
      "5:a file cannot be read or written",
      "6:the output file exists and --force was not given"
    },
    footer = {
      "  pchat tables mgc.bak",
      "  pchat tables mgc.bak --table tblNode --csv -o nodes.csv",
      "  pchat tables mgc-1.bak mgc-2.bak --json | jq .tables"
    })
final class TablesCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A .bak or .mdf, or all files of one striped backup.")
  private List<Path> files;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Print the rows of this table instead of the list.")
  private @Nullable String name;

  @Option(names = "--csv", description = "Print comma-separated values.")
  private boolean csv;

  @Option(
      names = "--jsonl",
      description =
          "Print a JSON object for each row, column names as keys; --json means the same.")
  private boolean jsonl;

  @Option(
      names = "--set",
      paramLabel = "NUMBER",
      description = "The backup set to read, where a file holds several.")
  private int set;

  @Mixin private OutputOptions output;

  TablesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (csv && (jsonl || output.json)) {
      throw new UsageException("--csv and JSON exclude each other; choose one");
    }
    if (jsonl && name == null) {
      throw new UsageException("--jsonl prints rows; say of which table with --table");
    }
    output.json |= jsonl;
    session.protect(files.stream().map(Path::toString).toList(), output);
    return session.write(
        output,
        results ->
            session.examine(
                output,
                results.isTerminal(),
                (watch, problems) -> print(watch, problems, results)));
  }

  private ExitCode print(Watch watch, ProblemLog problems, Results results) throws IOException {
    try (SqlServerFile file = SqlServerFile.open(files, set, watch, problems)) {
      if (name == null) {
        list(file, problems, results);
      } else {
        rows(file.database(), table(file.database().tables(), name), results);
      }
      return ExitCode.DONE;
    }
  }

  private static SqlTable table(List<SqlTable> tables, String name) {
    List<SqlTable> called = tables.stream().filter(table -> table.isCalled(name)).toList();
    if (called.size() == 1) {
      return called.get(0);
    }
    throw new UsageException(
        called.isEmpty()
            ? "there is no table \"%s\"; without --table the command lists them".formatted(name)
            : "several tables are called \"%s\"; put the schema in front, as in %s"
                .formatted(name, called.get(0).fullName()));
  }

  private void list(SqlServerFile file, ProblemLog problems, Results results) throws IOException {
    Map<SqlTable, Long> counts = new LinkedHashMap<>();
    for (SqlTable table : file.database().tables()) {
      RowCursor rows = file.database().rows(table);
      while (rows.advance()) {
        // the engine's own count is only a claim
      }
      counts.put(table, rows.count());
    }
    file.database().checkRest();
    if (results.isJson()) {
      results.json(TableList.json(file, counts, problems));
    } else if (csv) {
      TableList.csv(counts, results.page());
    } else {
      TableList.print(file, counts, results.page());
    }
  }

  private void rows(PageDatabase database, SqlTable table, Results results) throws IOException {
    int[] all = IntStream.range(0, table.columns().size()).toArray();
    RowCursor cursor = database.rows(table, all);
    List<String> names = table.columns().stream().map(SqlColumn::name).toList();
    if (results.isJson()) {
      while (cursor.advance()) {
        Map<String, Object> row = new LinkedHashMap<>();
        IntStream.of(all).forEach(i -> row.put(names.get(i), SqlValues.json(cursor.value(i))));
        results.json(row);
      }
    } else if (csv) {
      var out = new Csv(results.page());
      out.row(names.toArray(String[]::new));
      while (cursor.advance()) {
        out.row(texts(cursor, all));
      }
    } else {
      aligned(cursor, table, all, results.page());
    }
  }

  private static void aligned(RowCursor cursor, SqlTable table, int[] all, Page page)
      throws IOException {
    List<Table.Column> columns = new ArrayList<>();
    table.columns().forEach(column -> columns.add(Table.Column.text(column.name())));
    var out = new Table(page, columns.toArray(Table.Column[]::new));
    while (cursor.advance()) {
      out.row(texts(cursor, all));
    }
    out.end();
  }

  private static String[] texts(RowCursor cursor, int[] all) {
    return IntStream.of(all).mapToObj(i -> SqlValues.text(cursor.value(i))).toArray(String[]::new);
  }
}
