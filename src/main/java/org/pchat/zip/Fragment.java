package org.pchat.zip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.Problem;

/** An entry that was found in a {@link Wreck}, and what can be said of it. */
public final class Fragment {
  private final List<String> names;
  private final long offset;
  private final Condition condition;
  private final @Nullable Problem problem;
  private final Attempt attempt;

  Fragment(
      List<String> names,
      long offset,
      Condition condition,
      @Nullable Problem problem,
      Attempt attempt) {
    this.names = List.copyOf(names);
    this.offset = offset;
    this.condition = condition;
    this.problem = problem;
    this.attempt = attempt;
  }

  /**
   * Returns what it is called, the most credible name first: a damaged header may call it something
   * else than the directory. Hostile text, never a path to write to.
   */
  public List<String> names() {
    return names;
  }

  /** Returns the place in the file where it begins; -1 in an unpacked directory. */
  public long offset() {
    return offset;
  }

  /** Returns the place in the file behind the last byte that was read for it. */
  public long end() {
    return attempt.end();
  }

  /** Returns how far its bytes can be trusted. */
  public Condition condition() {
    return condition;
  }

  /** Returns what is wrong with it; null for {@link Condition#SOUND}. */
  public @Nullable Problem problem() {
    return problem;
  }

  /** Returns how many bytes can be unpacked. */
  public long bytes() {
    return attempt.bytes();
  }

  /** Returns how many bytes there should be; -1 where nothing says so. */
  public long stated() {
    return attempt.place().stated();
  }

  /** Returns the SHA-256 of the bytes that can be unpacked, in lower-case hexadecimal. */
  public String sha256() {
    return attempt.sha256();
  }

  Attempt attempt() {
    return attempt;
  }
}
