package org.pchat.problem;

/** What can be wrong with the container: the ZIP file or the directory that holds the entries. */
public enum ZipProblem implements ProblemCode {
  EMPTY_FILE(
      "ZIP-001",
      Severity.FATAL,
      "the file is empty (0 bytes)",
      "check that the export finished and that the copy is complete"),
  NOT_A_FILE(
      "ZIP-002",
      Severity.FATAL,
      "this is neither a file nor a directory",
      "give a ZIP file, or the directory into which it was unpacked"),
  NOT_A_ZIP(
      "ZIP-003",
      Severity.FATAL,
      "this is not a ZIP file",
      "give the ZIP file that the export wrote"),
  WEB_PAGE(
      "ZIP-004",
      Severity.FATAL,
      "this is %s, not a ZIP file",
      "fetch the file again: a login or error page was saved in its place"),
  BARE_XML(
      "ZIP-005",
      Severity.FATAL,
      "this is %s, not a ZIP file",
      "give the whole ZIP file, or the directory into which it was unpacked"),
  OTHER_ARCHIVE(
      "ZIP-006",
      Severity.FATAL,
      "this is %s, not a ZIP file",
      "unpack it and give the ZIP file or the directory that is in it"),
  SQL_FILE(
      "ZIP-007",
      Severity.FATAL,
      "this is %s, not a ZIP file",
      "give the ZIP file of a logical export; `pchat size` compares such files with exports"),
  OTHER_FILE(
      "ZIP-008",
      Severity.FATAL,
      "this is %s, not a ZIP file",
      "give the ZIP file that the export wrote"),
  TRUNCATED(
      "ZIP-009",
      Severity.FATAL,
      "the file begins like a ZIP file but its end is missing",
      "copy or export it again: the disk was full, or the copy stopped half-way"),
  TRAILING_DATA(
      "ZIP-010",
      Severity.FATAL,
      "%s bytes follow the end of the ZIP file",
      "copy it again: something was added to this copy"),
  COMMENT_CUT(
      "ZIP-011",
      Severity.FATAL,
      "the last %s bytes of the ZIP file are missing",
      "copy or fetch it again"),
  AMBIGUOUS_END(
      "ZIP-012",
      Severity.FATAL,
      "the file ends like a ZIP file in more than one place, so two tools may see two contents",
      "do not trust it: take a fresh export"),
  MULTI_DISK(
      "ZIP-013",
      Severity.FATAL,
      "this is one part of a ZIP file that was split",
      "join the parts first, for example with 7-Zip"),
  ZIP64_END_WRONG(
      "ZIP-014",
      Severity.FATAL,
      "the ZIP64 record at its end is missing or wrong",
      "copy it again, or take a fresh export"),
  END_RECORDS_DIFFER(
      "ZIP-015",
      Severity.FATAL,
      "the two records at its end tell two things about the directory",
      "do not trust it: take a fresh export"),
  DIRECTORY_MISPLACED(
      "ZIP-016",
      Severity.FATAL,
      "the directory should take up %s bytes from byte %s on and end at byte %s, and does not",
      "copy it again: bytes were put before or into this copy, or taken out"),
  DIRECTORY_COUNT(
      "ZIP-017",
      Severity.FATAL,
      "the directory should hold %s entries in %s bytes, and does not",
      "copy it again, or take a fresh export"),
  DIRECTORY_BROKEN(
      "ZIP-018",
      Severity.FATAL,
      "header %s of the directory is damaged",
      "copy it again, or take a fresh export"),
  DIRECTORY_TOO_LONG(
      "ZIP-019",
      Severity.FATAL,
      "the directory takes up %s bytes, and %s is the limit",
      "do not trust it: it is not what an export looks like"),
  TOO_MANY_ENTRIES(
      "ZIP-020",
      Severity.FATAL,
      "it holds %s entries, and %s is the limit",
      "do not trust it: it is not what an export looks like"),
  TOO_LARGE(
      "ZIP-021",
      Severity.FATAL,
      "with this entry the content grows beyond %s bytes, which is the limit for a file of this length",
      "raise the limit with --max-unpacked if you trust the file"),
  EXTRA_BROKEN(
      "ZIP-022",
      Severity.FATAL,
      "an extra field of the entry's header is cut short",
      "copy the file again, or take a fresh export"),
  EXTRA_TWICE(
      "ZIP-023",
      Severity.FATAL,
      "the entry's header holds the extra field %s twice",
      "do not trust the file: take a fresh export"),
  ZIP64_FIELD_WRONG(
      "ZIP-024",
      Severity.FATAL,
      "the ZIP64 sizes of the entry are missing or contradict its header",
      "do not trust the file: take a fresh export"),
  LOCAL_MISSING(
      "ZIP-025",
      Severity.FATAL,
      "the entry should begin at byte %s, and there is none",
      "copy the file again, or take a fresh export"),
  LOCAL_DIFFERS(
      "ZIP-026",
      Severity.FATAL,
      "the directory and the entry's own header give a different %s",
      "do not trust the file: two tools may see two contents"),
  DATA_OUTSIDE(
      "ZIP-027",
      Severity.FATAL,
      "the entry should take up %s bytes, which is more than the file holds there",
      "copy the file again, or take a fresh export"),
  DESCRIPTOR_WRONG(
      "ZIP-028",
      Severity.FATAL,
      "the record behind the entry's data is missing or contradicts the directory",
      "copy the file again, or take a fresh export"),
  PREPENDED(
      "ZIP-029",
      Severity.FATAL,
      "%s bytes stand before the first entry",
      "copy it again: something was put in front of this copy"),
  GAP(
      "ZIP-030",
      Severity.FATAL,
      "%s bytes behind the entry belong to nothing",
      "do not trust the file: something may be hidden in it"),
  OVERLAP(
      "ZIP-031",
      Severity.FATAL,
      "the entry shares %s bytes with the next one, as a ZIP bomb does",
      "do not trust the file"),
  ENCRYPTED(
      "ZIP-032",
      Severity.FATAL,
      "the entry is encrypted, which is not supported",
      "decrypt it first, for example with 7-Zip, and pack it again"),
  METHOD_UNKNOWN(
      "ZIP-033",
      Severity.FATAL,
      "the entry is packed with method %s, which is not supported",
      "unpack it with 7-Zip and give the directory"),
  STORED_SIZES(
      "ZIP-034",
      Severity.FATAL,
      "the entry is not compressed, yet has %s bytes as content and %s as data",
      "copy the file again, or take a fresh export"),
  SYMBOLIC_LINK(
      "ZIP-035",
      Severity.FATAL,
      "the entry is a symbolic link, which no export holds",
      "do not trust it: a link may lead anywhere"),
  DIRECTORY_WITH_DATA(
      "ZIP-036",
      Severity.FATAL,
      "the entry is a directory by its name, and holds data",
      "do not trust the file: take a fresh export"),
  NAME_TOO_LONG(
      "ZIP-037",
      Severity.FATAL,
      "the name of an entry takes up %s bytes, and %s is the limit",
      "do not trust it: it is not what an export looks like"),
  NAME_EMPTY(
      "ZIP-038",
      Severity.FATAL,
      "the entry has no name",
      "do not trust the file: take a fresh export"),
  NAME_NOT_UTF8(
      "ZIP-039",
      Severity.FATAL,
      "the entry's name should be UTF-8, and is not",
      "copy the file again, or take a fresh export"),
  NAME_AMBIGUOUS(
      "ZIP-040",
      Severity.FATAL,
      "the entry has a second name, \"%s\"",
      "do not trust the file: two tools may see two contents"),
  NAME_CONTROL(
      "ZIP-041",
      Severity.FATAL,
      "the entry's name holds control characters",
      "do not trust the file"),
  NAME_ABSOLUTE(
      "ZIP-042",
      Severity.FATAL,
      "the entry's name leads to a drive, a server or the root of the disk",
      "do not trust the file: it would write outside the directory it is unpacked to"),
  NAME_PARENT(
      "ZIP-043",
      Severity.FATAL,
      "the entry's name leads out of its directory",
      "do not trust the file: it would write outside the directory it is unpacked to"),
  NAME_RESERVED(
      "ZIP-044",
      Severity.FATAL,
      "the entry's name is a device for Windows",
      "rename the entry, if you trust the file"),
  NAME_DUPLICATE(
      "ZIP-045",
      Severity.FATAL,
      "the entry's name is there twice, or differs from another only in case or spelling",
      "do not trust the file: two tools may see two contents"),
  NAME_FILE_AND_DIRECTORY(
      "ZIP-046",
      Severity.FATAL,
      "the entry's name is that of a file and of a directory at once",
      "do not trust the file: two tools may see two contents"),
  DEFLATE_BROKEN(
      "ZIP-047",
      Severity.FATAL,
      "the compressed data is damaged: %s",
      "copy the file again, or take an older copy"),
  DATA_LEFT(
      "ZIP-048",
      Severity.FATAL,
      "%s bytes of the data are left over behind the end of the content",
      "do not trust the file: something may be hidden in it"),
  TOO_SHORT(
      "ZIP-049",
      Severity.FATAL,
      "the content should be %s bytes long, and ends after %s",
      "copy the file again, or take an older copy"),
  TOO_LONG(
      "ZIP-050",
      Severity.FATAL,
      "the content is longer than the %s bytes that it should be",
      "do not trust the file"),
  CRC_WRONG(
      "ZIP-051",
      Severity.FATAL,
      "the content is damaged: its CRC should be %s, and is %s",
      "copy the file again, or take an older copy"),
  CHANGED(
      "ZIP-052",
      Severity.ERROR,
      "it changed while it was being read",
      "wait until whoever writes it has finished, and run the command again"),
  EMPTY_ARCHIVE(
      "ZIP-053", Severity.WARNING, "the ZIP file holds no entry", "check that the export finished"),
  ARCHIVE_COMMENT(
      "ZIP-054",
      Severity.WARNING,
      "the ZIP file has a comment of %s bytes, which is not read",
      "look at it with another tool if you did not write it"),
  DATE_INVALID(
      "ZIP-055",
      Severity.WARNING,
      "the date of the entry is none (so with %s entries)",
      "pay no attention to the dates of the entries"),
  NAME_REWRITTEN(
      "ZIP-056",
      Severity.WARNING,
      "the name was written with backslashes or empty parts (so with %s entries)",
      "expect other tools to show it differently"),
  NAME_TAKEN_AS_UTF8(
      "ZIP-057",
      Severity.WARNING,
      "the name is not marked as UTF-8 and was taken for it (so with %s entries)",
      "check that names with accents look right"),
  NAME_TAKEN_AS_CP437(
      "ZIP-058",
      Severity.WARNING,
      "the name is not UTF-8 and was taken for code page 437 (so with %s entries)",
      "check that names with accents look right");

  private final Definition definition;

  ZipProblem(String id, Severity severity, String wording, String advice) {
    this.definition = new Definition(id, severity, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
