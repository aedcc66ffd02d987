//! A group's own page: its `README.md`, or one section of a page that holds a section a group.

use crate::contact;
use crate::draft::{Key, Shelf};
use crate::inline::{Inline, links, markdown, plain};
use crate::kind::{Kind, has, normal};
use crate::link::{Target, target};
use crate::markdown::{Block, Line};
use crate::meeting::Series;
use crate::people;
use crate::reading::Reading;
use crate::report::Fact;
use crate::role::{Reading as RoleReading, Role};
use crate::section::{Section, name_of, section_of};
use crate::{person_table, table};

/// Reads the blocks of one group.
pub(crate) fn read(page: &mut Reading<'_, '_>, group: usize, blocks: &[Block]) {
    let committee = page.group(group).kind == Kind::COMMITTEE;
    let mut reader = Reader {
        committee,
        group,
        section: Section::Intro,
        section_level: 0,
        heading: String::new(),
        series: Series::default(),
        mission: Vec::new(),
        scope: Vec::new(),
        part: String::new(),
        intro_over: false,
    };
    for block in blocks {
        reader.block(page, block);
    }
    reader.close(page);
}

struct Reader {
    committee: bool,
    group: usize,
    section: Section,
    section_level: u8,
    heading: String,
    series: Series,
    /// Lines of the introduction.
    mission: Vec<(usize, String)>,
    scope: Vec<(usize, String)>,
    /// Which part of a subproject the deeper items are about: `owners`.
    part: String,
    /// Whether the introduction is over: what follows the charter or a comment is a page's own text.
    intro_over: bool,
}

impl Reader {
    fn block(&mut self, page: &mut Reading<'_, '_>, block: &Block) {
        match block {
            Block::Heading { level, line } => self.heading(page, *level, line),
            Block::Text { depth, lines } => self.text(page, *depth, lines),
            Block::Table { header, rows } => {
                if !person_table::read(page, self.group, header, rows, self.role().as_ref())
                    && !table::facts(page, self.group, header, rows, &mut self.series)
                {
                    let last = rows.last().map_or(header.line + 1, |row| row.line);
                    page.ledger.leave_lines(
                        header.line,
                        last,
                        "a table that is not about people or meetings",
                    );
                }
            }
            Block::Other { first, last, why } => {
                self.intro_over |= !self.mission.is_empty() && *why == "a comment";
                page.ledger.leave_lines(*first, *last, why);
            }
        }
    }

    fn role(&self) -> Option<RoleReading> {
        match &self.section {
            Section::People(role) => Some(role.clone()),
            _ => None,
        }
    }

    fn heading(&mut self, page: &mut Reading<'_, '_>, level: u8, line: &Line) {
        let title = plain(&line.inlines);
        // Inside a scope everything belongs to it, its own headings included.
        if self.section == Section::Scope && level > self.section_level {
            page.ledger.read(line.number, Fact::new(&page.called(self.group), "scope", title.clone()));
            self.scope.push((line.number, format!("**{title}**")));
            return;
        }
        let section = section_of(&title, self.committee);
        // `### agent-sandbox` under `## Subprojects` is one of them.
        if self.section == Section::Projects && level > self.section_level {
            let fact = Fact::new(&page.called(self.group), "subprojects", title.clone());
            page.ledger.read(line.number, fact);
            page.subproject(self.group, &title);
            self.part.clear();
            return;
        }
        // Under `## Emeritus Leads`, `### Chairs` are former ones.
        let former = matches!(&self.section, Section::People(role) if role.role == Role::Emeritus);
        if former && level > self.section_level && matches!(section, Section::People(_)) {
            page.ledger.read(line.number, Fact::page("heading", "former leads"));
            return;
        }
        if section == Section::Intro && self.section != Section::Intro && !self.mission.is_empty() {
            // A second `About` adds to the introduction.
            page.ledger.read(line.number, Fact::page("heading", title));
            self.section = Section::Intro;
            self.section_level = level;
            return;
        }
        match &section {
            Section::Other(_) => page.ledger.left(
                line.number,
                page.ledger.line(line.number),
                "a heading the record has no key for",
            ),
            known => page.ledger.read(line.number, Fact::page("heading", name_of(known))),
        }
        self.heading = title;
        self.section = section;
        self.section_level = level;
    }

    fn text(&mut self, page: &mut Reading<'_, '_>, depth: usize, lines: &[Line]) {
        let first = lines.first().map_or(0, |line| line.number);
        let last = lines.last().map_or(first, |line| line.number);
        if lines.first().is_some_and(|line| plain(&line.inlines).starts_with("{/*")) {
            page.ledger.leave_lines(first, last, "a comment");
            return;
        }
        match self.section.clone() {
            Section::Intro => self.intro(page, depth, lines),
            Section::People(usual) => self.people(page, lines, &usual),
            Section::Meetings => {
                for line in lines {
                    self.series.line(page, self.group, line.number, &line.inlines);
                }
                page.ledger.leave_lines(first, last, "words about meetings that are no schedule");
            }
            Section::Contact => {
                for line in lines {
                    contact::read(page, self.group, line.number, &line.inlines);
                }
                page.ledger.leave_lines(first, last, "words about contact that name no channel");
            }
            Section::Projects => self.project(page, depth, lines),
            Section::Documents => self.shelf(page, lines, Shelf::DesignDocs),
            Section::Roadmap => self.shelf(page, lines, Shelf::Roadmap),
            Section::Todo => self.shelf(page, lines, Shelf::Todo),
            Section::Scope => {
                let text = lines.iter().map(|line| markdown(&line.inlines)).collect::<Vec<_>>().join(" ");
                let bullet =
                    if depth > 0 { format!("{}- ", "  ".repeat(depth.min(8) - 1)) } else { String::new() };
                self.scope.push((first, format!("{bullet}{text}")));
                let dir = page.called(self.group);
                for line in lines {
                    page.ledger.read(line.number, Fact::new(&dir, "scope", plain(&line.inlines)));
                }
            }
            Section::Other(title) => {
                let because = format!("the record has no key for `{title}`");
                page.ledger.leave_lines(first, last, &because);
            }
        }
    }

    /// The introduction: what the group is for, its charter, and what pages say before their first heading.
    fn intro(&mut self, page: &mut Reading<'_, '_>, depth: usize, lines: &[Line]) {
        let first = lines.first().map_or(0, |line| line.number);
        let last = lines.last().map_or(first, |line| line.number);
        let all: Vec<Inline> = lines.iter().flat_map(|line| line.inlines.clone()).collect();
        if let Some((_, url)) =
            links(&all).find(|(text, url)| has(&normal(text), "charter") || url.ends_with("charter.md"))
            && let Some(path) = page.address(first, url)
        {
            let charter = crate::link::from_dir(&page.called(self.group), &path);
            page.text(self.group, first, Key::Charter, &charter, None);
            // A sentence about the charter alone, or an introduction that ends with one?
            if plain(&all).split(' ').count() <= 16 {
                self.intro_over = true;
                page.words_beside(first, &all);
                page.ledger.leave_lines(first, last, "words about the charter");
                return;
            }
        }
        // `- **Slack channel:** …`: a page that says everything in one list.
        if depth > 0 && self.labelled(page, lines) {
            return;
        }
        if self.intro_over {
            page.ledger.leave_lines(first, last, "text after the introduction");
            return;
        }
        for line in lines {
            let text = markdown(&line.inlines);
            let text = if depth > 0 { format!("- {text}") } else { text };
            page.ledger.read(
                line.number,
                Fact::new(&page.called(self.group), Key::Mission.name(), plain(&line.inlines)),
            );
            self.mission.push((line.number, text));
        }
    }

    /// An item whose label says what it is: `**Meeting time:** Tuesday at 08:00 PT`.
    fn labelled(&mut self, page: &mut Reading<'_, '_>, lines: &[Line]) -> bool {
        let Some(line) = lines.first() else { return false };
        let text = plain(&line.inlines);
        let Some((label, _)) = text.split_once(':').filter(|(label, _)| label.len() < 60) else {
            return false;
        };
        let all: Vec<Inline> = lines.iter().flat_map(|line| line.inlines.clone()).collect();
        let read =
            table::fact(page, self.group, line.number, label, &table::strip_label(&all), &mut self.series);
        if read {
            page.ledger.leave_lines(
                line.number,
                lines.last().map_or(line.number, |line| line.number),
                "the item's further lines",
            );
        }
        read
    }

    fn people(&mut self, page: &mut Reading<'_, '_>, lines: &[Line], usual: &RoleReading) {
        for line in lines {
            let mentions = people::read(&line.inlines, self.committee, false);
            match mentions.is_empty() {
                true => page.ledger.left(
                    line.number,
                    &plain(&line.inlines),
                    "words about people that name nobody by handle",
                ),
                false => page.seats(self.group, line.number, mentions, Some(usual)),
            }
        }
    }

    /// A subproject's link and description, or a line about the subproject above.
    fn project(&mut self, page: &mut Reading<'_, '_>, depth: usize, lines: &[Line]) {
        let Some(line) = lines.first() else { return };
        if page.is_full(line.number, page.ledger.line(line.number), page.group(self.group).subprojects.len())
        {
            return;
        }
        let all: Vec<Inline> = lines.iter().flat_map(|line| line.inlines.clone()).collect();
        let last = lines.last().map_or(line.number, |line| line.number);
        let text = plain(&all);
        if depth == 1 && text.ends_with(':') && normal(&text).split(' ').count() == 1 {
            self.part = normal(&text);
            page.ledger.read(line.number, Fact::page("heading", text));
            return;
        }
        if depth > 1 && !self.part.is_empty() && !page.group(self.group).subprojects.is_empty() {
            self.project_part(page, lines);
            return;
        }
        self.part.clear();
        // Where a sentence links something in its midst, that is no entry of a list.
        let lead = all.iter().position(|inline| matches!(inline, Inline::Link { .. }));
        let lead = lead.filter(|at| plain(&all[..*at]).split(' ').count() <= if depth > 0 { 3 } else { 1 });
        let project = match lead.and_then(|at| all.get(at)) {
            Some(Inline::Link { text, url })
                if matches!(target(url), Target::GithubRepo(_) | Target::Other) =>
            {
                Some((text.clone(), url.clone()))
            }
            _ => None,
        };
        let dir = page.called(self.group);
        match project {
            Some((name, url)) => {
                let after = text.split_once(name.as_str()).map_or("", |(_, after)| after);
                let description = sentence(after);
                page.ledger.read(line.number, Fact::new(&dir, "subprojects", format!("{name}: {url}")));
                page.ledger.leave_lines(line.number, last, "a subproject's further lines");
                let project = page.subproject(self.group, &name);
                if !project.links.iter().any(|link| link.url == url) {
                    project.links.push(crate::draft::Link { title: String::new(), url });
                }
                if project.description.is_empty() {
                    project.description = description;
                } else if project.description != description && !description.is_empty() {
                    page.ledger.left(line.number, &description, "the subproject is described already");
                }
            }
            None if depth == 0 && self.heading_is_project(page) => {
                page.ledger.read(line.number, Fact::new(&dir, "subprojects.description", text.clone()));
                page.ledger.leave_lines(line.number, last, "a subproject's further lines");
                if let Some(project) = page.draft.groups[self.group].subprojects.last_mut()
                    && project.description.is_empty()
                {
                    project.description = text;
                }
            }
            None => page.ledger.leave_lines(line.number, last, "words about projects that link none"),
        }
    }

    /// A line under `Owners:` of the last subproject; other parts are left.
    fn project_part(&mut self, page: &mut Reading<'_, '_>, lines: &[Line]) {
        let dir = page.called(self.group);
        for line in lines {
            let found: Vec<String> = links(&line.inlines).map(|(_, url)| raw_address(url)).collect();
            if self.part != "owners" || found.is_empty() {
                let because = format!("a subproject's `{}`, which the import does not read", self.part);
                page.ledger.left(line.number, page.ledger.line(line.number), because);
                continue;
            }
            for owner in found {
                page.ledger.read(line.number, Fact::new(&dir, "subprojects.owners", owner.clone()));
                if let Some(project) = page.draft.groups[self.group].subprojects.last_mut() {
                    project.owners.push(owner);
                }
            }
        }
    }

    /// Whether the last subproject came from a heading, so that a paragraph below it describes it.
    fn heading_is_project(&self, page: &Reading<'_, '_>) -> bool {
        page.group(self.group).subprojects.last().is_some_and(|project| project.links.is_empty())
    }

    fn shelf(&mut self, page: &mut Reading<'_, '_>, lines: &[Line], shelf: Shelf) {
        for line in lines {
            let found: Vec<(String, String)> =
                links(&line.inlines).map(|(text, url)| (text.to_owned(), url.to_owned())).collect();
            for (text, url) in &found {
                // A document list may name the roadmap among its entries.
                let shelf = if normal(text) == "roadmap" { Shelf::Roadmap } else { shelf };
                page.shelve(self.group, line.number, shelf, text, url, None);
            }
            if found.is_empty() {
                page.ledger.left(
                    line.number,
                    &plain(&line.inlines),
                    format!("words in `{}` without a link", self.heading),
                );
            }
        }
    }

    fn close(mut self, page: &mut Reading<'_, '_>) {
        std::mem::take(&mut self.series).close(page, self.group);
        let join = |lines: &[(usize, String)], between: &str| {
            lines.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(between)
        };
        if let Some((line, _)) = self.mission.first() {
            let lists = self.mission.iter().any(|(_, text)| text.starts_with("- "));
            let text = join(&self.mission, if lists { "\n" } else { " " });
            page.text_only(self.group, *line, Key::Mission, &text);
        }
        if let Some((line, _)) = self.scope.first() {
            let text = join(&self.scope, "\n");
            page.text_only(self.group, *line, Key::Scope, &text);
        }
    }
}

/// The address of a file's bytes for that of its page on GitHub: how the record names `OWNERS` files.
fn raw_address(url: &str) -> String {
    let raw = url.strip_prefix("https://github.com/").and_then(|rest| {
        let (repository, path) = rest.split_once("/blob/")?;
        Some(format!("https://raw.githubusercontent.com/{repository}/{path}"))
    });
    raw.unwrap_or_else(|| url.to_owned())
}

/// What is said of a project after its name: `is the operator for …` becomes `The operator for …`.
fn sentence(after: &str) -> String {
    let text = after.trim_start_matches([' ', '-', '–', '—', ':', ']', ')']).trim();
    let text = text.strip_prefix("is ").unwrap_or(text);
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
