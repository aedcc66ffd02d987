//! Ways to reach people: channels, lists, links, with the words to show for them.

use folkmoot_model::{Channel, Contact, Link};
use maud::{Markup, html};

use crate::address::{is_mail_address, resolve};
use crate::{View, icons, wording};

/// One way to reach a group.
pub(crate) struct Way {
    /// What it is: `Slack`.
    pub(crate) service: String,
    /// What to show: `#sig-docs`.
    pub(crate) label: String,
    /// Where it leads; without one the label stands alone.
    pub(crate) href: Option<String>,
    pub(crate) icon: Markup,
}

impl Way {
    /// The label, linked where it leads somewhere.
    pub(crate) fn link(&self) -> Markup {
        html! {
            @match &self.href {
                Some(href) => { a href=(href) { (self.label) } }
                None => { span { (self.label) } }
            }
        }
    }
}

/// The open ways to reach a group, the quickest first.
pub(crate) fn ways(view: &View<'_>, contact: &Contact, dir: &str) -> Vec<Way> {
    let mut out = Vec::new();
    out.extend(contact.slack.non_empty().map(|name| slack(view, name)));
    out.extend(contact.discord.non_empty().map(|name| {
        let href = resolve_absolute(view, name);
        let label = if href.is_some() { last_part(name) } else { hash(name) };
        Way { service: "Discord".to_owned(), label, href, icon: icons::chat() }
    }));
    out.extend(
        contact
            .mailing_list
            .non_empty()
            .map(|list| mailing_list(view, list, view.text("service-mailing-list"))),
    );
    out.extend(contact.forum.non_empty().map(|forum| Way {
        service: view.text("service-forum"),
        label: host_and_path(forum),
        href: resolve(view, forum, dir).map(|address| address.href),
        icon: icons::chat(),
    }));
    out
}

/// A Slack channel by name or link.
pub(crate) fn slack(view: &View<'_>, written: &str) -> Way {
    let href = resolve_absolute(view, written).or_else(|| {
        let workspace = resolve_absolute(view, &view.community().slack_workspace)?;
        let name = written.trim().trim_start_matches('#');
        Some(format!("{}/messages/{}", workspace.trim_end_matches('/'), crate::base::encode_path(name)))
    });
    let name = if written.contains("://") { last_part(written) } else { written.to_owned() };
    let label = if is_slack_id(&name) { view.text("service-slack-channel") } else { hash(&name) };
    Way { service: "Slack".to_owned(), label, href, icon: icons::chat() }
}

/// Whether `name` is a number of Slack's (`C01ABCDEF23`), which tells people nothing.
fn is_slack_id(name: &str) -> bool {
    let rest = name.strip_prefix(['C', 'G']).unwrap_or_default();
    rest.len() >= 8 && rest.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

/// A list by address or link.
pub(crate) fn mailing_list(view: &View<'_>, written: &str, service: String) -> Way {
    let written = written.trim();
    let written = written.strip_prefix("mailto:").unwrap_or(written);
    let (label, href) = if is_mail_address(written) {
        (written.to_owned(), Some(format!("mailto:{written}")))
    } else {
        (list_name(written), resolve_absolute(view, written))
    };
    Way { service, label, href, icon: icons::mail() }
}

/// A channel of the whole community.
pub(crate) fn channel(view: &View<'_>, channel: &Channel) -> Way {
    let service = channel.service.to_lowercase();
    let chat = |service: &str| Way {
        service: service.to_owned(),
        label: hash(channel.name.non_empty().unwrap_or(&last_part(&channel.url))),
        href: resolve_absolute(view, &channel.url),
        icon: icons::chat(),
    };
    match service.as_str() {
        "slack" if channel.url.is_empty() && !channel.name.is_empty() => slack(view, &channel.name),
        "slack" if !channel.name.is_empty() => chat("Slack"),
        "discord" if !channel.name.is_empty() => chat("Discord"),
        "mailing_list" => {
            let written = channel.url.non_empty().unwrap_or(&channel.name);
            let mut way = mailing_list(view, written, view.text("service-mailing-list"));
            if let Some(name) = channel.name.non_empty() {
                way.label = name.to_owned();
            }
            way
        }
        _ => {
            let name = channel.name.non_empty().or(channel.title.non_empty());
            Way {
                service: String::new(),
                label: name.map_or_else(|| host_and_path(&channel.url), str::to_owned),
                href: resolve_absolute(view, &channel.url),
                icon: if is_invitation(channel) { icons::chat() } else { icons::link() },
            }
        }
    }
}

/// Whether the entry leads into a chat as a whole, not into one of its channels.
pub(crate) fn is_invitation(channel: &Channel) -> bool {
    let service = channel.service.to_lowercase();
    channel.name.is_empty() && matches!(service.as_str(), "slack" | "discord" | "matrix" | "zulip")
}

/// A list of links under their titles.
pub(crate) fn links(view: &View<'_>, links: &[Link], dir: &str, icon: &Markup) -> Markup {
    html! {
        ul.links {
            @for link in links {
                li { (icon) (self::link(view, link, dir)) }
            }
        }
    }
}

/// One link under its title; plain text where it leads nowhere safe.
pub(crate) fn link(view: &View<'_>, link: &Link, dir: &str) -> Markup {
    let shown = host_and_path(&link.url);
    let title = link.title.non_empty().unwrap_or(&shown);
    html! {
        @match resolve(view, &link.url, dir) {
            Some(address) => { a href=(address.href) { (title) } }
            None => { span { (title) } }
        }
    }
}

fn resolve_absolute(view: &View<'_>, url: &str) -> Option<String> {
    url.contains(':').then(|| resolve(view, url, "")).flatten().map(|address| address.href)
}

/// `#name`, with one `#`.
fn hash(name: &str) -> String {
    format!("#{}", name.trim().trim_start_matches('#'))
}

/// The last part of a link's path or fragment: the name of a list or channel.
fn last_part(url: &str) -> String {
    let trimmed = url.split('?').next().unwrap_or(url).trim_end_matches('/');
    trimmed.rsplit(['/', '#']).next().unwrap_or(trimmed).to_owned()
}

/// The name of a mailing list by its page: on Google Groups what follows `g` or `group`, elsewhere what
/// stands last.
fn list_name(url: &str) -> String {
    let mut parts = url.split('?').next().unwrap_or(url).split('/').skip(3);
    match parts.find(|part| matches!(*part, "g" | "group")).and_then(|_| parts.next()) {
        Some(name) if !name.is_empty() && url.contains("groups.google.com/") => name.to_owned(),
        _ => last_part(url),
    }
}

/// A link as people write it: `docs.google.com/document/…`.
pub(crate) fn host_and_path(url: &str) -> String {
    let rest = url.trim().split_once("://").map_or(url.trim(), |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/');
    wording::shorten(rest, 48)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Site;

    #[test]
    fn a_list_is_shown_by_its_name() {
        assert_eq!(
            last_part("https://groups.google.com/forum/#!forum/kubernetes-sig-docs"),
            "kubernetes-sig-docs"
        );
        assert_eq!(last_part("https://groups.google.com/a/kubernetes.io/g/dev/?hl=en"), "dev");
        let way = mailing_list(&Site::sample(&[]).english(), "dev@example.org", String::new());
        assert_eq!(way.href.as_deref(), Some("mailto:dev@example.org"));
    }

    #[test]
    fn a_channel_by_name_is_linked_only_where_the_workspace_is_known() {
        let site = Site::sample(&[]);
        assert_eq!(slack(&site.english(), "#sig-docs").label, "#sig-docs");
        assert_eq!(slack(&site.english(), "sig-docs").href, None);
        let linked = slack(&site.english(), "https://e.slack.com/messages/sig-docs");
        assert_eq!((linked.label.as_str(), linked.href.is_some()), ("#sig-docs", true));
        assert_eq!(slack(&site.english(), "https://e.slack.com/archives/C01ABCDEF23").label, "Slack channel");
        assert_eq!(slack(&site.english(), "javascript:alert(1)").href, None);
    }
}
