//! Made-up communities of any size, for benches and tests of what grows.
//!
//! The same size gives the same community. Names are plainly synthetic.

use std::fmt::Write as _;

use crate::MemoryFiles;

/// Every how many SIGs a working group follows.
const SIGS_A_WORKING_GROUP: usize = 5;

/// A repository of `groups` groups: `sigs.yaml` and a charter and a page each, without a finding of the loader's.
pub fn repository(groups: usize) -> MemoryFiles {
    let mut files = MemoryFiles::new().with("sigs.yaml", sigs_yaml(groups));
    for (prefix, number) in numbered(groups) {
        let dir = format!("{prefix}-synthetic-{number}");
        files = files
            .with(&format!("{dir}/charter.md"), format!("# Charter of Synthetic {number}\n"))
            .with(&format!("{dir}/README.md"), format!("# Synthetic {number}\n\n[Charter](charter.md)\n"));
    }
    files
}

/// A data file of `groups` groups as go-yaml 3.0.1 writes it, about 1.6 kB a group.
pub fn sigs_yaml(groups: usize) -> String {
    let mut out = String::with_capacity(groups * 1700 + 100);
    for (key, wanted) in [("sigs", "sig"), ("workinggroups", "wg")] {
        let mut key = Some(key);
        for (prefix, number) in numbered(groups).filter(|(prefix, _)| *prefix == wanted) {
            if let Some(key) = key.take() {
                // Writing to a String cannot fail, here and below.
                let _ = writeln!(out, "{key}:");
            }
            group(&mut out, prefix, number);
        }
        if let Some(key) = key {
            let _ = writeln!(out, "{key}: []");
        }
    }
    out.push_str("usergroups: []\ncommittees: []\n");
    out
}

fn numbered(groups: usize) -> impl Iterator<Item = (&'static str, usize)> {
    (0..groups).map(|number| (if number % SIGS_A_WORKING_GROUP == 4 { "wg" } else { "sig" }, number))
}

fn group(out: &mut String, prefix: &str, number: usize) {
    let _ = write!(
        out,
        "  - dir: {prefix}-synthetic-{number}
    name: Synthetic {number}
    mission_statement: >
      Looks after the part of the made-up program that has the number {number}, so that benches have something to read.

    charter_link: charter.md
"
    );
    if prefix == "wg" {
        let sig = number.saturating_sub(1);
        let _ = writeln!(out, "    stakeholder_sigs:\n      - Synthetic {sig}");
    }
    let _ = writeln!(out, "    label: synthetic-{number}\n    leadership:\n      chairs:");
    for lead in 0..2 {
        person(out, "        ", number * 3 + lead);
    }
    out.push_str("      tech_leads:\n");
    person(out, "        ", number * 3 + 2);
    let (day, hour) = (["Monday", "Tuesday", "Thursday"][number % 3], 8 + number % 9);
    let _ = write!(
        out,
        "    meetings:
      - description: Regular Synthetic {number} Meeting
        day: {day}
        time: \"{hour}:00\"
        tz: UTC
        frequency: weekly
        url: https://meet.example/synthetic-{number}
        archive_url: https://notes.example/synthetic-{number}
        recordings_url: https://video.example/synthetic-{number}
    contact:
      slack: {prefix}-synthetic-{number}
      mailing_list: https://lists.example/synthetic-{number}
      teams:
        - name: synthetic-{number}-leads
          description: Leads of Synthetic {number}
"
    );
    if prefix == "sig" {
        out.push_str("    subprojects:\n");
        for part in 0..2 {
            let _ = write!(
                out,
                "      - name: part-{number}-{part}
        description: Part {part} of what Synthetic {number} owns.
        owners:
          - https://raw.githubusercontent.com/example/part-{number}-{part}/main/OWNERS
"
            );
        }
    }
}

fn person(out: &mut String, indent: &str, number: usize) {
    let company = number % 17;
    let _ = write!(
        out,
        "{indent}- github: synthetic-person-{number}
{indent}  name: Synthetic Person {number}
{indent}  company: Synthetic Company {company}
{indent}  email: person-{number}@mail.example
"
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    #[test]
    fn a_synthetic_community_has_as_many_groups_and_no_findings() {
        for groups in [0, 1, 5, 100] {
            let (community, findings) = load(&repository(groups));
            assert_eq!((community.groups.len(), findings), (groups, Vec::new()));
        }
    }
}
