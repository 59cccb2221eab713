package org.pchat.check;

import org.jspecify.annotations.Nullable;
import org.pchat.model.Category;
import org.pchat.model.Guid;
import org.pchat.model.Kind;
import org.pchat.problem.RuleProblem;

/** Only one category is the root. */
final class RootIsAlone extends RecordRule<Category> {
  private @Nullable Guid root;

  RootIsAlone() {
    super(Rule.of(RuleProblem.SECOND_ROOT, Basis.PUBLISHED, "Nodes", Kind.CATEGORY, "parent"));
  }

  @Override
  void check(Met<Category> met, Findings findings) {
    Category category = met.record();
    if (!category.isRoot()) {
      return;
    }
    if (root == null) {
      root = category.guid();
    } else {
      findings.add(rule(), met.location(), category.guid(), root);
    }
  }
}
