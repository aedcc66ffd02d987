// The theme switch: as the system, light, dark.
(function () {
  "use strict";
  var root = document.documentElement;
  var button = document.querySelector("button.theme");
  if (!button) return;
  var order = ["system", "light", "dark"];
  var say = function () {
    var text = button.dataset[root.dataset.theme || "system"];
    button.querySelector(".vh").textContent = text;
    button.title = text;
  };
  button.hidden = false;
  say();
  button.addEventListener("click", function () {
    var next = order[(order.indexOf(root.dataset.theme || "system") + 1) % order.length];
    if (next === "system") delete root.dataset.theme; else root.dataset.theme = next;
    try {
      if (next === "system") localStorage.removeItem("folkmoot-theme");
      else localStorage.setItem("folkmoot-theme", next);
    } catch (blocked) {}
    say();
  });
})();
