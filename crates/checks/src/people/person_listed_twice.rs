//! A person stands twice in one list of a group.
//!
//! Who is both chair and technical lead stands in two lists: that is no finding.
//!
//! ## Why it matters
//!
//! Pages show the person twice, and rules about numbers count them twice.
//!
//! ## How to mend it
//!
//! Delete one of the entries.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs:
//!     - {github: ana, name: Ana Example}
//!     - {github: ana, name: Ana Example}
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example}]
//!     tech_leads: [{github: ana, name: Ana Example}]
//! ```

use std::collections::HashMap;

use folkmoot_diagnostics::Severity;
use folkmoot_model::Person;

use crate::{Check, Context, Findings, group_key};

pub(crate) const CHECK: Check =
    Check::new("person-listed-twice", Severity::Warning, include_str!("person_listed_twice.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for group in context.groups() {
        let leadership = &group.leadership;
        let mut lists: Vec<(&str, &[Person])> = vec![
            ("chairs", &leadership.chairs),
            ("tech_leads", &leadership.tech_leads),
            ("emeritus_leads", &leadership.emeritus_leads),
            ("members", &group.members),
        ];
        lists.extend(leadership.further.iter().map(|list| (list.role.as_str(), list.people.as_slice())));
        lists.extend(group.subprojects.iter().map(|subproject| ("leads", subproject.leads.as_slice())));
        for (list, people) in lists {
            let mut first: HashMap<String, &Person> = HashMap::new();
            for person in people.iter().filter(|person| !person.github.is_empty()) {
                let Some(earlier) = first.insert(person.github.to_lowercase(), person) else { continue };
                out.add(
                    out.finding(format!(
                        "`{}` stands twice under `{list}` of {}",
                        person.github,
                        group.title()
                    ))
                    .at(person.github.span(), "again here")
                    .at(earlier.github.span(), "first named here")
                    .help("delete one of the entries")
                    .in_group(group_key(group)),
                );
            }
        }
    }
}
