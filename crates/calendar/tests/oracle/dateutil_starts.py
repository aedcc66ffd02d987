"""Occurrences of series by python-dateutil and zoneinfo: the vectors of `tests/it/oracles.rs`.

usage: dateutil_starts.py CASES   (prints a line of starts, minutes since 1970, for each line of CASES)

A wall-clock time that a change of clocks skips is read with the offset before it, one that happens twice is the
first (fold=0): RFC 5545, section 3.3.5. `PYTHONTZPATH=` makes zoneinfo use the `tzdata` package, whose edition must be
the one that the crate embeds.
"""

import datetime as dt
import sys
from zoneinfo import ZoneInfo

from dateutil.rrule import rruleset, rrulestr

UTC = dt.timezone.utc


def starts(line):
    rule, zone, first, clock, until, exceptions, low, high = line.rstrip("\n").split("\t")
    clock, first = dt.time.fromisoformat(clock), dt.date.fromisoformat(first)
    low, high = (dt.datetime.fromisoformat(text.replace("Z", "+00:00")) for text in (low, high))
    at = lambda date: dt.datetime.combine(date, clock)
    moved, breaks = [], []
    recurrence = rruleset()
    recurrence.rrule(rrulestr("RRULE:" + rule, dtstart=at(first)))
    for one in exceptions.split():
        if one.startswith("-"):
            recurrence.exdate(at(dt.date.fromisoformat(one[1:])))
        elif one.startswith("+"):
            moved.append(dt.datetime.fromisoformat(one[1:]))
        elif ">" in one:
            date, to = one.split(">")
            recurrence.exdate(at(dt.date.fromisoformat(date)))
            moved.append(dt.datetime.fromisoformat(to))
        else:
            breaks.append([dt.date.fromisoformat(text) for text in one.split("/")])
    found = set()
    utc = lambda naive: naive.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    for naive in recurrence:
        date = naive.date()
        if date > high.date() + dt.timedelta(days=3) or (until and date > dt.date.fromisoformat(until)):
            break
        if not any(begin <= date <= end for begin, end in breaks):
            found.add(utc(naive))
    # A moved or an extra meeting may stand where the rule, a cancellation or a break has something to say.
    found.update(map(utc, moved))
    return sorted(int(moment.timestamp()) // 60 for moment in found if low <= moment < high)


for line in open(sys.argv[1], encoding="utf-8"):
    print(",".join(map(str, starts(line))))
