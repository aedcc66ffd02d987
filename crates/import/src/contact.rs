//! Ways to reach a group: one item of a cell or of a `Contact` section.

use crate::draft::{Key, Shelf};
use crate::inline::{Inline, links, plain};
use crate::kind::{has, normal};
use crate::link::{Target, is_mail, target};
use crate::people;
use crate::reading::Reading;
use crate::report::Fact;
use crate::role::{Reading as RoleReading, Role};

/// Reads one item. Says whether it held a way to reach the group.
pub(crate) fn read(page: &mut Reading<'_, '_>, group: usize, line: usize, inlines: &[Inline]) -> bool {
    let text = plain(inlines);
    let words = normal(&text);
    if has(&words, "liaison") {
        let after = after_colon(inlines);
        let mentions = people::read(&after, false, true);
        let usual = RoleReading { role: Role::Liaison, guess: None };
        let found = !mentions.is_empty();
        page.seats(group, line, mentions, Some(&usual));
        return found;
    }
    let mut took = false;
    for (index, inline) in inlines.iter().enumerate() {
        let Inline::Link { text, url } = inline else { continue };
        let before = plain(&inlines[..index]);
        let after = plain(&inlines[index + 1..]);
        took |= link(page, group, line, text, url, &before, &after);
    }
    if links(inlines).next().is_some() {
        if !links(inlines).any(|(_, url)| matches!(target(url), Target::GithubTeam { .. })) {
            page.words_beside(line, inlines);
        }
        return took;
    }
    without_link(page, group, line, &text, &words) || took
}

fn link(
    page: &mut Reading<'_, '_>,
    group: usize,
    line: usize,
    text: &str,
    url: &str,
    before: &str,
    after: &str,
) -> bool {
    // `Mailing list [archive](…) | [subscribe](…)`: the words at the line's start speak of each link.
    let said = normal(&format!("{before} {text}"));
    let own = normal(text);
    let private = has(&own, "private") || has(&normal(before), "private");
    let goes = target(url);
    // A second channel or list on the same page is a further link, it contradicts nothing.
    let second = match &goes {
        Target::SlackChannel { channel, .. } if page.has_said(group, Key::Slack) => {
            Some((Key::Slack, channel.as_str()))
        }
        Target::MailingList if !private && page.has_said(group, Key::MailingList) => {
            Some((Key::MailingList, url))
        }
        _ => None,
    };
    if let Some((key, value)) = second {
        let known = page.group(group).text(key);
        if known == value || text.trim_start_matches('#') == known {
            page.ledger.read(line, Fact::new(&page.called(group), key.name(), value));
        } else {
            page.shelve(group, line, Shelf::Contact, text, url, None);
        }
        return true;
    }
    match goes {
        Target::SlackChannel { workspace, channel } => {
            page.draft.workspace(&workspace);
            slack(page, group, line, text, &workspace, &channel, url);
        }
        Target::Mail(_) if has(&own, "subscribe") || has(&own, "unsubscribe") => {
            page.ledger.left(line, text, "the list's page offers it");
        }
        Target::Mail(address) if private => page.text(group, line, Key::PrivateMailingList, &address, None),
        Target::Mail(address) if has(&said, "mailing list") || has(&said, "list") => {
            page.text(group, line, Key::MailingList, &address, None);
        }
        Target::Mail(address) => {
            let because = "an address that is not said to be a list's";
            page.text(group, line, Key::MailingList, &address, Some(because));
        }
        Target::MailingList if private => page.text(group, line, Key::PrivateMailingList, url, None),
        Target::MailingList => page.text(group, line, Key::MailingList, url, None),
        Target::Discord if page.group(group).text(Key::Discord).is_empty() => {
            page.text(group, line, Key::Discord, url, None)
        }
        Target::GithubTeam { team, .. } if page.is_full(line, &team, page.group(group).teams.len()) => {}
        Target::GithubTeam { team, .. } => {
            let description = after.trim_matches([' ', '-', '–', '—', ':']).to_owned();
            page.ledger.read(line, Fact::new(&page.called(group), "contact.teams", team.clone()));
            let teams = &mut page.draft.groups[group].teams;
            if !teams.iter().any(|(slug, _)| *slug == team) {
                teams.push((team, description));
            }
        }
        Target::Issues if url.contains("/labels/") => match label_of(url) {
            Some(label) => page.text(group, line, Key::Label, &label, None),
            None => page.shelve(group, line, Shelf::Todo, text, url, None),
        },
        Target::Issues => page.shelve(group, line, Shelf::Todo, text, url, None),
        // `[Slack](kubevirt-dev)`, `[Discord](code-of-conduct)`: a generator put the bare name there.
        Target::Relative if has(&own, "slack") => page.text(group, line, Key::Slack, url, None),
        Target::Relative if has(&own, "discord") => page.text(group, line, Key::Discord, url, None),
        Target::SlackInvite if !page.group(group).text(Key::Slack).is_empty() => {
            page.ledger.left(line, text, "an invitation into the chat, not a channel");
        }
        _ if has(&own, "slack") && !text.contains('#') => page.text(group, line, Key::Slack, url, None),
        _ if text.starts_with('#') && has(&normal(before), "slack") => {
            page.text(group, line, Key::Slack, text.trim_start_matches('#'), None);
            page.shelve(group, line, Shelf::Contact, text, url, None);
        }
        _ if has(&own, "discord") && page.group(group).text(Key::Discord).is_empty() => {
            page.text(group, line, Key::Discord, url, None);
        }
        _ if has(&said, "mailing list") => page.text(group, line, Key::MailingList, url, None),
        _ if has(&own, "forum") || has(&own, "discussions") => page.text(group, line, Key::Forum, url, None),
        _ if has(&own, "convert to your timezone") => {
            page.ledger.left(line, text, "a link to a time converter")
        }
        _ => page.shelve(group, line, Shelf::Contact, text, url, None),
    }
    true
}

/// Takes a Slack channel by name. Where the address holds an id alone, the name is the link's text and the
/// address is kept beside it, for it cannot be made from the name.
pub(crate) fn slack(
    page: &mut Reading<'_, '_>,
    group: usize,
    line: usize,
    text: &str,
    workspace: &str,
    channel: &str,
    url: &str,
) {
    let shown = text.trim().trim_start_matches('#');
    let names = text.trim().starts_with('#') && !shown.is_empty() && !shown.contains(char::is_whitespace);
    match (names, is_id(channel)) {
        (true, false) if shown != channel => {
            let because = format!("the page shows #{shown} and links #{channel}; what is linked was taken");
            page.text(group, line, Key::Slack, channel, Some(&because));
        }
        (_, false) => page.text(group, line, Key::Slack, channel, None),
        (true, true) => {
            page.text(group, line, Key::Slack, shown, None);
            let address = format!("{workspace}/archives/{channel}");
            page.shelve(group, line, Shelf::Contact, text, &address, None);
        }
        (false, true) => page.text(group, line, Key::Slack, url, None),
    }
}

/// Whether a channel is given by Slack's id rather than by name.
pub(crate) fn is_id(channel: &str) -> bool {
    channel.len() >= 9
        && channel.starts_with(['C', 'G', 'D'])
        && channel.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

/// The label in `…/labels/sig%2Fdocs`, without the kind's prefix.
pub(crate) fn label_of(url: &str) -> Option<String> {
    let label = url.split_once("/labels/")?.1.split(['?', '#']).next()?;
    let label = label.replace("%2F", "/").replace("%2f", "/").replace("%20", " ");
    let bare = label.split_once('/').map_or(label.as_str(), |(_, bare)| bare);
    (!bare.is_empty()).then(|| bare.to_owned())
}

fn without_link(page: &mut Reading<'_, '_>, group: usize, line: usize, text: &str, words: &str) -> bool {
    let found = text.split(|c: char| c.is_whitespace() || "(),;:".contains(c));
    for word in found {
        if let Some(channel) = word.strip_prefix('#').filter(|name| name.chars().any(char::is_alphabetic)) {
            let key = if has(words, "discord") { Key::Discord } else { Key::Slack };
            let guess = (!has(words, "slack") && key == Key::Slack)
                .then_some("a channel by its `#`, taken for Slack's");
            page.text(group, line, key, channel, guess);
            return true;
        }
        if is_mail(word) {
            let list = has(words, "list") || has(words, "group");
            if list {
                let key = if has(words, "private") { Key::PrivateMailingList } else { Key::MailingList };
                page.text(group, line, key, word, None);
                return true;
            }
            page.ledger.left(line, text, "a person's address: people are recorded under their role");
            return true;
        }
    }
    false
}

/// What stands after the first colon.
fn after_colon(inlines: &[Inline]) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut seen = false;
    for inline in inlines {
        match inline {
            Inline::Text(text) if !seen => {
                if let Some((_, rest)) = text.split_once(':') {
                    seen = true;
                    out.push(Inline::Text(rest.to_owned()));
                }
            }
            other if seen => out.push(other.clone()),
            _ => {}
        }
    }
    out
}
