//! Communities made by hand.

use std::sync::Arc;

use folkmoot_diagnostics::{Sources, Span};
use folkmoot_model::{
    Channel, Community, Contact, GithubTeam, Group, GroupKind, LanguageChannel, Leadership, Link, Meeting,
    MemoryFiles, Person, RoleList, Status, Subproject, Text, Topic,
};
use folkmoot_site::{Locale, Options, Site, View};

/// Texts that stand nowhere in particular.
#[derive(Clone, Copy)]
pub(crate) struct Maker(Span);

impl Maker {
    pub(crate) fn new() -> Self {
        Self(Span::file_start(Sources::new().add("sigs.yaml", "")))
    }

    pub(crate) fn text(self, value: &str) -> Text {
        Text::new(value, self.0)
    }

    pub(crate) fn person(self, github: &str, name: &str) -> Person {
        Person {
            github: self.text(github),
            name: self.text(name),
            company: self.text(""),
            email: self.text(""),
            since: None,
            until: None,
            extra: Vec::new(),
            span: self.0,
        }
    }

    pub(crate) fn link(self, title: &str, url: &str) -> Link {
        Link { topic: Topic::Other, title: self.text(title), url: self.text(url) }
    }

    pub(crate) fn meeting(self) -> Meeting {
        Meeting::empty(self.0)
    }

    /// A SIG of that name with nothing else.
    pub(crate) fn group(self, name: &str) -> Group {
        let kind = GroupKind::built_in().remove(0);
        let absent = || Text::absent(self.0);
        Group {
            dir: self.text(&kind.dir_name(name)),
            kind: Arc::new(kind),
            prefix: absent(),
            name: self.text(name),
            mission_statement: absent(),
            charter_link: absent(),
            scope: absent(),
            stakeholder_sigs: Vec::new(),
            reporting_wgs: Vec::new(),
            label: absent(),
            leadership: Leadership::empty(self.0),
            members: Vec::new(),
            meetings: Vec::new(),
            contact: Contact::empty(self.0),
            subprojects: Vec::new(),
            design_docs: Vec::new(),
            roadmap: Vec::new(),
            todo: Vec::new(),
            links: Vec::new(),
            notes: Vec::new(),
            records: Vec::new(),
            status: None,
            extra: Vec::new(),
            span: self.0,
        }
    }

    /// A group in which every text is `x`.
    fn filled_group(self, kind: GroupKind, x: &str) -> Group {
        let text = || self.text(x);
        let person = || Person { company: text(), email: text(), ..self.person(x, x) };
        let links = || vec![self.link(x, x), self.link("", x)];
        let meeting = || Meeting {
            description: text(),
            day: text(),
            time: text(),
            tz: text(),
            frequency: text(),
            url: text(),
            archive_url: text(),
            recordings_url: text(),
            calendar_url: text(),
            starts: text(),
            until: text(),
            timezone: text(),
            duration: text(),
            room: text(),
            ..self.meeting()
        };
        let contact = || Contact {
            slack: text(),
            discord: text(),
            mailing_list: text(),
            private_mailing_list: text(),
            forum: text(),
            teams: vec![GithubTeam { name: text(), description: text(), extra: Vec::new(), span: self.0 }],
            liaison: Some(person()),
            links: links(),
            ..Contact::empty(self.0)
        };
        Group {
            kind: Arc::new(kind),
            dir: text(),
            prefix: text(),
            mission_statement: text(),
            charter_link: text(),
            scope: text(),
            stakeholder_sigs: vec![text()],
            reporting_wgs: vec![x.to_owned()],
            label: text(),
            leadership: Leadership {
                extra: Vec::new(),
                chairs: vec![person()],
                tech_leads: vec![person()],
                emeritus_leads: vec![person()],
                further: vec![RoleList { role: text(), people: vec![person()] }],
                span: self.0,
            },
            members: vec![person()],
            meetings: vec![meeting(), meeting()],
            contact: contact(),
            subprojects: vec![Subproject {
                name: text(),
                description: text(),
                contact: Some(contact()),
                owners: vec![text(), self.text(&format!("https://raw.githubusercontent.com/a/b/{x}/OWNERS"))],
                leads: vec![person()],
                meetings: vec![meeting()],
                links: links(),
                extra: Vec::new(),
                span: self.0,
            }],
            design_docs: links(),
            roadmap: links(),
            todo: links(),
            links: links(),
            notes: links(),
            status: Some(Status { state: text(), since: None, until: None, reason: text() }),
            ..self.group(x)
        }
    }
}

/// A community in which every text is `x`: a group of a declared kind and of each of the four, and one more
/// SIG of the same name.
pub(crate) fn filled(x: &str) -> Community {
    let maker = Maker::new();
    let text = || maker.text(x);
    let declared = GroupKind {
        key: x.to_owned(),
        prefix: x.to_owned(),
        short: x.to_owned(),
        singular: x.to_owned(),
        plural: x.to_owned(),
        declared: true,
    };
    let mut kinds = GroupKind::built_in();
    kinds.push(declared);
    let groups = kinds.iter().chain(&kinds[..1]).map(|kind| maker.filled_group(kind.clone(), x)).collect();
    let channel = |service: &str| Channel {
        title: text(),
        service: maker.text(service),
        name: text(),
        url: text(),
        span: maker.0,
    };
    let services = [x, "slack", "discord", "mailing_list", ""];
    let topics =
        [Topic::CodeOfConduct, Topic::Contributing, Topic::Development, Topic::Programme, Topic::Other];
    Community {
        kinds: kinds.into_iter().map(Arc::new).collect(),
        groups,
        name: text(),
        description: text(),
        homepage: text(),
        github_org: text(),
        slack_workspace: text(),
        logo: text(),
        accent: text(),
        links: topics.into_iter().map(|topic| Link { topic, ..maker.link(x, x) }).collect(),
        channels: services.into_iter().map(channel).collect(),
        language_channels: vec![LanguageChannel { language: text(), channel: channel("slack") }],
        ..Community::empty()
    }
}

/// As an English reader sees it, at a moment that does not matter.
pub(crate) fn english(site: &Site) -> View<'_> {
    site.view(Locale::English, jiff::Timestamp::UNIX_EPOCH)
}

/// The site of `community` beside `files`.
pub(crate) fn site(community: Community, files: MemoryFiles) -> Site {
    Site::new(community, Arc::new(files), Options::default())
}
