// Finding one's way: search, the filter of groups, languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "../chromium.mjs";
import { serve } from "../site.mjs";

const { open } = browser();
let site;
before(async () => { site = await serve("sample"); });
after(() => site?.stop());

test("search opens with a key, forgives a typing mistake and leads on by the keyboard alone", async () => {
  const page = await open(`${site.url}/people/`);
  await page.keyboard.press("Control+k");
  await page.locator("dialog[open] input").waitFor();
  await page.keyboard.type("harbuor");
  const results = page.locator("dialog[open] a").filter({ hasText: "SIG Harbour" });
  await results.first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/groups/sig-harbour/**");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("search finds Chinese text, and Escape gives the focus back", async () => {
  const page = await open(`${site.url}/`);
  await page.keyboard.press("/");
  await page.locator("dialog[open] input").fill("灯塔");
  await page.locator("dialog[open] a").filter({ hasText: "Lantern" }).first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.context().close();
});

test("search works without scripts", async () => {
  const page = await open(`${site.url}/search/?q=ropes`, { javaScriptEnabled: false });
  assert.match(await page.locator("#search-results").innerText(), /ropes/);
  await page.context().close();
});

test("the filter of groups is kept in the address", async () => {
  const page = await open(`${site.url}/`);
  await page.locator("#filter").fill("fei");
  await page.waitForURL("**/?q=fei**");
  assert.deepEqual(await page.locator(".row:visible h4 a").allInnerTexts(), ["Lantern"]);
  await page.reload();
  assert.equal(await page.locator("#filter").inputValue(), "fei");
  assert.equal(await page.locator(".row:visible").count(), 1);
  await page.locator("#filter").fill("");
  await page.locator("select[name=kind]").selectOption("workinggroups");
  assert.deepEqual(await page.locator(".row:visible h4 a").allInnerTexts(), ["Tides"]);
  assert.match(page.url(), /kind=workinggroups/);
  await page.context().close();
});

test("a page is read in another language, and the choice stays on the pages that follow", async () => {
  const page = await open(`${site.url}/groups/sig-lantern/`);
  await page.locator("details.languages summary").click();
  await page.locator("details.languages a[hreflang=tr]").click();
  await page.waitForURL("**/tr/groups/sig-lantern/");
  assert.equal(await page.locator("html").getAttribute("lang"), "tr");
  await page.locator("header.top nav a").first().click();
  await page.waitForURL("**/tr/**");
  assert.equal(await page.locator("html").getAttribute("lang"), "tr");
  await page.context().close();
});

test("a first visit is led to the reader's language, and nobody is led away from a language they chose", async () => {
  const first = await open(`${site.url}/`, { locale: "zh-CN" });
  assert.match(first.url(), /\/zh\/$/);
  await first.locator("details.languages summary").click();
  await first.locator("details.languages a[hreflang=en]").click();
  await first.waitForURL(`${site.url}/`);
  assert.equal(await first.locator("html").getAttribute("lang"), "en");
  await first.context().close();
});

test("a document is read in its translation where there is one", async () => {
  const page = await open(`${site.url}/zh/docs/README.md/`);
  assert.match(await page.locator("main").innerText(), /示例港湾/);
  await page.context().close();
});
