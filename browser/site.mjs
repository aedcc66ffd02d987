// The program under test: its server on a free port, and its export in a folder.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
/** The binary; `cargo xtask browser` says which. */
const binary = process.env.FOLKMOOT ?? resolve(here, "../target/debug/folkmoot");

/** Communities to look at: the made-up one, the shipped example and, where it is there, a large real one. */
export const communities = {
  sample: join(here, "fixture"),
  kubesphere: resolve(here, "../examples/kubesphere"),
  kubernetes: resolve(here, "../../shared/corpus/kubernetes"),
};

export function has(name) {
  return existsSync(communities[name]);
}

/** Serves `name` until the process ends; gives its address without the last slash. */
export async function serve(name, ...options) {
  const child = spawn(binary, ["serve", communities[name], "--listen", "127.0.0.1:0", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.on("exit", () => child.kill());
  let said = "";
  for await (const chunk of child.stdout) {
    said += chunk;
    const found = said.match(/http:\/\/[^\s/]+/);
    if (found) {
      child.stdout.resume();
      return { url: found[0], stop: () => child.kill() };
    }
  }
  throw new Error(`the server ended: ${said}`);
}

/** Writes the export of `name` into a new folder, which goes when the process ends. */
export function build(name, ...options) {
  const folder = mkdtempSync(join(tmpdir(), "folkmoot-export-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  execFileSync(binary, ["build", communities[name], "--out", folder, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}
