//! Links made comparable.

use crate::ics::text::{bare, encoded};

/// What two ways of writing one link share: no scheme, no `www.`, and of a conference only its number, since hosts
/// and passwords in it change.
pub(super) fn key(link: &str) -> String {
    let link = encoded(bare(link)).replace("&amp;", "&");
    let rest = link.split_once("://").map_or(link.as_str(), |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let bare = path.split('?').next().unwrap_or_default().trim_end_matches('/');
    let is = |domain: &str| host == domain || host.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.'));
    if is("zoom.us") {
        return format!("zoom.us{}", bare.replace("/wc/join/", "/j/"));
    }
    if is("google.com") {
        // `/document/d/ID/edit`, `/document/d/ID/view`: one document.
        let end = bare.find("/edit").or_else(|| bare.find("/view")).unwrap_or(bare.len());
        let path = if bare.starts_with("/document/") { &bare[..end] } else { path };
        return format!("{host}{}", path.trim_end_matches('/'));
    }
    format!("{host}{}", path.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_conference_has_one_key() {
        assert_eq!(key("https://zoom.us/j/123?pwd=a"), key("http://us02web.zoom.us/j/123"));
        assert_eq!(
            key("https://docs.google.com/document/d/abc/edit#heading=h.1"),
            key("https://docs.google.com/document/d/abc/view?usp=sharing")
        );
        assert_ne!(key("https://zoom.us/j/123"), key("https://zoom.us/j/124"));
        assert_ne!(key("https://example.org/watch?v=1"), key("https://example.org/watch?v=2"));
        assert_eq!(key("https://meet.example.org/room/"), key("meet.example.org/room"));
    }
}
