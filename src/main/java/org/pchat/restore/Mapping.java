package org.pchat.restore;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pchat.model.Guid;

/**
 * What is to be called otherwise than in the source.
 *
 * @param users who stands for whom: an account that was made anew has another GUID
 * @param names new names of rooms, by the GUID in the source
 * @param category the category that rooms which come back go to; null leaves them where they were
 */
public record Mapping(Map<Guid, Guid> users, Map<Guid, String> names, @Nullable Guid category) {
  /** Everything as it was. */
  public static final Mapping NONE = new Mapping(Map.of(), Map.of(), null);

  /** Copies. */
  public Mapping {
    users = Map.copyOf(users);
    names = Map.copyOf(names);
  }
}
