package org.pchat.problem;

/** What can be wrong with the XML of an entry, before anybody asks what it means. */
public enum XmlProblem implements ProblemCode {
  NOT_WELL_FORMED(
      "XML-001",
      "the XML is not well-formed: %s",
      "the entry is damaged or was edited by hand: take a fresh export or an older copy"),
  EMPTY_ENTRY(
      "XML-002",
      "the entry is empty where XML was expected",
      "check that the export finished and that the copy is complete"),
  NO_ROOT(
      "XML-003",
      "the entry holds no element, only white space, comments or a declaration",
      "check that the export finished and that the copy is complete"),
  TRUNCATED(
      "XML-004",
      "the XML breaks off %s",
      "the entry is incomplete: take a fresh export or an older copy"),
  SECOND_ROOT(
      "XML-005",
      "a second root element follows the end of the first",
      "two documents were joined: separate them"),
  TRAILING_CONTENT(
      "XML-006",
      "something other than comments and white space follows the root element",
      "the entry is damaged or two files were joined: take a fresh export or an older copy"),
  DOCTYPE(
      "XML-007",
      "the XML has a document type declaration (<!DOCTYPE), which can pull in files and is refused",
      "do not trust this file; no export needs such a declaration"),
  VERSION(
      "XML-008",
      "the XML is of version %s, and only 1.0 is read",
      "write the entry again as XML 1.0"),
  ENCODING_UNSUPPORTED(
      "XML-009",
      "the encoding \"%s\" is not supported",
      "convert the entry to UTF-8 and declare that"),
  ENCODING_CONTRADICTED(
      "XML-010",
      "the XML declares the encoding \"%s\", but its first bytes are %s",
      "correct the declaration or convert the entry"),
  UTF_16_DECLARED(
      "XML-011",
      "the XML declares the encoding \"%s\" as .NET's StringWriter does, but it is not UTF-16",
      "change the declaration to utf-8"),
  UNDECODABLE(
      "XML-012",
      "the bytes %s at offset %s are not valid %s",
      "the entry is damaged or in another encoding: take a fresh export or correct the"
          + " declaration"),
  ILLEGAL_CHARACTER(
      "XML-013",
      "the character %s at byte offset %s is not allowed in XML",
      "the entry is damaged or was not written by an XML writer: take a fresh export"),
  TOO_DEEP(
      "XML-014",
      "elements are nested more than %s deep",
      "do not trust this file; no export is that deep"),
  TOO_MANY_ATTRIBUTES(
      "XML-015",
      "an element has more than %s attributes and namespace declarations",
      "do not trust this file; no export needs that many"),
  NAME_TOO_LONG(
      "XML-016",
      "a name has more than %s characters",
      "do not trust this file; no export has such names"),
  ATTRIBUTE_TOO_LONG(
      "XML-017",
      "an attribute has more than %s characters",
      "do not trust this file; no export has such attributes"),
  RECORD_TOO_LONG(
      "XML-018",
      "a record, with the space before it, has more than %s characters",
      "do not trust this file; no export has such records"),
  TOO_MANY_PARTS(
      "XML-019",
      "a record has more than %s attributes and child elements",
      "do not trust this file; no export has such records"),
  TOO_MANY_NAMES(
      "XML-020",
      "the entry uses more than %s different names",
      "do not trust this file; no export has that many"),
  TOO_MANY_NAMESPACES(
      "XML-021",
      "more than %s namespace declarations are in scope",
      "do not trust this file; no export needs that many"),
  PARSER_FAILED(
      "XML-022",
      "the XML parser gave up: %s",
      "take a fresh export or an older copy, and report this to the makers of pchat");

  private final Definition definition;

  /** Defines one that is fatal: behind such a place an XML parser cannot go on. */
  XmlProblem(String id, String wording, String advice) {
    this.definition = new Definition(id, Severity.FATAL, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
