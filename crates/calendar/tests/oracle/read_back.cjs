// Reads a feed with ical.js and prints what its texts are: an oracle of `tests/it/ics_text.rs`.
//
// usage: node read_back.cjs FEED   (prints JSON: the calendar's description, and each event's properties in the order of the feed)

const fs = require("fs");
const ICAL = require("ical.js");

const feed = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
const text = (event, name) => String(event.getFirstPropertyValue(name) ?? "");
const events = feed.getAllSubcomponents("vevent").map((event) => ({
  names: event.getAllProperties().map((property) => property.name.toUpperCase()).sort(),
  uid: text(event, "uid"),
  summary: text(event, "summary"),
  description: text(event, "description"),
  categories: event.getFirstProperty("categories")?.getValues() ?? [],
  url: text(event, "url"),
  join: text(event, "conference"),
}));
console.log(JSON.stringify({ about: text(feed, "description"), children: feed.getAllSubcomponents().length, events }));
