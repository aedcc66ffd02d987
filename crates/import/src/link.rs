//! What an address leads to, and addresses told apart.

/// Where an address leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// A person's page on GitHub: the handle.
    GithubUser(String),
    /// A repository on GitHub, or a place in one: `organisation/name`.
    GithubRepo(String),
    /// A team on GitHub: organisation and slug.
    GithubTeam {
        org: String,
        team: String,
    },
    /// Issues or pull requests by a query or label.
    Issues,
    /// A channel of a Slack workspace: the workspace's address, and the name or id.
    SlackChannel {
        workspace: String,
        channel: String,
    },
    /// An invitation into a Slack workspace, or its front door.
    SlackInvite,
    Discord,
    MailingList,
    /// A mail address.
    Mail(String),
    /// A shared document, which is what notes are kept in.
    Document,
    Video,
    Call,
    Calendar,
    /// A tool that converts times, which generated pages link from each meeting.
    TimeConverter,
    Twitter,
    Blog,
    LinkedIn,
    /// A path within the repository, or an anchor.
    Relative,
    Other,
}

/// Splits an address into host (lower case, without `www.`) and path.
fn parts(url: &str) -> Option<(String, &str)> {
    let rest = url.trim().strip_prefix("https://").or_else(|| url.trim().strip_prefix("http://"))?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.to_ascii_lowercase();
    Some((host.strip_prefix("www.").map(str::to_owned).unwrap_or(host), path))
}

/// Reads where `url` leads.
pub(crate) fn target(url: &str) -> Target {
    let url = url.trim();
    if let Some(address) = url.strip_prefix("mailto:") {
        return Target::Mail(address.split('?').next().unwrap_or_default().to_owned());
    }
    let Some((host, path)) = parts(url) else {
        return match is_mail(url) {
            true => Target::Mail(url.to_owned()),
            false => Target::Relative,
        };
    };
    let bare = path.split(['?', '#']).next().unwrap_or_default();
    let steps: Vec<&str> = bare.split('/').filter(|step| !step.is_empty()).collect();
    match host.as_str() {
        "github.com" => github(&steps, path),
        "raw.githubusercontent.com" if steps.len() > 2 => {
            Target::GithubRepo(format!("{}/{}", steps[0], steps[1]))
        }
        "join.slack.com" => Target::SlackInvite,
        _ if host.ends_with(".slack.com") => match steps.as_slice() {
            ["messages" | "archives" | "channels", channel, ..] => {
                Target::SlackChannel { workspace: format!("https://{host}"), channel: (*channel).to_owned() }
            }
            _ => Target::SlackInvite,
        },
        _ if host.starts_with("slack.") => Target::SlackInvite,
        "discord.com" | "discord.gg" | "discordapp.com" => Target::Discord,
        "groups.google.com" | "groups.io" => Target::MailingList,
        _ if host.starts_with("lists.") || host.ends_with(".groups.io") || path.contains("/mailman") => {
            Target::MailingList
        }
        "docs.google.com"
        | "docs.qq.com"
        | "doc.weixin.qq.com"
        | "hackmd.io"
        | "drive.google.com"
        | "etherpad.opendev.org" => Target::Document,
        _ if host.starts_with("etherpad.") => Target::Document,
        "youtube.com" | "youtu.be" | "space.bilibili.com" | "bilibili.com" | "vimeo.com" => Target::Video,
        "meet.google.com" | "meeting.tencent.com" | "teams.microsoft.com" | "meet.jit.si" => Target::Call,
        _ if host == "zoom.us" || host.ends_with(".zoom.us") || host.starts_with("zoom") => Target::Call,
        "calendar.google.com" => Target::Calendar,
        "thetimezoneconverter.com" | "dateful.com" | "timeanddate.com" | "worldtimebuddy.com" => {
            Target::TimeConverter
        }
        "twitter.com" | "x.com" => Target::Twitter,
        "medium.com" | "itnext.io" => Target::Blog,
        _ if host.ends_with(".medium.com") || host.starts_with("blog.") => Target::Blog,
        "linkedin.com" => Target::LinkedIn,
        _ => Target::Other,
    }
}

fn github(steps: &[&str], path: &str) -> Target {
    match steps {
        ["orgs", org, "teams", team, ..] => {
            Target::GithubTeam { org: (*org).to_owned(), team: (*team).to_owned() }
        }
        ["issues" | "pulls" | "search", ..] => Target::Issues,
        ["orgs" | "users" | "settings" | "features" | "about" | "apps" | "sponsors" | "marketplace", ..] => {
            Target::Other
        }
        [user] if !path.contains('?') => Target::GithubUser((*user).trim_end_matches(".png").to_owned()),
        [_, _, "issues" | "pulls" | "labels" | "milestones" | "projects", ..] => Target::Issues,
        [org, repo, ..] => Target::GithubRepo(format!("{org}/{repo}")),
        _ => Target::Other,
    }
}

/// Whether `text` is a mail address.
pub(crate) fn is_mail(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else { return false };
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    !user.is_empty()
        && user.chars().all(word)
        && host.contains('.')
        && host.chars().all(word)
        && !host.starts_with('.')
        && !host.ends_with('.')
}

/// GitHub's account number, which the addresses of avatars carry.
pub(crate) fn avatar_account(url: &str) -> Option<u64> {
    let (host, path) = parts(url)?;
    let number = path.strip_prefix("/u/")?;
    if !host.starts_with("avatars") || !host.ends_with(".githubusercontent.com") {
        return None;
    }
    number.split(['?', '/', '#']).next()?.parse().ok()
}

/// The handle in an address such as `https://github.com/ana.png`.
pub(crate) fn avatar_handle(url: &str) -> Option<String> {
    match target(url) {
        Target::GithubUser(handle) if url.contains(".png") => Some(handle),
        _ => None,
    }
}

/// What two addresses of one thing have in common: a shared document's id, else the address without scheme,
/// trailing slash and fragment-free decoration.
pub(crate) fn same(a: &str, b: &str) -> bool {
    key(a) == key(b)
}

/// See [`same`].
pub(crate) fn key(url: &str) -> String {
    if let Some(id) = document_id(url) {
        return format!("document:{id}");
    }
    match parts(url) {
        Some((host, path)) => format!("{host}{}", path.trim_end_matches('/')),
        None => url.trim().trim_start_matches("./").trim_end_matches('/').to_owned(),
    }
}

fn document_id(url: &str) -> Option<&str> {
    let rest = url.split_once("docs.google.com/document/d/")?.1;
    let id = rest.split(['/', '?', '#']).next()?;
    (!id.is_empty()).then_some(id)
}

/// `target` seen from the page `page`, as a path from the repository's root; `None` where it leads out of it.
/// Absolute addresses stay as they are.
pub(crate) fn from_root(page: &str, target: &str) -> Option<String> {
    if parts(target).is_some() || target.contains("://") || target.starts_with("mailto:") || is_mail(target) {
        return Some(target.to_owned());
    }
    let (path, anchor) = target.split_at(target.find(['#', '?']).unwrap_or(target.len()));
    let mut steps: Vec<&str> = match path.starts_with('/') {
        true => Vec::new(),
        false => page
            .rsplit_once('/')
            .map_or("", |(dir, _)| dir)
            .split('/')
            .filter(|step| !step.is_empty())
            .collect(),
    };
    if path.is_empty() {
        // An anchor of the page itself.
        return Some(format!("{page}{anchor}"));
    }
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(format!("{}{anchor}", steps.join("/")))
}

/// A path from the root, as seen from directory `dir`.
pub(crate) fn from_dir(dir: &str, path: &str) -> String {
    if parts(path).is_some() || path.contains("://") || is_mail(path) || dir.is_empty() {
        return path.to_owned();
    }
    let dir = dir.trim_matches('/');
    if let Some(inside) = path.strip_prefix(dir).and_then(|rest| rest.strip_prefix('/')) {
        return inside.to_owned();
    }
    format!("{}{path}", "../".repeat(dir.split('/').count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        assert_eq!(target("https://github.com/linuxSuRen/"), Target::GithubUser("linuxSuRen".into()));
        assert_eq!(
            target("https://github.com/kubesphere/console"),
            Target::GithubRepo("kubesphere/console".into())
        );
        assert_eq!(
            target("https://kubesphere.slack.com/messages/sig-docs"),
            Target::SlackChannel {
                workspace: "https://kubesphere.slack.com".into(),
                channel: "sig-docs".into()
            }
        );
        assert_eq!(target("conduct@icon.foundation"), Target::Mail("conduct@icon.foundation".into()));
        assert_eq!(target("./sig-docs/"), Target::Relative);
        assert_eq!(target("https://us02web.zoom.us/j/1"), Target::Call);
    }

    #[test]
    fn an_avatar_knows_the_account() {
        assert_eq!(
            avatar_account("https://avatars2.githubusercontent.com/u/18525465?s=96&v=4"),
            Some(18_525_465)
        );
        assert_eq!(avatar_account("https://example.org/u/1"), None);
    }

    #[test]
    fn paths_are_seen_from_the_root_and_from_a_directory() {
        assert_eq!(from_root("sig-a/README.md", "../code.md#x").as_deref(), Some("code.md#x"));
        assert_eq!(from_root("README.md", ".//k/README.md").as_deref(), Some("k/README.md"));
        assert_eq!(from_root("README.md", "../out.md"), None);
        assert_eq!(from_dir("sig-a", "sig-a/charter.md"), "charter.md");
        assert_eq!(from_dir("groups/sig-a", "code.md"), "../../code.md");
    }

    #[test]
    fn a_shared_document_is_the_same_however_it_is_shared() {
        let id = "https://docs.google.com/document/d/abc";
        assert!(same(&format!("{id}/edit?usp=sharing"), &format!("{id}/")));
        assert!(!same("https://example.org/a", "https://example.org/b"));
    }
}
