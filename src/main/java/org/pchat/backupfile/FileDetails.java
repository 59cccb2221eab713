package org.pchat.backupfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Field;
import org.pchat.model.OriginDetail;
import org.pchat.pages.SqlServerFile;
import org.pchat.tape.BackupSet;
import org.pchat.tape.SetConfig;

/** What a SQL Server file says about itself. */
public final class FileDetails {
  private static final long PAGE = 8192;

  private final List<OriginDetail> details = new ArrayList<>();

  private FileDetails() {}

  /** Returns server, database, versions, dates in the server's local time, sets and sizes. */
  public static List<OriginDetail> of(SqlServerFile file) {
    var all = new FileDetails();
    all.add("database", "Database", file.database().name());
    all.add(
        "databaseVersion",
        "Version",
        "%s (%d)".formatted(file.database().versionName(), file.database().version()));
    file.set().ifPresent(all::backup);
    if (file.set().isPresent()) {
      all.add("sets", "Backup sets", (long) file.sets().size());
    }
    all.add("pageBytes", "Pages", file.database().carriedPages() * PAGE);
    return List.copyOf(all.details);
  }

  private void backup(BackupSet set) {
    SetConfig config = set.config();
    add("server", "Server", config.server());
    add("softwareVersion", "Written by", "SQL Server " + config.softwareVersion());
    add("setName", "Backup name", set.name());
    add("set", "Backup set", (long) set.number());
    add("created", "Created", config.created());
    add("started", "Begun", config.started());
    add("finished", "Ended", config.finished());
    add("backupSize", "Backup size", config.backupSize());
    add("compressedSize", "Compressed size", config.compressedSize());
    add("logBytes", "Log", set.logBytes());
    config.files().stream()
        .filter(of -> !of.log())
        .findFirst()
        .ifPresent(of -> add("dataFileBytes", "Data file", of.bytes()));
  }

  private void add(String name, String label, @Nullable Object value) {
    if (value != null && !value.equals("")) {
      Object plain = value instanceof Long ? value : Field.spell(value);
      details.add(new OriginDetail(name, label, plain));
    }
  }
}
