package org.pchat.database;

import java.io.IOException;
import java.sql.SQLException;
import org.pchat.model.ChatSource;
import org.pchat.model.Kind;
import org.pchat.model.Login;
import org.pchat.model.Order;
import org.pchat.model.Watch;
import org.pchat.problem.DatabaseProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;
import org.pchat.problem.RefusedException;
import org.pchat.problem.Severity;

/**
 * Imports a snapshot into an embedded pool. It merges, as is published; where nothing is published
 * it does what {@link ImportRules} say. One transaction: all of it or nothing.
 *
 * @param target the pool
 * @param login who writes
 * @param rules what to do where nothing is published
 * @param watch stops the job
 */
public record ImportJob(DatabaseAddress target, Login login, ImportRules rules, Watch watch) {
  /**
   * Imports {@code source}, which delivers its records {@link Order#SORTED}; an opened package is
   * as good as any other source. What could not be imported is added to the log of the source.
   *
   * @throws RefusedException if the target is a SQL Server, or no pool
   * @throws MalformedArchiveException if the source is damaged; then the pool is as it was
   * @throws IOException if a disk fails; then the pool is as it was
   */
  public ImportOutcome run(ChatSource source) throws IOException {
    return run(source, source.problems(), (pool, outcome) -> pool.commit());
  }

  /**
   * Finds out what {@link #run} would do, and leaves the pool as it is. What could not be imported
   * is added to the log of the source.
   */
  public ImportOutcome whatIf(ChatSource source) throws IOException {
    return run(source, source.problems(), (pool, outcome) -> {});
  }

  /** Looks at what an import would make of a pool, while it is there to be seen. */
  public interface Inspection {
    /**
     * Looks at the pool.
     *
     * @param result the pool as it would be; read it here and do not close it
     * @param outcome what was done to it
     */
    void inspect(ChatSource result, ImportOutcome outcome) throws IOException;
  }

  /**
   * Imports {@code source}, lets somebody look at the pool, and takes everything back. Nothing is
   * added to the log of the source but its own faults, so that the same package can be tried by all
   * rules: {@link ImportOutcome#conflicts} has the rest.
   */
  public ImportOutcome rehearse(ChatSource source, Inspection inspection) throws IOException {
    return run(
        source,
        ProblemLog.tolerant(),
        (pool, outcome) -> inspection.inspect(pool.source(), outcome));
  }

  /** What is done with a pool that was imported into. */
  private interface End {
    void end(EmbeddedPool pool, ImportOutcome outcome) throws SQLException, IOException;
  }

  private ImportOutcome run(ChatSource source, ProblemLog log, End end) throws IOException {
    H2Address embedded = embedded();
    if (Kind.ALL.stream().anyMatch(kind -> source.order(kind) != Order.SORTED)) {
      throw new IllegalArgumentException("the source is not in order");
    }
    try (EmbeddedPool pool = EmbeddedPool.open(embedded, login)) {
      ImportOutcome outcome = run(source, log, pool);
      end.end(pool, outcome);
      return outcome;
    } catch (SQLException failed) {
      throw new H2(embedded).worded(failed);
    }
  }

  /**
   * Makes sure that the target may be written to, before anything is read.
   *
   * @throws RefusedException if it is a SQL Server
   */
  public void requireEmbedded() {
    embedded();
  }

  private H2Address embedded() {
    if (target instanceof H2Address embedded) {
      return embedded;
    }
    throw new RefusedException(
        Problem.of(DatabaseProblem.SQL_SERVER_IS_READ_ONLY, Location.of(target.display())));
  }

  private ImportOutcome run(ChatSource source, ProblemLog log, EmbeddedPool pool)
      throws SQLException, IOException {
    var ledger = new Ledger();
    Target target = Target.read(pool, rules);
    var context = new ImportContext(pool, target, rules, ledger, log, watch, target.isEmpty());
    new PrincipalImport(context).run(source);
    new NodeImport(context, source).run();
    new PermissionImport(context).run(source);
    if (source.coverage().level().hasContent()) {
      try (var messages = new MessageImport(context, source)) {
        messages.run(source);
      }
    }
    if (source.problems().count(Severity.FATAL) > 0) {
      throw new MalformedArchiveException(
          Problem.of(DatabaseProblem.DAMAGED_PACKAGE, Location.of(source.origin().name())));
    }
    return ledger.outcome(pool.isNew());
  }
}
