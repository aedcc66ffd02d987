//! The crate table of ARCHITECTURE.md says what the manifests say.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};

use crate::workspace::{metadata, root};

type Table = BTreeMap<String, BTreeSet<String>>;

/// Compares the table's "uses" column with the normal dependencies between the workspace's crates.
pub(crate) fn check() -> Result<()> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).context("ARCHITECTURE.md")?;
    let written = written(&text);
    let actual = actual()?;
    let mut wrong = Vec::new();
    for (name, uses) in &actual {
        match written.get(name) {
            None => wrong.push(format!("`{name}` has no row")),
            Some(row) if row != uses => {
                let list = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(", ");
                wrong.push(format!("`{name}` uses {}; the table says {}", list(uses), list(row)));
            }
            Some(_) => {}
        }
    }
    for name in written.keys().filter(|name| !actual.contains_key(*name)) {
        wrong.push(format!("`{name}` has a row and no crate"));
    }
    if !wrong.is_empty() {
        bail!("ARCHITECTURE.md's crate table is not what the manifests say:\n  {}", wrong.join("\n  "));
    }
    Ok(())
}

/// Rows `| `name` | purpose | uses | pure? |` of the first table with a "uses" column.
fn written(text: &str) -> Table {
    let mut rows = Table::new();
    let mut inside = false;
    for line in text.lines() {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        if !line.starts_with('|') {
            inside = false;
        } else if cells.get(2) == Some(&"uses") {
            inside = true;
        } else if inside && cells.len() >= 3 && cells[0].starts_with('`') {
            let uses = cells[2].split('`').skip(1).step_by(2).map(str::to_owned).collect();
            rows.insert(cells[0].trim_matches('`').to_owned(), uses);
        }
    }
    rows
}

fn actual() -> Result<Table> {
    let metadata = metadata()?;
    let packages = metadata["packages"].as_array().context("cargo metadata without packages")?;
    let members = metadata["workspace_members"].to_string();
    let mut table = Table::new();
    for package in packages.iter().filter(|package| members.contains(&package["id"].to_string())) {
        let uses = package["dependencies"].as_array().into_iter().flatten();
        let uses = uses.filter(|dependency| dependency["kind"].is_null() && !dependency["path"].is_null());
        let uses = uses.filter_map(|dependency| dependency["name"].as_str()).map(short).collect();
        table.insert(short(package["name"].as_str().context("a package without a name")?), uses);
    }
    Ok(table)
}

/// The folder's name: `folkmoot-yaml` lies in `yaml`, the binary package `folkmoot` in `cli`.
fn short(package: &str) -> String {
    match package.strip_prefix("folkmoot-") {
        Some(name) => name.to_owned(),
        None if package == "folkmoot" => "cli".to_owned(),
        None => package.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_table_with_a_uses_column_is_read() {
        let text = "| `x` | a |\n\n| crate | purpose | uses | pure? |\n| --- | --- | --- | --- |\n\
                    | `yaml` | reads | `diagnostics` | yes |\n\ntext\n| `z` | b | `q` |\n";
        let table = written(text);
        assert_eq!(table.keys().collect::<Vec<_>>(), ["yaml"]);
        assert!(table["yaml"].contains("diagnostics"));
    }
}
