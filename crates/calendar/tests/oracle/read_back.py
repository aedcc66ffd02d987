"""Reads a feed with icalendar and prints what its texts are: an oracle of `tests/it/ics_text.rs`.

usage: read_back.py FEED   (prints JSON: the calendar's description, and each event's properties in the order of the feed)
"""

import json
import sys

import icalendar

feed = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())


def texts(event):
    categories = event.get("CATEGORIES")
    return {
        "names": sorted(event.keys()),
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
        "categories": [str(one) for one in categories.cats] if categories else [],
        "url": str(event.get("URL", "")),
        "join": str(event.get("CONFERENCE", "")),
    }


events = [texts(event) for event in feed.walk("VEVENT")]
print(json.dumps({"about": str(feed["DESCRIPTION"]), "children": len(feed.subcomponents), "events": events}))
