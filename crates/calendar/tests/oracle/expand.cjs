// Reads a feed with ical.js, its VTIMEZONEs included: an oracle of `tests/it/oracles.rs`.
//
// usage: node expand.cjs FEED RANGES   (RANGES: `UID<tab>from<tab>to` lines, in UTC; prints a line of starts, minutes
// since 1970, for each of them)

const fs = require("fs");
const ICAL = require("ical.js");

const feed = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
for (const zone of feed.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const series = new Map();
for (const component of feed.getAllSubcomponents("vevent")) {
  const uid = component.getFirstPropertyValue("uid");
  if (!series.has(uid)) series.set(uid, { main: null, overrides: [] });
  const one = series.get(uid);
  if (component.hasProperty("recurrence-id")) one.overrides.push(component);
  else one.main = component;
}

const lines = fs.readFileSync(process.argv[3], "utf8").split("\n").filter((line) => line);
for (const line of lines) {
  const [uid, from, to] = line.split("\t");
  const [low, high] = [Date.parse(from) / 60000, Date.parse(to) / 60000];
  const found = new Set();
  const one = series.get(uid);
  if (one) {
    const event = new ICAL.Event(one.main, { exceptions: one.overrides, strictExceptions: true });
    const add = (time) => {
      const minutes = time.toUnixTime() / 60;
      if (minutes >= low && minutes < high) found.add(minutes);
    };
    const walk = event.iterator();
    // Wall clocks are up to a day away from UTC.
    for (let next = walk.next(); next; next = walk.next()) {
      if (Date.UTC(next.year, next.month - 1, next.day) / 60000 > high + 2 * 1440) break;
      const details = event.getOccurrenceDetails(next);
      if (details.item === event) add(details.startDate);
    }
    // A meeting may be moved into the range from outside of it.
    for (const override of one.overrides) add(new ICAL.Event(override).startDate);
  }
  console.log([...found].sort((a, b) => a - b).join(","));
}
