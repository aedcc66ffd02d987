//! The whole gate, cheapest part first.

use anyhow::Result;

use crate::workspace::{self, cargo, root};
use crate::{browser, deps, generated, licences, oracles, paths, sizes};

/// Runs every part; stops at the first that fails.
pub(crate) fn run() -> Result<()> {
    workspace::run(cargo().args(["fmt", "--all", "--check"]))?;
    sizes::check()?;
    deps::check()?;
    licences::check()?;
    paths::check()?;
    workspace::run(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))?;
    generated::check()?;
    workspace::run(
        cargo().args(["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    let oracles = oracles::install()?;
    workspace::run(cargo().args(["test", "--workspace", "--locked"]).envs(oracles))?;
    example()?;
    browser::check()?;
    Ok(())
}

/// The shipped example is what the program itself calls clean.
fn example() -> Result<()> {
    let binary = root().join("target/debug/folkmoot");
    let binary = std::env::var_os("CARGO_TARGET_DIR")
        .map_or(binary, |dir| std::path::Path::new(&dir).join("debug/folkmoot"));
    workspace::run(cargo().args(["build", "--locked", "--package", "folkmoot"]))?;
    for arguments in [
        ["check", "--severity", "error", "examples/kubesphere"].as_slice(),
        &["generate", "--check", "examples/kubesphere"],
    ] {
        workspace::run(std::process::Command::new(&binary).args(arguments).current_dir(root()))?;
    }
    Ok(())
}
