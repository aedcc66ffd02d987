// What holds for every kind of page, in each language and both themes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { browser } from "../chromium.mjs";
import { kinds, languages } from "../pages.mjs";
import { serve } from "../site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { open } = browser();
let site;
before(async () => { site = await serve("sample"); });
after(() => site?.stop());

for (const [kind, path] of Object.entries(kinds)) {
  for (const [tag, prefix] of Object.entries(languages)) {
    for (const colorScheme of ["light", "dark"]) {
      test(`axe finds nothing on the ${kind} page in ${tag}, ${colorScheme}`, async () => {
        const page = await open(site.url + prefix + path, { colorScheme });
        assert.equal(page.status, 200);
        assert.equal(await page.locator("html").getAttribute("lang"), tag);
        // Evaluated by the debugger, which the page's content security policy does not bind.
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        const said = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(" | ")}`);
        assert.deepEqual(said, []);
        assert.deepEqual(page.faults, []);
        await page.context().close();
      });
    }
  }

  test(`the ${kind} page fits a phone, does not shift and asks little`, async () => {
    const page = await open(site.url + path, { viewport: { width: 320, height: 640 } });
    const shift = await page.evaluate(() => new Promise((done) => {
      let total = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(total), 300);
    }));
    assert.ok(shift < 0.01, `the layout shifts by ${shift}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `the page is ${wide} pixels wide`);
    const bytes = await page.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((sum, e) => sum + e.transferSize, 0));
    assert.ok(bytes < 60 * 1024, `${bytes} bytes on the first view`);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test(`the ${kind} page is read without scripts`, async () => {
    const page = await open(site.url + path, { javaScriptEnabled: false });
    assert.ok((await page.locator("main").innerText()).length > 80);
    assert.equal(await page.locator("h1").count(), 1);
    // What only a script can work is not shown without one; a form is sent by the browser itself.
    assert.equal(await page.locator("button:visible:not([type=submit])").count(), 0);
    await page.context().close();
  });

  test(`the ${kind} page prints as paper wants it`, async () => {
    const page = await open(site.url + path);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("header.top nav:visible").count(), 0);
    assert.equal(await page.locator("h1:visible").count(), 1);
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 5000);
    await page.context().close();
  });
}

test("every control of the home page is reached by the keyboard and shows that it is", async () => {
  const page = await open(`${site.url}/`);
  const stops = [];
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const style = getComputedStyle(at);
      const row = at.closest(".row");
      const ringed = (element) => element && getComputedStyle(element).outlineStyle !== "none";
      return { what: at.tagName + " " + (at.textContent || at.name || "").trim().slice(0, 40), ringed: ringed(at) || ringed(row), visible: style.visibility !== "hidden" };
    });
    if (!stop) break;
    stops.push(stop);
  }
  assert.ok(stops.length > 10);
  assert.equal(stops[0].what.slice(0, 1), "A");
  assert.deepEqual(stops.filter((stop) => !stop.ringed), []);
  await page.context().close();
});
