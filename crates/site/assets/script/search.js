// Search: a dialog on every page, answers as one types on the page of results.
// Folding and ranking are those of src/search/{fold,rank}.rs, which a test compares with these.
var folkmootSearch = (function () {
  "use strict";
  var joined = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]/;
  var fold = function (text) {
    return text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, function (c) { return c.normalize("NFD").charAt(0); })
      .replace(/[\u0300-\u036f]/g, "").replace(/\u0131/g, "i").toLowerCase();
  };
  var cut = function (text) {
    var out = [];
    (fold(text).match(/[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+|(?:(?![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])[\p{Alphabetic}\p{N}])+/gu) || []).forEach(function (part) {
      if (!joined.test(part) || part.length === 1) return out.push(part);
      for (var i = 0; i + 1 < part.length; i++) out.push(part.slice(i, i + 2));
    });
    return out;
  };
  var exact = function (asked, has) {
    if (has === asked) return 8;
    var at = has.indexOf(asked);
    if (at === 0) return 6;
    return at > 0 && (bytes(asked) >= 3 || joined.test(asked)) ? 3 : 0;
  };
  var bytes = function (text) { return new TextEncoder().encode(text).length; };
  var errors = function (asked) {
    var length = Array.from(asked).length;
    return joined.test(asked) || length < 4 ? 0 : length < 8 ? 1 : 2;
  };
  var distance = function (a, b) {
    var before = [], last = [], row, i, j;
    for (j = 0; j <= b.length; j++) last.push(j);
    for (i = 1; i <= a.length; i++) {
      row = [i];
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return last[b.length];
  };
  var mistyped = function (asked, has, most) {
    var a = Array.from(asked), b = Array.from(has);
    if (b.length + most < a.length) return false;
    return (b.length <= a.length + most && distance(a, b) <= most) ||
      (b.length > a.length && distance(a, b.slice(0, a.length)) <= most);
  };
  // Words of all entries once, with the entries and fields that have them.
  var prepare = function (entries) {
    var known = new Map();
    entries.forEach(function (entry, index) {
      [entry[1], entry[2], entry[4]].forEach(function (text, field) {
        cut(text).forEach(function (word) {
          if (!known.has(word)) known.set(word, []);
          known.get(word).push([index, field]);
        });
      });
    });
    return { entries: entries, known: known, titles: entries.map(function (entry) { return fold(entry[1]); }) };
  };
  var weights = [8, 3, 1], bonus = [30, 12, 8, 4, 0];
  var find = function (index, query, limit) {
    var asked = cut(query), totals = index.entries.map(function () { return 0; });
    if (!asked.length) return [];
    asked.forEach(function (word) {
      var best = new Map(), begins = false;
      var take = function (quality, places) {
        places.forEach(function (place) {
          var value = quality * weights[place[1]];
          if (value > (best.get(place[0]) || 0)) best.set(place[0], value);
        });
      };
      index.known.forEach(function (places, has) {
        var quality = exact(word, has);
        if (quality >= 6) begins = true;
        if (quality) take(quality, places);
      });
      var most = begins ? 0 : errors(word);
      if (most) {
        var exactly = new Set(best.keys());
        index.known.forEach(function (places, has) {
          if (mistyped(word, has, most)) take(2, places.filter(function (place) { return !exactly.has(place[0]); }));
        });
      }
      totals.forEach(function (total, at) {
        totals[at] = total < 0 || !best.get(at) ? -1 : total + best.get(at);
      });
    });
    var whole = fold(query.trim());
    return totals.map(function (total, at) {
      var title = index.titles[at];
      var named = title === whole ? 60 : title.indexOf(whole) === 0 ? 20 : 0;
      return { at: at, found: total >= 0, value: total + named + bonus[index.entries[at][0]], length: Array.from(title).length };
    }).filter(function (one) { return one.found; }).sort(function (a, b) {
      return b.value - a.value || a.length - b.length || a.at - b.at;
    }).slice(0, limit).map(function (one) { return index.entries[one.at]; });
  };
  return { cut: cut, prepare: prepare, find: find };
})();
(function () {
  "use strict";
  if (typeof document === "undefined") return;
  var opener = document.querySelector("a.search-open");
  if (!opener || !window.HTMLDialogElement) return;
  var words = opener.dataset, kinds = words.kinds.split("|"), loading = null;
  var load = function () {
    loading = loading || fetch(words.index).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(folkmootSearch.prepare);
    return loading;
  };
  var part = function (name, text) {
    var span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    return span;
  };
  var show = function (list, found) {
    list.replaceChildren.apply(list, found.map(function (entry) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = words.pages + entry[3];
      link.append(part("result-title", entry[1]), part("result-kind", kinds[entry[0]]));
      if (entry[2]) link.append(part("result-context", entry[2]));
      item.append(link);
      return item;
    }));
  };
  // Answers in `list` what is typed into `input`.
  var answer = function (input, list, status, limit) {
    var latest = 0;
    var run = function () {
      var query = input.value.slice(0, 200), turn = ++latest;
      load().then(function (index) {
        if (turn !== latest) return;
        var found = query.trim() ? folkmootSearch.find(index, query, limit) : [];
        show(list, found);
        status.textContent = !query.trim() ? "" : found.length ? words.found.replace("%n", found.length + (found.length < limit ? "" : "+")) : words.none;
      }, function () {
        loading = null;
        status.textContent = words.failed;
      });
    };
    input.addEventListener("input", run);
    return run;
  };
  // Arrow keys go from the field through the answers and back.
  var arrows = function (around, input, list) {
    around.addEventListener("keydown", function (event) {
      var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (!step || event.isComposing) return;
      var links = Array.from(list.querySelectorAll("a")), at = links.indexOf(document.activeElement);
      if (!links.length || (at < 0 && document.activeElement !== input)) return;
      event.preventDefault();
      (links[at + step] || (step < 0 ? input : links[at])).focus();
    });
  };
  var dialog = null, field = null;
  var build = function () {
    dialog = document.createElement("dialog");
    dialog.className = "search-dialog";
    dialog.setAttribute("aria-label", words.label);
    var form = document.createElement("form"), close = document.createElement("button");
    var list = document.createElement("ul"), status = document.createElement("p");
    field = document.createElement("input");
    field.type = "search";
    field.maxLength = 200;
    field.placeholder = words.label;
    field.autocomplete = "off";
    field.spellcheck = false;
    field.setAttribute("aria-label", words.label);
    close.type = "button";
    close.textContent = words.close;
    close.addEventListener("click", function () { dialog.close(); });
    list.className = "results";
    status.setAttribute("role", "status");
    form.setAttribute("role", "search");
    form.append(field, close);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var first = list.querySelector("a");
      if (first) location.href = first.href;
    });
    // A link to a place on this very page leaves the dialog behind.
    list.addEventListener("click", function () { dialog.close(); });
    // The field would take the first Escape to empty itself.
    field.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    dialog.append(form, status, list);
    document.body.append(dialog);
    answer(field, list, status, 12);
    arrows(dialog, field, list);
  };
  var open = function () {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    field.select();
    load().catch(function () { loading = null; });
  };
  opener.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", function (event) {
    var target = event.target, typing = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
    var plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    var slash = event.key === "/" && plain && !typing;
    var k = (event.key === "k" || event.key === "K") && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if ((!slash && !k) || event.defaultPrevented) return;
    event.preventDefault();
    open();
  });
  var own = document.getElementById("search-query");
  if (own) {
    var list = document.getElementById("search-results");
    var run = answer(own, list, document.getElementById("search-found"), 50);
    arrows(document.querySelector("main"), own, list);
    own.addEventListener("input", function () {
      var url = new URL(location.href);
      if (own.value.trim()) url.searchParams.set("q", own.value.trim());
      else url.searchParams.delete("q");
      history.replaceState(null, "", url);
    });
    // A host of files answers no query by itself.
    var asked = new URL(location.href).searchParams.get("q");
    if (asked && own.value !== asked) { own.value = asked; run(); }
  }
})();
