// Debian's Chromium, driven by Playwright, with nothing of its own going on.
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A browser for the tests of one file: `open` gives a page and keeps a list of what went wrong on it. */
export function browser() {
  let running;
  before(async () => {
    const { existsSync } = await import("node:fs");
    const executablePath = process.env.FOLKMOOT_CHROMIUM ?? paths.find((path) => existsSync(path));
    running = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  });
  after(() => running?.close());
  return {
    async open(url, options = {}) {
      const { now, ...rest } = options;
      const context = await running.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", timezoneId: "UTC", ...rest });
      const page = await context.newPage();
      if (now) await page.clock.setFixedTime(new Date(now));
      page.faults = [];
      const own = new URL(url).origin;
      page.on("console", (message) => {
        if (message.type() === "error") page.faults.push(message.text());
      });
      page.on("pageerror", (error) => page.faults.push(String(error)));
      page.on("request", (request) => {
        if (!request.url().startsWith(own) && !request.url().startsWith("data:")) page.faults.push(`asked ${request.url()}`);
      });
      const response = await page.goto(url, { waitUntil: "load" });
      page.status = response?.status();
      return page;
    },
  };
}
