package org.pchat.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that can write, be let in or be kept out: a user, group, folder, domain or
 * system user ({@code tblPrincipal}, docs/format.md, "Principals"). Null is no value where {@link
 * Coverage#has} the field, and unknown elsewhere; a component that cannot be null is a stand-in
 * where the field is not covered.
 *
 * @param guid the identity; equals the objectGUID of cached directory objects
 * @param uri {@code sip:} for users, mostly {@code ma-grp:} for the rest
 * @param id the database id, carried but never an identity
 * @param poolId the pool assignment
 * @param policyId the policy, when a tag policy applies
 * @param verifiedOn the last refresh from the directory; SQL {@code datetime}, without a zone
 * @param derived whether the GUID was made from the URI or name because the source has none
 */
public record Principal(
    Guid guid,
    String uri,
    PrincipalType type,
    @Nullable Integer id,
    @Nullable String name,
    @Nullable String displayName,
    @Nullable String company,
    @Nullable String email,
    @Nullable String adPath,
    @Nullable String upn,
    AccountState disabled,
    @Nullable Integer poolId,
    @Nullable Integer policyId,
    Audit audit,
    @Nullable LocalDateTime verifiedOn,
    boolean derived) {
  static final List<Field<Principal>> FIELDS =
      List.of(
          new Field<>("guid", Principal::guid),
          new Field<>("uri", Principal::uri),
          new Field<>("type", Principal::type),
          new Field<>("id", Principal::id),
          new Field<>("name", Principal::name),
          new Field<>("displayName", Principal::displayName),
          new Field<>("company", Principal::company),
          new Field<>("email", Principal::email),
          new Field<>("adPath", Principal::adPath),
          new Field<>("upn", Principal::upn),
          new Field<>("disabled", Principal::disabled),
          new Field<>("poolId", Principal::poolId),
          new Field<>("policyId", Principal::policyId),
          new Field<>("addedBy", p -> p.audit().addedBy()),
          new Field<>("addedOn", p -> p.audit().addedOn()),
          new Field<>("updatedBy", p -> p.audit().updatedBy()),
          new Field<>("updatedOn", p -> p.audit().updatedOn()),
          new Field<>("verifiedOn", Principal::verifiedOn),
          Field.flag("derived", Principal::derived));

  /** Returns the best name for a reader: display name, common name, name in the directory, URI. */
  public String label() {
    if (displayName != null) {
      return displayName;
    }
    if (name != null) {
      return name;
    }
    return adPath == null ? uri : nameIn(adPath).orElse(uri);
  }

  /** Returns the value of a distinguished name's first part: of {@code OU=Sales,DC=x} Sales. */
  private static Optional<String> nameIn(String distinguishedName) {
    var name = new StringBuilder();
    int at = distinguishedName.indexOf('=') + 1;
    if (at == 0) {
      return Optional.empty();
    }
    while (at < distinguishedName.length() && distinguishedName.charAt(at) != ',') {
      boolean escaped = distinguishedName.charAt(at) == '\\' && at + 1 < distinguishedName.length();
      name.append(distinguishedName.charAt(escaped ? at + 1 : at));
      at += escaped ? 2 : 1;
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
  }
}
