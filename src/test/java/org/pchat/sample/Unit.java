package org.pchat.sample;

import static org.pchat.sample.Company.CONTOSO;
import static org.pchat.sample.Company.FABRIKAM;
import static org.pchat.sample.Company.LITWARE;

import java.util.List;

/**
 * A department: an organisational unit of a company's directory. Every user is in one; user number
 * n is in unit n modulo {@link #ALL}'s size, so that the users of some units can be counted off
 * without a look at the others.
 *
 * @param company the company
 * @param department the name of the organisational unit
 * @param left whether its people have left: their directory objects are deleted
 */
record Unit(Company company, String department, boolean left) {
  static final List<Unit> ALL =
      List.of(
          new Unit(CONTOSO, "Engineering", false),
          new Unit(CONTOSO, "Operations", false),
          new Unit(CONTOSO, "Sales", false),
          new Unit(CONTOSO, "Finance", false),
          new Unit(CONTOSO, "Human Resources", false),
          new Unit(CONTOSO, "Contractors", false),
          new Unit(CONTOSO, "Research", false),
          new Unit(FABRIKAM, "Engineering", false),
          new Unit(FABRIKAM, "Design", false),
          new Unit(FABRIKAM, "Sales", false),
          new Unit(LITWARE, "Support", false),
          new Unit(LITWARE, "Consulting", false),
          new Unit(CONTOSO, "Operations", true));

  /** The unit of those who left. */
  static final int LEAVERS = ALL.size() - 1;

  /** Returns the distinguished name of the organisational unit. */
  String path() {
    return "OU=" + department + "," + company.path();
  }
}
