package org.pchat.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pchat.model.AccountState;
import org.pchat.model.Guid;
import org.pchat.model.Principal;
import org.pchat.model.PrincipalType;

/** What rules need to know of all principals: 30 bytes each, and the containers they stand in. */
final class PrincipalRoll {
  private static final List<PrincipalType> TYPES = List.of(PrincipalType.values());
  private static final List<AccountState> STATES = List.of(AccountState.values());
  private static final Set<String> DECISIVE = Set.of("type", "adPath", "disabled");
  private static final int DOUBTFUL = 128;
  private static final int STATE_SHIFT = 4;

  private final GuidTable guids = new GuidTable();
  private final Directory directory = new Directory();
  private final Map<Integer, Integer> ownContainers = new HashMap<>();
  private byte[] flags = new byte[64];
  private int[] containers = new int[64];

  /** Adds a principal, and returns whether it is the first of its GUID. */
  boolean add(Met<Principal> met) {
    Principal principal = met.record();
    if (!guids.add(principal.guid())) {
      return false;
    }
    int number = guids.size() - 1;
    if (number == flags.length) {
      flags = Arrays.copyOf(flags, number * 2);
      containers = Arrays.copyOf(containers, number * 2);
    }
    int above = directory.containerOf(principal.adPath());
    containers[number] = above;
    boolean doubtful =
        above == Directory.UNKNOWN || !Collections.disjoint(met.doubtful(), DECISIVE);
    if (isContainer(principal.type())) {
      int own = directory.container(principal.adPath());
      ownContainers.put(number, own);
      doubtful |= own == Directory.UNKNOWN;
    }
    flags[number] =
        (byte)
            (TYPES.indexOf(principal.type())
                | STATES.indexOf(principal.disabled()) << STATE_SHIFT
                | (doubtful ? DOUBTFUL : 0));
    return true;
  }

  private static boolean isContainer(PrincipalType type) {
    return type == PrincipalType.FOLDER || type == PrincipalType.DOMAIN;
  }

  boolean contains(Guid guid) {
    return guids.contains(guid);
  }

  /** Returns the number of a principal, or -1. */
  int number(Guid guid) {
    return guids.number(guid);
  }

  PrincipalType type(int number) {
    return TYPES.get(flags[number] & (1 << STATE_SHIFT) - 1);
  }

  AccountState state(int number) {
    return STATES.get(flags[number] >> STATE_SHIFT & 3);
  }

  /** Returns whether what is known of the principal may not be what was meant. */
  boolean isDoubtful(int number) {
    return flags[number] < 0;
  }

  /**
   * Returns the container that a folder or domain is; {@link Directory#NOWHERE} if it has no name.
   */
  int ownContainer(int number) {
    return ownContainers.getOrDefault(number, Directory.NOWHERE);
  }

  /** Returns the container in which the principal stands. */
  int container(int number) {
    return containers[number];
  }

  Directory directory() {
    return directory;
  }
}
