package org.pchat.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pchat.problem.Problem;

/** Problems as JSON objects. */
final class Problems {
  private Problems() {}

  static List<Map<String, Object>> json(List<Problem> problems) {
    return problems.stream().map(Problems::json).toList();
  }

  private static Map<String, Object> json(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("archive", problem.where().archive());
    json.put("code", problem.code().id());
    json.put("severity", problem.severity().word());
    json.put("entry", problem.where().entry());
    json.put("line", problem.where().line() > 0 ? problem.where().line() : null);
    json.put("column", problem.where().column() > 0 ? problem.where().column() : null);
    json.put("message", problem.message());
    return json;
  }
}
