//! All pages of an import, one after another.

use std::collections::BTreeSet;

use folkmoot_model::FileSet;

use crate::draft::{Draft, Key, Rank};
use crate::inline::plain;
use crate::input::{self, Input};
use crate::kind::{Kind, group_title, short_name};
use crate::ledger::Ledger;
use crate::markdown::{Block, blocks};
use crate::reading::Reading;
use crate::report::{InputReport, Report};
use crate::{columns, group_page, list_page, settle, write};

/// What may be chosen about an import.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// Address that stands before paths within the repository, such as
    /// `https://github.com/acme/community/blob/main`: links to pages that are not brought along then still lead
    /// somewhere.
    pub base: Option<String>,
}

/// What an import gives.
#[derive(Debug)]
pub struct Imported {
    /// Files of a community repository.
    pub files: FileSet,
    /// What became of every line.
    pub report: Report,
}

/// Reads pages into a community repository. Nothing is written, nothing fails: what cannot be read is in the
/// report. The order of the pages decides between two that are equally precise: the later one wins.
pub fn import(inputs: &[Input], options: &Options) -> Imported {
    let mut draft = Draft::default();
    let mut pages: Vec<InputReport> = Vec::new();
    for (index, input) in inputs.iter().enumerate() {
        let again =
            inputs[..index].iter().any(|before| before.path == input.path && before.bytes == input.bytes);
        pages.push(if again { set_aside(input) } else { page(&mut draft, input, options) });
    }
    settle::settle(&mut draft);
    let files = write::files(&draft);
    let people: BTreeSet<String> =
        draft.groups.iter().flat_map(|group| &group.seats).map(|seat| seat.value.person.key()).collect();
    let report = Report {
        pages,
        groups: draft.groups.len(),
        people: people.len(),
        conflicts: std::mem::take(&mut draft.conflicts),
    };
    Imported { files, report }
}

/// A page that was read already.
fn set_aside(input: &Input) -> InputReport {
    let readable = input::readable(&input.bytes);
    let mut ledger = Ledger::new(&input.shown, &readable.text);
    ledger.take_as("a page that was read already");
    ledger.leave_lines(1, readable.text.lines().count(), "the same page was read already");
    ledger.close(Vec::new())
}

fn page(draft: &mut Draft, input: &Input, options: &Options) -> InputReport {
    if input.bytes.len() > input::LARGEST {
        let text = format!("{} bytes", input.bytes.len());
        let mut ledger = Ledger::new(&input.shown, &text);
        ledger.left(1, &text, format!("larger than {} bytes", input::LARGEST));
        return ledger.close(Vec::new());
    }
    let readable = input::readable(&input.bytes);
    let mut ledger = Ledger::new(&input.shown, &readable.text);
    let blocks = blocks(&readable.text);
    let mut own = own_group(&input.path, &blocks);
    if let (Some(own), Some(community)) = (&mut own, &draft.name) {
        // `KubeSphere Steering Committee` of the community KubeSphere.
        own.name = settle::without_community(&own.name, &community.value).to_owned();
    }
    let rank = if own.is_some() { Rank::Own } else { Rank::List };
    let mut reading =
        Reading { draft, ledger: &mut ledger, path: &input.path, base: options.base.as_deref(), rank };
    match own {
        Some(own) => own_page(&mut reading, &own, &blocks),
        None => list_page::read(&mut reading, &blocks),
    }
    ledger.close(readable.repairs)
}

/// The group whose own page this is.
struct Own {
    kind: Kind,
    name: String,
    dir: Option<String>,
    /// Where the title stands, and its place among the blocks.
    title: Option<(usize, usize)>,
}

/// Whether a page is one group's own: its folder or its title says so, and it lists no groups.
fn own_group(path: &str, blocks: &[Block]) -> Option<Own> {
    let lists = blocks.iter().any(|block| match block {
        Block::Table { header, rows } => {
            rows.len() > 1 && columns::lists_groups(&columns::assign(header, rows, false), false)
        }
        _ => false,
    });
    let (dir, file) = path.rsplit_once('/').unwrap_or(("", path));
    let readme = file.eq_ignore_ascii_case("README.md");
    let by_dir = if readme {
        Kind::of_dir(dir).or_else(|| dir.rsplit_once('/').and_then(|(above, _)| Kind::of_parent(above)))
    } else {
        None
    };
    let title = blocks.iter().enumerate().find_map(|(index, block)| match block {
        Block::Heading { level, line } if *level <= 2 => Some((index, line)),
        _ => None,
    });
    let said = title.map(|(_, line)| plain(&line.inlines)).unwrap_or_default();
    let named = group_title(&said);
    let place = title.map(|(index, line)| (index, line.number));
    let kind = by_dir.or_else(|| named.as_ref().map(|(kind, _)| kind.clone()))?;
    if lists {
        return None;
    }
    let template = |name: &str| name.contains(['{', '<', '#', '$']);
    let name = named.map_or_else(|| short_name(&said).1, |(_, name)| name);
    let last = dir.rsplit('/').next().unwrap_or(dir);
    let name = if name.is_empty() {
        last.split_once('-').map_or(last, |(_, name)| name).replace('-', " ")
    } else {
        name
    };
    let dir = (readme && !dir.is_empty()).then(|| dir.to_owned());
    (!name.is_empty() && !template(&name)).then_some(Own { kind, name, dir, title: place })
}

fn own_page(page: &mut Reading<'_, '_>, own: &Own, blocks: &[Block]) {
    let group = page.draft.group(&own.kind, &own.name, own.dir.as_deref());
    let called = page.called(group);
    page.ledger.take_as(format!("the page of {called}"));
    let Some((index, line)) = own.title else {
        group_page::read(page, group, blocks);
        return;
    };
    page.text(group, line, Key::Name, &own.name, None);
    for block in &blocks[..index] {
        if let Block::Other { first, last, why } = block {
            page.ledger.leave_lines(*first, *last, why);
        }
    }
    group_page::read(page, group, &blocks[index + 1..]);
}

/// Whether the folder of a path such as `sig-docs/README.md` is a group's by its name or by the folder it lies
/// in: of a whole repository, only those `README.md` are pages of groups. What lies in an archive is over.
pub fn is_group_folder(dir: &str) -> bool {
    if dir.split('/').any(|step| matches!(step, "archive" | "archived" | "attic" | "emeritus" | "retired")) {
        return false;
    }
    let above = dir.trim_matches('/').rsplit_once('/').map(|(above, _)| above);
    Kind::of_dir(dir).is_some() || above.is_some_and(|above| Kind::of_parent(above).is_some())
}
