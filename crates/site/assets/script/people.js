// Everybody with a role: search and choices, kept in the address. And the clock of those who tell their zone.
(function () {
  "use strict";
  document.querySelectorAll("[data-clock-of]").forEach(function (place) {
    var tell = function () {
      try {
        var clock = new Intl.DateTimeFormat(document.documentElement.lang, {
          timeZone: place.dataset.clockOf, hour: "2-digit", minute: "2-digit", hourCycle: "h23"
        });
        place.textContent = place.dataset.clockOf + " · " + place.dataset.now.replace("%t", clock.format());
      } catch (unknownZone) {}
    };
    tell();
    setInterval(tell, 30000);
  });
  var form = document.querySelector("form.finder");
  if (!form) return;
  // Accents do not part "Munoz" from "Muñoz".
  var fold = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ı/g, "i");
  };
  var fields = Array.from(form.elements).filter(function (field) { return field.name; });
  var people = Array.from(document.querySelectorAll(".roster .person")).map(function (row) {
    return {
      row: row,
      text: fold(row.textContent),
      role: row.dataset.roles.split("\n"),
      group: row.dataset.groups.split("\n"),
      company: [row.dataset.company]
    };
  });
  var rolls = Array.from(document.querySelectorAll(".roll"));
  var found = document.getElementById("found");
  var none = document.querySelector(".none-found");
  var apply = function () {
    var total = 0;
    var words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    people.forEach(function (one) {
      var hit = fields.every(function (field) {
        if (field.name === "q") return words.every(function (word) { return one.text.indexOf(word) >= 0; });
        return !field.value || one[field.name].indexOf(field.value) >= 0;
      });
      one.row.hidden = !hit;
      if (hit) total++;
    });
    rolls.forEach(function (roll) { roll.hidden = !roll.querySelector(".person:not([hidden])"); });
    none.hidden = total > 0;
    var asked = fields.some(function (field) { return field.value.trim(); });
    found.textContent = asked ? form.dataset.found.replace("%n", total) : "";
  };
  var remember = function () {
    var url = new URL(location.href);
    fields.forEach(function (field) {
      if (field.value.trim()) url.searchParams.set(field.name, field.value.trim());
      else url.searchParams.delete(field.name);
    });
    history.replaceState(null, "", url);
  };
  var asked = new URL(location.href).searchParams;
  fields.forEach(function (field) {
    if (!asked.get(field.name)) return;
    field.value = asked.get(field.name);
    // A choice that is not there any more chooses nothing.
    if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
  });
  apply();
  form.addEventListener("input", function () { apply(); remember(); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = document.querySelector(".roster .person:not([hidden]) a");
    if (form.elements.q.value.trim() && first) first.focus();
  });
})();
