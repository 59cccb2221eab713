package org.pchat.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.pchat.model.PrincipalType;

/**
 * The principals that scopes allow or deny, and with them those in their containers and groups. Who
 * is in a container is decided by distinguished names; who is in a group is not known.
 */
final class Party {
  private int[] named = new int[4];
  private int size;
  private boolean sorted = true;
  private final Set<Integer> containers = new HashSet<>();
  private boolean groups;
  private boolean unknowable;

  /** Whether somebody is among them. */
  enum Membership {
    YES,
    NO,
    MAYBE
  }

  void add(int principal, PrincipalRoll principals) {
    if (size == named.length) {
      named = Arrays.copyOf(named, size * 2);
    }
    sorted &= size == 0 || named[size - 1] <= principal;
    named[size++] = principal;
    switch (principals.type(principal)) {
      case GROUP -> groups = true;
      case FOLDER, DOMAIN -> addContainer(principals.ownContainer(principal));
      case ANY, ANY_USER, ANY_GROUP -> unknowable = true;
      case USER, SYSTEM_USER -> {}
    }
  }

  private void addContainer(int container) {
    if (container == Directory.NOWHERE) {
      unknowable = true;
    } else {
      containers.add(container);
    }
  }

  Membership membership(int principal, PrincipalRoll principals) {
    if (isNamed(principal) || isContained(principal, principals)) {
      return Membership.YES;
    }
    return unknowable || (groups && canBeInGroup(principals.type(principal)))
        ? Membership.MAYBE
        : Membership.NO;
  }

  /** Returns whether somebody is named here and there. */
  boolean overlaps(Party other) {
    return IntStream.range(0, size).anyMatch(i -> other.isNamed(named[i]));
  }

  private static boolean canBeInGroup(PrincipalType type) {
    return switch (type) {
      case USER, GROUP, ANY, ANY_USER, ANY_GROUP -> true;
      case SYSTEM_USER, FOLDER, DOMAIN -> false;
    };
  }

  private boolean isNamed(int principal) {
    if (!sorted) {
      Arrays.sort(named, 0, size);
      sorted = true;
    }
    return Arrays.binarySearch(named, 0, size, principal) >= 0;
  }

  private boolean isContained(int principal, PrincipalRoll principals) {
    if (containers.isEmpty()) {
      return false;
    }
    int at = principals.container(principal);
    while (at != Directory.NOWHERE && !containers.contains(at)) {
      at = principals.directory().above(at);
    }
    return at != Directory.NOWHERE;
  }
}
