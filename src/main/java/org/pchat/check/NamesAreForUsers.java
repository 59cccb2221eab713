package org.pchat.check;

import java.util.List;
import java.util.stream.Stream;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;
import org.pchat.problem.RuleProblem;

/** Names, company and addresses are of users only. */
final class NamesAreForUsers extends RecordRule<Principal> {
  private static final List<Field<Principal>> FIELDS =
      Stream.of("name", "displayName", "company", "email", "upn")
          .map(name -> Rule.field(Kind.PRINCIPAL, name))
          .toList();

  NamesAreForUsers() {
    super(
        Rule.of(
            RuleProblem.NAMES_OF_NO_USER,
            Basis.PUBLISHED,
            "Principals",
            Kind.PRINCIPAL,
            "type",
            "name",
            "displayName",
            "company",
            "email",
            "upn"));
  }

  @Override
  void check(Met<Principal> met, Findings findings) {
    Principal principal = met.record();
    if (principal.type() == PrincipalType.USER) {
      return;
    }
    FIELDS.stream()
        .filter(field -> field.of(principal) != null)
        .findFirst()
        .ifPresent(
            field ->
                findings.add(
                    rule(),
                    met.location(),
                    met.description(),
                    field.name(),
                    principal.type().word()));
  }
}
