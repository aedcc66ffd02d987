//! Licences of dependencies, and versions that stand twice in the lock file.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

use crate::workspace::metadata;

/// Licences that go with Apache-2.0 in one binary.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Crates that others pull in at two versions and that no choice of ours can unite; each with the reason.
const TWICE: &[(&str, &str)] =
    &[("syn", "maud_macros 0.27 is on 2, clap and serde are on 3; proc-macros only")];

/// Fails for a licence not on the list and for a crate at two versions.
pub(crate) fn check() -> Result<()> {
    let metadata = metadata()?;
    let packages = metadata["packages"].as_array().context("cargo metadata without packages")?;
    let mut wrong = Vec::new();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        versions.entry(name).or_default().push(package["version"].as_str().unwrap_or_default());
        match package["license"].as_str() {
            Some(licence) if allowed(licence) => {}
            Some(licence) => wrong.push(format!("{name}: licence {licence} is not on the list")),
            None => wrong.push(format!("{name}: states no licence")),
        }
    }
    for (name, versions) in versions {
        if versions.len() > 1 && !platform_only(name) && !TWICE.iter().any(|(known, _)| *known == name) {
            wrong.push(format!("{name} stands at {}: unite them", versions.join(" and ")));
        }
    }
    if !wrong.is_empty() {
        bail!("dependencies:\n  {}", wrong.join("\n  "));
    }
    Ok(())
}

/// Bindings that only other systems compile.
fn platform_only(name: &str) -> bool {
    name.starts_with("windows") || name.starts_with("wasi") || name == "r-efi"
}

/// Whether an SPDX expression is met: one of each `OR`, all of each `AND`.
fn allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], "");
    expression.split(" AND ").all(|part| part.split(" OR ").any(|licence| ALLOWED.contains(&licence.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_allowed_choice_suffices_and_every_conjunct_counts() {
        assert!(allowed("MIT OR GPL-3.0"));
        assert!(allowed("MIT/Apache-2.0"));
        assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!allowed("MIT AND GPL-3.0"));
        assert!(!allowed("GPL-3.0-only"));
    }
}
