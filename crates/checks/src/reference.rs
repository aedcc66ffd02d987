//! Pages about checks: for `folkmoot explain` and for `docs/reference/checks/`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::policy::{PACKS, Pack, SETTINGS, Setting};
use crate::{Check, Origin, checks, find_check};

/// The page of the named check in Markdown, or that of all settings and packs for `policies`; `None` for any
/// other name.
pub fn explain(code: &str) -> Option<String> {
    if code == "policies" {
        return Some(policies());
    }
    find_check(code).map(page)
}

/// All pages by path under `docs/reference/checks/`: one a check, `README.md` with all of them, and
/// `policies.md` with settings and packs.
pub fn reference_pages() -> BTreeMap<String, String> {
    let mut out: BTreeMap<String, String> =
        checks().iter().map(|check| (format!("{}.md", check.code), page(check))).collect();
    out.insert("README.md".into(), index());
    out.insert("policies.md".into(), policies());
    out
}

fn page(check: &Check) -> String {
    let mut out = format!("# {}\n\n{}", check.code, check.page().shown());
    while !out.ends_with("\n\n") {
        out.push('\n');
    }
    let settings = SETTINGS.iter().filter(|setting| check.settings.contains(&setting.name));
    let settings: Vec<_> = settings.collect();
    if !settings.is_empty() {
        out.push_str("## Settings\n\n");
        for setting in settings {
            let _ = writeln!(out, "- {}", about(setting));
        }
        out.push_str("\nSee [policies](policies.md) for where settings are written and what packs set.\n\n");
    }
    let severity = check.severity.name();
    let _ = writeln!(
        out,
        "## Severity\n\nA {severity} unless `policies: values:` sets `{}` to another.",
        check.code
    );
    match check.origin {
        Origin::Run(_) => {}
        Origin::Reading => out.push_str("Found while the files are read.\n"),
        Origin::Settling => out.push_str("Found when everything that is allowed has been settled.\n"),
    }
    if !matches!(check.origin, Origin::Settling) {
        let _ = writeln!(
            out,
            "\nTo allow one finding, write a comment on its line or above it, with the reason:\n\n\
             ```\n# folkmoot: allow {0} -- the reason\n```\n\nIn Markdown:\n\n\
             ```\n<!-- folkmoot: allow {0} -- the reason -->\n```",
            check.code
        );
    }
    out
}

/// One line about a setting, with its value by pack.
fn about(setting: &Setting) -> String {
    let mut line = format!("`{}`: {} Written as {}", setting.name, setting.docs, setting.shape.describe());
    if !setting.default.is_empty() {
        let _ = write!(line, "; `{}` where nothing is said", setting.default);
    }
    line.push('.');
    line
}

fn index() -> String {
    let mut out = String::from(
        "# Checks\n\nWhat `folkmoot check` finds. `folkmoot explain NAME` prints a page in the terminal. \
         Settings and packs of rules: [policies](policies.md).\n\n\
         | check | finds | severity |\n| --- | --- | --- |\n",
    );
    let mut sorted: Vec<_> = checks().to_vec();
    sorted.sort_unstable_by_key(|check| check.code);
    for check in sorted {
        let summary = check.page().summary().replace('|', "\\|");
        let _ = writeln!(out, "| [{0}]({0}.md) | {summary} | {1} |", check.code, check.severity.name());
    }
    out
}

fn policies() -> String {
    let mut out = String::from(
        "# Policies\n\nA community's written rules as settings. A pack sets many at once; `community.yaml` \
         overrides them for everybody, for groups of one kind, or for one group:\n\n\
         ```yaml\npolicies:\n  packs: [kubernetes]\n  values:\n    chairs_min: 1\n    \
         meeting-without-recordings: off\n  groups:\n    committees:\n      chairs_min: 3\n    sig-docs:\n      \
         tech_leads_min: 0\n```\n\n\
         `off` lifts a rule. The name of a check takes a severity: `off`, `note`, `warning`, `error`. Where \
         no pack is named, the layout of the repository may imply one; what it asks for is then shown as \
         notes.\n\n## Settings\n\n",
    );
    for setting in SETTINGS {
        let readers = checks().iter().filter(|check| check.settings.contains(&setting.name));
        let readers: Vec<_> = readers.map(|check| format!("[{0}]({0}.md)", check.code)).collect();
        let _ = writeln!(out, "- {} Read by {}.", about(setting), readers.join(", "));
    }
    out.push_str("\n## Packs\n");
    for pack in PACKS {
        out.push_str(&about_pack(pack));
    }
    out
}

fn about_pack(pack: &Pack) -> String {
    let mut out = format!("\n### {}\n\n{}\n", pack.name, pack.docs);
    if !pack.values.is_empty() {
        out.push_str("\n| groups | setting | value | source |\n| --- | --- | --- | --- |\n");
    }
    for value in pack.values {
        let kind = if value.kind == "*" { "all" } else { value.kind };
        let _ = writeln!(out, "| {kind} | `{}` | {} | {} |", value.setting, value.value, value.source);
    }
    out
}
