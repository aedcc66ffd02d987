//! Dated meeting records in a group's folder.

use folkmoot_calendar::{Doubt, date_in_name};

use crate::{EntryKind, Group, Meeting, MeetingRecord, RepoFiles};

/// Words by which a folder says that it holds records of meetings.
const FOLDERS: [&str; 6] = ["meeting", "minute", "notes", "agenda", "archive", "record"];

/// Words by which a file says that it is one, where its folder does not.
const FILES: [&str; 4] = ["meeting", "minutes", "notes", "agenda"];

/// Records of one group that count, the latest ones: four years of weekly meetings.
const MOST: usize = 200;

/// Dated files among which these are looked for.
const LOOKED_AT: usize = 5_000;

/// How deep years and months may be nested in a folder of records.
const DEEPEST: usize = 4;

/// Notes the records of groups that have a series without a first date; nobody else's are looked for.
pub(super) fn find_needed(files: &dyn RepoFiles, groups: &mut [Group]) {
    for group in groups.iter_mut().filter(|group| !group.dir.is_empty()) {
        let needed = group.all_meetings().any(|(_, meeting)| {
            may_alternate(meeting) && meeting.schedule().doubts.contains(&Doubt::Unanchored)
        });
        if needed {
            group.records = find(files, group.dir.trim_matches('/'));
        }
    }
}

/// Whether it is worth reading the whole schedule: most series say at once that they need no first date.
fn may_alternate(meeting: &Meeting) -> bool {
    let frequency = meeting.frequency.trim();
    let plain = ["", "weekly", "monthly", "daily"].iter().any(|word| frequency.eq_ignore_ascii_case(word));
    meeting.starts.is_empty() && !(plain && meeting.rrule.is_empty())
}

/// The dated records in a group's folder, by date.
fn find(files: &dyn RepoFiles, dir: &str) -> Vec<MeetingRecord> {
    let mut found = Vec::new();
    for (name, kind) in files.entries(dir) {
        let lower = name.to_lowercase();
        match kind {
            EntryKind::File if FILES.iter().any(|word| lower.contains(word)) => {
                add(&mut found, dir, &name, "")
            }
            EntryKind::Directory if FOLDERS.iter().any(|word| lower.contains(word)) => {
                visit(files, &format!("{dir}/{name}"), "", 1, &mut found);
            }
            _ => {}
        }
    }
    found.sort_unstable();
    if let Some(surplus) = found.len().checked_sub(MOST) {
        found.drain(..surplus);
    }
    found
}

/// `within` is the path below the folder of records: years and months may stand in it.
fn visit(files: &dyn RepoFiles, dir: &str, within: &str, depth: usize, found: &mut Vec<MeetingRecord>) {
    for (name, kind) in files.entries(dir) {
        if found.len() >= LOOKED_AT {
            return;
        }
        match kind {
            EntryKind::File => add(found, dir, &name, within),
            EntryKind::Directory if depth < DEEPEST => {
                visit(files, &format!("{dir}/{name}"), &format!("{within}{name}-"), depth + 1, found);
            }
            EntryKind::Directory => {}
        }
    }
}

fn add(found: &mut Vec<MeetingRecord>, dir: &str, name: &str, within: &str) {
    if let Some(date) = date_in_name(name).or_else(|| date_in_name(&format!("{within}{name}"))) {
        found.push(MeetingRecord { date, path: format!("{dir}/{name}") });
    }
}
