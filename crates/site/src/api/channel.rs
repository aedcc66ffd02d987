//! Where people talk.

use schemars::JsonSchema;
use serde::Serialize;

use super::link::{GroupRef, Link, PersonRef, Url, text};
use crate::address::is_mail_address;
use crate::{View, reach};

/// Where people talk.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Channels")]
pub(super) struct Channels {
    /// Channels for all.
    general: Vec<Channel>,
    /// Channels of those who speak one language.
    by_language: Vec<LanguageChannel>,
    /// How to reach each group; groups without contact are left out.
    by_group: Vec<GroupContact>,
}

/// A channel for all.
#[derive(Serialize, JsonSchema)]
struct Channel {
    /// Who or what it is for.
    title: Option<String>,
    /// `slack`, `discord`, `mailing_list`, `forum`, … as written.
    service: Option<String>,
    /// Its name, without `#`.
    name: Option<String>,
    url: Option<Url>,
}

/// A channel of those who speak one language.
#[derive(Serialize, JsonSchema)]
struct LanguageChannel {
    /// As written: `Chinese`, or a BCP 47 tag.
    language: String,
    channel: Channel,
}

/// How to reach a group.
#[derive(Serialize, JsonSchema)]
struct GroupContact {
    group: GroupRef,
    contact: Contact,
}

pub(super) fn channels(view: &View<'_>) -> Channels {
    let record = view.community();
    let by_language = record.language_channels.iter().map(|one| LanguageChannel {
        language: one.language.to_string(),
        channel: channel(view, &one.channel),
    });
    let by_group =
        view.groups().filter(|(_, group)| !group.contact.is_empty()).map(|(index, group)| GroupContact {
            group: GroupRef::new(view, index),
            contact: Contact::of(view, &group.contact, &group.dir),
        });
    Channels {
        general: record.channels.iter().map(|one| channel(view, one)).collect(),
        by_language: by_language.collect(),
        by_group: by_group.collect(),
    }
}

fn channel(view: &View<'_>, channel: &folkmoot_model::Channel) -> Channel {
    let service = channel.service.to_lowercase();
    let way = match service.as_str() {
        "slack" if channel.url.is_empty() => Some(Way::slack(view, &channel.name)),
        "mailing_list" => Some(Way::list(view, channel.url.non_empty().unwrap_or(&channel.name))),
        _ => None,
    };
    Channel {
        title: text(&channel.title),
        service: text(&channel.service),
        name: text(channel.name.trim_start_matches('#')),
        url: way.map_or_else(|| Url::resolve(view, &channel.url, ""), |way| way.url),
    }
}

/// How to reach a group or a subproject.
#[derive(Serialize, JsonSchema)]
pub(super) struct Contact {
    slack: Option<Way>,
    discord: Option<Way>,
    /// The public mailing list.
    mailing_list: Option<Way>,
    /// Whether there is a private mailing list; its address is not given.
    has_private_mailing_list: bool,
    forum: Option<Url>,
    /// Teams on GitHub.
    teams: Vec<Team>,
    /// The committee member who looks after the group.
    liaison: Option<PersonRef>,
    links: Vec<Link>,
}

/// A channel or list.
#[derive(Serialize, JsonSchema)]
struct Way {
    /// Its name as people say it, without `#`.
    name: String,
    /// Where it leads, where that is known.
    url: Option<Url>,
}

/// A team on GitHub.
#[derive(Serialize, JsonSchema)]
struct Team {
    name: String,
    description: Option<String>,
    /// Where the community's organisation is known.
    url: Option<Url>,
}

impl Contact {
    pub(super) fn of(view: &View<'_>, contact: &folkmoot_model::Contact, dir: &str) -> Self {
        let plain = |name: &str| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
        };
        let org = view.community().github_org.as_str();
        let teams = contact.teams.iter().map(|team| {
            let known = plain(org) && plain(&team.name);
            let url = known.then(|| format!("https://github.com/orgs/{org}/teams/{}", team.name));
            Team {
                name: team.name.to_string(),
                description: text(&team.description),
                url: url.map(|url| Url::of(view, &url)),
            }
        });
        Self {
            slack: contact.slack.non_empty().map(|name| Way::slack(view, name)),
            discord: contact.discord.non_empty().map(|written| {
                let url = written.contains("://").then(|| Url::resolve(view, written, dir)).flatten();
                Way { name: name_of(written), url }
            }),
            mailing_list: contact.mailing_list.non_empty().map(|list| Way::list(view, list)),
            has_private_mailing_list: !contact.private_mailing_list.trim().is_empty(),
            forum: Url::resolve(view, &contact.forum, dir),
            teams: teams.collect(),
            liaison: contact.liaison.as_ref().and_then(|person| PersonRef::new(view, person)),
            links: Link::all(view, &contact.links, dir),
        }
    }
}

impl Way {
    fn slack(view: &View<'_>, written: &str) -> Self {
        let way = reach::slack(view, written);
        Self { name: name_of(written), url: way.href.map(|href| Url::of(view, &href)) }
    }

    fn list(view: &View<'_>, written: &str) -> Self {
        let written = written.trim();
        let address = written.strip_prefix("mailto:").unwrap_or(written);
        if is_mail_address(address) {
            return Self {
                name: address.to_owned(),
                url: Url::resolve(view, &format!("mailto:{address}"), ""),
            };
        }
        let url = written.contains(':').then(|| Url::resolve(view, written, "")).flatten();
        Self { name: name_of(written), url }
    }
}

/// A name as written, or the last part of an address.
fn name_of(written: &str) -> String {
    let written = written.trim();
    let last =
        || written.split('?').next().unwrap_or(written).trim_end_matches('/').rsplit(['/', '#']).next();
    let name = if written.contains("://") { last().unwrap_or(written) } else { written };
    name.trim_start_matches('#').to_owned()
}
