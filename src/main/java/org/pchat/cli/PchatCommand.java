package org.pchat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command above all commands; by itself it only explains. */
@Command(
    name = "pchat",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description =
        "Reads archives of Persistent Chat (Lync Server 2013, Skype for Business Server 2015/2019).",
    footer = {
      "",
      "I have an export and want to ...",
      "  know what is in it          pchat info export.zip",
      "  see its rooms               pchat list rooms export.zip",
      "  read a room                 pchat show export.zip --room Trading",
      "  read a person's messages    pchat show export.zip --author kim@contoso.com",
      "  hold it against a backup    pchat size export.zip mgc.bak",
      "  save what is left of it     pchat salvage damaged.zip -o saved.zip",
      "  make one of a living pool   pchat export jdbc:sqlserver://... -o pool.zip",
      "  see what there is           pchat demo",
      "",
      "What is inside Microsoft's own ZIP is not published, and no real one was seen.",
      "README.md says what follows from that."
    })
final class PchatCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: say what to do");
  }
}
