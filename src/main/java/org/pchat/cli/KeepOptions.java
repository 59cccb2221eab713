package org.pchat.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.keep.Period;
import org.pchat.keep.Policy;
import org.pchat.keep.Span;
import picocli.CommandLine.Option;

/** The policy of forget, in the words of restic. */
final class KeepOptions {
  @Option(names = "--keep-last", paramLabel = "N", description = "Keep the newest N snapshots.")
  int last;

  @Option(
      names = "--keep-hourly",
      paramLabel = "N",
      description = "Keep the newest snapshot of each of the last N hours that have one.")
  int hourly;

  @Option(names = "--keep-daily", paramLabel = "N", description = "The same for days.")
  int daily;

  @Option(names = "--keep-weekly", paramLabel = "N", description = "The same for ISO weeks.")
  int weekly;

  @Option(names = "--keep-monthly", paramLabel = "N", description = "The same for months.")
  int monthly;

  @Option(names = "--keep-yearly", paramLabel = "N", description = "The same for years.")
  int yearly;

  @Option(
      names = "--keep-within",
      paramLabel = "SPAN",
      description =
          "Keep what is younger than this, such as 1y5m7d2h, counted from the newest snapshot.")
  @Nullable String within;

  @Option(
      names = "--keep-within-hourly",
      paramLabel = "SPAN",
      description = "Keep the newest snapshot of each hour younger than this.")
  @Nullable String withinHourly;

  @Option(names = "--keep-within-daily", paramLabel = "SPAN", description = "The same for days.")
  @Nullable String withinDaily;

  @Option(names = "--keep-within-weekly", paramLabel = "SPAN", description = "The same for weeks.")
  @Nullable String withinWeekly;

  @Option(
      names = "--keep-within-monthly",
      paramLabel = "SPAN",
      description = "The same for months.")
  @Nullable String withinMonthly;

  @Option(names = "--keep-within-yearly", paramLabel = "SPAN", description = "The same for years.")
  @Nullable String withinYearly;

  @Option(
      names = "--keep-tag",
      paramLabel = "TAG[,TAG]",
      description = "Keep snapshots that have all of these tags; repeatable.")
  List<String> tags = new ArrayList<>();

  Policy policy() {
    try {
      Policy policy =
          Policy.EMPTY
              .keep(Period.LAST, last)
              .keep(Period.HOURLY, hourly)
              .keep(Period.DAILY, daily)
              .keep(Period.WEEKLY, weekly)
              .keep(Period.MONTHLY, monthly)
              .keep(Period.YEARLY, yearly);
      policy = within(policy, Period.LAST, within);
      policy = within(policy, Period.HOURLY, withinHourly);
      policy = within(policy, Period.DAILY, withinDaily);
      policy = within(policy, Period.WEEKLY, withinWeekly);
      policy = within(policy, Period.MONTHLY, withinMonthly);
      policy = within(policy, Period.YEARLY, withinYearly);
      for (String tag : tags) {
        policy = policy.keepTagged(tag);
      }
      return policy;
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }

  private static Policy within(Policy policy, Period period, @Nullable String span) {
    return span == null ? policy : policy.keepWithin(period, Span.parse(span));
  }
}
