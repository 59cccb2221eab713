package org.pchat.keep;

import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;

/** The stretches of the calendar of which a policy keeps one snapshot each. */
public enum Period {
  /** No stretch: each snapshot counts by itself. */
  LAST("last", "within") {
    @Override
    long number(ZonedDateTime time, int position) {
      return position;
    }
  },
  /** The hours of the local clock; one that the clock shows twice is one. */
  HOURLY("hourly", "hourly within") {
    @Override
    long number(ZonedDateTime time, int position) {
      return DAILY.number(time, position) * 100 + time.getHour();
    }
  },
  /** Local days. */
  DAILY("daily", "daily within") {
    @Override
    long number(ZonedDateTime time, int position) {
      return MONTHLY.number(time, position) * 100 + time.getDayOfMonth();
    }
  },
  /** The weeks of ISO 8601, which begin on Monday. */
  WEEKLY("weekly", "weekly within") {
    @Override
    long number(ZonedDateTime time, int position) {
      return time.get(IsoFields.WEEK_BASED_YEAR) * 100L
          + time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
  },
  /** Months. */
  MONTHLY("monthly", "monthly within") {
    @Override
    long number(ZonedDateTime time, int position) {
      return time.getYear() * 100L + time.getMonthValue();
    }
  },
  /** Years. */
  YEARLY("yearly", "yearly within") {
    @Override
    long number(ZonedDateTime time, int position) {
      return time.getYear();
    }
  };

  private final String word;
  private final String within;

  Period(String word, String within) {
    this.word = word;
    this.within = within;
  }

  /** Returns what {@code --keep-…} calls it. */
  public String word() {
    return word;
  }

  /** Returns why a snapshot is kept that is counted. */
  String counted() {
    return word + " snapshot";
  }

  /** Returns why a snapshot is kept that is young enough. */
  String within(Span span) {
    return within + " " + span;
  }

  /**
   * Returns a number that two snapshots share only if they lie in one stretch.
   *
   * @param position how many snapshots are newer
   */
  abstract long number(ZonedDateTime time, int position);
}
