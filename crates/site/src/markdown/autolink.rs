//! Addresses that stand bare in a text, as GitHub's flavour links them (its section 6.9).

/// The next bare address in `text`: where it begins and ends, and what to link.
pub(super) fn next(text: &str, from: usize) -> Option<(usize, usize, String)> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let colon = rest.find("://").map(|found| at + found);
        let www = rest.find("www.").map(|found| at + found);
        let start = match (colon, www) {
            (Some(colon), Some(www)) if www < colon => www,
            (Some(colon), _) => match scheme_start(text, colon) {
                Some(start) if start >= from => start,
                _ => {
                    at = colon + 3;
                    continue;
                }
            },
            (None, Some(www)) => www,
            (None, None) => return None,
        };
        let free = text[..start].chars().next_back();
        // Chinese parts no words, so an address may follow at once.
        let free = free.is_none_or(|c| !c.is_ascii_alphanumeric() && !"/@.-_".contains(c));
        let end = end(text, start);
        let address = &text[start..end];
        let host = address.split_once("://").map_or(address, |(_, rest)| rest);
        if free && is_host(host.split(['/', '?', '#']).next().unwrap_or_default()) {
            let href =
                if address.contains("://") { address.to_owned() } else { format!("https://{address}") };
            return Some((start, end, href));
        }
        at = end.max(start + 4);
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
}

/// Where `http` or `https` before a colon begins.
fn scheme_start(text: &str, colon: usize) -> Option<usize> {
    ["https", "http"].into_iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme.len())?;
        text.get(start..colon)?.eq_ignore_ascii_case(scheme).then_some(start)
    })
}

/// Whether a host has two parts at least, or is one's own machine.
fn is_host(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    let parts = name.split('.').filter(|part| !part.is_empty()).count();
    !name.is_empty() && name.chars().all(plain) && (parts >= 2 || name == "localhost")
}

/// Where an address that begins at `start` ends: before a space, `<` or full-width punctuation; without
/// punctuation that closes a sentence, and with as many `)` as it has `(`.
fn end(text: &str, start: usize) -> usize {
    let stops = |c: char| c.is_whitespace() || "<>\"`，。；：、！？）】」』》（【「『《“”".contains(c);
    let mut address = &text[start..];
    if let Some(end) = address.find(stops) {
        address = &address[..end];
    }
    let mut open = address.matches('(').count();
    let mut close = address.matches(')').count();
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '~', '\'', ']', '|']);
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if close > open => {
                close -= 1;
                inner
            }
            _ => shorter,
        };
        if shorter.len() == address.len() {
            return start + address.len();
        }
        open = open.min(shorter.matches('(').count());
        address = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        let mut from = 0;
        while let Some((_, end, href)) = next(text, from) {
            out.push(href);
            from = end;
        }
        out
    }

    #[test]
    fn an_address_ends_where_its_sentence_does() {
        assert_eq!(all("See https://e.org/a_b?c=d#e."), ["https://e.org/a_b?c=d#e"]);
        assert_eq!(all("(https://e.org/x_(y))"), ["https://e.org/x_(y)"]);
        assert_eq!(all("见https://e.org/文。下文"), ["https://e.org/文"]);
        assert_eq!(all("www.e.org, HTTP://e.org!"), ["https://www.e.org", "HTTP://e.org"]);
        assert_eq!(all("https://e.org/a https://e.org/b"), ["https://e.org/a", "https://e.org/b"]);
    }

    #[test]
    fn what_is_no_address_is_left_alone() {
        for text in ["https://", "ftp://e.org", "xhttps://e.org", "http://x", "://", "www.", "a.www.e.org"] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
    }
}
