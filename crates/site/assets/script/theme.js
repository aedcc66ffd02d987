// Runs before the first paint, so that a chosen theme never flashes.
(function () {
  var root = document.documentElement, chosen = null;
  root.classList.add("js");
  try { chosen = localStorage.getItem("folkmoot-theme"); } catch (blocked) {}
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
})();
