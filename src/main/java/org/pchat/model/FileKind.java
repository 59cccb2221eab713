package org.pchat.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file is by its first bytes, so far as people are likely to hold it beside an export or
 * take it for one. It does not look further: a backup that is damaged behind them is a backup here.
 */
public enum FileKind implements Spelled {
  /** A file of no bytes. */
  EMPTY("empty", "an empty file"),
  /** A ZIP file, or what is left of one. */
  ZIP("zip", "a ZIP file", "PK(\3\4|\5\6|\7\b)"),
  /** A web page. */
  HTML("html", "a web page (HTML)"),
  /** A bare XML document. */
  XML("xml", "an XML document"),
  /** A PDF document. */
  PDF("pdf", "a PDF document", "%PDF-"),
  /** A file packed with gzip. */
  GZIP("gzip", "a gzip file", "\u001f\u008b"),
  /** A 7z archive. */
  SEVEN_ZIP("7z", "a 7z archive", "7z\u00bc\u00af'\u001c"),
  /** A RAR archive. */
  RAR("rar", "a RAR archive", "Rar!\u001a\u0007"),
  /** A file packed with XZ. */
  XZ("xz", "an XZ file", "\u00fd7zXZ\0"),
  /** A file packed with Zstandard. */
  ZSTANDARD("zstd", "a Zstandard file", "[(]\u00b5/\u00fd"),
  /** What Git LFS leaves in the place of a file that was not fetched. */
  LFS_POINTER(
      "lfs",
      "a Git LFS pointer, which only stands for the file (git lfs pull fetches that)",
      "version https://git-lfs"),
  /** A database of SQLite. */
  SQLITE("sqlite", "a SQLite database", "SQLite format 3\0"),
  /** A database of Microsoft Access. */
  ACCESS("access", "a Microsoft Access database", "\0\1\0\0Standard (Jet|ACE) DB"),
  /** A dump of PostgreSQL. */
  POSTGRESQL("pgdump", "a PostgreSQL dump", "PGDMP"),
  /** A virtual disk. */
  VIRTUAL_DISK("disk", "a virtual disk", "conectix|vhdxfile|KDMV"),
  /** An image of a Windows disk. */
  WIM("wim", "a Windows disk image", "MSWIM\0\0\0"),
  /** A Windows cabinet. */
  CABINET("cab", "a Windows cabinet", "MSCF\0\0\0\0"),
  /** A backup of SQL Server (or of another program) in Microsoft Tape Format. */
  TAPE_BACKUP("backup", "a SQL Server backup (Microsoft Tape Format)", "TAPE"),
  /** A compressed backup of SQL Server. */
  COMPRESSED_BACKUP("backup", "a compressed SQL Server backup", "MSSQLBAK"),
  /** A data file of SQL Server. */
  SQL_DATA("datafile", "a SQL Server data file"),
  /** None of these. */
  UNKNOWN("other", "an unknown file");

  /** How many bytes from the start of a file are enough to tell. */
  public static final int HEAD_LENGTH = 512;

  private static final String NEVER = "(?!)";

  private final String word;
  private final String words;
  private final Pattern magic;

  FileKind(String word, String words) {
    this(word, words, NEVER);
  }

  FileKind(String word, String words, String magic) {
    this.word = word;
    this.words = words;
    this.magic = Pattern.compile(magic);
  }

  /** Returns what the file at {@code path} is. */
  public static FileKind of(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return of(in.readNBytes(HEAD_LENGTH));
    }
  }

  /** Returns what a file is that begins with {@code head}; all of it, if it is shorter. */
  public static FileKind of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(kind -> kind.magic.matcher(bytes).lookingAt())
        .findFirst()
        .orElseGet(() -> isFirstPage(head) ? SQL_DATA : byMarkup(head));
  }

  /** Returns the word of JSON; both kinds of backup have the same. */
  @Override
  public String word() {
    return word;
  }

  /** Returns the kind with its article: "a gzip file". */
  public String words() {
    return words;
  }

  /** The first page of a data file: header version 1, type 15 (file header), page number 0. */
  private static boolean isFirstPage(byte[] head) {
    return head.length >= 96
        && head[0] == 1
        && head[1] == 15
        && (head[32] | head[33] | head[34] | head[35]) == 0;
  }

  private static FileKind byMarkup(byte[] head) {
    String text = new String(head, encoding(head)).stripLeading().toLowerCase(Locale.ROOT);
    text = text.startsWith("\ufeff") ? text.substring(1).stripLeading() : text;
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      return HTML;
    }
    return text.matches("(?s)<(\\?xml\\s|[a-z_!]).*") ? XML : UNKNOWN;
  }

  /** Returns what the mark at the start, or the spelling of the first bracket, tells. */
  private static Charset encoding(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 2), StandardCharsets.ISO_8859_1);
    return switch (start) {
      case "\u00ff\u00fe", "<\0" -> StandardCharsets.UTF_16LE;
      case "\u00fe\u00ff", "\0<" -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.UTF_8;
    };
  }
}
