//! Every record of a community.

use folkmoot_diagnostics::{Diagnostic, Sources};
use folkmoot_model::{Community, EntryKind, RepoFiles};

use crate::{Place, Record, read};

/// Words by which a folder says that it holds records of meetings.
const FOLDERS: [&str; 4] = ["meeting", "minutes", "notes", "agenda"];
/// Words by which it may hold some, among other things.
const PERHAPS: [&str; 2] = ["archive", "record"];
/// Words by which a file says that it is one, wherever it stands.
const FILES: [&str; 4] = ["meeting", "minutes", "notes", "agenda"];
/// How deep folders of records stand below a group's.
const DEEPEST: usize = 6;
/// Folders and files looked at in all; what follows is left out.
const MOST: usize = 1_000_000;

/// A record with whose it is.
#[derive(Clone, Debug)]
pub struct Filed {
    /// The group's place in [`Community::groups`].
    pub group: usize,
    /// The file, from the root of the repository.
    pub path: String,
    /// What it says.
    pub record: Record,
}

/// Every record of a community's groups.
#[derive(Clone, Default, Debug)]
pub struct Archive {
    /// By group, then by day; those without a day last.
    pub records: Vec<Filed>,
    /// Mistakes in them.
    pub diagnostics: Vec<Diagnostic>,
}

impl Archive {
    /// Reads the records in the folders of the groups whose places in [`Community::groups`] are `wanted`. Texts go
    /// into `sources`, so that findings can show them.
    pub fn load(
        community: &Community,
        files: &dyn RepoFiles,
        sources: &Sources,
        wanted: impl Fn(usize) -> bool,
    ) -> Self {
        let mut out = Self::default();
        let dirs: Vec<&str> = community.groups.iter().map(|group| group.dir.trim_matches('/')).collect();
        let mut search = Search { files, others: &dirs, seen: 0, found: Vec::new() };
        for (group, dir) in dirs.iter().enumerate().filter(|(group, dir)| !dir.is_empty() && wanted(*group)) {
            search.folder(dir, None, 0);
            for (path, place) in std::mem::take(&mut search.found) {
                let Ok(bytes) = files.read(&path) else { continue };
                let text = String::from_utf8_lossy(&bytes);
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                let file = sources.add(path.clone(), text);
                let read = read(sources, file, place);
                let named = |finding: Diagnostic| finding.in_group(*dir);
                out.diagnostics.extend(read.diagnostics.into_iter().map(named));
                let filed =
                    read.records.into_iter().map(|record| Filed { group, path: path.clone(), record });
                out.records.extend(filed);
            }
        }
        out.records.sort_by(|a, b| {
            let key = |filed: &Filed| (filed.group, filed.record.date.is_none(), filed.record.date);
            key(a).cmp(&key(b)).then_with(|| a.path.cmp(&b.path))
        });
        out
    }
}

struct Search<'a> {
    files: &'a dyn RepoFiles,
    /// Directories of groups: one within another's keeps its own records.
    others: &'a [&'a str],
    seen: usize,
    found: Vec<(String, Place)>,
}

impl Search<'_> {
    /// Looks into `dir`, which is a folder of records where `place` says so.
    fn folder(&mut self, dir: &str, place: Option<Place>, depth: usize) {
        for (name, kind) in self.files.entries(dir) {
            self.seen += 1;
            if self.seen > MOST || name.starts_with('.') {
                continue;
            }
            let path = format!("{dir}/{name}");
            let lower = name.to_lowercase();
            let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
            match kind {
                EntryKind::File if lower.ends_with(".md") || lower.ends_with(".markdown") => match place {
                    Some(place) => self.found.push((path, place)),
                    None if says(&FILES) => self.found.push((path, Place::Elsewhere)),
                    None => {}
                },
                EntryKind::Directory if depth < DEEPEST && !self.others.contains(&path.as_str()) => {
                    let place = match place {
                        Some(Place::Archive) => Some(Place::Archive),
                        _ if says(&FOLDERS) => Some(Place::Archive),
                        _ if says(&PERHAPS) => Some(Place::Elsewhere),
                        other => other,
                    };
                    self.folder(&path, place, depth + 1);
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use folkmoot_model::{MemoryFiles, load};

    use super::*;

    #[test]
    fn records_are_those_of_their_group_by_day() {
        let yaml = "sigs:\n- dir: sig-a\n  name: A\n- dir: sig-a/wg-b\n  name: B\n";
        let files = MemoryFiles::new()
            .with("sigs.yaml", yaml)
            .with("sig-a/meetings/2026-11-05.md", "# x\n")
            .with("sig-a/meetings/2025/2025-11-06.md", "# x\n")
            .with("sig-a/wg-b/minutes/20261101.md", "# x\n")
            .with("sig-a/archive/old-charter.md", "# Charter\n")
            .with("sig-a/archive/notes-2020.md", "## Nov 5, 2020\n## Nov 12, 2020\n")
            .with("sig-a/charter.md", "# x\n");
        let (community, _) = load(&files);
        let archive = Archive::load(&community, &files, &community.sources, |_| true);
        let found: Vec<(usize, String)> = archive
            .records
            .iter()
            .map(|filed| (filed.group, filed.record.date.map_or_else(String::new, |date| date.to_string())))
            .collect();
        let expected =
            [(0, "2020-11-05"), (0, "2020-11-12"), (0, "2025-11-06"), (0, "2026-11-05"), (1, "2026-11-01")];
        assert_eq!(found, expected.map(|(group, day)| (group, day.to_owned())));
        assert!(archive.diagnostics.is_empty(), "{:?}", archive.diagnostics);
    }
}
