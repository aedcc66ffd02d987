// The calendar: list, week and month in any zone, of all groups or some; what is chosen stands in the address.
(function () {
  "use strict";
  var tools = document.querySelector(".cal-tools");
  if (!tools) return;
  var time = calendarTime;
  var body = document.querySelector(".cal-body");
  var words = JSON.parse(tools.dataset.words), kindNames = JSON.parse(tools.dataset.kinds);
  var mine = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  var lang = document.documentElement.lang;
  // Days stand in one order on the whole site.
  if (lang === "en") lang = "en-GB";
  var zones = tools.querySelector("select");
  var data, all, state;

  var make = function (name, kind, content) {
    var element = document.createElement(name);
    if (kind) element.className = kind;
    (Array.isArray(content) ? content : [content]).forEach(function (part) {
      if (part || part === 0) element.append(part);
    });
    return element;
  };
  var button = function (kind, content, does) {
    var element = make("button", kind, content);
    element.type = "button";
    element.addEventListener("click", does);
    return element;
  };
  var named = function (options) {
    options.timeZone = "UTC";
    var format = new Intl.DateTimeFormat(lang, options);
    return function (date) { return format.format(time.moment(date)); };
  };
  var longDay = named({ weekday: "long", day: "numeric", month: "long" });
  var shortDay = named({ weekday: "short", day: "numeric" });
  var weekday = named({ weekday: "short" });
  var monthYear = named({ month: "long", year: "numeric" });
  var span = function (first, last) {
    return new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
      .formatRange(time.moment(first), time.moment(last));
  };
  var clock = function (minutes) {
    var pad = function (number) { return (number < 10 ? "0" : "") + number; };
    return pad(Math.floor(minutes / 60)) + ":" + pad(minutes % 60);
  };

  // What is chosen, from the address.
  var read = function () {
    var asked = new URL(location.href).searchParams;
    var list = function (key) { return (asked.get(key) || "").split(",").filter(Boolean); };
    var tz = asked.get("tz") || "";
    var view = asked.get("view");
    var kinds = list("kinds"), ids = list("groups");
    return {
      view: view === "week" || view === "month" ? view : "list",
      date: time.isDay(asked.get("date")) ? asked.get("date") : "",
      tz: tz === "own" || time.isZone(tz || "UTC") ? tz : "",
      groups: data.groups.filter(function (group) {
        return ids.indexOf(group.id) >= 0 || kinds.indexOf(group.kind) >= 0;
      }).map(function (group) { return group.id; })
    };
  };
  // Kinds that are chosen whole are said as kinds, which keeps addresses short.
  var chosen = function () {
    var kinds = data.kinds.filter(function (kind) {
      return state.groups.length && data.groups.every(function (group) {
        return group.kind !== kind || state.groups.indexOf(group.id) >= 0;
      });
    });
    var groups = data.groups.filter(function (group) {
      return state.groups.indexOf(group.id) >= 0 && kinds.indexOf(group.kind) < 0;
    });
    return { kinds: kinds, groups: groups.map(function (group) { return group.id; }) };
  };
  var write = function (push) {
    var url = new URL(location.href), some = chosen();
    var put = function (key, value) {
      if (value) url.searchParams.set(key, value);
    };
    // In one order, whatever was chosen first.
    ["view", "date", "tz", "kinds", "groups"].forEach(function (key) { url.searchParams.delete(key); });
    put("view", state.view === "list" ? "" : state.view);
    put("date", state.date);
    put("tz", state.tz);
    put("kinds", some.kinds.join(","));
    put("groups", some.groups.join(","));
    var address = url.href.replace(/%2C/g, ",").replace(/%2F/g, "/");
    if (push) history.pushState(null, "", address); else history.replaceState(null, "", address);
  };

  var zoneOf = function (one) { return state.tz === "own" ? one.series.zone : state.tz || mine; };
  var zone = function () { return state.tz === "own" ? mine : state.tz || mine; };
  var today = function () { return time.wall(Math.floor(Date.now() / 60000), zone()).day; };
  var range = function () {
    var date = state.date || today();
    if (state.view === "week") return [time.monday(date), time.plus(time.monday(date), 6)];
    if (state.view === "month") {
      var first = time.monday(time.month(date, 0));
      var last = time.plus(time.month(date, 1), -1);
      return [first, time.plus(time.monday(last), 6)];
    }
    return [date, time.plus(date, 27)];
  };
  var seenIn = function (bounds) {
    var shown = all.filter(function (one) {
      return !state.groups.length || state.groups.indexOf(data.groups[one.series.group].id) >= 0;
    });
    return time.within(shown, bounds[0], bounds[1], zoneOf);
  };

  var groupLink = function (one) {
    var group = data.groups[one.series.group];
    var link = make("a", "", group.title);
    link.href = tools.dataset.home + "groups/" + encodeURIComponent(group.id) + "/";
    return link;
  };
  var titleOf = function (one) { return one.title || one.series.title; };
  var noteOf = function (one) {
    var what = { off: words.off, extra: words.extra, moved: words.moved.replace("%d", one.was ? longDay(one.was) : "") };
    return what[one.state] ? what[one.state] + (one.why ? " · " + one.why : "") : "";
  };
  var times = function (seen) {
    var start = make("time", "", clock(seen.clock));
    start.dateTime = new Date(seen.one.at * 60000).toISOString();
    return [start, seen.end && make("span", "end", "–" + clock(seen.end.clock))];
  };
  var links = function (one) {
    var list = make("ul", "chips");
    if (one.state === "off") return list;
    [["join", one.series.join], ["notes", one.series.notes]].forEach(function (pair) {
      if (!pair[1]) return;
      var link = make("a", "chip", [words[pair[0]], make("span", "vh", " · " + titleOf(one))]);
      link.href = pair[1];
      list.append(make("li", "", link));
    });
    return list;
  };
  var dayName = function (date, name) {
    var shift = state.tz === "own" ? 0 : time.change(date, zone());
    return [
      name,
      date === today() && [" ", make("span", "badge", words.today)],
      shift && [" ", make("span", "quiet", words.clocks + " (" + (shift > 0 ? "+" : "−") + Math.abs(shift) + " min)")]
    ].flat().filter(Boolean);
  };

  var list = function (seen, bounds) {
    var out = [];
    time.days(bounds[0], 28).forEach(function (date) {
      var here = seen.filter(function (one) { return one.day === date; });
      if (!here.length) return;
      var heading = make("h2", "", dayName(date, longDay(date)));
      heading.id = "day-" + date;
      var section = make("section", "day", [heading, make("ul", "meets-list", here.map(function (one) {
        var where = state.tz === "own" && make("span", "zone", one.zone.split("/").pop().replace(/_/g, " "));
        var note = noteOf(one.one);
        return make("li", "meet" + (one.one.state === "off" ? " off" : ""), [
          make("p", "clock", times(one).concat(where)),
          make("div", "what", [
            make("p", "title", titleOf(one.one)),
            make("p", "group-name", groupLink(one.one)),
            note && make("p", "note", note)
          ]),
          links(one.one)
        ]);
      }))]);
      section.setAttribute("aria-labelledby", heading.id);
      out.push(section);
    });
    return out;
  };

  // One meeting in full, over the page.
  var detail = function (seen) {
    var one = seen.one;
    var heading = make("h2", "", titleOf(one));
    heading.id = "detail-title";
    var own = time.wall(one.at, one.series.zone);
    var dialog = make("dialog", "detail", [
      heading,
      make("p", "group-name", groupLink(one)),
      make("p", "clock", [longDay(seen.day), ", "].concat(times(seen))),
      one.series.zone !== seen.zone &&
        make("p", "quiet", shortDay(own.day) + ", " + clock(own.clock) + " " + one.series.zone),
      one.series.room && make("p", "quiet", one.series.room),
      noteOf(one) && make("p", "note", noteOf(one)),
      links(one),
      button("chip close", words.close, function () { dialog.close(); })
    ]);
    dialog.setAttribute("aria-labelledby", heading.id);
    dialog.addEventListener("close", function () { dialog.remove(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
  };
  var event = function (seen) {
    var one = seen.one;
    var element = button("event" + (one.state === "off" ? " off" : ""), [
      make("span", "clock", clock(seen.clock)), " ", make("span", "title", titleOf(one)), " ",
      make("span", "of", data.groups[one.series.group].title)
    ], function () { detail(seen); });
    element.dataset.tone = one.series.group % 6;
    element.title = titleOf(one) + " · " + data.groups[one.series.group].title;
    return element;
  };

  var week = function (seen, bounds) {
    var days = time.days(bounds[0], 7).map(function (date) {
      var parts = time.parts(seen, date);
      return { date: date, lanes: time.lanes(parts), parts: parts };
    });
    var first = 1440, last = 0;
    days.forEach(function (day) {
      day.parts.forEach(function (part) {
        first = Math.min(first, part.from);
        last = Math.max(last, part.to);
      });
    });
    first = Math.min(Math.floor(first / 60), 9);
    last = Math.max(Math.ceil(last / 60), 17);
    var hours = make("div", "week-hours");
    hours.setAttribute("aria-hidden", "true");
    for (var hour = first; hour < last; hour++) hours.append(make("span", "", clock(hour * 60)));
    var grid = make("div", "week", hours);
    grid.style.setProperty("--hours", last - first);
    // A day is as wide as its meetings side by side need, and an empty one gives them room.
    var least = days.map(function (day) { return day.parts.length ? Math.max(6.5, day.lanes * 5) : 5.5; });
    grid.style.setProperty("--columns", least.map(function (rem) { return "minmax(" + rem + "rem, " + rem + "fr)"; }).join(" "));
    grid.style.setProperty("--least", least.reduce(function (sum, rem) { return sum + rem; }, 3.4) + "rem");
    days.forEach(function (day) {
      var heading = make("h2", "", dayName(day.date, shortDay(day.date)));
      heading.id = "day-" + day.date;
      var track = make("ul", "track", day.parts.map(function (part) {
        var item = make("li", "", event(part.seen));
        item.style.setProperty("--from", (part.from - first * 60) / 60);
        item.style.setProperty("--length", (part.to - part.from) / 60);
        item.style.setProperty("--lane", part.lane);
        item.style.setProperty("--lanes", part.lanes);
        return item;
      }));
      var column = make("section", "week-day" + (day.date === today() ? " is-today" : ""), [heading, track]);
      column.setAttribute("aria-labelledby", heading.id);
      grid.append(column);
    });
    var frame = make("div", "week-frame", grid);
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", words.hours);
    return [frame];
  };

  var month = function (seen, bounds) {
    var room = 4;
    var rows = [], inMonth = (state.date || today()).slice(0, 7);
    for (var date = bounds[0]; date <= bounds[1]; date = time.plus(date, 7)) {
      rows.push(make("tr", "", time.days(date, 7).map(function (day) {
        var here = seen.filter(function (one) { return one.day === day; });
        var go = function () { state.view = "list"; state.date = day; write(true); draw(); };
        var number = here.length ? button("month-day", [
          String(+day.slice(8)), make("span", "vh", " " + longDay(day)), make("span", "month-count", here.length)
        ], go) : make("span", "month-day", String(+day.slice(8)));
        var shown = here.slice(0, here.length > room + 1 ? room : room + 1);
        return make("td", (day.slice(0, 7) === inMonth ? "" : "other ") + (day === today() ? "is-today" : ""), [
          number,
          here.length > 0 && make("ul", "", shown.map(function (one) { return make("li", "", event(one)); })),
          shown.length < here.length &&
            button("month-more", words.more.replace("%n", here.length - shown.length), go)
        ]);
      })));
    }
    var head = make("thead", "", make("tr", "", time.days(bounds[0], 7).map(function (day) {
      var cell = make("th", "", weekday(day));
      cell.scope = "col";
      return cell;
    })));
    return [make("table", "month", [head, make("tbody", "", rows)])];
  };

  var draw = function () {
    var bounds = range();
    var seen = seenIn(bounds);
    var date = state.date || today();
    var shown = state.view === "week" ? week(seen, bounds) : state.view === "month" ? month(seen, bounds) : list(seen, bounds);
    var beyond = time.moment(bounds[1]) / 60000 >= data.to;
    var line = state.tz === "own" ? words.lineOwn : words.line.replace("%z", zone());
    body.replaceChildren.apply(body, [
      make("p", "quiet zone-line", line),
      !seen.length && !beyond && make("p", "empty", words.nothing)
    ].concat(shown, beyond && make("p", "empty", words.beyond)).filter(Boolean));
    body.classList.remove("waiting");
    var frame = body.querySelector(".week-frame"), now = frame && frame.querySelector(".is-today");
    if (now) frame.scrollLeft = now.offsetLeft - frame.firstChild.firstChild.offsetWidth;
    tools.querySelector(".cal-range").textContent =
      state.view === "month" ? monthYear(date) : span(bounds[0], bounds[1]);
    tools.querySelectorAll("[data-view]").forEach(function (one) {
      one.setAttribute("aria-pressed", String(one.dataset.view === state.view));
    });
    zones.value = state.tz;
    var names = data.groups.filter(function (group) { return state.groups.indexOf(group.id) >= 0; });
    tools.querySelector(".cal-groups summary span").textContent = !names.length ? words.all
      : words.some.replace("%n", names.length > 1 ? names.length : names[0].title);
    tools.querySelectorAll(".cal-choices input").forEach(function (box) {
      var of = box.dataset.kind ? data.groups.filter(function (group) { return group.kind === box.dataset.kind; }) : [{ id: box.value }];
      var ticked = of.filter(function (group) { return state.groups.indexOf(group.id) >= 0; }).length;
      box.checked = ticked === of.length;
      box.indeterminate = ticked > 0 && ticked < of.length;
    });
    document.querySelectorAll(".undated [data-group]").forEach(function (row) {
      row.hidden = state.groups.length > 0 && state.groups.indexOf(row.dataset.group) < 0;
    });
    document.dispatchEvent(new CustomEvent("calendar-groups", {
      detail: { query: chosen(), names: names.map(function (group) { return group.title; }) }
    }));
  };

  var move = function (steps) {
    var date = state.date || today();
    if (!steps) state.date = "";
    else if (state.view === "month") state.date = time.month(date, steps);
    else state.date = time.plus(date, steps * (state.view === "week" ? 7 : 28));
    if (state.date === today()) state.date = "";
    write(true);
    draw();
  };

  var choices = function () {
    var place = tools.querySelector(".cal-choices");
    var choice = function (title, does) {
      var box = document.createElement("input");
      box.type = "checkbox";
      box.addEventListener("change", function () { does(box.checked); write(false); draw(); });
      return { box: box, label: make("label", "", [box, make("span", "", title)]) };
    };
    var set = function (ids, on) {
      state.groups = state.groups.filter(function (id) { return ids.indexOf(id) < 0; }).concat(on ? ids : []);
      // All of them is no choice.
      if (state.groups.length === data.groups.length) state.groups = [];
    };
    place.append(button("chip", words.clear, function () { state.groups = []; write(false); draw(); }));
    data.kinds.forEach(function (kind) {
      var of = data.groups.filter(function (group) { return group.kind === kind; });
      var ids = of.map(function (group) { return group.id; });
      var whole = choice(kindNames[kind], function (on) { set(ids, on); });
      whole.box.dataset.kind = kind;
      var list = make("ul", "", of.map(function (group) {
        var one = choice(group.title, function (on) { set([group.id], on); });
        one.box.value = group.id;
        return make("li", "", one.label);
      }));
      whole.label.className = "kind-choice";
      var field = make("div", "", [whole.label, list]);
      field.setAttribute("role", "group");
      field.setAttribute("aria-label", kindNames[kind]);
      place.append(field);
    });
    var details = tools.querySelector(".cal-groups");
    document.addEventListener("click", function (event) { if (!details.contains(event.target)) details.open = false; });
    details.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary").focus();
    });
  };

  var fillZones = function () {
    var option = function (value, title) {
      var one = make("option", "", title);
      one.value = value;
      return one;
    };
    var group = function (title, names) {
      var one = make("optgroup", "", names.map(function (name) { return option(name, name.replace(/_/g, " ")); }));
      one.label = title;
      return one;
    };
    var used = Array.from(new Set(data.series.map(function (series) { return series.zone; }))).filter(time.isZone).sort();
    var known = Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : [];
    zones.replaceChildren(
      option("", words.yours.replace("%z", mine.replace(/_/g, " "))), option("UTC", "UTC"), option("own", words.own),
      group(words.common, used.filter(function (name) { return !/^Etc\/(UTC|GMT)$|^UTC$/.test(name); })),
      group(words.zones, known.filter(function (name) { return used.indexOf(name) < 0 && name !== "UTC"; }))
    );
    if (state.tz && !Array.from(zones.options).some(function (one) { return one.value === state.tz; })) {
      zones.append(option(state.tz, state.tz));
    }
    zones.addEventListener("change", function () { state.tz = zones.value; write(false); draw(); });
  };

  // A week or a month takes the place of the list: that it had stood there need not be seen.
  if (/[?&]view=(week|month)/.test(location.search)) body.classList.add("waiting");
  fetch(tools.dataset.src).then(function (answer) {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then(function (document) {
    data = document;
    all = time.meetings(data);
    state = read();
    fillZones();
    choices();
    tools.addEventListener("click", function (event) {
      var pressed = event.target.closest("[data-go], [data-view]");
      if (!pressed) return;
      if (pressed.dataset.view) {
        state.view = pressed.dataset.view;
        write(true);
        draw();
      } else move(pressed.dataset.go === "today" ? 0 : +pressed.dataset.go);
    });
    addEventListener("popstate", function () { state = read(); draw(); });
    draw();
  }).catch(function () {
    // The list that came with the page stays.
    body.classList.remove("waiting");
    tools.hidden = true;
  });
})();
