//! Every series of meetings, its schedule read once for all checks.

use std::ops::Deref;

use folkmoot_calendar::Doubt;
use folkmoot_diagnostics::Span;
use folkmoot_model::{Community, Group, Person, Planned, Text};

/// A series as planned, with what messages need of it.
#[derive(Debug)]
pub(crate) struct Series<'a>(Planned<'a>);

impl<'a> Deref for Series<'a> {
    type Target = Planned<'a>;

    fn deref(&self) -> &Planned<'a> {
        &self.0
    }
}

impl<'a> Series<'a> {
    /// The series of all groups that are not over.
    pub(crate) fn all(community: &'a Community) -> Vec<Self> {
        community.planned().into_iter().map(Self).collect()
    }

    /// The doubts that `wanted` picks.
    pub(crate) fn doubts<'s, T>(
        &'s self,
        wanted: impl Fn(&'s Doubt) -> Option<T> + 's,
    ) -> impl Iterator<Item = T> + 's {
        self.schedule.doubts.iter().filter_map(wanted)
    }

    /// What to call it in a message: its description, else whose it is.
    pub(crate) fn title(&self) -> String {
        match (self.meeting.description.non_empty(), self.subproject) {
            (Some(description), _) => format!("“{description}”"),
            (None, Some(subproject)) => format!("the meeting of {}", subproject.name),
            (None, None) => format!("the meeting of {}", self.group.title()),
        }
    }

    /// The same with whose it is: `“Regular SIG Meeting” of SIG Docs`.
    pub(crate) fn full_title(&self) -> String {
        let group = self.group.title();
        match (self.meeting.description.non_empty(), self.subproject) {
            (Some(description), Some(subproject)) => {
                format!("“{description}” of {} ({group})", subproject.name)
            }
            (Some(description), None) => format!("“{description}” of {group}"),
            (None, Some(subproject)) => format!("the meeting of {} ({group})", subproject.name),
            (None, None) => format!("the meeting of {group}"),
        }
    }

    /// Who leads it: the subproject's leads where it is one's, else those of the group.
    pub(crate) fn leads(&self) -> Vec<&'a Person> {
        match self.subproject {
            Some(subproject) => subproject.leads.iter().collect(),
            None => self.group.leadership.active().map(|(_, person)| person).collect(),
        }
    }

    /// Whether the series says of itself that it is not for all: its notes are not either.
    pub(crate) fn is_private(&self) -> bool {
        let description = self.meeting.description.to_lowercase();
        description.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "private" | "closed"))
    }

    /// Where `text` stands, else the first line of the series.
    pub(crate) fn place(&self, text: &Text, first_line: impl Fn(Span) -> Span) -> Span {
        if text.is_present() { text.span() } else { first_line(self.meeting.span) }
    }
}

/// Whether `text` leads anywhere: nothing, `tbd` and `https://docs.example.org/...` do not.
pub(super) fn is_link(text: &Text) -> bool {
    let text = text.trim();
    let placeholder = ["", "tbd", "tba", "todo", "n/a", "none", "-"].contains(&text.to_lowercase().as_str());
    !placeholder && !text.ends_with("...")
}

/// The series of each group, in the order of the record.
pub(super) fn by_group<'s, 'a>(all: &'s [Series<'a>]) -> impl Iterator<Item = (&'a Group, &'s [Series<'a>])> {
    all.chunk_by(|a, b| std::ptr::eq(a.group, b.group))
        .filter_map(|chunk| Some((chunk.first()?.group, chunk)))
}
