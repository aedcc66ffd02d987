"""A year of occurrences of many series by python-dateutil, for `crates/calendar/bench`.

usage: bench.py   (prints `seconds S occurrences N series M` of the best of three rounds)
"""

import datetime as dt
import time
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

RULES = [
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    "FREQ=MONTHLY;BYDAY=3WE",
    "FREQ=MONTHLY;BYDAY=-1FR",
]
ZONES = [ZoneInfo(name) for name in ("America/Los_Angeles", "Europe/Warsaw", "Asia/Shanghai", "Australia/Lord_Howe")]
COUNT = 400

low = dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc)
high = dt.datetime(2027, 1, 1, tzinfo=dt.timezone.utc)
recurrences = []
for index in range(COUNT):
    first = dt.datetime(2020, 1, 1 + index % 28, index % 24, 30, tzinfo=ZONES[index // 4 % 4])
    recurrences.append(rrulestr(RULES[index % 4], dtstart=first))
best = float("inf")
for _ in range(3):
    began = time.perf_counter()
    found = sum(len(recurrence.between(low, high)) for recurrence in recurrences)
    best = min(best, time.perf_counter() - began)
print(f"seconds {best} occurrences {found} series {COUNT}")
