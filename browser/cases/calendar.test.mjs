// The calendar in the zones of four visitors: days, clocks, the weeks in which clocks change.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser } from "../chromium.mjs";
import { serve } from "../site.mjs";

const { open } = browser();
let site;
before(async () => { site = await serve("sample"); });
after(() => site?.stop());

const NOW = "2026-10-20T12:00:00Z";

/** Opens the calendar as somebody in `timezoneId` and waits until the script has drawn it. */
async function calendar(timezoneId, query = "", options = {}) {
  const page = await open(`${site.url}/calendar/${query}`, { now: NOW, timezoneId, ...options });
  await page.waitForFunction(() => document.querySelector(".cal-range").textContent !== "");
  return page;
}

/** The meetings of the list as `day clock`, those of one series of SIG Harbour. */
function rows(page, series) {
  return page.$$eval(
    ".day",
    (days, series) =>
      days.flatMap((day) =>
        Array.from(day.querySelectorAll(".meet"))
          .filter((row) => row.querySelector(".title").textContent === series)
          .filter((row) => row.querySelector(".group-name").textContent === "SIG Harbour")
          .map((row) => `${day.querySelector("h2").id} ${row.querySelector("time").textContent}`),
      ),
    series,
  );
}

// The harbour's regular meeting is on Wednesdays at 17:00 in Los Angeles, where clocks change on 1 November.
const REGULAR = {
  "America/Los_Angeles": ["day-2026-10-21 17:00", "day-2026-10-28 17:00", "day-2026-11-04 17:00", "day-2026-11-11 17:00"],
  "Asia/Shanghai": ["day-2026-10-22 08:00", "day-2026-10-29 08:00", "day-2026-11-05 09:00", "day-2026-11-12 09:00"],
  "Europe/Istanbul": ["day-2026-10-22 03:00", "day-2026-10-29 03:00", "day-2026-11-05 04:00", "day-2026-11-12 04:00"],
  "Australia/Lord_Howe": ["day-2026-10-22 11:00", "day-2026-10-29 11:00", "day-2026-11-05 12:00", "day-2026-11-12 12:00"],
};

for (const [zone, expected] of Object.entries(REGULAR)) {
  test(`a meeting in Los Angeles is where somebody in ${zone} has it, before and after clocks change`, async () => {
    const page = await calendar(zone);
    assert.deepEqual(await rows(page, "Regular meeting"), expected);
    assert.deepEqual(page.faults, []);
  });

  test(`a week and a month of somebody in ${zone} hold the same meetings as the list`, async () => {
    const page = await calendar(zone, "?date=2026-11-02");
    const titles = (selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent).sort());
    const listed = await page.$$eval(".day", (days) =>
      days
        .filter((day) => day.querySelector("h2").id <= "day-2026-11-08")
        .flatMap((day) => Array.from(day.querySelectorAll(".title")).map((one) => one.textContent))
        .sort(),
    );
    await page.click("[data-view=week]");
    assert.deepEqual(await titles(".track .title"), listed);
    assert.match(page.url(), /view=week/);
    await page.click("[data-view=month]");
    assert.equal(await page.$$eval(".month tbody tr", (weeks) => weeks.length), 6);
    assert.deepEqual(page.faults, []);
  });
}

test("the day on which the clocks of the zone change says so", async () => {
  const said = async (zone, date) => {
    const page = await calendar(zone, `?view=week&date=${date}`);
    return page.$$eval(".week-day h2", (days) => days.filter((day) => day.querySelector(".quiet")).map((day) => `${day.id} ${day.querySelector(".quiet").textContent}`));
  };
  assert.deepEqual(await said("America/Los_Angeles", "2026-11-01"), ["day-2026-11-01 clocks change (−60 min)"]);
  assert.deepEqual(await said("Australia/Lord_Howe", "2026-10-04"), ["day-2026-10-04 clocks change (+30 min)"]);
  assert.deepEqual(await said("Asia/Shanghai", "2026-11-01"), []);
});

test("zone, groups, view and day stand in the address and come back from it", async () => {
  const page = await calendar("Asia/Shanghai");
  await page.selectOption(".cal-zone select", "UTC");
  assert.deepEqual(await rows(page, "Regular meeting"), [
    "day-2026-10-22 00:00",
    "day-2026-10-29 00:00",
    "day-2026-11-05 01:00",
    "day-2026-11-12 01:00",
  ]);
  await page.click(".cal-groups summary");
  await page.check("input[value=sig-harbour]");
  await page.keyboard.press("Escape");
  await page.click("[data-view=week]");
  await page.click("[data-go='1']");
  const address = new URL(page.url());
  assert.equal(address.search, "?view=week&date=2026-10-27&tz=UTC&groups=sig-harbour");
  const groups = (page) => page.$$eval(".track .of", (all) => [...new Set(all.map((one) => one.textContent))]);
  assert.deepEqual(await groups(page), ["SIG Harbour"]);
  const again = await calendar("Asia/Shanghai", address.search);
  assert.deepEqual(await groups(again), ["SIG Harbour"]);
  await page.goBack();
  await page.goBack();
  assert.equal(await page.getAttribute("[data-view=list]", "aria-pressed"), "true");
});

test("what overlaps is laid side by side", async () => {
  const page = await calendar("UTC", "?view=week");
  const laid = await page.evaluate(() => {
    const lay = (...times) => {
      const list = times.map(([from, to]) => ({ from, to }));
      const most = calendarTime.lanes(list);
      return [most, ...list.map((one) => `${one.lane}/${one.lanes}`)].join(" ");
    };
    return [
      lay([60, 120], [120, 180]),
      lay([60, 120], [90, 150], [120, 180]),
      lay([60, 240], [60, 90], [60, 120], [90, 180], [300, 360]),
      lay(),
    ];
  });
  assert.deepEqual(laid, ["1 0/1 0/1", "2 0/2 1/2 0/2", "3 0/3 1/3 2/3 1/3 0/1", "1"]);
});

test("the calendar is subscribed to in a dialog, for the groups that are shown", async () => {
  const page = await calendar("UTC", "?groups=sig-harbour");
  await page.click(".page-head button");
  assert.equal(await page.textContent("dialog[open] .address code"), `${site.url}/groups/sig-harbour/calendar.ics`);
  const ways = await page.$$eval("dialog[open] [data-way]", (all) => all.map((one) => one.href.split(":")[0]));
  assert.deepEqual(ways, ["webcal", "https", "https", "https", "http"]);
  await page.keyboard.press("Escape");
  assert.equal(await page.$("dialog[open]"), null);
});
