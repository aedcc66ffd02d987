//! No file grows into a drawer.

use anyhow::{Result, bail};

use crate::workspace::{root, tracked_files};

/// Lines above which a source file fails the gate.
const LIMIT: usize = 700;

/// Fails with the list of files that are too long.
pub(crate) fn check() -> Result<()> {
    let mut long = Vec::new();
    for path in tracked_files()? {
        if !path.ends_with(".rs") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else { continue };
        let lines = text.lines().count();
        if lines > LIMIT && !text.starts_with("// @generated") {
            long.push(format!("{path}: {lines} lines"));
        }
    }
    if !long.is_empty() {
        bail!("above {LIMIT} lines; split by domain noun:\n  {}", long.join("\n  "));
    }
    Ok(())
}
