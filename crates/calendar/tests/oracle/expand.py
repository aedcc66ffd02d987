"""Reads a feed with icalendar and recurring-ical-events: an oracle of `tests/it/oracles.rs`.

usage: expand.py FEED RANGES   (RANGES: `UID<tab>from<tab>to` lines, in UTC; prints a line of starts, minutes since
1970, for each of them)
"""

import datetime as dt
import multiprocessing
import sys

import icalendar
import recurring_ical_events

UTC = dt.timezone.utc


def starts(job):
    feed, low, high = job
    low, high = (dt.datetime.fromisoformat(text.replace("Z", "+00:00")) for text in (low, high))
    found = set()
    for event in recurring_ical_events.of(feed).between(low, high):
        start = event["DTSTART"].dt.astimezone(UTC)
        if low <= start < high:
            found.add(int(start.timestamp()) // 60)
    return ",".join(map(str, sorted(found)))


def jobs(feed, ranges):
    """One small calendar for each series: the whole feed would be walked for each of them."""
    by_uid = {}
    for event in feed.walk("VEVENT"):
        by_uid.setdefault(str(event["UID"]), icalendar.Calendar()).add_component(event)
    for line in open(ranges, encoding="utf-8"):
        uid, low, high = line.split()
        yield by_uid.get(uid, icalendar.Calendar()), low, high


if __name__ == "__main__":
    feed = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
    with multiprocessing.get_context("fork").Pool() as pool:
        for line in pool.imap(starts, jobs(feed, sys.argv[2]), chunksize=100):
            print(line)
