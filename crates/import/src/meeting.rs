//! Meetings: one line of a page, or one item of a cell.

use crate::draft::{Meeting, Shelf, Sourced};
use crate::inline::{Inline, links, plain, squeeze};
use crate::kind::{has, normal};
use crate::link::{Target, target};
use crate::reading::Reading;
use crate::report::Fact;
use crate::schedule::{self, Schedule};

/// What a link beside a meeting is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Purpose {
    Notes,
    Recordings,
    Calendar,
    Join,
    Converter,
    Other,
}

/// Series gathered from one section or cell, and links that stand before any series.
#[derive(Default)]
pub(crate) struct Series {
    found: Vec<(usize, Meeting)>,
    loose: Vec<(usize, Purpose, String, String)>,
    /// A room's number, and its line.
    room: Option<(usize, String)>,
}

impl Series {
    /// Reads one line. Says whether it held anything of a meeting.
    pub(crate) fn line(
        &mut self,
        page: &mut Reading<'_, '_>,
        group: usize,
        line: usize,
        inlines: &[Inline],
    ) -> bool {
        let phrase = find_phrase(inlines);
        if page.is_full(line, "a meeting", page.group(group).meetings.len() + self.found.len()) {
            return true;
        }
        if let Some(phrase) = &phrase {
            let meeting = Meeting {
                description: phrase.description(),
                schedule: phrase.schedule.clone(),
                ..Meeting::default()
            };
            self.found.push((line, meeting));
            let about = page.called(group);
            let fact = Fact::new(&about, "meetings", phrase.schedule.summary());
            match phrase.schedule.is_sure() {
                true => page.ledger.read(line, fact),
                false => {
                    let because = format!(
                        "`{}` fits no key; the sentence is kept as the description",
                        phrase.schedule.doubt
                    );
                    page.ledger.guess(line, fact, because);
                }
            }
            if !phrase.rest.is_empty() {
                page.ledger.left(line, &phrase.rest, "words beside the schedule");
            }
        }
        let text = plain(inlines);
        let mut took = phrase.is_some();
        let mut unsaid = Vec::new();
        for (title, url) in links(inlines) {
            match self.link(page, group, line, title, url, &text) {
                true => took = true,
                false => unsaid.push(format!("{title}: {url}")),
            }
        }
        // A line of which nothing is taken is left as a whole, its links with it.
        for link in unsaid.iter().filter(|_| took) {
            page.ledger.left(line, link, "a link whose purpose for the meeting is not said");
        }
        if phrase.is_none()
            && let Some(number) = room_number(&text)
        {
            let fact = Fact::new(&page.called(group), "meetings.room", number.clone());
            page.ledger.read(line, fact);
            self.room = Some((line, number));
            took = true;
        }
        took
    }

    fn link(
        &mut self,
        page: &mut Reading<'_, '_>,
        group: usize,
        line: usize,
        title: &str,
        url: &str,
        text: &str,
    ) -> bool {
        let purpose = purpose(title, url, text);
        let about = page.called(group);
        match purpose {
            Purpose::Converter => {
                page.ledger.left(line, title, "a link to a time converter");
                return true;
            }
            Purpose::Other => return false,
            _ => {}
        }
        let Some(url) = page.address(line, url) else { return true };
        let name = match purpose {
            Purpose::Notes => "archive_url",
            Purpose::Recordings => "recordings_url",
            Purpose::Calendar => "calendar_url",
            _ => "url",
        };
        page.ledger.read(line, Fact::new(&about, &format!("meetings.{name}"), url.clone()));
        let place = self
            .found
            .last_mut()
            .and_then(|(_, meeting)| slot(meeting, purpose))
            .filter(|slot| slot.is_empty());
        match place {
            Some(slot) => *slot = url,
            None => self.loose.push((line, purpose, title.to_owned(), url)),
        }
        true
    }

    /// Enters what was gathered into the draft. Links without a series stay links of the group.
    pub(crate) fn close(mut self, page: &mut Reading<'_, '_>, group: usize) {
        if let Some((_, first)) = self.found.first_mut() {
            if let Some((_, room)) = self.room.take() {
                first.room = room;
            }
            self.loose.retain(|(_, purpose, _, url)| match slot(first, *purpose) {
                Some(slot) if slot.is_empty() => {
                    *slot = url.clone();
                    false
                }
                _ => true,
            });
        }
        for (line, purpose, title, url) in self.loose {
            let shelf = if purpose == Purpose::Notes { Shelf::Notes } else { Shelf::Links };
            let link = Sourced {
                value: crate::draft::Link { title, url },
                place: page.ledger.place(line),
                rank: page.rank,
            };
            page.draft.shelve(group, shelf, link);
        }
        if let Some((line, room)) = self.room {
            self.found.push((line, Meeting { room, ..Meeting::default() }));
        }
        for (line, mut meeting) in self.found {
            if meeting.description.is_empty() {
                meeting.description = format!("Regular {} meeting", page.group(group).kind.get().short);
            }
            // A generated list says whose meeting it is: `(cluster-api) Cluster API office hours`.
            if let Some((project, called)) = of_subproject(&meeting.description) {
                meeting.description = called;
                page.subproject(group, &project).meetings.push(meeting);
                continue;
            }
            let place = page.ledger.place(line);
            let meeting = Sourced { value: meeting, place, rank: page.rank };
            page.draft.groups[group].meetings.push(meeting);
        }
    }
}

fn of_subproject(description: &str) -> Option<(String, String)> {
    let (project, called) = description.strip_prefix('(')?.split_once(") ")?;
    (!project.contains([' ', '(']) && !called.is_empty()).then(|| (project.to_owned(), called.to_owned()))
}

fn slot(meeting: &mut Meeting, purpose: Purpose) -> Option<&mut String> {
    match purpose {
        Purpose::Notes => Some(&mut meeting.archive_url),
        Purpose::Recordings => Some(&mut meeting.recordings_url),
        Purpose::Calendar => Some(&mut meeting.calendar_url),
        Purpose::Join => Some(&mut meeting.url),
        Purpose::Converter | Purpose::Other => None,
    }
}

fn purpose(title: &str, url: &str, text: &str) -> Purpose {
    let words = normal(title);
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has(&words, phrase));
    let goes = target(url);
    if goes == Target::TimeConverter || any(&["convert to your timezone"]) {
        return Purpose::Converter;
    }
    // The link around a schedule is where to join, wherever it leads.
    if schedule::parse_generated(title).or_else(|| schedule::parse(title)).is_some() {
        return Purpose::Join;
    }
    if any(&[
        "recording",
        "recordings",
        "records",
        "video",
        "videos",
        "playlist",
        "recorded",
        "archive",
        "archives",
    ]) || goes == Target::Video
    {
        return Purpose::Recordings;
    }
    if any(&["notes", "note", "agenda", "minutes", "doc", "document"]) {
        return Purpose::Notes;
    }
    if any(&["calendar", "ical", "ics", "subscribe"]) || goes == Target::Calendar {
        return Purpose::Calendar;
    }
    if any(&["zoom", "join", "meeting link", "hosted here", "tencent meeting", "google meet", "meeting"])
        || goes == Target::Call
    {
        return Purpose::Join;
    }
    if goes == Target::Document {
        return Purpose::Notes;
    }
    let line = normal(text);
    if goes != Target::Relative && (has(&line, "meeting info") || has(&line, "meeting room")) {
        return Purpose::Join;
    }
    Purpose::Other
}

/// A schedule found in a line.
struct Phrase {
    schedule: Schedule,
    /// The words it was read from.
    sentence: String,
    /// What the series is called, where the line says it.
    called: String,
    rest: String,
}

impl Phrase {
    fn description(&self) -> String {
        match (self.called.as_str(), self.schedule.is_sure()) {
            (called, true) => called.to_owned(),
            ("", false) => self.sentence.clone(),
            (called, false) => format!("{called}: {}", self.sentence),
        }
    }
}

/// Names that only announce a schedule.
const ANNOUNCEMENTS: [&str; 9] = [
    "meeting time",
    "time",
    "meeting info",
    "when",
    "meeting",
    "meetings",
    "schedule",
    "meeting schedule",
    "date",
];

fn find_phrase(inlines: &[Inline]) -> Option<Phrase> {
    // `Regular Meeting ([calendar](…)): [Mondays at 9:00 PT (Pacific Time)](…) (biweekly). [Convert](…)`
    for (index, inline) in inlines.iter().enumerate() {
        let Inline::Link { text, .. } = inline else { continue };
        let after = match inlines.get(index + 1) {
            Some(Inline::Text(after)) if after.trim_start().starts_with('(') => {
                after.trim().trim_end_matches(['.', '。', ' ']).to_owned()
            }
            _ => String::new(),
        };
        let whole = squeeze(&format!("{text} {after}"));
        let read = schedule::parse_generated(&whole).or_else(|| schedule::parse(&whole));
        if let Some(schedule) = read {
            let called = label(&plain(&inlines[..index]));
            return Some(Phrase { schedule, sentence: whole, called, rest: String::new() });
        }
    }
    // Link texts such as `Meeting Calendar` say nothing of when.
    let words: Vec<Inline> = inlines
        .iter()
        .map(|inline| match inline {
            Inline::Link { text, url } if purpose(text, url, "") != Purpose::Other => {
                Inline::Text(format!(" \u{1}{text}\u{2}"))
            }
            other => other.clone(),
        })
        .collect();
    let text = plain(&words);
    // Text of links stands between two marks, so that a schedule is never read out of it.
    let (called, body) = match text.split_once(": ") {
        Some((head, body)) if schedule::parse(head).is_none() && head.len() < 80 => {
            (label(head), body.to_owned())
        }
        _ => (String::new(), text.clone()),
    };
    let mut best: Option<(Schedule, String, String)> = None;
    let cuts = body.match_indices(['.', '\u{1}', '。']).map(|(at, _)| at).chain(std::iter::once(body.len()));
    for cut in cuts.take(12) {
        let sentence = squeeze(&without_links(&body[..cut]));
        let Some(schedule) = schedule::parse(&sentence) else { continue };
        let told = |s: &Schedule| {
            [&s.day, &s.time, &s.tz, &s.frequency, &s.starts].iter().filter(|part| !part.is_empty()).count()
        };
        let better = best.as_ref().is_none_or(|(old, ..)| told(&schedule) > told(old));
        if better {
            // Links are taken for themselves; words around them are what is left.
            let words = without_links(&body[cut..]).chars().any(char::is_alphanumeric);
            let rest =
                if words { squeeze(&body[cut..].replace(['\u{1}', '\u{2}'], "")) } else { String::new() };
            best = Some((schedule, sentence, rest));
        }
    }
    let (schedule, sentence, rest) = best?;
    let rest = rest.trim_matches(['.', ' ', '*', '(', ')', '|']).to_owned();
    Some(Phrase { schedule, sentence, called, rest })
}

/// Text without what stands between the marks of links.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '\u{1}' => inside = true,
            '\u{2}' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// What a series is called: the words before its schedule, unless they only announce one.
fn label(text: &str) -> String {
    let text = without_links(text).replace("(calendar)", " ").replace("()", " ");
    let text = squeeze(&text).trim_matches(|c: char| c.is_whitespace() || ":*-–".contains(c)).to_owned();
    if ANNOUNCEMENTS.contains(&normal(&text).as_str()) { String::new() } else { text }
}

/// `Tencent Meeting Number: 393-2306-3441`
fn room_number(text: &str) -> Option<String> {
    let (head, number) = text.split_once([':', '：'])?;
    let words = normal(head);
    let says =
        ["meeting number", "meeting id", "zoom id", "room number"].iter().any(|phrase| has(&words, phrase));
    let number = number.trim();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if !says || digits < 6 || number.len() > 20 {
        return None;
    }
    let service = head
        .split_whitespace()
        .take_while(|word| !matches!(word.to_lowercase().as_str(), "number" | "id"))
        .collect::<Vec<_>>()
        .join(" ");
    Some(format!("{service} {number}").trim().to_owned())
}
