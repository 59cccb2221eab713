package org.pchat.respell;

import java.util.List;

/** Layouts invented by somebody who had not read how inference works. */
public final class BlindLayouts {
  private BlindLayouts() {}

  /** Returns them all. */
  public static List<Respelling> all() {
    return List.of(
        new CmdletObjects(true),
        new CmdletObjects(false),
        new DayFiles(false),
        new DayFiles(true),
        new Diffgram(),
        new CategoryTree(),
        new SemicolonLists(),
        new ObjectGraph(),
        new CliXml());
  }
}
