// The filter of documents.
(function () {
  "use strict";
  var form = document.querySelector("form.sieve");
  if (!form) return;
  var input = form.querySelector("input");
  var found = form.querySelector("[role=status]");
  var fold = function (text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  };
  var shelves = Array.from(document.querySelectorAll(".shelf")).map(function (shelf) {
    var name = fold(shelf.querySelector("h2").textContent);
    var rows = Array.from(shelf.querySelectorAll("li")).map(function (row) {
      return { row: row, text: name + " " + fold(row.textContent) };
    });
    return { shelf: shelf, rows: rows, open: shelf.open };
  });
  var apply = function () {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    var total = 0;
    shelves.forEach(function (entry) {
      var shown = 0;
      entry.rows.forEach(function (item) {
        var hit = words.every(function (word) { return item.text.indexOf(word) >= 0; });
        item.row.hidden = !hit;
        if (hit) shown++;
      });
      entry.shelf.hidden = shown === 0;
      entry.shelf.open = words.length > 0 || entry.open;
      total += shown;
    });
    found.textContent = words.length ? form.dataset.found.replace("%n", total) : "";
    var url = new URL(location.href);
    if (input.value.trim()) url.searchParams.set("q", input.value.trim());
    else url.searchParams.delete("q");
    history.replaceState(null, "", url);
  };
  input.value = new URL(location.href).searchParams.get("q") || "";
  if (input.value) apply();
  input.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
