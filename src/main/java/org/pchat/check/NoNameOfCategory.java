package org.pchat.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.model.Room;
import org.pchat.problem.RuleProblem;

/** No room has the name of a category. */
final class NoNameOfCategory extends RecordRule<Room> {
  private final Pool pool;
  private @Nullable Map<String, Guid> names;

  NoNameOfCategory(Pool pool) {
    super(
        Rule.of(RuleProblem.NAME_OF_CATEGORY, Basis.PUBLISHED, "Nodes", Kind.ROOM, "name")
            .needing(Kind.CATEGORY, "name", "parent"));
    this.pool = pool;
  }

  @Override
  void check(Met<Room> met, Findings findings) {
    Guid category = names().get(UniqueName.folded(met.record().name()));
    if (category != null) {
      findings.add(rule(), met.location(), met.record().guid(), met.record().name(), category);
    }
  }

  private Map<String, Guid> names() {
    if (names == null) {
      names = new HashMap<>();
      for (Met<Category> category : pool.categories().values()) {
        if (!category.record().isRoot() && !category.doubtful().contains("name")) {
          names.put(UniqueName.folded(category.record().name()), category.record().guid());
        }
      }
    }
    return names;
  }
}
