package org.pchat.restore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Audit;
import org.pchat.model.Guid;

/** Who made and changed a record. */
final class Audited {
  private Audited() {}

  /** Returns the principals that it names. */
  static List<Guid> editors(Audit audit) {
    List<Guid> editors = new ArrayList<>();
    add(audit.addedBy(), editors);
    add(audit.updatedBy(), editors);
    return editors;
  }

  private static void add(@Nullable Guid editor, List<Guid> editors) {
    if (editor != null) {
      editors.add(editor);
    }
  }
}
