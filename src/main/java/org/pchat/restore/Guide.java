package org.pchat.restore;

import java.util.List;

/** The guide beside a package: what to do, in which order, with the user's own names. */
final class Guide {
  private final RestoreWords words;
  private final StringBuilder text = new StringBuilder();

  Guide(RestoreWords words) {
    this.words = words;
  }

  String text() {
    line("# Bringing back " + code(words.packageName()));
    line("");
    line("Made of " + code(words.source()) + ", a state of " + words.sourceTime() + ".");
    line("It holds " + words.counts() + ".");
    words.onto().ifPresent(onto -> line("It is meant for the pool as in " + code(onto) + "."));
    line("Age: " + words.age() + ".");
    line("What to expect: **" + words.result().verdict().word() + "**.");
    line("");
    line(
        "What is inside Microsoft's own ZIP is not published, and no real one was seen. Unless the source"
            + " was an export of the cmdlet, the cmdlet will not know this package.");
    words
        .layoutFile()
        .ifPresent(
            file ->
                line(
                    "It is spelled as its source is; "
                        + code(file)
                        + " describes that, for `--layout`."));
    steps();
    list("Will overwrite", words.result().overwrites());
    list("Conflicts", words.result().conflicts().stream().map(p -> p.message()).toList());
    list("Missing", words.result().missing());
    list("Taken for granted", words.result().assumptions());
    leftOut();
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** A span of code is ended by nothing that is in it. */
  private static String code(String foreign) {
    String plain = foreign.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]", "\uFFFD");
    return plain.contains("`") ? "`` " + plain + " ``" : "`" + plain + "`";
  }

  private void block(List<String> lines) {
    line("");
    line("~~~~~~~~powershell");
    lines.forEach(this::line);
    line("~~~~~~~~");
    line("");
  }

  private void steps() {
    line("");
    line("## Steps");
    line("");
    line(
        "`"
            + PackageJob.SCRIPT
            + "` does them one by one and stops at each; `-WhatIf` shows what it would do.");
    line("");
    line("1. **Is the room only disabled?** Then enable it, and nothing of this is needed.");
    block(words.looks());
    line("2. **Make a fresh export** of the pool, and rehearse onto it.");
    block(
        List.of(
            "Export-CsPersistentChatData -DBInstance $DBInstance -FileName $Before",
            "pchat rehearse " + words.packageName() + " --onto $Before"));
    line("3. **Stop the Persistent Chat service** on every server of the pool.");
    line("4. **Back up `mgc`** in SQL Server. It is the only way back.");
    line("5. **Try the import** and read its report. Put right what it names, and try again.");
    block(
        List.of(
            "Import-CsPersistentChatData -DBInstance $DBInstance -FileName $Package -WhatIf -Report $Report"));
    after();
  }

  private void after() {
    line("6. **Import.**");
    line(files());
    line("8. **Creators** may be lost by an import (published). Give them again:");
    if (words.result().repairs().creators().isEmpty()) {
      line("");
      line("   The package holds none.");
      line("");
    } else {
      block(words.result().repairs().creators());
    }
    line("9. **Start the service** on every server.");
    line("10. **Verify**: make a new export, and compare.");
    block(List.of("pchat diff " + words.source() + " $After"));
    if (!words.living().isEmpty()) {
      line(
          "**Careful.** What an import does with the content of a room that is there is not published. These"
              + " rooms live, and messages are put into them:");
      line("");
      words.living().forEach(name -> line("- " + code(name)));
    }
  }

  private String files() {
    long files = words.result().repairs().files();
    return "7. **Copy the files.** Uploaded files are never in an export. "
        + (files == 0
            ? "No message of the package links to one."
            : files
                + " links of its messages name files; they must be in the file store of the pool. `pchat list files`"
                + " names them.");
  }

  private void list(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    line("");
    line("## " + title);
    line("");
    lines.forEach(each -> line("- " + code(each)));
  }

  private void leftOut() {
    if (words.leftOut().isEmpty()) {
      return;
    }
    line("");
    line("## Not in the package");
    line("");
    line(
        "What is otherwise than it was and is not put right by an import, with its cmdlet if there is one.");
    for (LeftOut item : words.leftOut()) {
      line("");
      line("- " + code(item.words()));
      if (item.cmdlet() != null) {
        block(List.of(item.cmdlet()));
      }
    }
  }
}
