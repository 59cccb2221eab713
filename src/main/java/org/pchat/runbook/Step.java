package org.pchat.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a runbook.
 *
 * @param title what is done
 * @param why why, and why here
 * @param where where its commands run
 * @param commands the commands, in order; none where hands do it
 * @param check how to see that it worked
 * @param checks commands that show it
 * @param failing what to do if it fails
 * @param loss what may be lost
 * @param back how to go back
 * @param pages what it rests on
 */
public record Step(
    String title,
    String why,
    String where,
    List<Command> commands,
    String check,
    List<Command> checks,
    String failing,
    String loss,
    String back,
    List<Page> pages) {
  /** Copies. */
  public Step {
    commands = List.copyOf(commands);
    checks = List.copyOf(checks);
    pages = List.copyOf(pages);
  }

  /** Returns a step to fill in. */
  static Draft named(String title) {
    return new Draft(title);
  }

  /** A step that is being written. */
  static final class Draft {
    private final String title;
    private final List<Command> commands = new ArrayList<>();
    private final List<Command> checks = new ArrayList<>();
    private String why = "";
    private String where = "";
    private String check = "";
    private String failing = "";
    private String loss = "Nothing.";
    private String back = "";

    private Draft(String title) {
      this.title = title;
    }

    Draft why(String text) {
      why = text;
      return this;
    }

    Draft at(String place) {
      where = place;
      return this;
    }

    Draft run(Command... lines) {
      commands.addAll(List.of(lines));
      return this;
    }

    Draft check(String text, Command... lines) {
      check = text;
      checks.addAll(List.of(lines));
      return this;
    }

    Draft failing(String text) {
      failing = text;
      return this;
    }

    Draft loses(String text) {
      loss = text;
      return this;
    }

    Draft back(String text) {
      back = text;
      return this;
    }

    /** Returns the step; every part of it must have been said. */
    Step from(Page... pages) {
      for (String said : List.of(why, where, check, failing, loss, back)) {
        if (said.isEmpty()) {
          throw new IllegalStateException("the step is not told in full: " + title);
        }
      }
      return new Step(
          title, why, where, commands, check, checks, failing, loss, back, List.of(pages));
    }
  }
}
