// Time for the calendar: meetings from their runs, days and clocks of any zone, lanes for what overlaps.
// Moments are minutes since 1970 in UTC, days are texts (2026-11-24), clocks are minutes of a day.
var calendarTime = (function () {
  "use strict";
  var formats = {};
  var day = 86400000;

  // A zone's wall clock at a moment: { day, clock }.
  var wall = function (at, zone) {
    var format = formats[zone];
    if (!format) {
      format = formats[zone] = new Intl.DateTimeFormat("en-US", {
        timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
        hour: "2-digit", minute: "2-digit"
      });
    }
    var is = {};
    format.formatToParts(at * 60000).forEach(function (part) { is[part.type] = part.value; });
    return { day: is.year + "-" + is.month + "-" + is.day, clock: is.hour * 60 + +is.minute };
  };

  var isZone = function (zone) {
    try { new Intl.DateTimeFormat("en", { timeZone: zone }); return true; } catch (unknown) { return false; }
  };

  var moment = function (date) { return Date.parse(date + "T00:00:00Z"); };
  var isDay = function (text) { return /^\d{4}-\d\d-\d\d$/.test(text || "") && !isNaN(moment(text)); };
  var text = function (ms) { return new Date(ms).toISOString().slice(0, 10); };
  var plus = function (date, days) { return text(moment(date) + days * day); };
  var monday = function (date) { return plus(date, -((new Date(moment(date)).getUTCDay() + 6) % 7)); };
  var month = function (date, months) {
    var first = new Date(moment(date.slice(0, 8) + "01"));
    first.setUTCMonth(first.getUTCMonth() + months);
    return text(first.getTime());
  };
  var days = function (from, count) {
    return Array.from({ length: count }, function (_, i) { return plus(from, i); });
  };

  // How far the clocks of a zone move within a day, in minutes: 0 on all days but two.
  var change = function (date, zone) {
    var offset = function (at) {
      var there = wall(at, zone);
      return moment(there.day) / 60000 + there.clock - at;
    };
    var noon = moment(date) / 60000 - offset(moment(date) / 60000);
    return offset(noon + 1439) - offset(noon);
  };

  // Every meeting of the document, in order. A series' starts are runs: first, then step and times.
  var meetings = function (data) {
    var out = [];
    data.series.forEach(function (series) {
      var at = series.starts[0];
      var take = function () {
        out.push({ at: at, minutes: series.minutes, series: series, state: "regular" });
      };
      if (series.starts.length) take();
      for (var i = 1; i + 1 < series.starts.length; i += 2) {
        for (var times = series.starts[i + 1]; times > 0; times--) {
          at += series.starts[i];
          take();
        }
      }
      (series.others || []).forEach(function (other) {
        out.push({
          at: other.at, minutes: other.minutes, series: series, state: other.state, was: other.was,
          title: other.title, why: other.why
        });
      });
    });
    return out.sort(function (a, b) { return a.at - b.at || (a.series.title < b.series.title ? -1 : 1); });
  };

  // The meetings that touch the days from `first` to `last`, with day and clock as `zoneOf(meeting)` has them.
  var within = function (all, first, last, zoneOf) {
    var from = moment(first) / 60000 - 3 * 1440, to = moment(last) / 60000 + 3 * 1440;
    return all.filter(function (one) { return one.at >= from && one.at < to; }).map(function (one) {
      var zone = zoneOf(one);
      var start = wall(one.at, zone);
      var end = one.minutes ? wall(one.at + one.minutes, zone) : null;
      return { one: one, zone: zone, day: start.day, clock: start.clock, end: end };
    }).filter(function (seen) {
      return seen.day <= last && (seen.end && seen.end.clock > 0 ? seen.end.day : seen.day) >= first;
    });
  };

  // The parts of meetings that fall on one day, as { from, to } in minutes of it. One without a length is
  // drawn as an hour.
  var parts = function (seen, date) {
    return seen.filter(function (one) {
      return one.day === date || (one.day < date && one.end && one.end.day >= date && one.end.clock > 0);
    }).map(function (one) {
      var starts = one.day === date;
      var length = one.one.minutes || 60;
      var from = starts ? one.clock : 0;
      var to = starts ? one.clock + length : one.end.clock;
      return { seen: one, from: from, to: Math.min(1440, Math.max(to, from + 20)), starts: starts };
    }).sort(function (a, b) { return a.from - b.from || b.to - a.to; });
  };

  // Lays what overlaps side by side: each part gets its lane and how many lanes its neighbours share.
  var lanes = function (list) {
    var cluster = [], ends = [], latest = -1, most = 1;
    var close = function () {
      cluster.forEach(function (part) { part.lanes = ends.length; });
      most = Math.max(most, ends.length);
      cluster = [];
      ends = [];
    };
    list.forEach(function (part) {
      if (part.from >= latest) close();
      var lane = ends.findIndex(function (end) { return end <= part.from; });
      if (lane < 0) lane = ends.length;
      ends[lane] = part.to;
      part.lane = lane;
      cluster.push(part);
      latest = Math.max(cluster.length > 1 ? latest : -1, part.to);
    });
    close();
    return most;
  };

  return {
    wall: wall, isZone: isZone, isDay: isDay, moment: moment, plus: plus, monday: monday, month: month,
    days: days, change: change, meetings: meetings, within: within, parts: parts, lanes: lanes
  };
})();
