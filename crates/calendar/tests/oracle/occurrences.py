"""Random series and their occurrences, by python-dateutil and zoneinfo: the vectors of `tests/it/dateutil.rs`.

Run: pip install python-dateutil tzdata==2026.5 && PYTHONTZPATH= python3 occurrences.py [COUNT [SEED]] > vectors.txt

The zone database must be of the edition that the crate embeds (2026e here): governments change clocks.

A line: rrule;zone;first date;HH:MM;window start (UTC);window end (UTC);start,start,... (UTC, minutes since 1970)
Wall-clock times that a change of clocks skips are read with the offset before it, those that happen twice are
the first (fold=0): RFC 5545, section 3.3.5.
"""

import datetime as dt
import random
import sys
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

ZONES = """America/Los_Angeles America/New_York Europe/Warsaw Europe/London Asia/Shanghai Asia/Kolkata
Australia/Lord_Howe Australia/Sydney Africa/Casablanca Pacific/Apia America/Nuuk America/St_Johns Asia/Tehran
America/Sao_Paulo Asia/Kathmandu Pacific/Auckland Europe/Istanbul America/Havana Asia/Gaza Etc/UTC""".split()
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def rule(pick):
    kind = pick.choice(["daily", "weekly", "weekly", "weekly", "monthly", "monthly", "after", "yearly", "position", "bare"])
    if kind == "daily":
        interval = pick.choice([1, 1, 2, 3, 10])
        days = "" if pick.random() < 0.5 else ";BYDAY=" + ",".join(sorted(pick.sample(DAYS, 4), key=DAYS.index))
        return "FREQ=DAILY" + (f";INTERVAL={interval}" if interval > 1 else "") + days
    interval = pick.choice([1, 1, 2, 2, 3, 4])
    tail = f";INTERVAL={interval}" if interval > 1 else ""
    if kind == "weekly":
        days = sorted(pick.sample(DAYS, pick.choice([1, 1, 1, 2, 3])), key=DAYS.index)
        return f"FREQ=WEEKLY{tail};BYDAY=" + ",".join(days)
    if kind == "yearly":
        months = ",".join(map(str, sorted(pick.sample(range(1, 13), 2))))
        return pick.choice([
            f"FREQ=YEARLY{tail};BYMONTH={months};BYDAY={pick.choice([1, 2, -1])}{pick.choice(DAYS)}",
            f"FREQ=YEARLY{tail};BYMONTH={months};BYMONTHDAY={pick.choice([1, 15, 31, -1])}",
            f"FREQ=YEARLY{tail};BYDAY={pick.choice([1, 20, -1, -20])}{pick.choice(DAYS)}",
            f"FREQ=YEARLY{tail}",
        ])
    if kind == "position":
        days = ",".join(sorted(pick.sample(DAYS, pick.choice([2, 5])), key=DAYS.index))
        return f"FREQ=MONTHLY{tail};BYDAY={days};BYSETPOS={pick.choice([1, 2, -1, -2])}"
    if kind == "bare":
        return pick.choice(["FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=DAILY"]) + tail
    if kind == "monthly":
        days = {f"{pick.choice([1, 2, 3, 4, 5, -1, -2])}{pick.choice(DAYS)}" for _ in range(pick.choice([1, 1, 2]))}
        return f"FREQ=MONTHLY{tail};BYDAY=" + ",".join(sorted(days))
    # kind == "after": the weekday within seven given days of the month
    first = pick.choice([8, 15, 23])
    return f"FREQ=MONTHLY{tail};BYDAY={pick.choice(DAYS)};BYMONTHDAY=" + ",".join(map(str, range(first, first + 7)))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    pick = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 5545)
    for _ in range(count):
        text, name = rule(pick), pick.choice(ZONES)
        if pick.random() < 0.15:
            text += f";COUNT={pick.choice([1, 5, 12])}"
        first = dt.date(pick.randint(1990, 2036), pick.randint(1, 12), pick.randint(1, 28))
        clock = dt.time(pick.randint(0, 23), pick.choice([0, 0, 30, 15, 45]))
        window = first + dt.timedelta(days=pick.choice([0, 0, 30, 400, -20]))
        end = window + dt.timedelta(days=pick.choice([30, 100, 200]))
        utc = dt.timezone.utc
        low = dt.datetime.combine(window, dt.time(), utc)
        high = dt.datetime.combine(end, dt.time(), utc)
        starts = []
        # Week starts on Monday, as in the rule of the product.
        for naive in rrulestr("RRULE:" + text + ";WKST=MO", dtstart=dt.datetime.combine(first, clock)):
            if naive.date() > end + dt.timedelta(days=3):
                break
            moment = naive.replace(tzinfo=ZoneInfo(name)).astimezone(utc)
            if low <= moment < high:
                starts.append(int(moment.timestamp()) // 60)
        # Two wall-clock times that a skipped day makes one moment are one meeting.
        starts = ",".join(map(str, sorted(set(starts))))
        print(f"{text.replace(';', ' ')};{name};{first};{clock:%H:%M};{low:%Y-%m-%dT%H:%M:%SZ};{high:%Y-%m-%dT%H:%M:%SZ};{starts}")


main()
