package org.pchat.problem;

/** What can be in the way of writing a file. */
public enum OutputProblem implements ProblemCode {
  EXISTS(
      "OUT-001",
      Severity.FATAL,
      "there is already something of this name",
      "choose another name, or use --force to replace it"),
  NOT_A_FILE(
      "OUT-002",
      Severity.FATAL,
      "this is a directory or a device, which cannot be replaced by a file",
      "give the name of a file"),
  IS_THE_SOURCE(
      "OUT-003",
      Severity.FATAL,
      "this is the source itself, which --force does not allow to replace either",
      "choose another name for the result"),
  NOT_ANONYMOUS(
      "OUT-004",
      Severity.FATAL,
      "the specimen would still hold %s words of the original, so it was not kept",
      "please report it, with the structure report of the export and nothing else");

  private final Definition definition;

  OutputProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
