package org.pchat.runbook;

import java.util.Locale;

/** The published pages that steps rest on. */
public enum Page {
  /** Failover. */
  FAILING_OVER(
      "Failing over Persistent Chat Server in Lync Server 2013",
      "previous-versions/office/lync-server-2013/lync-server-2013-failing-over-persistent-chat-server"),
  /** Failover and failback. */
  RECOVERY(
      "Manage high availability and disaster recovery for Persistent Chat Server",
      "skypeforbusiness/manage/persistent-chat/high-availability-and-disaster-recovery"),
  /** Backup. */
  BACKUP(
      "Back up and restore Persistent Chat databases",
      "skypeforbusiness/manage/persistent-chat/back-up-and-restore-databases"),
  /** Services. */
  SERVICES(
      "Monitor, start, and stop the Persistent Chat services",
      "skypeforbusiness/manage/persistent-chat/monitor-start-and-stop-services"),
  /** Compliance. */
  COMPLIANCE(
      "Configure Compliance service for Persistent Chat Server",
      "skypeforbusiness/manage/persistent-chat/configure-compliance"),
  /** Rooms. */
  ROOMS("Manage chat rooms", "skypeforbusiness/manage/persistent-chat/chat-rooms"),
  /** Import. */
  IMPORT(cmdlet("Import-CsPersistentChatData")),
  /** Export. */
  EXPORT(cmdlet("Export-CsPersistentChatData")),
  /** Pools over. */
  POOL_OVER(cmdlet("Invoke-CsPoolFailOver")),
  /** Pools back. */
  POOL_BACK(cmdlet("Invoke-CsPoolFailBack")),
  /** Central Management. */
  MANAGEMENT(cmdlet("Invoke-CsManagementServerFailover")),
  /** The next hop of an Edge pool. */
  EDGE(cmdlet("Set-CsEdgeServer")),
  /** Active servers. */
  ACTIVE(cmdlet("Set-CsPersistentChatActiveServer")),
  /** The state of the pool. */
  STATE(cmdlet("Set-CsPersistentChatState")),
  /** Mirrors. */
  MIRROR(cmdlet("Install-CsMirrorDatabase")),
  /** Log shipping. */
  LOG_SHIPPING(
      "Fail over to a log shipping secondary (SQL Server)",
      "sql/database-engine/log-shipping/fail-over-to-a-log-shipping-secondary-sql-server"),
  /** The tail of the log. */
  TAIL(
      "Tail-log backups (SQL Server)",
      "sql/relational-databases/backup-restore/tail-log-backups-sql-server"),
  /** Backups. */
  SQL_BACKUP("BACKUP (Transact-SQL)", "sql/t-sql/statements/backup-transact-sql"),
  /** Restores. */
  SQL_RESTORE("RESTORE (Transact-SQL)", "sql/t-sql/statements/restore-statements-transact-sql"),
  /** The directory. */
  DIRECTORY("Get-ADUser", "powershell/module/activedirectory/get-aduser"),
  /** Who is in a group. */
  GROUPS("Get-ADGroupMember", "powershell/module/activedirectory/get-adgroupmember"),
  /** No page: the step is ours. */
  OURS("docs/runbooks.md of pchat", "");

  private final String title;
  private final String path;

  Page(String title, String path) {
    this.title = title;
    this.path = path;
  }

  Page(String[] cmdlet) {
    this(cmdlet[0], cmdlet[1]);
  }

  private static String[] cmdlet(String name) {
    return new String[] {
      name, "powershell/module/skypeforbusiness/" + name.toLowerCase(Locale.ROOT)
    };
  }

  /** Returns the title of the page. */
  public String title() {
    return title;
  }

  /** Returns its address, or "" where it is a page of ours. */
  public String address() {
    return path.isEmpty() ? "" : "https://learn.microsoft.com/" + path;
  }

  /** Returns title and address. */
  public String cited() {
    return path.isEmpty() ? title : title + ", " + address();
  }
}
