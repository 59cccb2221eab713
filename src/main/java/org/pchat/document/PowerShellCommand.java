package org.pchat.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One command of PowerShell, on one line, safe to show and to run whatever the names in it.
 *
 * <p>Values stand in single quotes, in which nothing is expanded. PowerShell takes the four
 * typographic single quotation marks for the plain one, so all five are doubled. What a reader
 * would not see, line ends among it, is written as {@code [char]0x202E} and added.
 */
public final class PowerShellCommand {
  private static final Pattern CMDLET = Pattern.compile("[A-Z][a-z]+-[A-Za-z]+");
  private static final Pattern PARAMETER = Pattern.compile("[A-Z][A-Za-z]*");

  private static final Pattern PROGRAM = Pattern.compile("[a-z][a-z0-9]*");
  private static final Pattern PLAIN_WORD = Pattern.compile("-{0,2}[A-Za-z][A-Za-z0-9-]*");

  private final StringBuilder line;

  private PowerShellCommand(String cmdlet) {
    line = new StringBuilder(require(CMDLET, cmdlet));
  }

  /** Returns a call of a cmdlet without parameters so far. */
  public static PowerShellCommand of(String cmdlet) {
    return new PowerShellCommand(cmdlet);
  }

  private static String require(Pattern pattern, String word) {
    if (!pattern.matcher(word).matches()) {
      throw new IllegalArgumentException("no word of PowerShell's: " + word);
    }
    return word;
  }

  /** Adds a parameter with a text. */
  public PowerShellCommand with(String parameter, String value) {
    return add(parameter, quote(value));
  }

  /** Adds a parameter with a truth value. */
  public PowerShellCommand with(String parameter, boolean value) {
    return add(parameter, value ? "$True" : "$False");
  }

  /** Adds a parameter with a whole number. */
  public PowerShellCommand with(String parameter, int value) {
    return add(parameter, Integer.toString(value));
  }

  /** Adds a parameter with several values; at least one. */
  public PowerShellCommand with(String parameter, List<String> values) {
    return add(
        parameter, values.stream().map(PowerShellCommand::quote).collect(Collectors.joining(", ")));
  }

  /** Adds a parameter without a value. */
  public PowerShellCommand flag(String parameter) {
    line.append(" -").append(require(PARAMETER, parameter));
    return this;
  }

  /** Adds a parameter that clears what it stands for. */
  public PowerShellCommand clearing(String parameter) {
    return add(parameter, "$Null");
  }

  /** Returns a call of a program with these words, each handed on as it stands. */
  public static String program(String name, List<String> words) {
    return words.stream()
        .map(word -> PLAIN_WORD.matcher(word).matches() ? word : quote(word))
        .collect(Collectors.joining(" ", require(PROGRAM, name) + " ", ""));
  }

  /** Adds a parameter that puts values into a list; at least one. */
  public PowerShellCommand adding(String parameter, List<String> values) {
    return add(parameter, modifier("Add", values));
  }

  /** Adds a parameter that takes values out of a list; at least one. */
  public PowerShellCommand removing(String parameter, List<String> values) {
    return add(parameter, modifier("Remove", values));
  }

  private static String modifier(String verb, List<String> values) {
    return values.stream()
        .map(PowerShellCommand::quote)
        .collect(Collectors.joining(", ", "@{" + verb + "=", "}"));
  }

  private PowerShellCommand add(String parameter, String spelled) {
    line.append(" -").append(require(PARAMETER, parameter)).append(' ').append(spelled);
    return this;
  }

  /** Returns {@code text} as one value, whatever is in it. */
  public static String quote(String text) {
    List<String> pieces = new ArrayList<>();
    var plain = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isPlain(text, at)) {
        plain.append(isQuote(c) ? "" + c + c : String.valueOf(c));
      } else {
        flush(plain, pieces);
        pieces.add("[char]0x%04X".formatted((int) c));
      }
    }
    if (!plain.isEmpty() || pieces.isEmpty()) {
      flush(plain, pieces);
    }
    return pieces.size() == 1 ? pieces.get(0) : "(" + String.join(" + ", pieces) + ")";
  }

  /** The first piece is a text even if empty, since a sum that begins with a character is none. */
  private static void flush(StringBuilder plain, List<String> pieces) {
    if (!plain.isEmpty() || pieces.isEmpty()) {
      pieces.add("'" + plain + "'");
      plain.setLength(0);
    }
  }

  private static boolean isQuote(char c) {
    return c == '\'' || (c >= '\u2018' && c <= '\u201B');
  }

  /** Returns whether the character of which this unit is a part can stand as it is. */
  private static boolean isPlain(String text, int at) {
    boolean second =
        at > 0
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return Legible.isShown(text.codePointAt(second ? at - 1 : at));
  }

  /** Returns the command, on one line. */
  @Override
  public String toString() {
    return line.toString();
  }
}
