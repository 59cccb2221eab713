package org.pchat.check;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Kind;
import org.pchat.problem.ExportProblem;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.spill.ExternalSort;
import org.pchat.spill.SortSpace;
import org.pchat.spill.SortedWalk;

/** Brings records into order that do not stand so, to find those that are there twice. */
final class Sorting<T> implements Closeable {
  private final Kind<T> kind;
  private final BiFunction<T, Location, Mark> marker;
  private final ExternalSort<Mark> sort;

  Sorting(Kind<T> kind, BiFunction<T, Location, Mark> marker, SortSpace space) {
    this.kind = kind;
    this.marker = marker;
    this.sort = new ExternalSort<>(Mark.ORDER, new Mark.MarkCodec(), space);
  }

  void add(Met<T> met) throws IOException {
    sort.add(marker.apply(met.record(), met.location()));
  }

  /** Reports each record that stands there again, and hands out the others in order. */
  void findTwice(Findings findings, Consumer<Mark> others) throws IOException {
    try (SortedWalk<Mark> sorted = sort.sorted()) {
      @Nullable Mark last = null;
      while (sorted.advance()) {
        Mark mark = sorted.record();
        if (last != null && last.isSameAs(mark)) {
          findings.add(
              Problem.of(ExportProblem.TWICE, mark.where(), kind.word(), mark.identity(kind)));
        } else {
          others.accept(mark);
        }
        last = mark;
      }
    }
  }

  @Override
  public void close() throws IOException {
    sort.close();
  }
}
