//! Two groups' directories differ in upper and lower case alone.
//!
//! ## Why it matters
//!
//! Windows and macOS take them for one directory: a clone of the repository there has the files of one of the two, and
//! generated pages overwrite each other.
//!
//! ## How to mend it
//!
//! Give one of the groups another directory; mostly the two entries are one group, written twice.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! - dir: SIG-Docs
//!   name: Documentation
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//! - dir: SIG-Apps
//!   name: Apps
//! ```

use std::collections::HashMap;

use folkmoot_diagnostics::Severity;
use folkmoot_model::Group;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("dirs-differ-by-case", Severity::Warning, include_str!("dirs_differ_by_case.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    let mut seen: HashMap<String, &Group> = HashMap::new();
    for group in context.groups().filter(|group| !group.dir.is_empty()) {
        let first = *seen.entry(group.dir.trim_matches('/').to_lowercase()).or_insert(group);
        // The same directory letter by letter is another finding.
        if first.dir.trim_matches('/') == group.dir.trim_matches('/') {
            continue;
        }
        out.add(
            out.finding(format!("`{}` and `{}` are one directory on many machines", first.dir, group.dir))
                .at(group.dir.span(), group.title())
                .at(first.dir.span(), first.title())
                .why("Windows and macOS do not tell upper and lower case apart in names of files")
                .help("give one of the groups another directory, or make the two entries one")
                .in_group(group_key(group)),
        );
    }
}
