//! Text within a block: words, links, images.

/// A piece of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Inline {
    /// Words, without their markup.
    Text(String),
    /// A link; `text` is what is shown.
    Link { text: String, url: String },
    /// An image, such as an avatar.
    Image { url: String },
    /// `<br>`, `<li>`: the next item of a cell.
    Break,
}

/// What is shown, links by their text, runs of white space as one space.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Link { text, .. } => out.push_str(text),
            Inline::Image { .. } => {}
            Inline::Break => out.push(' '),
        }
    }
    squeeze(&out)
}

/// Markdown again, links as links.
pub(crate) fn markdown(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Link { text, url } if text == url => out.push_str(url),
            Inline::Link { text, url } => out.push_str(&format!("[{text}]({url})")),
            Inline::Image { .. } => {}
            Inline::Break => out.push(' '),
        }
    }
    squeeze(&out)
}

/// Runs of white space as one space, none at the ends.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The links, with their text.
pub(crate) fn links(inlines: &[Inline]) -> impl Iterator<Item = (&str, &str)> {
    inlines.iter().filter_map(|inline| match inline {
        Inline::Link { text, url } => Some((text.as_str(), url.as_str())),
        _ => None,
    })
}

/// The items of a cell: what stands between breaks, without list bullets; empty ones are left out.
pub(crate) fn items(inlines: &[Inline]) -> Vec<Vec<Inline>> {
    let mut items = vec![Vec::new()];
    for inline in inlines {
        match (inline, items.last_mut()) {
            (Inline::Break, _) => items.push(Vec::new()),
            (other, Some(item)) => item.push(other.clone()),
            (_, None) => {}
        }
    }
    for item in &mut items {
        if let Some(Inline::Text(text)) = item.first_mut() {
            let rest = text.trim_start();
            let rest = rest.strip_prefix(['*', '-', '•', '+']).map_or(rest, str::trim_start);
            *text = rest.to_owned();
        }
    }
    items.retain(|item| {
        item.iter().any(|inline| match inline {
            Inline::Text(text) => !text.trim().is_empty(),
            Inline::Link { .. } | Inline::Image { .. } => true,
            Inline::Break => false,
        })
    });
    items
}

/// Appends text, joined to text before it; bare addresses in it become links.
pub(crate) fn push_text(out: &mut Vec<Inline>, text: &str) {
    let mut rest = text;
    while let Some(at) = next_address(rest) {
        let (before, tail) = rest.split_at(at);
        push_words(out, before);
        let end = tail.find(|c: char| c.is_whitespace() || "<>\"`|".contains(c)).unwrap_or(tail.len());
        let address = tail[..end].trim_end_matches(['.', ',', ';', ')', '*', '_', '!', '?', '\'']);
        // What closes a bracket that the address opened belongs to it.
        let closing = tail[address.len()..].starts_with(')') && address.contains('(');
        let length = address.len() + usize::from(closing);
        let url = tail[..length].to_owned();
        out.push(Inline::Link { text: url.clone(), url });
        rest = &tail[length..];
    }
    push_words(out, rest);
}

fn push_words(out: &mut Vec<Inline>, text: &str) {
    if text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(Inline::Text(before)) => before.push_str(text),
        _ => out.push(Inline::Text(text.to_owned())),
    }
}

/// Where the next address begins. One search serves both schemes: two would each read to the end of a long text
/// that holds but one of them, time and again.
fn next_address(text: &str) -> Option<usize> {
    let begins = |at: &usize| {
        let rest = text[*at + "http".len()..].trim_start_matches('s');
        rest.strip_prefix("://").is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric()))
    };
    text.match_indices("http").map(|(at, _)| at).find(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_address_is_a_link_without_the_full_stop_after_it() {
        let mut out = Vec::new();
        push_text(&mut out, "see https://example.org/a. And (https://example.org/b)");
        let found: Vec<_> = links(&out).map(|(_, url)| url).collect();
        assert_eq!(found, ["https://example.org/a", "https://example.org/b"]);
    }

    #[test]
    fn items_of_a_cell_lose_their_bullets() {
        let cell =
            [Inline::Text("* Apps".into()), Inline::Break, Inline::Text("* Auth".into()), Inline::Break];
        let items: Vec<String> = items(&cell).iter().map(|item| plain(item)).collect();
        assert_eq!(items, ["Apps", "Auth"]);
    }
}
