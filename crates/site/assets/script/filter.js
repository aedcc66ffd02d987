// The filter of groups on the home page, kept in the address.
(function () {
  "use strict";
  var form = document.querySelector("form.filter");
  if (!form) return;
  var input = form.elements.q;
  var fields = Array.from(form.elements).filter(function (field) { return field.name; });
  var found = document.getElementById("found");
  var none = document.querySelector(".none-found");
  // Accents do not part "Munoz" from "Muñoz".
  var fold = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ı/g, "i");
  };
  var value = function (name) {
    var field = form.elements[name];
    if (!field) return "";
    return field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim();
  };
  var kinds = Array.from(document.querySelectorAll("section.kind")).map(function (kind) {
    var rows = Array.from(kind.querySelectorAll(".row")).map(function (row) {
      return {
        row: row,
        text: fold(kind.querySelector("h3").textContent + " " + row.textContent),
        starts: (row.dataset.starts || "").split(" ").filter(Boolean).map(function (at) { return new Date(at * 60000); })
      };
    });
    return { kind: kind, rows: rows };
  });
  // By the clock of whoever reads.
  var suits = function (start, hours) {
    var hour = start.getHours(), day = start.getDay();
    return hours === "evening" ? hour >= 18 && hour < 23 : hour >= 8 && hour < 18 && day > 0 && day < 6;
  };
  var apply = function () {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    var wanted = value("kind"), hours = value("hours"), lead = value("lead");
    var total = 0;
    kinds.forEach(function (entry) {
      var shown = 0;
      var fits = !wanted || entry.kind.dataset.kind === wanted;
      entry.rows.forEach(function (item) {
        var hit = fits && words.every(function (word) { return item.text.indexOf(word) >= 0; }) &&
          (!hours || item.starts.some(function (start) { return suits(start, hours); })) &&
          (!lead || item.row.dataset.lead === lead);
        item.row.hidden = !hit;
        if (hit) shown++;
      });
      entry.kind.hidden = shown === 0;
      total += shown;
    });
    none.hidden = total > 0;
    var asked = words.length || wanted || hours || lead;
    found.textContent = asked ? form.dataset.found.replace("%n", total) : "";
  };
  var remember = function () {
    var url = new URL(location.href);
    fields.forEach(function (field) {
      if (value(field.name)) url.searchParams.set(field.name, value(field.name));
      else url.searchParams.delete(field.name);
    });
    history.replaceState(null, "", url);
  };
  var asked = new URL(location.href).searchParams;
  fields.forEach(function (field) {
    var given = asked.get(field.name);
    if (!given) return;
    if (field.type === "checkbox") field.checked = given === field.value;
    else field.value = given;
    // A choice that is not there any more chooses nothing.
    if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
  });
  if (fields.some(function (field) { return value(field.name); })) apply();
  form.addEventListener("input", function () { apply(); remember(); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = document.querySelector(".row:not([hidden]) h4 a");
    if (input.value.trim() && first) first.focus();
  });
  input.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { input.value = ""; apply(); remember(); }
  });
})();
