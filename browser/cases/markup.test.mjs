// The export as files: valid HTML by the W3C's checker, and no link that leads nowhere.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { test } from "node:test";
import { parse } from "parse5";
import { build, communities, has } from "../site.mjs";

const vnu = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Elements of a document with their attributes as an object. */
function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.attrs) yield { name: child.tagName, ...Object.fromEntries(child.attrs.map((a) => [a.name, a.value])) };
    yield* elements(child);
    if (child.content) yield* elements(child.content);
  }
}

/** Links within the export that lead to no file, or to no place in it. */
function broken(folder, base) {
  const pages = new Map();
  const look = (file) => {
    if (!pages.has(file)) pages.set(file, [...elements(parse(readFileSync(file, "utf8")))]);
    return pages.get(file);
  };
  const out = [];
  for (const file of files(folder).filter((name) => name.endsWith(".html"))) {
    for (const element of look(file)) {
      for (const link of [element.href, element.src].filter((value) => value !== undefined)) {
        if (/^[a-z][a-z0-9+.-]*:/i.test(link)) continue;
        const here = "http://x" + base + relative(folder, file).replace(/index\.html$/, "");
        const url = new URL(link, here);
        const where = `${relative(folder, file)}: ${link}`;
        if (!url.pathname.startsWith(base)) { out.push(`${where} leaves the base`); continue; }
        let target = join(folder, decodeURIComponent(url.pathname.slice(base.length)));
        if (existsSync(target) && statSync(target).isDirectory()) target = join(target, "index.html");
        if (!existsSync(target)) { out.push(`${where} is not there`); continue; }
        const place = decodeURIComponent(url.hash.slice(1));
        if (place && target.endsWith(".html") && !look(target).some((e) => e.id === place)) out.push(`${where}: no such place`);
      }
    }
  }
  return out;
}

for (const [name, base] of [["sample", "/"], ["kubesphere", "/community/"], ["kubernetes", "/"]]) {
  const skip = has(name) ? false : `${communities[name]} is not there`;

  test(`no link of ${name}'s export is broken`, { skip }, () => {
    const folder = build(name, "--base", base);
    assert.deepEqual(broken(folder, base).slice(0, 40), []);
  });
}

for (const name of ["sample", "kubesphere"]) {
  test(`the W3C's checker finds no fault in ${name}'s export`, () => {
    const folder = build(name);
    const said = spawnSync("java", ["-jar", vnu, "--errors-only", "--skip-non-html", folder], { encoding: "utf8", maxBuffer: 1 << 26 });
    assert.equal(said.error, undefined);
    assert.equal(said.stderr.split("\n").slice(0, 30).join("\n"), "");
    assert.equal(said.status, 0);
  });
}
