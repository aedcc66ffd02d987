//! The site in a real browser: `browser/`, run by Node with Debian's Chromium.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::oracles::{system_packages, works};
use crate::workspace::{cargo, root, run};

/// Where Chromium is found; the tests look in the same places.
const CHROMIUM: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// Installs what is missing and runs the tests.
///
/// Without a way to install, they are left out, loudly; in continuous integration (`CI` set) that is a failure.
pub(crate) fn check() -> Result<()> {
    if let Err(error) = install() {
        if std::env::var_os("CI").is_some() {
            return Err(error);
        }
        eprintln!("xtask: the tests in a browser are left out: {error:#}");
        return Ok(());
    }
    run(cargo().args(["build", "--locked", "--package", "folkmoot"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let mut node = Command::new("node");
    node.args(["--test", "--test-concurrency=2", "--test-reporter=dot", "cases/"]);
    run(node.current_dir(folder()).env("FOLKMOOT", target.join("debug/folkmoot")))
}

fn folder() -> PathBuf {
    root().join("browser")
}

fn install() -> Result<()> {
    let mut missing = Vec::new();
    if !works(Command::new("npm").arg("--version")) {
        missing.extend(["nodejs", "npm"]);
    }
    if !works(Command::new("java").arg("-version")) {
        missing.push("default-jre-headless");
    }
    if std::env::var_os("FOLKMOOT_CHROMIUM").is_none()
        && !CHROMIUM.iter().any(|path| Path::new(path).exists())
    {
        missing.push("chromium");
    }
    if !missing.is_empty() {
        system_packages(&missing)?;
    }
    let stamp = folder().join("node_modules/.installed");
    let wanted = std::fs::read_to_string(folder().join("package-lock.json"))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]).current_dir(folder());
    run(&mut npm).context("installing what browser/package.json names")?;
    std::fs::write(&stamp, wanted).with_context(|| format!("writing {}", stamp.display()))
}
