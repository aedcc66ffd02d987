//! What a column is about, by the meaning of its heading and of its cells.

use crate::inline::{Inline, items, links, plain};
use crate::kind::{Kind, has, normal};
use crate::link::{Target, target};
use crate::markdown::{Cell, Row};
use crate::role::{self, Reading as RoleReading, Role};

/// What a column holds.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Column {
    /// The group.
    Name,
    /// People in a role.
    People(RoleReading),
    /// Pictures of people; the role its heading names.
    Avatar(Option<RoleReading>),
    /// A person's handle or profile.
    Handle,
    Company,
    Slack,
    Discord,
    MailingList,
    Forum,
    Contact,
    Meetings,
    Notes,
    Recordings,
    Calendar,
    DesignDocs,
    Roadmap,
    Todo,
    Description,
    Charter,
    Label,
    Stakeholders,
    Projects,
    Teams,
    Links,
    Unknown,
}

impl Column {
    /// In words, for the report.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Name => "the group".into(),
            Self::People(role) => role.role.key(),
            Self::Avatar(_) => "pictures".into(),
            Self::Handle => "handles".into(),
            Self::Company => "company".into(),
            Self::Slack => "contact.slack".into(),
            Self::Discord => "contact.discord".into(),
            Self::MailingList => "contact.mailing_list".into(),
            Self::Forum => "contact.forum".into(),
            Self::Contact => "contact".into(),
            Self::Meetings => "meetings".into(),
            Self::Notes => "notes".into(),
            Self::Recordings => "recordings".into(),
            Self::Calendar => "calendar".into(),
            Self::DesignDocs => "design_docs".into(),
            Self::Roadmap => "roadmap".into(),
            Self::Todo => "todo".into(),
            Self::Description => "mission_statement".into(),
            Self::Charter => "charter_link".into(),
            Self::Label => "label".into(),
            Self::Stakeholders => "stakeholder_sigs".into(),
            Self::Projects => "subprojects".into(),
            Self::Teams => "contact.teams".into(),
            Self::Links => "links".into(),
            Self::Unknown => "not read".into(),
        }
    }

    /// Whether only a table of groups has such a column.
    fn is_of_groups(&self) -> bool {
        matches!(
            self,
            Self::People(_)
                | Self::Slack
                | Self::Discord
                | Self::MailingList
                | Self::Contact
                | Self::Meetings
                | Self::Notes
                | Self::DesignDocs
                | Self::Todo
                | Self::Label
                | Self::Stakeholders
                | Self::Charter
                | Self::Roadmap
        )
    }
}

/// A column's meaning, and why it is a guess where it is one.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Meaning {
    pub(crate) heading: String,
    pub(crate) column: Column,
    pub(crate) guess: Option<String>,
}

/// Columns by the words of their headings, the first that fits.
const HEADINGS: [(&[&str], Column); 20] = [
    (&["slack"], Column::Slack),
    (&["discord"], Column::Discord),
    (
        &[
            "mailing list",
            "mailing lists",
            "email list",
            "mailinglist",
            "mail list",
            "invites group",
            "meeting invites",
        ],
        Column::MailingList,
    ),
    (&["forum", "discussions"], Column::Forum),
    (&["notes", "agenda", "minutes"], Column::Notes),
    (&["recordings", "recording", "videos", "video"], Column::Recordings),
    (&["meeting", "meetings", "meets", "schedule", "cadence"], Column::Meetings),
    (&["calendar"], Column::Calendar),
    (&["stakeholder", "stakeholders"], Column::Stakeholders),
    (&["roadmap", "roadmaps"], Column::Roadmap),
    (&["to do", "todo", "issues", "tasks"], Column::Todo),
    (&["charter"], Column::Charter),
    (&["label", "labels"], Column::Label),
    (&["github team", "github teams", "team wg leads"], Column::Teams),
    (&["design", "design docs", "document folder", "documents", "docs", "documentation"], Column::DesignDocs),
    (
        &[
            "description",
            "focus",
            "focus area",
            "scope",
            "mission",
            "responsibility",
            "responsibilities",
            "overview",
            "summary",
            "introduction",
            "what it does",
        ],
        Column::Description,
    ),
    (&["repositories", "repos", "repository", "projects", "subprojects"], Column::Projects),
    (&["github account", "github", "handle", "profile", "github id", "account"], Column::Handle),
    (&["company", "organization", "organisation", "affiliation", "employer"], Column::Company),
    (&["avatar", "photo", "picture"], Column::Avatar(None)),
];

/// Headings that name groups, whole.
const NAMES: [&str; 17] = [
    "group",
    "groups",
    "sig",
    "sigs",
    "name",
    "sig name",
    "group name",
    "working group",
    "wg",
    "wg name",
    "special interest group",
    "committee",
    "user group",
    "ug",
    "tag",
    "team",
    "working group name",
];

/// The meaning of a heading or label by its words alone.
pub(crate) fn by_words(heading: &str, committee: bool) -> Option<Column> {
    let words = normal(heading);
    if NAMES.contains(&words.as_str()) {
        return Some(Column::Name);
    }
    if matches!(words.as_str(), "contact" | "contacts" | "contact information" | "talk" | "chat") {
        return Some(Column::Contact);
    }
    if matches!(words.as_str(), "time" | "when") {
        return Some(Column::Meetings);
    }
    // `Github Team WG Leads` is a team, `SIG Leads` are people.
    let known = HEADINGS.iter().find(|(phrases, _)| phrases.iter().any(|phrase| has(&words, phrase)));
    if let Some((_, column)) = known {
        return Some(column.clone());
    }
    if let Some(reading) = role::read(&words, committee).filter(|reading| reading.role != Role::Alumnus) {
        return Some(Column::People(reading));
    }
    matches!(words.as_str(), "link" | "links" | "website" | "homepage" | "details" | "page" | "more")
        .then_some(Column::Links)
}

/// The meanings of a table's columns.
pub(crate) fn assign(header: &Row, rows: &[Row], committee: bool) -> Vec<Meaning> {
    let mut out: Vec<Meaning> = Vec::new();
    for (index, cell) in header.cells.iter().enumerate() {
        let heading = plain(cell);
        let cells: Vec<&Cell> =
            rows.iter().filter_map(|row| row.cells.get(index)).filter(|cell| !is_empty(cell)).collect();
        let said = by_words(&heading, committee);
        let (column, guess) = match said {
            Some(column) => (column, None),
            None => match by_cells(&cells) {
                Some(column) => {
                    let because = format!("the cells look like {}", column.word());
                    (column, Some(because))
                }
                None => (Column::Unknown, None),
            },
        };
        out.push(Meaning { heading, column, guess });
    }
    pictures(&mut out, rows);
    one_name(&mut out, rows);
    out
}

/// A column that holds nothing but pictures names the role of the people in the next one.
fn pictures(meanings: &mut [Meaning], rows: &[Row]) {
    for index in 0..meanings.len() {
        let only_pictures = |cell: &Cell| {
            cell.iter().all(|inline| {
                matches!(inline, Inline::Image { .. } | Inline::Break)
                    || matches!(inline, Inline::Text(text) if text.trim().is_empty())
            })
        };
        let mut cells =
            rows.iter().filter_map(|row| row.cells.get(index)).filter(|cell| !is_empty(cell)).peekable();
        let pictured = cells.peek().is_some() && cells.all(only_pictures);
        if !pictured {
            continue;
        }
        let role = match &meanings[index].column {
            Column::People(role) => Some(role.clone()),
            _ => None,
        };
        meanings[index].column = Column::Avatar(role.clone());
        meanings[index].guess = None;
        let Some(next) = meanings.get_mut(index + 1) else { continue };
        let holds_people = rows.iter().filter_map(|row| row.cells.get(index + 1)).any(names_people);
        if let Some(role) = role.filter(|_| holds_people && !matches!(next.column, Column::People(_))) {
            next.column = Column::People(role);
            meanings[index + 1].guess =
                Some(format!("the pictures before it stand under `{}`", meanings[index].heading));
        }
    }
}

/// Of several columns that could name the group, the one that names people does not.
fn one_name(meanings: &mut [Meaning], rows: &[Row]) {
    let names: Vec<usize> =
        (0..meanings.len()).filter(|&index| meanings[index].column == Column::Name).collect();
    if names.len() < 2 {
        return;
    }
    for &index in &names {
        let people =
            rows.iter().filter_map(|row| row.cells.get(index)).filter(|cell| names_people(cell)).count();
        if people > 0 {
            let because = "the cells link people, and another column names the group".to_owned();
            meanings[index].column = Column::People(RoleReading {
                role: Role::Chair,
                guess: Some("whose role the table does not say".into()),
            });
            meanings[index].guess = Some(because);
        }
    }
    for &index in names.iter().filter(|&&index| index != names[0]) {
        if meanings[index].column == Column::Name {
            meanings[index].column = Column::Unknown;
        }
    }
}

/// What most cells of a column look like.
fn by_cells(cells: &[&Cell]) -> Option<Column> {
    if cells.is_empty() {
        return None;
    }
    let most =
        |test: &dyn Fn(&Cell) -> bool| cells.iter().filter(|cell| test(cell)).count() * 2 > cells.len();
    let leads_to = |wanted: &dyn Fn(&str, Target) -> bool| {
        most(&|cell: &Cell| links(cell).any(|(text, url)| wanted(text, target(url))))
    };
    if leads_to(&|_, goes| matches!(goes, Target::SlackChannel { .. })) {
        return Some(Column::Slack);
    }
    if most(&|cell| names_people(cell)) {
        return Some(Column::People(RoleReading {
            role: Role::Chair,
            guess: Some("whose role the table does not say".into()),
        }));
    }
    if leads_to(&|_, goes| goes == Target::MailingList) {
        return Some(Column::MailingList);
    }
    if leads_to(&|text, goes| goes == Target::Document && has(&normal(text), "notes")) {
        return Some(Column::Notes);
    }
    if most(&|cell| links(cell).any(|(_, url)| Kind::of_dir(url.trim_end_matches("README.md")).is_some())) {
        return Some(Column::Name);
    }
    if most(&|cell| crate::schedule::parse(&plain(cell)).is_some()) {
        return Some(Column::Meetings);
    }
    let wordy = most(&|cell| links(cell).next().is_none() && plain(cell).split(' ').count() >= 3);
    wordy.then_some(Column::Description)
}

/// Whether a cell links a person's profile or shows a handle.
pub(crate) fn names_people(cell: &Cell) -> bool {
    items(cell).iter().any(|item| {
        links(item).any(|(_, url)| matches!(target(url), Target::GithubUser(_)))
            || plain(item).split(' ').any(|word| word.len() > 1 && word.starts_with('@'))
    })
}

pub(crate) fn is_empty(cell: &Cell) -> bool {
    plain(cell).is_empty()
        && !cell.iter().any(|inline| matches!(inline, Inline::Image { .. } | Inline::Link { .. }))
}

/// Whether the table lists groups: one column names them and another says what only groups have. `announced`
/// tells that the heading above speaks of groups, which lends meaning to a plain `Name`.
pub(crate) fn lists_groups(meanings: &[Meaning], announced: bool) -> bool {
    let Some(name) = meanings.iter().find(|meaning| meaning.column == Column::Name) else { return false };
    let strong = meanings.iter().any(|meaning| meaning.column.is_of_groups());
    let handles = meanings.iter().any(|meaning| matches!(meaning.column, Column::Handle));
    let described = meanings.iter().any(|meaning| meaning.column == Column::Description);
    let plain_name = matches!(normal(&name.heading).as_str(), "name" | "team");
    match (plain_name, strong) {
        (_, false) => described && !handles && (!plain_name || announced),
        (true, true) => {
            announced || meanings.iter().filter(|meaning| meaning.column.is_of_groups()).count() > 1
        }
        (false, true) => true,
    }
}
