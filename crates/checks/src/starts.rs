//! A first date that somebody chose for an alternating series, as a change to the record.
//!
//! Nothing but people knows which of two weeks is meant; checks offer the dates, a person picks one:
//! `sig-docs/Regular SIG Meeting=2026-11-24`. [`Starts::fix`] says what to write where, and refuses a date that the series
//! cannot have.

use std::str::FromStr;

use folkmoot_diagnostics::{Applicability, Diagnostic, Edit, Fix, Severity};
use folkmoot_model::{Group, Meeting, Text};
use folkmoot_yaml::edit::Editor;
use folkmoot_yaml::{Document, Limits, Node, Out, Style, parse};
use jiff::civil::Date;

use crate::meeting::Series;
use crate::{Context, group_key};

/// A first date for a series: `GROUP=DATE` or `GROUP/SERIES=DATE`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Starts {
    /// The group's directory or id, and behind a slash the description of the series or its beginning; not needed where
    /// one series of the group is open.
    pub target: String,
    /// The date.
    pub date: Date,
}

/// Why a first date cannot be written. Its `Display` says what to do about it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum StartsError {
    /// Not of the form.
    #[error("`{0}`: write the group, the series and a date: `sig-docs/Regular SIG Meeting=2026-11-24`")]
    Form(String),
    /// There is no such group.
    #[error("there is no group `{0}`; `folkmoot list groups` shows all of them")]
    NoGroup(String),
    /// No series of the group that needs a first date goes by this name.
    #[error("no series of `{group}` that needs a first date {called}; {}", .open.join(", "))]
    NoSeries {
        /// The group.
        group: String,
        /// `is called “Call”`, or `is there`.
        called: String,
        /// What there is.
        open: Vec<String>,
    },
    /// Several series could be meant.
    #[error("several series of `{group}` need a first date; write one of {}", .open.join(", "))]
    Several {
        /// The group.
        group: String,
        /// How to name each.
        open: Vec<String>,
    },
    /// The series never meets on that date.
    #[error("{series} does not meet on {weekday} {date}; its next dates are {}", .next.join(", "))]
    NotItsDay {
        /// The series.
        series: String,
        /// The date that was given.
        date: Date,
        /// Its weekday.
        weekday: String,
        /// Dates that would do.
        next: Vec<String>,
    },
    /// The text cannot be changed safely in its place.
    #[error("{place} cannot be changed in its place; write `{text}` there by hand")]
    Place {
        /// File, line and column.
        place: String,
        /// What to write.
        text: String,
    },
}

impl FromStr for Starts {
    type Err = StartsError;

    fn from_str(text: &str) -> Result<Self, StartsError> {
        let form = || StartsError::Form(text.to_owned());
        let (target, date) = text.rsplit_once('=').ok_or_else(form)?;
        let date = date.trim().parse().map_err(|_| form())?;
        match target.trim() {
            "" => Err(form()),
            target => Ok(Self { target: target.to_owned(), date }),
        }
    }
}

impl Starts {
    /// The change that writes the date, with comments kept.
    ///
    /// # Errors
    /// [`StartsError`], where the series is not found, has a first date, or never meets on that day.
    pub fn fix(&self, context: &Context<'_>) -> Result<Diagnostic, StartsError> {
        let series = self.series(context)?;
        let next = series.candidates(self.date);
        if next.first() != Some(&self.date) {
            return Err(StartsError::NotItsDay {
                series: series.full_title(),
                date: self.date,
                weekday: self.date.strftime("%A").to_string(),
                next: next.iter().take(4).map(ToString::to_string).collect(),
            });
        }
        let fix = written(context, series.meeting, self.date)?;
        let place = series.place(&series.meeting.frequency, |span| context.first_line(span));
        let finding =
            Diagnostic::new("meeting-unanchored", Severity::Note, fix.message.clone()).at(place, "");
        Ok(Diagnostic { fix: Some(fix), ..finding.in_group(group_key(series.group)) })
    }

    /// The group and what is called behind it. A directory may have slashes itself.
    fn split<'a>(&self, context: &Context<'a>) -> Result<(&'a Group, Option<&str>), StartsError> {
        let cuts =
            std::iter::once(self.target.len()).chain(self.target.rmatch_indices('/').map(|(at, _)| at));
        for cut in cuts {
            if let Some(group) = context.community.group(&self.target[..cut]) {
                let series = self.target.get(cut + 1..).map(str::trim);
                return Ok((group, series.filter(|series| !series.is_empty())));
            }
        }
        Err(StartsError::NoGroup(self.target.clone()))
    }

    /// The one series that is meant.
    fn series<'s, 'a>(&self, context: &'s Context<'a>) -> Result<&'s Series<'a>, StartsError> {
        let (group, wanted) = self.split(context)?;
        let of_group = context.series().iter().filter(|series| std::ptr::eq(series.group, group));
        let open: Vec<&Series<'a>> =
            of_group.filter(|series| series.votes.is_some() || series.is_unanchored()).collect();
        let description = |series: &Series<'_>| series.meeting.description.trim().to_lowercase();
        let wanted = wanted.map(str::to_lowercase);
        let begins = |series: &&Series<'a>| {
            wanted.as_ref().is_none_or(|wanted| description(series).starts_with(wanted.as_str()))
        };
        // One name may begin another.
        let is = |series: &&Series<'a>| wanted.as_ref().is_some_and(|wanted| description(series) == *wanted);
        let exact: Vec<&Series<'a>> = open.iter().copied().filter(is).collect();
        let meant: Vec<&Series<'a>> = match exact.len() {
            1 => exact,
            _ => open.iter().copied().filter(begins).collect(),
        };
        let key = group_key(group);
        let call = |series: &&Series<'_>| format!("`{key}/{}={}`", series.meeting.description, self.date);
        match meant.as_slice() {
            [one] => Ok(one),
            [] => Err(StartsError::NoSeries {
                called: wanted.map_or_else(|| "is there".to_owned(), |name| format!("is called “{name}”")),
                open: match open.as_slice() {
                    [] => vec!["every one has its first date or needs none".to_owned()],
                    open => open.iter().map(|one| format!("there is {}", call(one))).collect(),
                },
                group: key,
            }),
            several => Err(StartsError::Several { open: several.iter().map(call).collect(), group: key }),
        }
    }
}

/// Writes the date as a key, or into the words of the frequency where the file's other reader refuses the key.
fn written(context: &Context<'_>, meeting: &Meeting, date: Date) -> Result<Fix, StartsError> {
    let file = meeting.span.file;
    let source = context.sources().get(file);
    let is_generators = context.community.profile.rewrites_data && !source.path().ends_with("group.yaml");
    let words = in_words(meeting, date);
    let (text, message) = if is_generators {
        (format!("frequency: {words}"), format!("count {} from {date}", series_name(meeting)))
    } else {
        (format!("starts: {date}"), format!("let {} start on {date}", series_name(meeting)))
    };
    let Document { root, .. } = parse(context.sources(), file, Limits::default());
    let editor = Editor::new(&source, file, Style::GO_YAML_3);
    let edit = root.as_ref().and_then(|root| find(root, meeting)).and_then(|node| {
        let entries = node.entries()?;
        let frequency = entries.iter().position(|entry| entry.key == "frequency");
        if is_generators {
            return editor.set_scalar(&entries.get(frequency?)?.value, &words);
        }
        match entries.iter().find(|entry| entry.key == "starts") {
            Some(empty) => editor.set_scalar(&empty.value, &date.to_string()),
            None => {
                let index = frequency.map_or(entries.len(), |at| at + 1);
                editor.insert_entry(node, index, "starts", &Out::Plain(date.to_string().into()))
            }
        }
    });
    let edit: Edit =
        edit.ok_or_else(|| StartsError::Place { place: context.sources().locate(meeting.span), text })?;
    Ok(Fix { message, edits: vec![edit], applicability: Applicability::Safe })
}

/// The frequency with its first date, where it is read as that: before what follows a comma, a bracket or a dash, else
/// at the end.
fn in_words(meeting: &Meeting, date: Date) -> String {
    let frequency = meeting.frequency.trim();
    let cuts = [frequency.find(','), frequency.find('('), frequency.find(" - ")];
    let earliest = cuts.into_iter().flatten().min().filter(|cut| *cut > 0);
    let with = |cut: usize| {
        let (head, tail) = frequency.split_at(cut);
        let space = if tail.starts_with('(') { " " } else { "" };
        format!("{} starting from {date}{space}{tail}", head.trim_end())
    };
    let at_end = with(frequency.len());
    let said = meeting.schedule().cadence;
    let is_read = |words: &String| {
        let changed =
            Meeting { frequency: Text::new(words.as_str(), meeting.frequency.span()), ..meeting.clone() };
        let schedule = changed.schedule();
        schedule.starts == Some(date) && schedule.cadence == said
    };
    earliest.map(with).filter(is_read).unwrap_or(at_end)
}

fn series_name(meeting: &Meeting) -> String {
    meeting.description.non_empty().map_or_else(|| "the series".to_owned(), |name| format!("“{name}”"))
}

/// The mapping of the meeting in its file's tree.
fn find<'n>(node: &'n Node, meeting: &Meeting) -> Option<&'n Node> {
    if node.span == meeting.span && node.entries().is_some() {
        return Some(node);
    }
    let span = meeting.span;
    let holds = |inner: &&Node| inner.span.start <= span.start && span.end <= inner.span.end;
    let entries = node.entries().unwrap_or_default().iter().map(|entry| &entry.value);
    let items = node.items().unwrap_or_default().iter();
    entries.chain(items).filter(holds).find_map(|inner| find(inner, meeting))
}

#[cfg(test)]
mod tests {
    use folkmoot_diagnostics::apply_fixes;
    use folkmoot_model::{MemoryFiles, load};
    use jiff::civil::date;

    use super::*;

    const RECORD: &str = "\
sigs:
- dir: sig-a
  name: A
  meetings:
  - description: Call # the main one
    day: Tuesday
    time: '9:00'
    tz: UTC
    frequency: biweekly # since the spring
    url: https://example.com
  - description: Call of the others
    day: Thursday
    time: '9:00'
    tz: UTC
    frequency: \"biweekly\"
  - {description: Weekly, day: Monday, time: '9:00', tz: UTC, frequency: weekly}
";

    fn written(files: &MemoryFiles, choice: &str) -> Result<String, StartsError> {
        let (community, _) = load(files);
        let context = Context::new(&community, files, date(2026, 11, 21));
        let finding = choice.parse::<Starts>()?.fix(&context)?;
        let mut texts = apply_fixes(&community.sources, finding.fix.iter()).texts;
        Ok(texts.remove("sigs.yaml").expect("a changed file"))
    }

    fn files(text: &str) -> MemoryFiles {
        MemoryFiles::new().with("sigs.yaml", text)
    }

    #[test]
    fn the_date_is_written_below_the_frequency_and_comments_stay() {
        let text = written(&files(RECORD), "sig-a/call=2026-11-24").expect("a fix");
        let expected = RECORD.replacen(
            "    frequency: biweekly # since the spring\n",
            "    frequency: biweekly # since the spring\n    starts: 2026-11-24\n",
            1,
        );
        assert_eq!(text, expected);
        assert_eq!(
            written(&files(&text), "sig-a=2026-11-26").expect("one is left"),
            text.replacen("\"biweekly\"\n", "\"biweekly\"\n    starts: 2026-11-26\n", 1)
        );
    }

    #[test]
    fn a_file_that_the_generator_rewrites_gets_the_date_in_words() {
        let files = files(RECORD).with("community.yaml", "profile: {rewrites_data: true}\n");
        let text = written(&files, "sig-a/Call of=2026-11-26").expect("a fix");
        assert!(text.contains("    frequency: \"biweekly starting from 2026-11-26\"\n"), "{text}");
        let (community, _) = load(&files.with("sigs.yaml", text));
        assert_eq!(community.planned()[1].schedule.starts, Some(date(2026, 11, 26)));
    }

    #[test]
    fn the_words_are_put_where_they_are_read() {
        for (frequency, expected) in [
            ("biweekly", "biweekly starting from 2026-11-24"),
            ("biweekly, sign in first", "biweekly starting from 2026-11-24, sign in first"),
            ("bi-weekly ([dates](#dates))", "bi-weekly starting from 2026-11-24 ([dates](#dates))"),
            (
                "biweekly - alternating with the other",
                "biweekly starting from 2026-11-24 - alternating with the other",
            ),
            ("every four weeks", "every four weeks starting from 2026-11-24"),
        ] {
            let record = format!(
                "sigs:\n- dir: sig-a\n  name: A\n  meetings:\n  - day: Tuesday\n    time: '9:00'\n    tz: UTC\n    frequency: \"{frequency}\"\n"
            );
            let files = files(&record).with("community.yaml", "profile: {rewrites_data: true}\n");
            let text = written(&files, "sig-a=2026-11-24").expect("a fix");
            assert!(text.contains(&format!("frequency: \"{expected}\"")), "{text}");
            let (community, _) = load(&files.with("sigs.yaml", text));
            assert_eq!(community.planned()[0].schedule.starts, Some(date(2026, 11, 24)), "{frequency}");
        }
    }

    #[test]
    fn a_series_in_braces_and_one_in_a_nested_directory_are_found() {
        let text = "sigs:\n- dir: groups/docs\n  name: Docs\n  meetings: [{description: A/B, day: Monday, time: '9:00', \
                    tz: UTC, frequency: biweekly}]\n";
        let text = written(&files(text), "groups/docs/A/B=2026-11-23").expect("a fix");
        assert!(text.contains("frequency: biweekly, starts: 2026-11-23}"), "{text}");
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_what_can() {
        let told = |choice: &str| written(&files(RECORD), choice).expect_err("refused").to_string();
        assert_eq!(
            told("sig-b=2026-11-24"),
            "there is no group `sig-b`; `folkmoot list groups` shows all of them"
        );
        assert_eq!(
            told("sig-a=2026-11-24"),
            "several series of `sig-a` need a first date; write one of `sig-a/Call=2026-11-24`, \
             `sig-a/Call of the others=2026-11-24`"
        );
        assert_eq!(
            told("sig-a/Call=2026-11-25"),
            "“Call” of SIG A does not meet on Wednesday 2026-11-25; its next dates are 2026-12-01, 2026-12-08"
        );
        assert!(
            told("sig-a/Weekly=2026-11-23")
                .starts_with("no series of `sig-a` that needs a first date is called")
        );
        assert!(told("sig-a").contains("write the group, the series and a date"));
        assert!(told("sig-a=soon").contains("write the group, the series and a date"));
    }
}
