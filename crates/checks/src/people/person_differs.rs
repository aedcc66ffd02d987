//! A person is named twice with different details.
//!
//! Company and mail address of one handle must be the same wherever a person leads now, and the company one of
//! those that `people.yaml` gives for today. Former leads are left
//! out: what they did then may have been for another employer. Names are the matter of
//! `lead-under-two-names`.
//!
//! ## Why it matters
//!
//! Somebody changed employer and one entry was forgotten. Rules about companies count the wrong ones, and the
//! Kubernetes generator refuses to run.
//!
//! ## How to mend it
//!
//! Write the same details in every entry of the person.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example, company: One}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example, company: Two}]
//! ```
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example, company: One}]
//! # --- people.yaml
//! - github: ana
//!   name: Ana Example
//!   companies: [{company: One, until: 2026-03-31}, {company: Two, since: 2026-04-01}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   leadership:
//!     chairs: [{github: ana, name: Ana Example, company: One}]
//! - dir: sig-apps
//!   name: Apps
//!   leadership:
//!     tech_leads: [{github: ana, name: Ana Example, company: One}]
//!     emeritus_leads: [{github: bo, name: Bo Example}]
//! ```

use std::collections::HashMap;

use folkmoot_diagnostics::{Applicability, Edit, Severity};
use folkmoot_model::{Affiliation, Person, PersonRecord, Text};

use super::mention::{Mention, prevailing};
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("person-differs", Severity::Warning, include_str!("person_differs.rs"), run);

fn run(context: &Context<'_>, out: &mut Findings) {
    for mentions in context.mentions().repeated() {
        let active: Vec<_> = mentions.into_iter().filter(|mention| !mention.former).collect();
        compare(&active, "company", |person| &person.company, out);
        compare(&active, "mail address", |person| &person.email, out);
    }
    compare_with_register(context, out);
}

/// The register knows since when somebody works where; entries of groups are often forgotten.
fn compare_with_register(context: &Context<'_>, out: &mut Findings) {
    if context.community.people.is_empty() {
        return;
    }
    let records = context.community.people.iter();
    let register: HashMap<String, &PersonRecord> =
        records.map(|record| (record.github.to_lowercase(), record)).collect();
    for mention in context.mentions().all().iter().filter(|mention| !mention.former) {
        let company = &mention.person.company;
        let record = register.get(&mention.person.github.to_lowercase());
        let Some(record) = record.filter(|_| !company.is_empty()) else { continue };
        let holds = |affiliation: &&Affiliation| {
            affiliation.since.is_none_or(|since| since <= context.today)
                && affiliation.until.is_none_or(|until| context.today <= until)
        };
        let mut now = record.companies.iter().filter(holds).peekable();
        let Some(first) = now.peek().map(|affiliation| &affiliation.company) else { continue };
        if now.any(|affiliation| affiliation.company == **company) {
            continue;
        }
        let edit = Edit { span: company.span(), replacement: quoted(first) };
        let finding = out
            .finding(format!("`{}` works elsewhere by now", mention.person.github))
            .at(company.span(), format!("this company in {}", mention.whose()))
            .at(first.span(), "that one in the register")
            .help("write the company that holds now in both places")
            .fix(format!("write `{first}` here too"), Applicability::Suggestion, vec![edit]);
        out.add(mention.within(finding));
    }
}

fn compare<'a>(
    mentions: &[&Mention<'a>],
    what: &str,
    value: impl Fn(&'a Person) -> &'a Text,
    out: &mut Findings,
) {
    let Some((usual, reference)) = prevailing(mentions, &value) else { return };
    for mention in mentions {
        let here = value(mention.person);
        if here.is_empty() || *here == *usual {
            continue;
        }
        let edit = Edit { span: here.span(), replacement: quoted(usual) };
        let finding = out
            .finding(format!("`{}` is named with another {what} elsewhere", mention.person.github))
            .at(here.span(), format!("this {what} in {}", mention.whose()))
            .at(value(reference.person).span(), format!("that one in {}", reference.whose()))
            .help(format!("write the {what} that holds now in both places"))
            .fix(format!("write `{usual}` here too"), Applicability::Suggestion, vec![edit]);
        out.add(mention.within(finding));
    }
}

/// `text` as a YAML scalar.
pub(super) fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '@');
    let first = text.chars().next().is_some_and(char::is_alphabetic);
    if first && text.chars().all(plain) && !text.ends_with(' ') {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}
