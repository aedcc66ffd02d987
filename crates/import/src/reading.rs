//! A page being read: what every reader enters into the draft it enters into the ledger too.

use crate::draft::{Draft, Group, Key, Link, MOST, Rank, Seat, Shelf, Sourced, Subproject};
use crate::inline::{Inline, plain};
use crate::ledger::Ledger;
use crate::link;
use crate::people::Mention;
use crate::report::Fact;
use crate::role::{Reading as RoleReading, Role};

/// One page, what is known of all pages, and the book of its lines.
pub(crate) struct Reading<'a, 'b> {
    pub(crate) draft: &'a mut Draft,
    pub(crate) ledger: &'a mut Ledger<'b>,
    /// The page's path in the repository.
    pub(crate) path: &'a str,
    /// Address before paths within the repository, where they are to be made absolute.
    pub(crate) base: Option<&'a str>,
    pub(crate) rank: Rank,
}

impl Reading<'_, '_> {
    fn sourced<T>(&self, line: usize, value: T) -> Sourced<T> {
        Sourced { value, place: self.ledger.place(line), rank: self.rank }
    }

    pub(crate) fn group(&self, group: usize) -> &Group {
        &self.draft.groups[group]
    }

    /// The group's directory, as the report calls the group.
    pub(crate) fn called(&self, group: usize) -> String {
        self.draft.groups[group].dir.clone()
    }

    /// Enters a fact that is in the draft already.
    pub(crate) fn enter(&mut self, line: usize, fact: Fact, guess: Option<&str>) {
        match guess {
            Some(because) => self.ledger.guess(line, fact, because),
            None => self.ledger.read(line, fact),
        }
    }

    /// Takes a text of a group.
    pub(crate) fn text(&mut self, group: usize, line: usize, key: Key, value: &str, guess: Option<&str>) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let sourced = self.sourced(line, value.to_owned());
        self.draft.set(group, key, sourced);
        let fact = Fact::new(&self.called(group), key.name(), value);
        self.enter(line, fact, guess);
    }

    /// Sets a text whose lines are in the ledger already.
    pub(crate) fn text_only(&mut self, group: usize, line: usize, key: Key, value: &str) {
        let sourced = self.sourced(line, value.trim().to_owned());
        self.draft.set(group, key, sourced);
    }

    /// Whether this page has said a text already: a second one goes elsewhere, it is no contradiction.
    pub(crate) fn has_said(&self, group: usize, key: Key) -> bool {
        let here = self.ledger.place(0).page;
        self.group(group).texts.get(&key).is_some_and(|text| text.place.page == here)
    }

    /// Notes words around links that were taken, where they are more than a label.
    pub(crate) fn words_beside(&mut self, line: usize, inlines: &[Inline]) {
        let words: Vec<Inline> =
            inlines.iter().filter(|inline| !matches!(inline, Inline::Link { .. })).cloned().collect();
        let words = plain(&words);
        if words.split(' ').filter(|word| word.contains(char::is_alphanumeric)).count() > 3 {
            self.ledger.left(line, &words, "words around links");
        }
    }

    /// An address as the record writes it: paths from the repository's root, or absolute with a base.
    /// `None`, with a note, where the path leaves the repository.
    pub(crate) fn address(&mut self, line: usize, url: &str) -> Option<String> {
        if url.is_empty() {
            return None;
        }
        let Some(path) = link::from_root(self.path, url) else {
            self.ledger.left(line, url, "the path leads out of the repository");
            return None;
        };
        let relative = link::target(&path) == link::Target::Relative;
        Some(match self.base {
            Some(base) if relative => format!("{}/{path}", base.trim_end_matches('/')),
            _ => path,
        })
    }

    /// Takes a link of a group.
    pub(crate) fn shelve(
        &mut self,
        group: usize,
        line: usize,
        shelf: Shelf,
        title: &str,
        url: &str,
        guess: Option<&str>,
    ) {
        let Some(url) = self.address(line, url) else { return };
        if self.is_full(line, &url, self.group(group).shelf(shelf).len()) {
            return;
        }
        let title = if link::same(title, &url) { "" } else { title.trim() };
        let dir = self.called(group);
        let said = link::from_dir(&dir, &url);
        let fact =
            Fact::new(&dir, shelf.name(), if title.is_empty() { said } else { format!("{title}: {said}") });
        let sourced = self.sourced(line, Link { title: title.to_owned(), url });
        self.draft.shelve(group, shelf, sourced);
        self.enter(line, fact, guess);
    }

    /// Whether a list holds as many entries as any list may; the text is then left, with a note.
    pub(crate) fn is_full(&mut self, line: usize, text: &str, length: usize) -> bool {
        if length >= MOST {
            self.ledger.left(line, text, format!("the list has {MOST} entries already"));
        }
        length >= MOST
    }

    /// The subproject of that name, a new one where there is none.
    pub(crate) fn subproject(&mut self, group: usize, name: &str) -> &mut Subproject {
        let projects = &mut self.draft.groups[group].subprojects;
        let index = projects.iter().position(|project| project.name == name).unwrap_or_else(|| {
            projects.push(Subproject { name: name.to_owned(), ..Subproject::default() });
            projects.len() - 1
        });
        &mut projects[index]
    }

    /// Takes people of a group; `usual` is the role of those whose line names none.
    pub(crate) fn seats(
        &mut self,
        group: usize,
        line: usize,
        mentions: Vec<Mention>,
        usual: Option<&RoleReading>,
    ) {
        for mention in mentions {
            if self.is_full(line, &mention.person.shown(), self.group(group).seats.len()) {
                continue;
            }
            let role = mention.role.as_ref().or(usual);
            let Some(reading) = role.cloned() else {
                self.ledger.left(line, &mention.person.shown(), "somebody without a role");
                continue;
            };
            for words in &mention.left {
                let text = format!("{}: {words}", mention.person.shown());
                self.ledger.left(line, &text, "words about somebody that the record has no key for");
            }
            if let Some(account) = mention.person.account
                && !mention.person.github.is_empty()
            {
                self.draft.accounts.insert(mention.person.github.to_lowercase(), account);
            }
            if reading.role == Role::Alumnus {
                let words = format!("{}, former member", mention.person.shown());
                self.ledger.left(line, &words, "the record names former leads, not former members");
            }
            let guess = mention.guess.or(reading.guess);
            let fact = Fact::new(&self.called(group), &reading.role.key(), describe(&mention.person));
            if reading.role != Role::Alumnus {
                self.enter(line, fact, guess.as_deref());
            }
            let seat = self.sourced(line, Seat { person: mention.person, role: reading.role });
            self.draft.groups[group].seats.push(seat);
        }
    }
}

fn describe(person: &crate::people::Person) -> String {
    match person.company.as_str() {
        "" => person.shown(),
        company => format!("{}, {company}", person.shown()),
    }
}
