// Meetings in the reader's own zone and language: what is over goes, the next come forward, the first counts down.
(function () {
  "use strict";
  var page = document.documentElement.lang;
  // The reader's own kind of the page's language: British clocks differ from American ones.
  var mine = (navigator.languages || []).find(function (tag) {
    return tag.split("-")[0] === page.split("-")[0];
  }) || page;
  var format = function (options) { return new Intl.DateTimeFormat(mine, options); };
  var days = {
    short: format({ weekday: "short", day: "numeric", month: "short" }),
    long: format({ weekday: "long", day: "numeric", month: "long" })
  };
  var hours = format({ hour: "2-digit", minute: "2-digit" });
  var zones = {
    short: format({ hour: "2-digit", timeZoneName: "short" }),
    long: format({ hour: "2-digit", timeZoneName: "long" })
  };
  var distance = new Intl.RelativeTimeFormat(mine, { numeric: "always" });
  document.querySelectorAll("time.moment").forEach(function (moment) {
    var start = new Date(moment.dateTime);
    var style = "long" in moment.dataset ? "long" : "short";
    var put = function (part, text) { moment.querySelector(part).textContent = text; };
    var zone = zones[style].formatToParts(start).find(function (part) { return part.type === "timeZoneName"; });
    moment.title = moment.textContent.trim().replace(/\s+/g, " ");
    put(".moment-day", days[style].format(start));
    put(".hours", moment.dataset.until ? hours.formatRange(start, new Date(moment.dataset.until)) : hours.format(start));
    put(".zone", zone ? zone.value : "");
  });
  var until = function (minutes) {
    if (minutes < 100) return distance.format(minutes, "minute");
    if (minutes < 36 * 60) return distance.format(Math.round(minutes / 60), "hour");
    return distance.format(Math.round(minutes / 1440), "day");
  };
  var lists = Array.from(document.querySelectorAll("ol.soon"));
  var tick = function () {
    var now = Date.now();
    lists.forEach(function (list) {
      var left = +list.dataset.shown;
      Array.from(list.children).forEach(function (one) {
        var start = Date.parse(one.querySelector("time").dateTime);
        var over = Date.parse(one.dataset.until) <= now;
        var place = one.querySelector(".countdown");
        one.hidden = over || left < 1;
        if (!over) left--;
        place.classList.toggle("live", start <= now);
        place.textContent = start <= now ? list.dataset.now : until(Math.ceil((start - now) / 60000));
      });
    });
  };
  if (lists.length) { tick(); setInterval(tick, 20000); }
})();
