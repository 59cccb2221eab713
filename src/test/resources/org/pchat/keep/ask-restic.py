#!/usr/bin/env python3
"""Asks restic which snapshots it would keep, and why.

ask-restic.py FIRST LAST     prints the cases of these numbers, as restic-decisions.txt holds them

Each case is a calendar of snapshots, a policy and a time zone, all drawn from the case's number.
The snapshots are made with `restic backup --time` and judged by `restic forget --dry-run`.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta

ZONES = [
    "UTC", "Europe/Berlin", "America/New_York", "Europe/London", "Australia/Lord_Howe",
    "Asia/Kathmandu", "America/Sao_Paulo", "Pacific/Apia", "Africa/Casablanca",
]
# Days on which clocks changed somewhere, weeks of two years, ends of months, a leap day.
ODD_DAYS = [
    "2025-03-30", "2025-10-26", "2024-03-31", "2024-10-27", "2025-03-09", "2025-11-02",
    "2025-04-06", "2025-10-05", "2018-11-04", "2011-12-29", "2011-12-31", "2024-12-30",
    "2025-12-29", "2021-01-03", "2024-02-29", "2025-03-31", "2025-01-31", "2025-05-31",
]
PERIODS = ["last", "hourly", "daily", "weekly", "monthly", "yearly"]
TAGS = ["", "a", "b", "a,b", "b, a", "nightly"]


def calendar(draw):
    style = draw.randrange(5)
    start = datetime.fromisoformat(draw.choice(ODD_DAYS)) + timedelta(minutes=draw.randrange(-600, 1800))
    step = [timedelta(minutes=20), timedelta(hours=7), timedelta(days=1), timedelta(days=9),
            timedelta(days=47)][style]
    times = set()
    for _ in range(draw.randint(5, 11)):
        times.add(start.replace(microsecond=0))
        start -= step * draw.uniform(0.3, 2)
        if draw.random() < 0.15:
            start = datetime.fromisoformat(draw.choice(ODD_DAYS)) + timedelta(minutes=draw.randrange(0, 300))
    if draw.random() < 0.25:
        times.add(datetime(2061, draw.randint(1, 12), 5, 3, 0))
    if draw.random() < 0.04:
        times = {time.replace(year=time.year + 40, day=min(time.day, 28)) for time in times}
    return sorted(times)


def span(draw):
    parts = {unit: draw.randint(1, most) for unit, most in (("y", 2), ("m", 14), ("d", 40), ("h", 60))}
    kept = [unit for unit in parts if draw.random() < 0.4] or [draw.choice("mdh")]
    return "".join(f"{parts[unit]}{unit}" for unit in kept)


def policy(draw):
    words = []
    for period in PERIODS:
        if draw.random() < 0.3:
            words += [f"--keep-{period}", str(draw.choice([1, 2, 3, 5]))]
    if draw.random() < 0.3:
        words += ["--keep-within", span(draw)]
    for period in PERIODS[1:]:
        if draw.random() < 0.2:
            words += [f"--keep-within-{period}", span(draw)]
    while draw.random() < 0.25:
        words += ["--keep-tag", draw.choice(["a", "b", "a,b", "nightly", "a, nightly", ""])]
    return words or ["--keep-last", "2"]


def restic(repository, zone, *words):
    environment = {"PATH": os.environ["PATH"], "RESTIC_PASSWORD": "x", "TZ": zone, "HOME": repository}
    done = subprocess.run(["restic", "-r", repository + "/r", "--no-cache", *words], input=b"x",
                          env=environment, stdout=subprocess.PIPE, check=True)
    return done.stdout


def instant(snapshot):
    return datetime.fromisoformat(snapshot["time"].replace("Z", "+00:00"))


def ask(number, repository, host):
    draw = random.Random(number)
    zone = ZONES[number % len(ZONES)]
    for time in calendar(draw):
        words = ["--time", time.strftime("%Y-%m-%d %H:%M:%S")]
        tags = draw.choice(TAGS)
        if tags:
            words += ["--tag", tags]
        restic(repository, zone, "backup", "-q", "--host", host, "--stdin", *words)
    keep = policy(draw)
    answer = json.loads(restic(repository, zone, "forget", "--dry-run", "--json", "--group-by", "host",
                               "--host", host, *keep))[0]
    reasons = {reason["snapshot"]["time"]: reason["matches"] for reason in answer["reasons"] or []}
    print(f"case {number}\t{zone}\t" + "\t".join(keep))
    snapshots = (answer["keep"] or []) + (answer["remove"] or [])
    for one in sorted(snapshots, key=instant, reverse=True):
        print("\t".join([one["time"], ",".join(one.get("tags") or []), "; ".join(reasons.get(one["time"], []))]))
    sys.stdout.flush()


def main():
    with tempfile.TemporaryDirectory() as repository:
        restic(repository, "UTC", "init", "-q")
        for number in range(int(sys.argv[1]), int(sys.argv[2]) + 1):
            ask(number, repository, f"case{number}")


main()
