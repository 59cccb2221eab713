package org.pchat.sample;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.pchat.model.AccountState;
import org.pchat.model.Audit;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;

/** The rules of sound principals: docs/format-facts.md §2.2 tblPrincipal, §2.3, §5.4, §8.3. */
final class SoundPrincipals {
  private static final Set<PrincipalType> IN_USE =
      EnumSet.of(
          PrincipalType.SYSTEM_USER,
          PrincipalType.USER,
          PrincipalType.DOMAIN,
          PrincipalType.GROUP,
          PrincipalType.FOLDER);

  private final Soundness soundness;
  private final Set<String> uris = new HashSet<>();
  private final Set<Integer> ids = new HashSet<>();

  SoundPrincipals(Soundness soundness) {
    this.soundness = soundness;
  }

  void check(Principal p) {
    boolean user = p.type() == PrincipalType.USER;
    soundness.rule(IN_USE.contains(p.type()), "type not in use", p);
    soundness.rule(user ? isSip(p.uri()) : isGroup(p), "wrong kind of URI", p);
    soundness.rule(
        p.disabled() == AccountState.DELETED || uris.add(p.uri().toLowerCase(Locale.ROOT)),
        "URI used twice by living principals",
        p.uri());
    soundness.rule(p.id() != null && ids.add(p.id()), "no id, or one used twice", p);
    soundness.rule(user || namesOf(p).noneMatch(n -> n != null), "names are for users", p);
    soundness.rule(
        Stream.concat(Stream.of(p.uri()), namesOf(p)).allMatch(n -> n == null || n.length() <= 256),
        "longer than 256",
        p);
    soundness.rule(p.adPath() == null || p.adPath().length() <= 384, "path too long", p);
    soundness.rule(
        (p.adPath() == null) == (p.type() == PrincipalType.SYSTEM_USER), "directory path", p);
    soundness.rule(
        p.verifiedOn() != null
            && Calendar.isWholeSeconds(p.verifiedOn())
            && Calendar.ticks(p.verifiedOn()).compareTo(soundness.time()) <= 0,
        "verifiedOn is missing, not whole seconds, or later than the snapshot",
        p);
    soundness.rule(isComplete(p.audit(), soundness), "audit fields", p);
    soundness.rule(!p.derived(), "derived", p);
  }

  /** Times must be there, in order, and not later than the snapshot. */
  static boolean isComplete(Audit audit, Soundness soundness) {
    return audit.addedBy() != null
        && audit.updatedBy() != null
        && audit.addedOn() != null
        && audit.updatedOn() != null
        && audit.addedOn().compareTo(audit.updatedOn()) <= 0
        && audit.updatedOn().compareTo(soundness.time()) <= 0;
  }

  private static boolean isSip(String uri) {
    return uri.matches("sip:[a-z0-9.]+@[a-z.]+");
  }

  private static boolean isGroup(Principal p) {
    return p.uri().equals("ma-grp:" + p.guid() + "@u.g");
  }

  private static Stream<String> namesOf(Principal p) {
    return Stream.of(p.name(), p.displayName(), p.company(), p.email(), p.upn());
  }
}
