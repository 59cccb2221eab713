package org.pchat.database;

import java.sql.SQLException;
import org.pchat.model.Watch;
import org.pchat.problem.Location;
import org.pchat.problem.Problem;
import org.pchat.problem.ProblemLog;

/**
 * What the parts of one import share.
 *
 * @param pool the pool, in one transaction
 * @param target what was there before
 * @param rules what to do where nothing is published
 * @param ledger keeps the account
 * @param problems takes what could not be imported
 * @param watch stops the job
 * @param fresh whether nothing was there before, so that nothing needs to be looked up
 */
record ImportContext(
    EmbeddedPool pool,
    Target target,
    ImportRules rules,
    Ledger ledger,
    ProblemLog problems,
    Watch watch,
    boolean fresh) {
  TableWriter writer(String table) throws SQLException {
    return new TableWriter(pool.connection(), table, fresh);
  }

  /**
   * Settles what was written so far, where nobody can see it, since the pool has no name yet: a
   * transaction keeps what is needed to undo it, which would double the work.
   */
  void settle() throws SQLException {
    if (pool.isNew()) {
      pool.connection().commit();
    }
  }

  /** Leaves one record out, and tells why. */
  void passOver(ImportOutcome.Conflict conflict, Location where, Object... arguments) {
    ledger.note(conflict.kind(), Ledger.Fate.PASSED_OVER);
    tell(conflict, where, arguments);
  }

  void tell(ImportOutcome.Conflict conflict, Location where, Object... arguments) {
    ledger.conflict(conflict);
    problems.add(Problem.of(conflict.code(), where, arguments));
  }
}
