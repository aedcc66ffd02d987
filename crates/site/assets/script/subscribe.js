// "Subscribe" as a dialog, with whole addresses, and for the groups that the calendar shows.
(function () {
  "use strict";
  var encode = encodeURIComponent;
  // The ways a calendar program takes an address: links to follow, nothing that the page itself asks for.
  var fill = function (box, path, title) {
    var whole = new URL(path, location.href).href;
    var rest = whole.replace(/^[a-z]+:\/\//, "");
    var outlook = "/calendar/0/addfromweb?url=" + encode(whole) + "&name=" + encode(title);
    var ways = {
      webcal: "webcal://" + rest,
      // Google takes an address as a subscription only as webcal.
      google: "https" + "://calendar.google.com/calendar/r?cid=" + encode("webcal://" + rest),
      outlook: "https" + "://outlook.live.com" + outlook,
      office365: "https" + "://outlook.office.com" + outlook,
      file: path
    };
    box.querySelectorAll("[data-way]").forEach(function (link) {
      link.href = ways[link.dataset.way];
      link.parentNode.hidden = false;
    });
    var address = box.querySelector(".address code");
    address.textContent = whole;
    address.dataset.copy = whole;
  };
  // A host of files gives the same file whatever is asked of it; a server gives what the groups have.
  var serves = function (path, query) {
    var mark = function (address) {
      return fetch(address, { method: "HEAD" }).then(function (answer) {
        if (!answer.ok) return "";
        return ["etag", "last-modified", "content-length"].map(function (name) { return answer.headers.get(name); }).join();
      });
    };
    return Promise.all([mark(path), mark(path + query)]).then(function (marks) {
      return marks[0] !== "" && marks[1] !== "" && marks[0] !== marks[1];
    }, function () { return false; });
  };
  document.querySelectorAll("details.subscribe").forEach(function (details) {
    var box = details.querySelector(".subscribe-box");
    var summary = details.querySelector("summary");
    var path = box.dataset.path, title = box.dataset.title;
    fill(box, path, title);
    if (!window.HTMLDialogElement) return;
    var dialog = document.createElement("dialog");
    dialog.className = "detail";
    var heading = document.createElement("h2");
    heading.textContent = summary.textContent;
    heading.id = "subscribe-title";
    dialog.setAttribute("aria-labelledby", heading.id);
    var close = document.createElement("button");
    close.type = "button";
    close.className = "chip close";
    close.textContent = details.dataset.close;
    close.addEventListener("click", function () { dialog.close(); });
    var open = document.createElement("button");
    open.type = "button";
    open.className = "chip";
    open.append.apply(open, Array.from(summary.childNodes));
    open.setAttribute("aria-haspopup", "dialog");
    open.addEventListener("click", function () { dialog.showModal(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    dialog.append(heading, box, close);
    document.body.append(dialog);
    details.replaceWith(open);
    document.addEventListener("calendar-groups", function (event) {
      var query = event.detail.query, names = event.detail.names;
      var groups = box.querySelectorAll(".single-feeds [data-group]");
      if (!groups.length) return;
      fill(box, path, title);
      heading.textContent = open.textContent;
      if (!names.length) return;
      var asked = ["kinds", "groups"].filter(function (key) { return query[key].length; }).map(function (key) {
        return key + "=" + query[key].map(encode).join(",");
      }).join("&");
      var some = function (address) {
        fill(box, address, names.join(", "));
        heading.textContent = open.textContent + ": " + (names.length > 3 ? names.slice(0, 2).join(", ") + " +" + (names.length - 2) : names.join(", "));
      };
      var single = query.groups.length === 1 && !query.kinds.length &&
        Array.from(groups).find(function (row) { return row.dataset.group === query.groups[0]; });
      if (single) return some(single.querySelector("a").getAttribute("href"));
      serves(path, "?" + asked).then(function (yes) { if (yes) some(path + "?" + asked); });
    });
  });
})();
