package org.pchat.infer;

import java.io.IOException;
import java.util.List;
import org.pchat.model.Watch;

/**
 * Reads rows of an archive again, for what the survey leaves open.
 *
 * @param archive its name, for messages
 * @param watch may stop the work
 */
record Rows(String archive, Watch watch) {
  /** Reads some columns of all records of a candidate, or until the sink has enough. */
  void read(Candidate candidate, List<Column> columns, RowReader.Sink sink) throws IOException {
    new RowReader(archive, candidate, columns, watch).read(sink);
  }
}
