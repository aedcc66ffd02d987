//! A page about the community: tables of groups, sections a group, channels, links, programmes.

use crate::channels;
use crate::columns;
use crate::community::{community_name, topic};
use crate::draft::{Draft, Link, Rank, Sourced};
use crate::group_page;
use crate::inline::{Inline, links, plain};
use crate::kind::{Kind, has, normal, short_name};
use crate::markdown::{Block, Line, Row, split_cells};
use crate::reading::Reading;
use crate::report::Fact;
use crate::table;

/// Reads a page that is not one group's.
pub(crate) fn read(page: &mut Reading<'_, '_>, blocks: &[Block]) {
    let mut reader =
        Reader { kind: None, headings: Vec::new(), hint: String::new(), retired: None, groups: 0 };
    let known = |draft: &Draft| draft.links.len() + draft.channels.len() + draft.language_channels.len();
    let before = known(page.draft);
    let mut index = 0;
    while let Some(block) = blocks.get(index) {
        index += reader.block(page, block, &blocks[index..]);
    }
    let taken = match (reader.groups, known(page.draft) == before) {
        (0, true) => "a page that adds nothing to the record".to_owned(),
        (0, false) => "a page about the community".to_owned(),
        (1, _) => "a list of one group".to_owned(),
        (count, _) => format!("a list of {count} groups"),
    };
    page.ledger.take_as(taken);
}

/// A heading above what is being read.
struct Heading {
    level: u8,
    line: usize,
    title: String,
}

struct Reader {
    /// The kind of group that the headings above announce.
    kind: Option<Kind>,
    /// Headings above, outermost first.
    headings: Vec<Heading>,
    /// Words of the paragraph before: `several non-English channels`.
    hint: String,
    /// Level of a heading under which groups are over.
    retired: Option<u8>,
    groups: usize,
}

impl Reader {
    /// Reads a block; gives how many blocks that took.
    fn block(&mut self, page: &mut Reading<'_, '_>, block: &Block, rest: &[Block]) -> usize {
        match block {
            Block::Heading { level, line } => return self.heading(page, *level, line, rest),
            Block::Table { header, rows } => self.table(page, header, rows),
            Block::Text { depth, lines } => self.text(page, *depth, lines),
            Block::Other { first, last, why } => page.ledger.leave_lines(*first, *last, why),
        }
        1
    }

    fn heading(&mut self, page: &mut Reading<'_, '_>, level: u8, line: &Line, rest: &[Block]) -> usize {
        let title = plain(&line.inlines);
        self.headings.retain(|above| above.level < level);
        self.hint.clear();
        if self.retired.is_some_and(|above| level <= above) {
            self.retired = None;
        }
        let words = normal(&title);
        if level == 1 && self.headings.is_empty() {
            self.community_name(page, line.number, &title, "the page's title");
        }
        if ["emeritus", "retired", "archived", "inactive", "former", "disbanded"]
            .iter()
            .any(|word| has(&words, word))
        {
            self.retired = Some(level);
        }
        if let Some(kind) = Kind::announced(&title) {
            let fact = Fact::page("heading", format!("{} follow", kind.get().plural));
            page.ledger.read(line.number, fact);
            self.kind = Some(kind);
            self.headings.push(Heading { level, line: line.number, title });
            return 1;
        }
        let end = rest
            .iter()
            .skip(1)
            .position(|block| matches!(block, Block::Heading { level: next, .. } if *next <= level));
        let section = &rest[1..end.map_or(rest.len(), |end| end + 1)];
        if level > 1 && self.retired.is_none() && self.section_is_group(section, &title) {
            self.group_section(page, line, &title, section);
            return section.len() + 1;
        }
        self.headings.push(Heading { level, line: line.number, title });
        1
    }

    /// Takes the community's name from a title such as `KubeSphere Special Interest Groups`.
    fn community_name(&self, page: &mut Reading<'_, '_>, line: usize, title: &str, because: &str) {
        let name = community_name(title);
        if let Some(known) = &page.draft.name {
            if known.value == name {
                page.ledger.read(line, Fact::new("community", "name", name));
            }
            return;
        }
        if !name.is_empty() {
            page.ledger.guess(line, Fact::new("community", "name", name.clone()), because);
            page.draft.name = Some(Sourced { value: name, place: page.ledger.place(line), rank: Rank::List });
        }
    }

    /// Whether the blocks under a heading are one group's facts: a table of labels, or labelled items.
    fn section_is_group(&self, section: &[Block], title: &str) -> bool {
        let Some(kind) = &self.kind else { return false };
        if has(&normal(title), "channels") || title.len() > 80 {
            return false;
        }
        let committee = *kind == Kind::COMMITTEE;
        let known = |label: &str| columns::by_words(label, committee).is_some();
        let mut facts = 0;
        for block in section {
            match block {
                Block::Text { depth, lines } if *depth > 0 => {
                    let label = lines.first().map(|line| plain(&line.inlines)).unwrap_or_default();
                    facts += usize::from(
                        label.split_once(':').is_some_and(|(label, _)| label.len() < 40 && known(label)),
                    );
                }
                Block::Table { header, rows } if header.cells.len() == 2 => {
                    facts += rows
                        .iter()
                        .filter(|row| row.cells.first().is_some_and(|cell| known(&plain(cell))))
                        .count();
                }
                Block::Table { header, rows }
                    if columns::lists_groups(&columns::assign(header, rows, committee), false) =>
                {
                    return false;
                }
                _ => {}
            }
        }
        facts >= 2
    }

    fn group_section(&mut self, page: &mut Reading<'_, '_>, line: &Line, title: &str, section: &[Block]) {
        let (told, name) = short_name(title);
        let Some(kind) = told.or_else(|| self.kind.clone()) else { return };
        let group = page.draft.group(&kind, &name, None);
        page.text(group, line.number, crate::draft::Key::Name, &name, None);
        self.groups += 1;
        group_page::read(page, group, section);
    }

    fn table(&mut self, page: &mut Reading<'_, '_>, header: &Row, rows: &[Row]) {
        let last = rows.last().map_or(header.line + 1, |row| row.line);
        if self.retired.is_some() {
            page.ledger.leave_lines(header.line, last, "groups or people of the past");
            return;
        }
        if table::groups(page, self.kind.as_ref(), header, rows, false) {
            self.groups += rows.len();
            let above = self.headings.last().map(|heading| heading.title.clone());
            // `Examples of CNCF SIGs`: the heading over the table may name whose groups they are.
            if let Some(title) = above.filter(|_| !rows.is_empty()) {
                let because = "the heading over the table of groups names it";
                self.community_name(page, header.line, &title, because);
            }
            return;
        }
        let because = match rows.is_empty() {
            true => "an empty table",
            false => {
                "a table that does not list groups: no column names them beside one that only groups have"
            }
        };
        page.ledger.leave_lines(header.line, last, because);
    }

    fn text(&mut self, page: &mut Reading<'_, '_>, depth: usize, lines: &[Line]) {
        if depth == 0 && self.headless(page, lines) {
            return;
        }
        let above = self.headings.last().map(|heading| normal(&heading.title)).unwrap_or_default();
        let about_channels =
            ["channel", "channels", "slack", "contact", "communication", "chat", "join", "connect", "touch"]
                .iter()
                .any(|word| has(&above, word));
        if depth > 0 && about_channels {
            for line in lines {
                if channels::read(page, line.number, &line.inlines, &self.hint) {
                    self.used_heading(page, "channels follow");
                }
            }
            return;
        }
        let programme = ["program", "programme", "ambassadorship"].iter().any(|word| has(&above, word));
        for line in lines {
            self.community_links(page, line, programme);
        }
        if depth == 0 {
            self.hint = normal(&lines.iter().map(|line| plain(&line.inlines)).collect::<Vec<_>>().join(" "));
        }
    }

    /// Notes that the heading above gave meaning to what is below.
    fn used_heading(&self, page: &mut Reading<'_, '_>, meaning: &str) {
        if let Some(heading) = self.headings.last() {
            page.ledger.read(heading.line, Fact::page("heading", meaning));
        }
    }

    /// Rows of a table that lost its header line: lines of cells between bars.
    fn headless(&mut self, page: &mut Reading<'_, '_>, lines: &[Line]) -> bool {
        let bars = |line: &Line| split_cells(page.ledger.line(line.number)).len();
        if lines.len() < 2 || lines.iter().any(|line| bars(line) < 3) {
            return false;
        }
        let rows: Vec<Row> = lines.iter().map(row_of).collect();
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let header = Row { line: lines[0].number, cells: vec![Vec::new(); width], ..Row::default() };
        let taken = table::groups(page, self.kind.as_ref(), &header, &rows, true);
        self.groups += if taken { rows.len() } else { 0 };
        taken
    }

    fn community_links(&mut self, page: &mut Reading<'_, '_>, line: &Line, programme: bool) {
        let found: Vec<(String, String)> =
            links(&line.inlines).map(|(text, url)| (text.to_owned(), url.to_owned())).collect();
        let mut took = false;
        for (text, url) in found {
            let Some((topic, guess)) = topic(&text, &url, programme) else { continue };
            let title = match (topic, self.headings.last()) {
                ("programme", Some(heading)) => heading.title.clone(),
                _ => text,
            };
            if topic == "programme" {
                self.used_heading(page, "a programme");
            }
            let Some(url) = page.address(line.number, &url) else { continue };
            if page.is_full(line.number, &url, page.draft.links.len()) {
                continue;
            }
            let fact = Fact::new("community", &format!("links.{topic}"), format!("{title}: {url}"));
            page.enter(line.number, fact, guess);
            page.draft.link(topic, Link { title, url });
            took = true;
        }
        if took {
            let prose = page.ledger.line(line.number);
            page.ledger.left(line.number, prose, "prose around a link");
        }
    }
}

/// A line of cells between bars.
fn row_of(line: &Line) -> Row {
    let mut cells: Vec<Vec<Inline>> = vec![Vec::new()];
    for inline in &line.inlines {
        let Inline::Text(text) = inline else {
            if let Some(cell) = cells.last_mut() {
                cell.push(inline.clone());
            }
            continue;
        };
        for (index, part) in text.split('|').enumerate() {
            if index > 0 {
                cells.push(Vec::new());
            }
            if let Some(cell) = cells.last_mut().filter(|_| !part.trim().is_empty()) {
                cell.push(Inline::Text(part.trim().to_owned()));
            }
        }
    }
    // Bars at both ends only frame the row.
    if cells.first().is_some_and(Vec::is_empty) {
        cells.remove(0);
    }
    if cells.last().is_some_and(Vec::is_empty) {
        cells.pop();
    }
    let raw = cells.iter().map(|cell| plain(cell)).collect();
    Row { line: line.number, cells, raw, beyond: None }
}
