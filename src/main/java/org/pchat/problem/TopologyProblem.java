package org.pchat.problem;

/** What can be wrong with the topology that a runbook is written for. */
public enum TopologyProblem implements ProblemCode {
  BAD_TOPOLOGY(
      "TOP-001",
      Severity.FATAL,
      "this topology cannot be read: %s",
      "samples/topology-contoso.xml shows how one is written"),
  TOO_MANY_ACTIVE(
      "TOP-002",
      Severity.ERROR,
      "%s chat servers are active, and a pool may have at most 4",
      "set active=\"false\" on those that wait for a failover"),
  TOO_MANY_SERVERS(
      "TOP-003",
      Severity.ERROR,
      "the pool has %s chat servers, and 8 are the most",
      "take out the servers that are not in the published topology"),
  NOBODY_ACTIVE(
      "TOP-004",
      Severity.ERROR,
      "no chat server is active, so nobody could be served even now",
      "say active=\"true\" of the servers that serve in normal times"),
  TARGET_WITHOUT_SERVERS(
      "TOP-005",
      Severity.ERROR,
      "the site \"%s\" has no chat server, so nobody could serve there after a failover",
      "install chat servers of the pool there, or move the backup to a site that has some"),
  UNPAIRED_POOL(
      "TOP-006",
      Severity.WARNING,
      "the Front End pool \"%s\" is paired with no other, so its users cannot be failed over",
      "pair it in Topology Builder and say pairedWith=\"...\""),
  PAIR_NOT_MUTUAL(
      "TOP-007",
      Severity.ERROR,
      "the pool \"%s\" names \"%s\" as its pair, which does not name it in turn",
      "correct pairedWith on both pools; a pair is always mutual"),
  PAIR_IN_ONE_SITE(
      "TOP-008",
      Severity.WARNING,
      "the paired pools \"%s\" and \"%s\" stand in one site, so its loss takes both",
      "pair pools of different sites"),
  BACKUP_BESIDE_PRIMARY(
      "TOP-009",
      Severity.WARNING,
      "%s and the copy that logs are shipped to stand in one site, so its loss takes both",
      "ship the logs to another site"),
  MIRROR_AFAR(
      "TOP-010",
      Severity.WARNING,
      "the mirror of %s stands in the site \"%s\", not beside its principal",
      "keep the mirror in the principal's site; log shipping is for the other one"),
  SERVERS_FAR(
      "TOP-011",
      Severity.WARNING,
      "the active server \"%s\" stands in another site than the database, and no fast line is stated",
      "let only servers near the database be active, or say lowLatency=\"true\" if the line is fast"),
  UNKNOWN_DATABASE(
      "TOP-012",
      Severity.ERROR,
      "the database \"%s\" is none of Persistent Chat's, which are mgc and mgccomp",
      "correct the name; other databases do not belong into this file"),
  NO_CHAT_DATABASE(
      "TOP-013",
      Severity.ERROR,
      "there is no database mgc, which holds the rooms and messages",
      "add <database name=\"mgc\" .../>"),
  UNKNOWN_INSTANCE(
      "TOP-014",
      Severity.ERROR,
      "the database %s names the SQL Server instance \"%s\", which is not in this file",
      "add the sqlInstance, or correct the name"),
  UNKNOWN_SITE(
      "TOP-015",
      Severity.ERROR,
      "\"%s\" is said to stand in the site \"%s\", which is not in this file",
      "add the site, or correct its name"),
  TWICE(
      "TOP-016",
      Severity.ERROR,
      "the name \"%s\" is there twice",
      "take one of them out, or correct its name"),
  TWO_ROLES(
      "TOP-017",
      Severity.ERROR,
      "the instance \"%s\" is to hold the database %s in two roles",
      "name a different instance for each role"),
  NO_BACKUP(
      "TOP-018",
      Severity.ERROR,
      "the database mgc is shipped to no other instance, which this scenario starts from",
      "set up log shipping and say backup=\"...\", or see 4-sql for a restore"),
  COMPLIANCE_SHIPPED(
      "TOP-019",
      Severity.WARNING,
      "the database mgccomp has a backup, but it is transient and not failed over",
      "leave its backup out; see to the output of the compliance adapter instead"),
  NO_SHARE(
      "TOP-020",
      Severity.ERROR,
      "no share for %s is named, and this scenario's commands need its path",
      "add <share use=\"...\" path=\"...\"/>"),
  UNKNOWN_POOL(
      "TOP-021",
      Severity.ERROR,
      "\"%s\" names the pool \"%s\", which is not in this file",
      "add the frontEndPool, or correct its name"),
  STEP_LEFT_OUT(
      "TOP-022",
      Severity.WARNING,
      "a step does not apply here and is left out: %s",
      "check that this is so, and add to the file what is missing otherwise"),
  NO_POOL(
      "TOP-023",
      Severity.ERROR,
      "the site \"%s\" has no Front End pool, which this scenario is about",
      "add the frontEndPool, or correct its site");

  private final Definition definition;

  TopologyProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
