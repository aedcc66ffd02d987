//! Channels for all, and channels of those who speak one language.

use crate::contact::is_id;
use crate::draft::{Channel, Link};
use crate::inline::{Inline, plain};
use crate::kind::{has, normal};
use crate::link::{Target, target};
use crate::reading::Reading;
use crate::report::Fact;

/// Languages as pages write them, in English and in themselves.
const LANGUAGES: [&str; 58] = [
    "arabic",
    "bengali",
    "bulgarian",
    "catalan",
    "chinese",
    "croatian",
    "czech",
    "danish",
    "dutch",
    "estonian",
    "farsi",
    "finnish",
    "french",
    "german",
    "greek",
    "hebrew",
    "hindi",
    "hungarian",
    "indonesian",
    "italian",
    "japanese",
    "korean",
    "malay",
    "norwegian",
    "persian",
    "polish",
    "portuguese",
    "romanian",
    "russian",
    "serbian",
    "slovak",
    "slovenian",
    "spanish",
    "swahili",
    "swedish",
    "tamil",
    "thai",
    "turkish",
    "ukrainian",
    "urdu",
    "vietnamese",
    "deutsch",
    "español",
    "français",
    "italiano",
    "português",
    "nederlands",
    "polski",
    "русский",
    "українська",
    "türkçe",
    "中文",
    "日本語",
    "한국어",
    "tiếng việt",
    "simplified chinese",
    "traditional chinese",
    "brazilian portuguese",
];

/// Reads one item of a list of channels. `hint` is the paragraph above, in lower case. Says whether it held one.
pub(crate) fn read(page: &mut Reading<'_, '_>, line: usize, inlines: &[Inline], hint: &str) -> bool {
    let mut took = false;
    for (index, inline) in inlines.iter().enumerate() {
        let Inline::Link { text, url } = inline else { continue };
        let before = plain(&inlines[..index]);
        let title = before.trim_matches([' ', ':', '-', '–', '—', '(']).to_owned();
        // A link in a sentence is no entry of a list of channels.
        if title.split(' ').count() > 5 {
            continue;
        }
        took |= channel(page, line, &title, text, url, hint);
    }
    if !took {
        page.ledger.left(line, page.ledger.line(line), "an item that links no channel");
    }
    took
}

fn channel(page: &mut Reading<'_, '_>, line: usize, title: &str, text: &str, url: &str, hint: &str) -> bool {
    if url.is_empty() {
        return false;
    }
    let mut name = text.strip_prefix('#').unwrap_or_default().to_owned();
    let service = match target(url) {
        Target::SlackChannel { workspace, channel } => {
            page.draft.workspace(&workspace);
            if name.is_empty() && !is_id(&channel) {
                name = channel;
            }
            "slack"
        }
        Target::SlackInvite => "slack",
        Target::Discord => "discord",
        Target::MailingList | Target::Mail(_) => "mailing_list",
        Target::Twitter => "twitter",
        Target::Blog => "blog",
        Target::LinkedIn => "linkedin",
        Target::Video => "video",
        Target::Calendar => "calendar",
        Target::Relative => return link(page, line, text, url),
        _ if has(&normal(text), "forum") || has(&normal(text), "discussions") => "forum",
        _ if has(&normal(text), "mailing list") => "mailing_list",
        _ if text.starts_with('#') => "slack",
        _ => "",
    };
    let shown = if title.is_empty() && !text.starts_with('#') { text } else { title };
    let known = LANGUAGES.contains(&normal(shown).as_str());
    let hinted = ["non english", "language", "languages", "local communities", "localized", "localised"]
        .iter()
        .any(|words| has(hint, words));
    if page.is_full(line, url, page.draft.channels.len().max(page.draft.language_channels.len())) {
        return true;
    }
    let channel = Channel { title: shown.to_owned(), service: service.to_owned(), name, url: url.to_owned() };
    let value = [shown, &channel.name, &channel.url]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    if known || (hinted && service == "slack") {
        let guess = (!known).then_some("the paragraph above speaks of languages");
        page.enter(line, Fact::new("community", "language_channels", value), guess);
        if !page.draft.language_channels.contains(&channel) {
            page.draft.language_channels.push(channel);
        }
    } else {
        page.enter(line, Fact::new("community", "channels", value), None);
        if !page.draft.channels.contains(&channel) {
            page.draft.channels.push(channel);
        }
    }
    true
}

/// A page of the repository among the channels: a link like any other.
fn link(page: &mut Reading<'_, '_>, line: usize, text: &str, url: &str) -> bool {
    if url.starts_with('#') {
        return false;
    }
    let Some(url) = page.address(line, url) else { return true };
    if page.is_full(line, &url, page.draft.links.len()) {
        return true;
    }
    page.ledger.read(line, Fact::new("community", "links", format!("{text}: {url}")));
    page.draft.link("other", Link { title: text.to_owned(), url });
    true
}
