//! `community.yaml`: who the community is, and how its repository is kept. Every key is optional.
//!
//! | key | holds |
//! | --- | --- |
//! | `name`, `description`, `homepage` | what the community is called and is, and its site |
//! | `github_org` | organisation on GitHub: `kubernetes` |
//! | `slack_workspace` | address of the workspace, to make links of channel names |
//! | `logo`, `accent` | a path or address; a colour such as `"#0a7d4f"` |
//! | `links` | by topic: `code_of_conduct`, `contributing`, `development`, `programmes`, or a topic of your own; each one link or a list |
//! | `channels` | channels for all: `title`, `service`, `name`, `url` |
//! | `language_channels` | the same, with `language` |
//! | `breaks` | days on which groups do not meet: `name`, `from`, `to`, and `groups` or `kinds` where it is not for all |
//! | `kinds` | kinds of groups beside the four: `key`, `prefix`, `short`, `singular`, `plural`; a built-in `key` renames that kind |
//! | `policies` | `packs` of rules, `values` that differ from them, `groups` with values of their own |
//! | `waivers` | who excused which group from which check, why, until when |
//! | `allow` | checks turned off, under `paths` or everywhere, with a `reason` |
//! | `profile` | what detection got wrong: see [`Profile`] |
//! | `site` | what the site shows: `checks: true` for a page of findings |
//! | `extra`, `x-…` | the community's own; kept |
//!
//! A link is an address, or `title` and `url`.
//!
//! The whole file, commented, stands in `docs/guide/community-yaml.md`.

use std::sync::Arc;

use folkmoot_yaml::Node;

use super::breaks;
use super::fields::Fields;
use super::links;
use super::policy;
use super::profile::ProfileOverrides;
use super::reader::Reader;
#[allow(unused_imports, reason = "the table above links to it")]
use crate::Profile;
use crate::{Channel, Community, GroupKind, LanguageChannel, Link, RepoFiles, Text, Topic};

/// The file's name.
pub(super) const FILE: &str = "community.yaml";

/// Reads the file into `community`; gives what it says of the profile.
pub(super) fn load(
    reader: &mut Reader,
    files: &dyn RepoFiles,
    community: &mut Community,
) -> ProfileOverrides {
    let mut overrides = ProfileOverrides::default();
    let Some((_, document)) = reader.open(files, FILE) else { return overrides };
    let Some(root) = document.root else { return overrides };
    let Some(mut fields) = Fields::open(reader, FILE, "a community", &root) else { return overrides };
    community.name = fields.text(reader, "name");
    community.description = fields.text(reader, "description");
    community.homepage = fields.text(reader, "homepage");
    community.github_org = fields.text(reader, "github_org");
    community.slack_workspace = fields.text(reader, "slack_workspace");
    community.logo = fields.text(reader, "logo");
    community.accent = fields.text(reader, "accent");
    community.links = fields.node("links").map_or_else(Vec::new, |node| community_links(reader, node));
    community.channels = fields.list(reader, "channels", "a list of channels", channel);
    community.language_channels =
        fields.list(reader, "language_channels", "a list of channels", language_channel);
    community.breaks = fields.list(reader, "breaks", "a list of breaks", breaks::one);
    for kind in fields.list(reader, "kinds", "a list of kinds", kind) {
        match community.kinds.iter_mut().find(|known| known.key == kind.key) {
            Some(known) => *known = Arc::new(GroupKind { declared: known.declared, ..kind }),
            None => community.kinds.push(Arc::new(kind)),
        }
    }
    community.policies = policy::policies(reader, &mut fields);
    if let Some(node) = fields.node("site") {
        site(reader, node, community);
    }
    if let Some(node) = fields.node("profile") {
        overrides = ProfileOverrides::read(reader, node);
    }
    community.extra = fields.finish(reader);
    overrides
}

fn site(reader: &mut Reader, node: &Node, community: &mut Community) {
    let Some(mut fields) = Fields::open(reader, "site", "what the site shows", node) else { return };
    if let Some(checks) = fields.node("checks") {
        match checks.as_str() {
            Some("true") => community.shows_checks = true,
            Some("false") => {}
            _ => reader.wrong_type("checks", "`true` or `false`", checks),
        }
    }
    fields.finish(reader);
}

/// Links by topic, or a list of links that may each say their topic.
fn community_links(reader: &mut Reader, node: &Node) -> Vec<Link> {
    let Some(entries) = node.entries() else {
        return links::one_or_more(reader, "links", node, Topic::Other);
    };
    let mut out = Vec::new();
    for entry in entries {
        let topic = Topic::named(&entry.key);
        let mut found = links::one_or_more(reader, &entry.key, &entry.value, topic);
        // A topic of the community's own names its link, where the link has no title.
        let is_own = topic == Topic::Other && entry.key != "other";
        for link in found.iter_mut().filter(|link| is_own && link.title.is_empty()) {
            link.title = Text::derived(entry.key.replace('_', " "), entry.key_span);
        }
        out.append(&mut found);
    }
    out
}

fn channel(reader: &mut Reader, node: &Node) -> Option<Channel> {
    let mut fields = Fields::open(reader, "channels", "a channel", node)?;
    let channel = channel_of(reader, &mut fields);
    fields.finish(reader);
    Some(channel)
}

fn language_channel(reader: &mut Reader, node: &Node) -> Option<LanguageChannel> {
    let mut fields = Fields::open(reader, "language_channels", "a channel with its language", node)?;
    let language = fields.text(reader, "language");
    let channel = channel_of(reader, &mut fields);
    fields.finish(reader);
    Some(LanguageChannel { language, channel })
}

fn channel_of(reader: &mut Reader, fields: &mut Fields<'_>) -> Channel {
    Channel {
        title: fields.text(reader, "title"),
        service: fields.text(reader, "service"),
        name: fields.text(reader, "name"),
        url: fields.text(reader, "url"),
        span: fields.span,
    }
}

fn kind(reader: &mut Reader, node: &Node) -> Option<GroupKind> {
    let mut fields = Fields::open(reader, "kinds", "a kind of group", node)?;
    let key = fields.text(reader, "key");
    let mut written = |key| fields.text(reader, key).non_empty().map(str::to_owned);
    let (prefix, short) = (written("prefix"), written("short"));
    let (singular, plural) = (written("singular"), written("plural"));
    fields.finish(reader);
    if key.is_empty() {
        reader.wrong_type("kinds", "a kind of group with its `key`, such as `teams`", node);
        return None;
    }
    let implied = GroupKind::built_in().into_iter().find(|kind| kind.key == *key);
    let implied = implied.unwrap_or_else(|| GroupKind::implied(&key));
    Some(GroupKind {
        key: key.to_string(),
        prefix: prefix.unwrap_or(implied.prefix),
        short: short.unwrap_or(implied.short),
        plural: plural.or_else(|| singular.as_ref().map(|one| format!("{one}s"))).unwrap_or(implied.plural),
        singular: singular.unwrap_or(implied.singular),
        declared: true,
    })
}
