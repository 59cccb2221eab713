package org.pchat.problem;

/** What can be wrong with an entry by its XML Schema, and with a schema itself. */
public enum SchemaProblem implements ProblemCode {
  UNKNOWN_ROOT(
      "XSD-001",
      Severity.ERROR,
      "the root element is %s, which the schema of this entry does not declare",
      "do not rename entries, or take the entry from another export"),
  MISSING_ATTRIBUTE(
      "XSD-002",
      Severity.ERROR,
      "the %s has no attribute %s, which the schema demands",
      "take it from another export, or correct the entry"),
  BAD_ATTRIBUTE(
      "XSD-003",
      Severity.ERROR,
      "the value \"%2$s\" of the attribute %1$s is not %3$s",
      "take it from another export, or correct the entry"),
  UNKNOWN_ATTRIBUTE(
      "XSD-004",
      Severity.ERROR,
      "the %s has the attribute %s=\"%s\", which the schema does not know",
      "check how the attribute is spelled, or take it out"),
  UNEXPECTED_ELEMENT(
      "XSD-005",
      Severity.ERROR,
      "the element %s stands where the schema wants %s",
      "put the elements in the schema's order, and take out what it does not know"),
  INCOMPLETE(
      "XSD-006",
      Severity.ERROR,
      "the %s ends where the schema wants %s",
      "take it from another export: a part of it is missing"),
  STRAY_TEXT(
      "XSD-007",
      Severity.ERROR,
      "there is text directly in the %s, where the schema wants none",
      "take the text out: the entry was edited by hand"),
  BAD_CONTENT(
      "XSD-008",
      Severity.ERROR,
      "the text \"%2$s\" of the element %1$s is not %3$s",
      "take it from another export, or correct the entry"),
  ELEMENTS_IN_TEXT(
      "XSD-009",
      Severity.ERROR,
      "there are elements in the %s, where the schema wants only text",
      "write < as &lt; in texts: the entry was edited by hand or by a faulty program"),
  TYPE_CHANGED(
      "XSD-010",
      Severity.ERROR,
      "the %s says xsi:type or xsi:nil of itself, which the schema does not allow here",
      "take the attribute out"),
  OTHER_RULE(
      "XSD-011",
      Severity.ERROR,
      "the %s breaks the rule %s of XML Schema",
      "look the rule up in the recommendation XML Schema Part 1, and correct the entry"),
  NOT_EMPTY(
      "XSD-012",
      Severity.ERROR,
      "there is text or an element in the %s, which the schema wants empty",
      "take out what stands between its tags: the entry was edited by hand"),
  BAD_SCHEMA(
      "XSD-020",
      Severity.FATAL,
      "the schema itself cannot be used: %s",
      "correct the schema, or leave --schema out"),
  SCHEMA_ELSEWHERE(
      "XSD-021",
      Severity.FATAL,
      "the schema asks for \"%s\", and only files in its own folder are read",
      "put the file beside the schema and name it without a folder or address"),
  UNUSED_SCHEMA(
      "XSD-022",
      Severity.WARNING,
      "no entry has a root element that this schema declares, so it was not used",
      "check that the schema belongs to this export");

  private final Definition definition;

  SchemaProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
