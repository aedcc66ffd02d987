//! `folkmoot list channels`

use folkmoot_model as model;
use serde::Serialize;

use super::Selection;
use super::output::Listed;
use super::view::Viewer;

/// A place to talk.
#[derive(Serialize)]
pub(super) struct Channel {
    /// `community`, `language`, `group` or `subproject`.
    scope: &'static str,
    /// Whom it is for: the group's title, the subproject's name, the language, the channel's title.
    audience: String,
    /// Id of the group; `null` for the community's own.
    group: Option<String>,
    /// `slack`, `discord`, `mailing_list`, `private_mailing_list`, `forum`, `github_team`, `link`, or what
    /// `community.yaml` says.
    service: String,
    /// Name of the channel, without `#`; address of a list.
    name: String,
    /// Address, where it is written or follows from the workspace or the organisation.
    url: String,
    source: String,
}

/// Every channel: the community's, then the groups'.
pub(super) fn list(selection: &Selection<'_>) -> Vec<Channel> {
    let community = selection.community;
    let mut out = Channels { community, viewer: Viewer(&community.sources), list: Vec::new() };
    if selection.is_all {
        for channel in &community.channels {
            out.general("community", &channel.title, channel);
        }
        for language in &community.language_channels {
            out.general("language", &language.language, &language.channel);
        }
    }
    for group in &selection.groups {
        out.contact("group", &group.title(), group, &group.contact);
        for subproject in &group.subprojects {
            if let Some(contact) = &subproject.contact {
                out.contact("subproject", &subproject.name, group, contact);
            }
        }
    }
    out.list
}

struct Channels<'c> {
    community: &'c model::Community,
    viewer: Viewer<'c>,
    list: Vec<Channel>,
}

impl Channels<'_> {
    fn general(&mut self, scope: &'static str, audience: &str, channel: &model::Channel) {
        self.list.push(Channel {
            scope,
            audience: audience.to_owned(),
            group: None,
            service: channel.service.to_string(),
            name: channel.name.to_string(),
            url: channel.url.to_string(),
            source: self.viewer.source(channel.span),
        });
    }

    fn contact(
        &mut self,
        scope: &'static str,
        audience: &str,
        group: &model::Group,
        contact: &model::Contact,
    ) {
        let workspace = self.community.slack_workspace.trim_end_matches('/').to_owned();
        let org = self.community.github_org.to_string();
        let mut push = |service: &str, name: &str, url: String, span| {
            self.list.push(Channel {
                scope,
                audience: audience.to_owned(),
                group: Some(group.id()),
                service: service.to_owned(),
                name: name.to_owned(),
                url,
                source: self.viewer.source(span),
            });
        };
        for (service, text) in [
            ("slack", &contact.slack),
            ("discord", &contact.discord),
            ("mailing_list", &contact.mailing_list),
            ("private_mailing_list", &contact.private_mailing_list),
            ("forum", &contact.forum),
        ] {
            if text.is_empty() {
                continue;
            }
            let is_link = text.contains("://");
            let name = if is_link { "" } else { text.trim_start_matches('#') };
            let url = match service {
                _ if is_link => text.to_string(),
                "slack" if !workspace.is_empty() => format!("{workspace}/messages/{name}"),
                _ => String::new(),
            };
            push(service, name, url, text.span());
        }
        for team in &contact.teams {
            let url = match org.as_str() {
                "" => String::new(),
                org => format!("https://github.com/orgs/{org}/teams/{}", team.name),
            };
            push("github_team", &team.name, url, team.span);
        }
        for link in &contact.links {
            push("link", &link.title, link.url.to_string(), link.url.span());
        }
    }
}

impl Listed for Channel {
    const PLURAL: &'static str = "channels";
    const TABLE: &'static [&'static str] = &["FOR", "SERVICE", "CHANNEL"];
    const CSV: &'static [&'static str] = &["scope", "audience", "group", "service", "name", "url", "source"];

    fn row(&self) -> Vec<String> {
        let name = match (self.service.as_str(), self.name.as_str()) {
            (_, "") => String::new(),
            ("slack", name) => format!("#{name}"),
            ("github_team", name) => format!("@{name}"),
            (_, name) => name.to_owned(),
        };
        let channel = match (name.as_str(), self.url.as_str()) {
            ("", url) => url.to_owned(),
            (name, "") => name.to_owned(),
            (name, url) => format!("{name}  {url}"),
        };
        let service = self.service.replace('_', " ");
        let audience = match (self.scope, &self.group) {
            ("subproject", Some(group)) => format!("{} ({group})", self.audience),
            _ => self.audience.clone(),
        };
        vec![audience, service, channel]
    }

    fn record(&self) -> Vec<String> {
        vec![
            self.scope.to_owned(),
            self.audience.clone(),
            self.group.clone().unwrap_or_default(),
            self.service.clone(),
            self.name.clone(),
            self.url.clone(),
            self.source.clone(),
        ]
    }
}
