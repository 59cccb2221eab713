package org.pchat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pchat.backupfile.FileDetails;
import org.pchat.model.Kind;
import org.pchat.model.Level;
import org.pchat.model.OriginDetail;
import org.pchat.pages.SqlServerFile;
import org.pchat.problem.ProblemLog;

/** What {@code info} says of a SQL Server file whose database is no pool. */
final class OtherDatabase {
  private final String source;
  private final SqlServerFile file;
  private final ProblemLog problems;

  OtherDatabase(String source, SqlServerFile file, ProblemLog problems) {
    this.source = source;
    this.file = file;
    this.problems = problems;
  }

  void print(Results results) throws IOException {
    List<OriginDetail> details = FileDetails.of(file);
    if (results.isJson()) {
      Map<String, Object> origin = new LinkedHashMap<>();
      details.forEach(detail -> origin.put(detail.name(), detail.value()));
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("schema", 1);
      json.put("kind", file.kind());
      json.put("layout", "none");
      json.put("file", source);
      json.put("bytes", bytes());
      json.put("origin", origin);
      json.put("level", Level.ALL);
      Map<String, Object> counts = new LinkedHashMap<>();
      Kind.ALL.forEach(kind -> counts.put(kind.plural(), 0));
      json.put("counts", counts);
      json.put("firstMessage", Optional.empty());
      json.put("lastMessage", Optional.empty());
      json.put("problems", Problems.json(problems.problems()));
      results.json(json);
      return;
    }
    Page page = results.page();
    page.line(page.in(Style.BOLD, page.safe(source)));
    Summary.details(page, details);
    page.line();
    page.line("This is no database of Persistent Chat; pchat tables lists what it holds.");
  }

  private long bytes() throws IOException {
    long sum = 0;
    for (Path path : Sources.files(source)) {
      sum += Files.size(path);
    }
    return sum;
  }
}
