"""Reads an iCalendar feed with other libraries and prints what they see: the oracle of `tests/it/ics.rs`.

usage: expand.py FEED FROM TO   (dates; prints `uid start-in-minutes-since-1970` lines, sorted)
"""

import datetime as dt
import sys

import icalendar
import recurring_ical_events

feed = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
low, high = (dt.datetime.fromisoformat(text).replace(tzinfo=dt.timezone.utc) for text in sys.argv[2:4])
lines = []
for event in recurring_ical_events.of(feed).between(low, high):
    start = event["DTSTART"].dt.astimezone(dt.timezone.utc)
    if low <= start < high:
        lines.append(f"{event['UID']} {int(start.timestamp()) // 60}")
print("\n".join(sorted(lines)))
