//! Paths that the documents name exist.

use std::path::Path;

use anyhow::{Result, bail};

use crate::workspace::{root, tracked_files};

/// Looks at every code span in the top-level documents that reads like a path of this repository.
pub(crate) fn check() -> Result<()> {
    let files = tracked_files()?;
    let mut wrong = Vec::new();
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = std::fs::read_to_string(root().join(document))?;
        for (number, line) in text.lines().enumerate() {
            for span in line.split('`').skip(1).step_by(2).filter(|span| is_path(span)) {
                let path = span.trim_end_matches('/');
                if !root().join(path).exists() && !matches_brace(path, &files) {
                    wrong.push(format!("{document}:{}: `{span}` is not there", number + 1));
                }
            }
        }
    }
    if !wrong.is_empty() {
        bail!("paths:\n  {}", wrong.join("\n  "));
    }
    Ok(())
}

/// A path of ours starts with one of our folders and has no placeholder.
fn is_path(span: &str) -> bool {
    let first = Path::new(span).iter().next().and_then(|name| name.to_str());
    let ours =
        matches!(first, Some("browser" | "crates" | "docs" | "examples" | "xtask" | ".ci" | "scripts"));
    ours && span.contains('/') && !span.contains(['<', '*', ' ', '…'])
}

/// `crates/{cli,repo}` names several.
fn matches_brace(path: &str, files: &[String]) -> bool {
    let (Some(open), Some(close)) = (path.find('{'), path.find('}')) else { return false };
    let (before, after) = (&path[..open], &path[close + 1..]);
    path[open + 1..close].split(',').all(|middle| {
        let whole = format!("{before}{middle}{after}");
        files.iter().any(|file| file.starts_with(&whole))
    })
}
