package org.pchat.sample;

/**
 * Who has which role in a room, as numbers: so many users, spread evenly over those eligible, some
 * of them managers, some presenters.
 *
 * @param eligible who may have roles
 * @param seats how many users have a role
 * @param members whether those users are members; if not, they are only managers
 * @param managers how many are managers
 * @param presenters how many are presenters
 * @param seed whom exactly
 */
record Seating(
    Eligible eligible, int seats, boolean members, int managers, int presenters, Seed seed) {
  private static final int MOST_MANAGERS = 6;

  /** Few of those who may write do. */
  private static final int MOST_WRITERS = 10;

  /** Seats nobody. */
  static Seating none(Eligible eligible, Seed seed) {
    return new Seating(eligible, 0, false, 0, 0, seed);
  }

  /** Seats managers and nobody else, as in an open room. */
  static Seating managersOnly(Eligible eligible, int managers, Seed seed) {
    return new Seating(eligible, managers, false, managers, 0, seed);
  }

  /** Seats as many as {@code roles} roles are enough for; at least one manager. */
  static Seating of(Eligible eligible, long roles, boolean auditorium, Seed seed) {
    if (roles < 2) {
      return managersOnly(eligible, 1, seed);
    }
    int managers = (int) Math.min(MOST_MANAGERS, Math.max(1, roles / 8));
    int presenters = auditorium ? (int) Math.min(4, roles / 4) : 0;
    long seats = Math.min(eligible.size(), roles - managers - presenters);
    return new Seating(eligible, (int) seats, true, managers, presenters, seed);
  }

  /** Returns how many roles there are in all. */
  long roles() {
    return (members ? seats : 0L) + managers + presenters;
  }

  /** Returns the user in a seat, ascending with the seat. */
  int user(int seat) {
    long first = (long) seat * eligible.size() / seats;
    long end = (seat + 1L) * eligible.size() / seats;
    return eligible.user((int) (first + seed.at(seat).below(end - first)));
  }

  boolean isManager(int seat) {
    return seat % step(managers) == 0 && seat / step(managers) < managers;
  }

  boolean isPresenter(int seat) {
    return presenters > 0
        && seat % step(presenters) == step(presenters) - 1
        && seat / step(presenters) < presenters;
  }

  private int step(int some) {
    return Math.max(1, seats / some);
  }

  /** Returns a user who writes in the room: a presenter, member, or anybody in an open room. */
  int writer(Seed who) {
    if (presenters > 0) {
      return user(who.below(presenters) * step(presenters) + step(presenters) - 1);
    }
    int writers = Math.min(MOST_WRITERS, members ? seats : eligible.size());
    int writer = who.below(writers);
    return members
        ? user((int) ((long) writer * seats / writers))
        : eligible.user((int) ((long) writer * eligible.size() / writers));
  }
}
