package org.pchat.runbook;

import org.pchat.document.PowerShellCommand;

/** Statements for SQL Server, handed over by {@code Invoke-Sqlcmd}. */
final class Sql {
  /** The longest wait that Invoke-Sqlcmd knows, in seconds: a restore takes its time. */
  private static final int LONGEST = 65_535;

  private Sql() {}

  /** Returns the call that runs a statement in a database of an instance. */
  static PowerShellCommand on(Topology.Instance instance, String database, String statement) {
    return start(instance, database).with("Query", statement);
  }

  /** Returns the same without its statement, which a script appends as an expression. */
  static PowerShellCommand start(Topology.Instance instance, String database) {
    return PowerShellCommand.of("Invoke-Sqlcmd")
        .with("ServerInstance", instance.address())
        .with("Database", database)
        .with("QueryTimeout", LONGEST)
        .flag("DisableVariables")
        .flag("AbortOnError");
  }

  /** Returns a name in brackets. */
  static String name(String name) {
    return "[" + name.replace("]", "]]") + "]";
  }

  /** Returns a text as a Unicode literal. */
  static String text(String text) {
    return "N'" + text.replace("'", "''") + "'";
  }
}
