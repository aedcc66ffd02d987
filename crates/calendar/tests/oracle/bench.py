"""The work of `benches/occurrences.rs` by python-dateutil: a year of occurrences of many series.

Run: pip install python-dateutil && python3 bench.py
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
began = time.perf_counter()
found = 0
for index in range(COUNT):
    first = dt.datetime(2020, 1, 1 + index % 28, index % 24, 30, tzinfo=ZONES[index // 4 % 4])
    found += len(rrulestr(RULES[index % 4], dtstart=first).between(low, high))
print(f"{(time.perf_counter() - began) / COUNT * 1e6:.0f} µs a series, {found} occurrences of {COUNT} series")
