// "Copy" beside what people paste elsewhere: channels, lists, calendar addresses.
(function () {
  "use strict";
  var words = document.body.dataset;
  if (!navigator.clipboard) return;
  document.querySelectorAll("body [data-copy]").forEach(function (place) {
    var copy = document.createElement("button");
    copy.type = "button";
    copy.className = "copy";
    copy.textContent = words.copy;
    copy.setAttribute("aria-label", words.copy + " " + place.dataset.copy);
    copy.addEventListener("click", function () {
      navigator.clipboard.writeText(place.dataset.copy).then(function () {
        copy.textContent = words.copied;
        setTimeout(function () { copy.textContent = words.copy; }, 1500);
      });
    });
    place.after(copy);
  });
})();
