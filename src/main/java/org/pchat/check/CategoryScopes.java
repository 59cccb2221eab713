package org.pchat.check;

/** The scopes of one category. */
final class CategoryScopes {
  private final Party allowed = new Party();
  private final Party denied = new Party();
  private boolean unknown;
  private boolean asked;

  void setUnknown() {
    unknown = true;
  }

  void add(int principal, boolean allow, PrincipalRoll principals) {
    (allow ? allowed : denied).add(principal, principals);
  }

  /** Deny wins; but who is both allowed and denied makes the scopes a fault of their own. */
  Admission admission(int principal, PrincipalRoll principals) {
    if (!asked) {
      asked = true;
      unknown |= allowed.overlaps(denied);
    }
    if (unknown || principals.isDoubtful(principal)) {
      return Admission.UNKNOWN;
    }
    Party.Membership out = denied.membership(principal, principals);
    Party.Membership in = allowed.membership(principal, principals);
    if (out == Party.Membership.YES || in == Party.Membership.NO) {
      return Admission.OUTSIDE;
    }
    return out == Party.Membership.NO && in == Party.Membership.YES
        ? Admission.INSIDE
        : Admission.UNCERTAIN;
  }
}
