//! Addresses that a record gives, made safe to link.
//!
//! A record's link is untrusted and often relative: `charter.md` in a group means a file in the group's
//! directory. [`resolve`] gives the address to link, or nothing, and then the page shows plain text.

use folkmoot_model::{EntryKind, RepoFiles};

use crate::base::{decode_path, encode_path};
use crate::markdown::anchor;
use crate::{Page, Site, View, document, picture};

/// Where a record's link leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Address {
    /// The value of `href`.
    pub(crate) href: String,
    /// Whether it leaves the site.
    pub(crate) external: bool,
}

impl Address {
    pub(crate) fn external(href: String) -> Self {
        Self { href, external: true }
    }

    pub(crate) fn internal(href: String) -> Self {
        Self { href, external: false }
    }
}

/// What a record's link means, the same for readers of every language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// A web or mail address.
    Elsewhere(String),
    /// A page of the site, and the place on it: `#scope`, or nothing.
    Page(Page, String),
    /// An image of the repository, by its path.
    File(String),
}

/// What `raw` links to, said in a file of directory `dir` (`""`: the root).
pub(crate) fn resolve(view: &View<'_>, raw: &str, dir: &str) -> Option<Address> {
    Some(match target(view.site(), raw, dir)? {
        Target::Elsewhere(href) => Address::external(href),
        Target::Page(page, fragment) => Address::internal(format!("{}{fragment}", view.href(&page))),
        // An export holds the images that documents show; others link them on the forge.
        Target::File(path) => {
            Address::external(format!("{}{}", view.options().source.as_ref()?, encode_path(&path)))
        }
    })
}

/// What `raw` means, said in a file of directory `dir`.
pub(crate) fn target(site: &Site, raw: &str, dir: &str) -> Option<Target> {
    let raw = raw.trim();
    // Browsers drop tabs and newlines inside addresses and read `\` as `/`: neither belongs in a link.
    if raw.is_empty() || raw.chars().any(|c| c.is_control() || c == '\\') {
        return None;
    }
    match scheme(raw) {
        Some(scheme) => match own(site, raw) {
            Some(path) => relative(site, path, ""),
            None => absolute(raw, scheme).map(Target::Elsewhere),
        },
        None if raw.starts_with("//") => absolute(&format!("https:{raw}"), "https").map(Target::Elsewhere),
        None => relative(site, raw, dir),
    }
}

/// The path of a file of the repository that `raw` names on its forge, where the site shows that file:
/// `https://github.com/kubernetes/community/blob/master/governance.md`.
fn own<'a>(site: &Site, raw: &'a str) -> Option<&'a str> {
    let source = site.options().source.as_deref()?;
    let (repository, _) = source.split_once("/blob/")?;
    let name = repository.strip_prefix("https://github.com/")?;
    let rest = raw.strip_prefix(repository).or_else(|| {
        let raw = raw.strip_prefix("https://raw.githubusercontent.com/")?;
        raw.strip_prefix(name).filter(|rest| rest.starts_with('/'))
    })?;
    let rest = rest.strip_prefix('/')?;
    let rest = ["blob/", "tree/", "raw/"].iter().find_map(|kind| rest.strip_prefix(kind)).unwrap_or(rest);
    let path = ["HEAD/", "master/", "main/"].iter().find_map(|branch| rest.strip_prefix(branch))?;
    let file = decode_path(path.split(['?', '#']).next()?)?;
    (document(site, &file).is_some() || picture::exists(site.repository(), &file)).then_some(path)
}

/// `https` of `https://…`, where what comes first is a scheme (RFC 3986, section 3.1).
fn scheme(raw: &str) -> Option<&str> {
    let (scheme, _) = raw.split_once(':')?;
    let mut chars = scheme.chars();
    let first = chars.next()?.is_ascii_alphabetic();
    (first && chars.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))).then_some(scheme)
}

/// An absolute address of an allowed scheme, with spaces and the like percent-encoded.
fn absolute(raw: &str, scheme: &str) -> Option<String> {
    let rest = raw.get(scheme.len() + 1..)?;
    let good = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let host = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
            // A user before the host (`https://kubernetes.io@evil.example`) serves only to deceive.
            !host.is_empty() && !host.contains('@')
        }
        "mailto" => rest.split(['?', ',']).next().is_some_and(is_mail_address),
        _ => false,
    };
    good.then(|| escape_loose(raw))
}

/// Percent-encodes what may not stand in an address, and leaves the rest as written.
fn escape_loose(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for c in raw.chars() {
        if c.is_whitespace() || "\"<>`{}|^'".contains(c) {
            out.push_str(&encode_path(c.encode_utf8(&mut [0; 4])));
        } else {
            out.push(c);
        }
    }
    // `encode_path` keeps unreserved characters alone, so a quote is escaped here too.
    out
}

/// Whether `text` looks as `name@host.example`.
pub(crate) fn is_mail_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let plain = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    !name.is_empty() && name.chars().all(plain) && host.contains('.') && host.chars().all(plain)
}

/// A path of the repository: a page of the site or an image where it is one, else the file on the forge.
fn relative(site: &Site, raw: &str, dir: &str) -> Option<Target> {
    let (path, place) = raw.split_once('#').unwrap_or((raw, ""));
    let path = path.split('?').next().unwrap_or(path);
    let path = normalise(&decode_path(path)?, dir)?;
    if let Some(slug) = site.slug_of_dir(&path) {
        return Some(Target::Page(Page::Group(slug.to_owned()), String::new()));
    }
    let fragment = if place.is_empty() { String::new() } else { format!("#{}", encode_path(&anchor(place))) };
    if let Some(document) = document(site, &path) {
        return Some(Target::Page(Page::Document(document), fragment));
    }
    if picture::exists(site.repository(), &path) {
        return Some(Target::File(path));
    }
    let source = site.options().source.as_ref()?;
    let place = if place.is_empty() { String::new() } else { format!("#{}", encode_path(place)) };
    Some(Target::Elsewhere(format!("{source}{}{place}", encode_path(&path))))
}

/// The document that a path means: itself, or the `README.md` of a directory.
fn document(site: &Site, path: &str) -> Option<String> {
    let files: &dyn RepoFiles = site.repository();
    if files.kind(path)? == EntryKind::File {
        return document::exists(site, path).then(|| path.to_owned());
    }
    let readme = if path.is_empty() { "README.md".to_owned() } else { format!("{path}/README.md") };
    document::exists(site, &readme).then_some(readme)
}

/// `path` seen from `dir`, without `.` and `..`; `None` where it would leave the repository.
fn normalise(path: &str, dir: &str) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    let dir = if path.starts_with('/') { "" } else { dir };
    for segment in dir.split('/').chain(path.split('/')) {
        match segment {
            "" | "." => {}
            ".." => {
                out.pop()?;
            }
            _ => out.push(segment),
        }
    }
    (!out.is_empty()).then(|| out.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Site;

    fn site() -> Site {
        Site::sample(&[("sig-docs/charter.md", "# Charter"), ("guide/README.md", "# Guide"), ("a b.md", "")])
    }

    fn href(raw: &str) -> Option<String> {
        resolve(&site().english(), raw, "sig-docs").map(|address| address.href)
    }

    #[test]
    fn only_web_and_mail_addresses_are_linked() {
        assert_eq!(href("https://example.org/a?b=c#d").as_deref(), Some("https://example.org/a?b=c#d"));
        assert_eq!(href("HTTP://example.org").as_deref(), Some("HTTP://example.org"));
        assert_eq!(href("mailto:docs@example.org").as_deref(), Some("mailto:docs@example.org"));
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "https:evil",
            "https://",
            "https://kubernetes.io@evil.example/",
            "mailto:",
            "mailto:?cc=a@b.c",
            "\\\\evil.example",
            "/\\evil.example",
        ] {
            assert_eq!(href(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn what_could_end_an_attribute_is_encoded() {
        assert_eq!(href("https://e.org/a b\"<'>").as_deref(), Some("https://e.org/a%20b%22%3C%27%3E"));
    }

    #[test]
    fn a_relative_link_leads_to_the_file_in_the_groups_directory() {
        assert_eq!(href("charter.md").as_deref(), Some("/docs/sig-docs/charter.md/"));
        assert_eq!(href("./charter.md#scope").as_deref(), Some("/docs/sig-docs/charter.md/#scope"));
        assert_eq!(href("../guide").as_deref(), Some("/docs/guide/README.md/"));
        assert_eq!(href("/a%20b.md").as_deref(), Some("/docs/a%20b.md/"));
    }

    #[test]
    fn a_link_to_a_groups_directory_leads_to_its_page() {
        assert_eq!(href("../sig-docs/").as_deref(), Some("/groups/sig-docs/"));
    }

    #[test]
    fn a_link_that_leaves_the_repository_or_leads_nowhere_is_no_link() {
        assert_eq!(href("../../etc/passwd"), None);
        assert_eq!(href("missing.md"), None);
        assert_eq!(href("#only-a-fragment"), Some("/groups/sig-docs/".to_owned()));
    }

    #[test]
    fn a_file_the_site_does_not_show_is_linked_on_the_forge_where_that_is_known() {
        let mut site = site();
        site.set_source("https://github.com/example/community/blob/HEAD/");
        let address = resolve(&site.english(), "a b.pdf", "sig-docs").expect("linked");
        assert_eq!(address.href, "https://github.com/example/community/blob/HEAD/sig-docs/a%20b.pdf");
        assert!(address.external);
    }
}
