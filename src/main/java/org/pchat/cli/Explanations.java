package org.pchat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Room;
import org.pchat.why.AccessChain;
import org.pchat.why.Answer;
import org.pchat.why.Certainty;
import org.pchat.why.Reason;
import org.pchat.why.Step;

/** Prints the answers of {@code why}. */
final class Explanations {
  private static final String INDENT = "  ";

  private final Results results;
  private final Page page;

  Explanations(Results results) {
    this.results = results;
    this.page = results.page();
  }

  /**
   * Prints them for people; cmdlets stand on one line each, however long, so that they can be
   * copied.
   */
  void print(List<Answer> answers, boolean poolIsUnknown) throws IOException {
    boolean first = true;
    boolean undo = false;
    for (Answer answer : answers) {
      if (!first) {
        page.line();
      }
      first = false;
      print(answer);
      undo |= answer.reasons().stream().anyMatch(reason -> reason.undo() != null);
    }
    if (undo && poolIsUnknown) {
      page.line();
      paragraph("", "Put the pool's full name in place of <pool FQDN>; --pool does it.", Style.DIM);
    }
  }

  private void print(Answer answer) throws IOException {
    page.line(page.in(Style.BOLD, page.safe(title(answer))));
    chain("Before", answer.accessBefore());
    chain("After", answer.accessAfter());
    for (Reason reason : answer.reasons()) {
      paragraph(INDENT, reason.words(), null);
      if (reason.undo() != null) {
        page.line(INDENT + INDENT + "undo: " + reason.undo());
      }
      if (reason.advice() != null) {
        paragraph(INDENT + INDENT, reason.advice(), null);
      }
    }
    if (answer.reasons().isEmpty()) {
      paragraph(INDENT, nothing(answer), null);
    }
    for (String note : answer.notes()) {
      paragraph(INDENT, note, Style.DIM);
    }
  }

  private static String title(Answer answer) {
    Room after = answer.after();
    String room = answer.roomName();
    String renamed =
        after != null && !after.name().equals(room) ? " (now \"" + after.name() + "\")" : "";
    return "\""
        + room
        + "\""
        + renamed
        + (answer.person() == null
            ? ""
            : " and " + answer.person().label() + " (" + answer.person().uri() + ")");
  }

  private static String nothing(Answer answer) {
    if (answer.person() != null) {
      return "Nothing about this access is worse than before.";
    }
    return answer.before() == null
        ? "Nothing is gone: the room was not there before."
        : "Nothing is gone from this room.";
  }

  private void chain(String when, @Nullable AccessChain chain) throws IOException {
    if (chain == null) {
      return;
    }
    page.line(INDENT + when + ": " + words(chain.answer()));
    for (Step step : chain.steps()) {
      String head =
          INDENT + INDENT + "%-6s%-10s".formatted(step.answer().word(), step.rule().word());
      paragraph(head, " ".repeat(head.length()), step.words(), null);
    }
  }

  private static String words(Certainty answer) {
    return switch (answer) {
      case YES -> "yes, may read and write";
      case READS -> "may read, not write";
      case MAYBE -> "the snapshot cannot tell";
      case NO -> "no";
    };
  }

  private void paragraph(String indent, String words, @Nullable Style style) throws IOException {
    paragraph(indent, indent, words, style);
  }

  /** Breaks lines between words where a terminal would break them anywhere. */
  private void paragraph(String head, String indent, String words, @Nullable Style style)
      throws IOException {
    var line = new StringBuilder(head);
    boolean empty = true;
    for (String word : page.safe(words).split(" ", -1)) {
      if (!empty && page.isTerminal() && Width.of(line + " " + word) > page.columns()) {
        line(line, style);
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line, style);
  }

  private void line(CharSequence text, @Nullable Style style) throws IOException {
    page.line(style == null ? text.toString() : page.in(style, text.toString()));
  }

  /** Prints them for programs: one object. */
  void json(List<Answer> answers) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("schema", 1);
    object.put("answers", answers.stream().map(Explanations::json).toList());
    results.json(object);
  }

  private static Map<String, Object> json(Answer answer) {
    Map<String, Object> object = new LinkedHashMap<>();
    Map<String, @Nullable Object> room = new LinkedHashMap<>();
    room.put("guid", answer.guid());
    room.put("nameBefore", name(answer.before()));
    room.put("nameAfter", name(answer.after()));
    object.put("room", room);
    Answer.Person person = answer.person();
    if (person != null) {
      Map<String, Object> user = new LinkedHashMap<>();
      user.put("uri", person.uri());
      user.put("name", person.label());
      user.put("guids", person.guids());
      object.put("user", user);
    }
    object.put("gone", answer.explains());
    List<Map<String, @Nullable Object>> reasons = new ArrayList<>();
    answer.reasons().forEach(reason -> reasons.add(json(reason)));
    object.put("reasons", reasons);
    object.put("notes", answer.notes());
    put(object, "accessBefore", answer.accessBefore());
    put(object, "accessAfter", answer.accessAfter());
    return object;
  }

  private static @Nullable String name(@Nullable Room room) {
    return room == null ? null : room.name();
  }

  private static Map<String, @Nullable Object> json(Reason reason) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("cause", reason.cause());
    object.put("words", reason.words());
    object.put("undo", reason.undo());
    object.put("needsPackage", reason.cause().needsPackage());
    object.put("advice", reason.advice());
    return object;
  }

  private static void put(Map<String, Object> object, String name, @Nullable AccessChain chain) {
    if (chain == null) {
      return;
    }
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Step step : chain.steps()) {
      Map<String, Object> link = new LinkedHashMap<>();
      link.put("rule", step.rule());
      link.put("answer", step.answer());
      link.put("words", step.words());
      steps.add(link);
    }
    Map<String, Object> access = new LinkedHashMap<>();
    access.put("answer", chain.answer());
    access.put("steps", steps);
    object.put(name, access);
  }
}
