// The filter of groups on the home page, kept in the address.
(function () {
  "use strict";
  var form = document.querySelector("form.filter");
  if (!form) return;
  var input = form.querySelector("input");
  var found = document.getElementById("found");
  var none = document.querySelector(".none-found");
  // Accents do not part "Munoz" from "Muñoz".
  var fold = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  };
  var kinds = Array.from(document.querySelectorAll("section.kind")).map(function (kind) {
    var rows = Array.from(kind.querySelectorAll(".row")).map(function (row) {
      return { row: row, text: fold(kind.querySelector("h3").textContent + " " + row.textContent) };
    });
    return { kind: kind, rows: rows };
  });
  var apply = function () {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    var total = 0;
    kinds.forEach(function (entry) {
      var shown = 0;
      entry.rows.forEach(function (item) {
        var hit = words.every(function (word) { return item.text.indexOf(word) >= 0; });
        item.row.hidden = !hit;
        if (hit) shown++;
      });
      entry.kind.hidden = shown === 0;
      total += shown;
    });
    none.hidden = total > 0;
    found.textContent = words.length ? form.dataset.found.replace("%n", total) : "";
  };
  var remember = function () {
    var url = new URL(location.href);
    if (input.value.trim()) url.searchParams.set("q", input.value.trim());
    else url.searchParams.delete("q");
    history.replaceState(null, "", url);
  };
  form.hidden = false;
  input.value = new URL(location.href).searchParams.get("q") || "";
  if (input.value) apply();
  input.addEventListener("input", function () { apply(); remember(); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = document.querySelector(".row:not([hidden]) h4 a");
    if (input.value.trim() && first) first.focus();
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
    if (event.key === "Escape" && event.target === input) { input.value = ""; apply(); remember(); }
  });
})();
