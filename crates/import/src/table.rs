//! Tables: of groups, of one group's people, and of one group's facts.

use crate::columns::{self, Column, Meaning, is_empty};
use crate::contact;
use crate::draft::{Key, Shelf, Subproject};
use crate::inline::{Inline, items, links, markdown, plain};
use crate::kind::{Kind, has, normal, short_name};
use crate::link::{Target, avatar_account, from_root, target};
use crate::markdown::{Row, split_cells};
use crate::meeting::Series;
use crate::people::{self, Mention};
use crate::reading::Reading;
use crate::report::Fact;
use crate::role::{Reading as RoleReading, Role};

/// Reads a table of groups of the kind announced above it. Says whether it is one.
pub(crate) fn groups(
    page: &mut Reading<'_, '_>,
    announced: Option<&Kind>,
    header: &Row,
    rows: &[Row],
    headless: bool,
) -> bool {
    let kind = announced.cloned().unwrap_or(Kind::SIG);
    let meanings = columns::assign(header, rows, kind == Kind::COMMITTEE);
    if !columns::lists_groups(&meanings, announced.is_some()) {
        return false;
    }
    if !headless {
        enter_header(page, header, &meanings);
    }
    let name_at = meanings.iter().position(|meaning| meaning.column == Column::Name).unwrap_or_default();
    for row in rows {
        group_row(page, &kind, &meanings, name_at, row, headless);
    }
    true
}

/// Notes what the columns were taken for, and the line under the header.
fn enter_header(page: &mut Reading<'_, '_>, header: &Row, meanings: &[Meaning]) {
    for meaning in meanings {
        let heading = if meaning.heading.is_empty() { "(no heading)" } else { &meaning.heading };
        let role_guess = match &meaning.column {
            Column::People(role) => role.guess.clone(),
            _ => None,
        };
        if meaning.column == Column::Unknown {
            page.ledger.left(header.line, heading, "a column the record has no key for");
            continue;
        }
        let guess = meaning.guess.clone().or(role_guess);
        let fact = Fact::page("column", format!("{heading} → {}", meaning.column.word()));
        page.enter(header.line, fact, guess.as_deref());
    }
    page.ledger.read(header.line + 1, Fact::page("layout", "the line under the table's header"));
}

fn group_row(
    page: &mut Reading<'_, '_>,
    kind: &Kind,
    meanings: &[Meaning],
    name_at: usize,
    row: &Row,
    headless: bool,
) {
    let empty = Vec::new();
    let cell = row.cells.get(name_at).unwrap_or(&empty);
    let said = plain(cell);
    if said.is_empty() {
        page.ledger.left(row.line, page.ledger.line(row.line), "a row that names no group");
        return;
    }
    let (told, name) = short_name(&said);
    let link = links(cell).next().map(|(_, url)| url.to_owned()).filter(|url| !url.is_empty());
    let path = link.as_deref().and_then(|url| from_root(page.path, url)).unwrap_or_default();
    let dir = link.as_deref().and_then(|_| dir_of(&path));
    let kind = told.or_else(|| dir.as_deref().and_then(Kind::of_dir)).unwrap_or_else(|| kind.clone());
    let group = page.draft.group(&kind, &name, dir.as_deref());
    let because = headless.then_some("the table has no header; its columns were told by their cells");
    page.text(group, row.line, Key::Name, &name, because);
    if let Some(url) = &link {
        name_link(page, group, row.line, url, &path, dir.as_deref());
    }
    let mut series = Series::default();
    let mut account = None;
    for (index, meaning) in meanings.iter().enumerate().filter(|(index, _)| *index != name_at) {
        let cell = row.cells.get(index).unwrap_or(&empty);
        if is_empty(cell) {
            continue;
        }
        if let Column::Avatar(_) = meaning.column {
            account = cell.iter().find_map(picture_account);
            let value =
                if account.is_some() { "a picture that gives the account number" } else { "a picture" };
            page.ledger.read(row.line, Fact::page("picture", value));
            continue;
        }
        let guess = meaning.guess.as_deref().or(because);
        let taken = apply(page, group, row.line, &meaning.column, cell, guess, account.take(), &mut series);
        if !taken {
            let raw = row.raw.get(index).cloned().unwrap_or_else(|| plain(cell));
            page.ledger.left(row.line, &raw, format!("nothing to take for {}", meaning.column.word()));
        }
    }
    series.close(page, group);
    if let Some(beyond) = &row.beyond {
        page.ledger.left(row.line, beyond, "more cells than the header has columns");
    }
    let (have, want) = (split_cells(page.ledger.line(row.line)).len(), meanings.len());
    let last_empty = row.cells.last().is_some_and(is_empty);
    if !headless && have + 1 < want + usize::from(!last_empty) {
        let fact = Fact::page("layout", format!("{have} of {want} cells"));
        page.ledger.guess(
            row.line,
            fact,
            "the row is shorter than the header; its cells were taken from the left",
        );
    }
}

pub(crate) fn picture_account(inline: &Inline) -> Option<u64> {
    match inline {
        Inline::Image { url } => avatar_account(url),
        _ => None,
    }
}

/// The group's directory in the path its name links to.
fn dir_of(path: &str) -> Option<String> {
    let path = path.split(['#', '?']).next().unwrap_or_default();
    if path.contains("://") {
        // `https://github.com/acme/community/tree/main/sig-docs`
        let last = path.trim_end_matches('/').trim_end_matches("/README.md").rsplit('/').next()?;
        return (path.contains("github.com/") && Kind::of_dir(last).is_some()).then(|| last.to_owned());
    }
    let path = path.trim_end_matches('/');
    let dir = match path.rsplit_once('/') {
        Some((dir, file)) if file.contains('.') => dir,
        None if path.contains('.') => return None,
        _ => path,
    };
    (!dir.is_empty() && !dir.contains([' ', '\\', ':'])).then(|| dir.to_owned())
}

/// What the link of a group's name gives besides the directory.
fn name_link(
    page: &mut Reading<'_, '_>,
    group: usize,
    line: usize,
    url: &str,
    path: &str,
    dir: Option<&str>,
) {
    if path.ends_with("charter.md") {
        let charter = crate::link::from_dir(&page.called(group), path);
        page.text(group, line, Key::Charter, &charter, None);
        return;
    }
    match dir {
        Some(dir) => page.ledger.read(line, Fact::new(dir, "dir", dir)),
        None if target(url) == Target::Relative => {
            page.ledger.left(line, url, "a link that names no directory")
        }
        None => page.shelve(group, line, Shelf::Links, "", url, None),
    }
}

/// Takes one cell, or what stands after a label. Says whether anything was taken.
#[expect(clippy::too_many_arguments, reason = "a cell needs its place, its column and what its row carries")]
fn apply(
    page: &mut Reading<'_, '_>,
    group: usize,
    line: usize,
    column: &Column,
    cell: &[Inline],
    guess: Option<&str>,
    account: Option<u64>,
    series: &mut Series,
) -> bool {
    let committee = page.group(group).kind == Kind::COMMITTEE;
    match column {
        Column::People(role) => {
            let mut mentions: Vec<Mention> =
                items(cell).iter().flat_map(|item| people::read(item, committee, true)).collect();
            if let (Some(account), [only]) = (account, mentions.as_mut_slice()) {
                only.person.account = Some(account);
            }
            for mention in &mut mentions {
                mention.guess = mention.guess.take().or(guess.map(str::to_owned));
            }
            let found = !mentions.is_empty();
            page.seats(group, line, mentions, Some(role));
            found
        }
        Column::Slack
        | Column::Discord
        | Column::MailingList
        | Column::Contact
        | Column::Forum
        | Column::Teams => {
            let mut took = false;
            for item in items(cell) {
                took |= match column {
                    Column::Discord if links(&item).next().is_none() => {
                        page.text(group, line, Key::Discord, &plain(&item), guess);
                        true
                    }
                    Column::Slack if links(&item).next().is_none() => {
                        page.text(group, line, Key::Slack, plain(&item).trim_start_matches('#'), guess);
                        true
                    }
                    _ => contact::read(page, group, line, &item),
                };
            }
            took
        }
        Column::Meetings => {
            let mut took = false;
            for item in items(cell) {
                let read = series.line(page, group, line, &item);
                if !read {
                    page.ledger.left(line, &plain(&item), "words about meetings that are no schedule");
                }
                took = true;
            }
            took
        }
        Column::Notes => shelve_all(page, group, line, Shelf::Notes, cell, guess),
        Column::DesignDocs => shelve_all(page, group, line, Shelf::DesignDocs, cell, guess),
        Column::Roadmap => shelve_all(page, group, line, Shelf::Roadmap, cell, guess),
        Column::Todo => shelve_all(page, group, line, Shelf::Todo, cell, guess),
        Column::Links | Column::Recordings | Column::Calendar => {
            shelve_all(page, group, line, Shelf::Links, cell, guess)
        }
        Column::Description => {
            let text = items(cell).iter().map(|item| markdown(item)).collect::<Vec<_>>().join(" ");
            page.text(group, line, Key::Mission, &text, guess);
            !text.is_empty()
        }
        Column::Charter => {
            let Some((_, url)) = links(cell).next() else { return false };
            let Some(path) = page.address(line, url) else { return true };
            let charter = crate::link::from_dir(&page.called(group), &path);
            page.text(group, line, Key::Charter, &charter, guess);
            true
        }
        Column::Label => {
            let linked = links(cell).next().and_then(|(_, url)| contact::label_of(url));
            let shown = plain(cell);
            let label = if shown.contains(' ') { linked.unwrap_or(shown) } else { shown };
            page.text(group, line, Key::Label, label.rsplit('/').next().unwrap_or_default(), guess);
            true
        }
        Column::Stakeholders => {
            for item in items(cell) {
                for name in plain(&item).split(',').map(str::trim).filter(|name| !name.is_empty()) {
                    let (_, name) = short_name(name);
                    if page.is_full(line, &name, page.group(group).stakeholders.len()) {
                        continue;
                    }
                    page.ledger.read(line, Fact::new(&page.called(group), "stakeholder_sigs", name.clone()));
                    let stakeholders = &mut page.draft.groups[group].stakeholders;
                    if !stakeholders.contains(&name) {
                        stakeholders.push(name);
                    }
                }
            }
            true
        }
        Column::Projects => projects(page, group, line, cell),
        Column::Name | Column::Avatar(_) | Column::Handle | Column::Company | Column::Unknown => false,
    }
}

fn shelve_all(
    page: &mut Reading<'_, '_>,
    group: usize,
    line: usize,
    shelf: Shelf,
    cell: &[Inline],
    guess: Option<&str>,
) -> bool {
    let found: Vec<(String, String)> =
        links(cell).map(|(text, url)| (text.to_owned(), url.to_owned())).collect();
    for (text, url) in &found {
        page.shelve(group, line, shelf, text, url, guess);
    }
    if !found.is_empty() {
        page.words_beside(line, cell);
    }
    !found.is_empty()
}

fn projects(page: &mut Reading<'_, '_>, group: usize, line: usize, cell: &[Inline]) -> bool {
    let found: Vec<(String, String)> =
        links(cell).map(|(text, url)| (text.to_owned(), url.to_owned())).collect();
    for (text, url) in &found {
        let Some(url) = page.address(line, url) else { continue };
        if page.is_full(line, &url, page.group(group).subprojects.len()) {
            continue;
        }
        let name = text.rsplit('/').next().unwrap_or(text).to_owned();
        page.ledger.read(line, Fact::new(&page.called(group), "subprojects", format!("{name}: {url}")));
        let links = vec![crate::draft::Link { title: String::new(), url }];
        page.draft.groups[group].subprojects.push(Subproject { name, links, ..Subproject::default() });
    }
    !found.is_empty()
}

/// Takes what a label announces: `Meeting time`, `Slack channel`. Says whether the label is known.
pub(crate) fn fact(
    page: &mut Reading<'_, '_>,
    group: usize,
    line: usize,
    label: &str,
    value: &[Inline],
    series: &mut Series,
) -> bool {
    let committee = page.group(group).kind == Kind::COMMITTEE;
    let words = normal(label);
    let column = match columns::by_words(label, committee) {
        // `Meeting notes` beside `Meeting time`: both say `meeting`, and notes won above; a join link did not.
        Some(column) if column != Column::Name && column != Column::Handle && column != Column::Company => {
            column
        }
        _ if has(&words, "sponsor") || has(&words, "sponsors") => {
            Column::People(RoleReading { role: Role::Further("sponsors".into()), guess: None })
        }
        _ => return false,
    };
    if is_empty(&value.to_vec()) {
        return false;
    }
    apply(page, group, line, &column, value, None, None, series)
}

/// Takes a table of two columns, a label and its value, as one group's facts.
pub(crate) fn facts(
    page: &mut Reading<'_, '_>,
    group: usize,
    header: &Row,
    rows: &[Row],
    series: &mut Series,
) -> bool {
    if header.cells.len() != 2 || rows.is_empty() {
        return false;
    }
    let committee = page.group(group).kind == Kind::COMMITTEE;
    let known = rows
        .iter()
        .filter(|row| {
            row.cells.first().is_some_and(|cell| columns::by_words(&plain(cell), committee).is_some())
        })
        .count();
    if known * 2 < rows.len() {
        return false;
    }
    page.ledger.read(header.line, Fact::page("columns", "what, and where"));
    page.ledger.read(header.line + 1, Fact::page("layout", "the line under the table's header"));
    for row in rows {
        let label = row.cells.first().map(|cell| plain(cell)).unwrap_or_default();
        let taken = row.cells.get(1).is_some_and(|value| fact(page, group, row.line, &label, value, series));
        if !taken {
            page.ledger.left(row.line, page.ledger.line(row.line), format!("nothing to take for `{label}`"));
        }
    }
    true
}

/// What stands after a label's colon.
pub(crate) fn strip_label(inlines: &[Inline]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut seen = false;
    for inline in inlines {
        match inline {
            Inline::Text(text) if !seen => {
                if let Some((_, rest)) = text.split_once(':') {
                    seen = true;
                    out.push(Inline::Text(rest.to_owned()));
                }
            }
            other if seen => out.push(other.clone()),
            _ => {}
        }
    }
    out
}
