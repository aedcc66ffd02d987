//! Outside tools that tests compare with: installed beside the build, never into the system's own folders.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace::{root, run};

/// What the tests' oracles need from npm.
const ICAL_JS: &str = "ical.js@2.2.1";

/// Installs what is missing and gives the environment that tests find it by.
///
/// Without a way to install (no network, no Python) the tests that need it leave themselves out, loudly; in
/// continuous integration (`CI` set) that is a failure.
pub(crate) fn install() -> Result<Vec<(&'static str, PathBuf)>> {
    // Some comparisons take long, and run where they are asked for.
    let mut found = vec![("FOLKMOOT_ORACLES", PathBuf::from("1"))];
    for (variable, install) in [("PYTHONPATH", python as fn() -> Result<PathBuf>), ("NODE_PATH", node)] {
        match install() {
            Ok(path) => found.push((variable, path)),
            Err(error) if std::env::var_os("CI").is_none() => {
                eprintln!("xtask: some comparisons with other software are left out: {error:#}");
            }
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// Installs it and prints the environment, for a shell: `eval "$(cargo xtask oracles)"`.
#[allow(clippy::print_stdout, reason = "what is printed is what the task is for")]
pub(crate) fn show() -> Result<()> {
    for (variable, value) in install()? {
        println!("export {variable}='{}'", value.display());
    }
    Ok(())
}

/// A folder of the build.
fn folder(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("oracles").join(name)
}

/// The JavaScript libraries.
fn node() -> Result<PathBuf> {
    let folder = folder("node");
    let modules = folder.join("node_modules");
    let stamp = folder.join("installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == ICAL_JS) {
        return Ok(modules);
    }
    if !works(Command::new("npm").arg("--version")) {
        system_packages(&["nodejs", "npm"])?;
    }
    std::fs::create_dir_all(&folder)?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--silent", "--no-fund", "--no-audit", "--no-save", "--prefix"]);
    run(npm.arg(&folder).arg(ICAL_JS))?;
    std::fs::write(&stamp, ICAL_JS)?;
    Ok(modules)
}

/// The Python libraries, and the validator that one of their scripts calls.
fn python() -> Result<PathBuf> {
    let requirements = root().join("xtask/requirements.txt");
    if !works(Command::new("python3").args(["-m", "pip", "--version"])) {
        system_packages(&["python3", "python3-pip"])?;
    }
    let libical = "from ctypes.util import find_library as find; find('ical') or 1 / 0";
    if !works(Command::new("python3").args(["-c", libical])) {
        system_packages(&["libical3"])?;
    }
    let folder = folder("python");
    let stamp = folder.join("installed");
    let wanted = std::fs::read_to_string(&requirements)?;
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(folder);
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--upgrade", "--disable-pip-version-check", "--target"]);
    run(pip.arg(&folder).arg("--requirement").arg(&requirements).env("PIP_ROOT_USER_ACTION", "ignore"))?;
    std::fs::write(&stamp, wanted)?;
    Ok(folder)
}

pub(crate) fn works(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Debian's packages, where this is Debian and we may install.
pub(crate) fn system_packages(names: &[&str]) -> Result<()> {
    if !works(Command::new("apt-get").arg("--version")) {
        bail!("please install {}", names.join(" and "));
    }
    let as_root = works(Command::new("test").args(["-w", "/usr"]));
    let apt = || {
        let mut command = if as_root { Command::new("apt-get") } else { Command::new("sudo") };
        if !as_root {
            command.args(["--non-interactive", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().args(["update", "--quiet"])).context("apt-get update")?;
    run(apt().args(["install", "--quiet", "--yes"]).args(names)).context("apt-get install")
}
