package org.pchat.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pchat.fixture.MadeSource;
import org.pchat.model.Kind;

/** Writes the acts between two snapshots as {@code contoso-edits.json}. */
final class EditScript {
  private EditScript() {}

  /** Returns the script as JSON text, the same on every system. */
  static String json(SamplePool monday, Edits edits) throws JsonProcessingException {
    var script = new LinkedHashMap<String, Object>();
    script.put("schema", 1);
    script.put("seed", monday.size().seed());
    script.put("before", snapshot(monday));
    script.put("after", snapshot(edits.source()));
    script.put("acts", edits.acts().stream().map(EditScript::act).toList());
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    return new ObjectMapper().writer(printer).writeValueAsString(script) + "\n";
  }

  private static Map<String, Object> act(Act act) {
    var told = new LinkedHashMap<String, Object>();
    told.put("act", act.kind());
    told.putAll(act.details());
    return told;
  }

  private static Map<String, Object> snapshot(MadeSource source) {
    var snapshot = new LinkedHashMap<String, Object>();
    snapshot.put("time", String.valueOf(source.coverage().snapshotTime()));
    snapshot.put("counts", counts(source));
    return snapshot;
  }

  /** Returns the number of records of each kind; the root is no category. */
  static Map<String, Long> counts(MadeSource source) {
    var counts = new LinkedHashMap<String, Long>();
    for (Kind<?> kind : Kind.ALL) {
      long count = count(source, kind);
      counts.put(kind.plural(), kind == Kind.CATEGORY ? count - 1 : count);
    }
    return counts;
  }

  private static <T> long count(MadeSource source, Kind<T> kind) {
    long count = 0;
    for (Iterator<T> records = source.iterator(kind); records.hasNext(); records.next()) {
      count++;
    }
    return count;
  }
}
