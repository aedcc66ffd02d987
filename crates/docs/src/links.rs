//! Addresses as the Kubernetes generator rewrites them for its templates.

use std::borrow::Cow;

/// A link to a file on GitHub, taken apart.
struct FileLink<'a> {
    org: &'a str,
    repo: &'a str,
    branch: &'a str,
    path: &'a str,
}

const RAW_HOST: &str = "https://raw.githubusercontent.com/";
const PAGE_HOST: &str = "https://github.com/";

/// `https://raw.githubusercontent.com/ORG/REPO/BRANCH/PATH` as the page that shows the file; any other
/// address unchanged.
pub(crate) fn github_page(address: &str) -> Cow<'_, str> {
    match raw_link(address) {
        Some(FileLink { org, repo, branch, path }) => {
            [PAGE_HOST, org, "/", repo, "/blob/", branch, "/", path].concat().into()
        }
        None => address.into(),
    }
}

/// `ORG/REPO/PATH` of a link to a file on GitHub, to its page or its raw content; any other address unchanged.
pub(crate) fn org_repo_path(address: &str) -> Cow<'_, str> {
    match raw_link(address).or_else(|| page_link(address)) {
        Some(FileLink { org, repo, path, .. }) => [org, repo, path].join("/").into(),
        None => address.into(),
    }
}

/// Escapes for the query of a URL, a space as `%20`: Go's `url.QueryEscape` with every `+` replaced.
pub(crate) fn escape_query(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            escaped.push('%');
            escaped.push(char::from(DIGITS[usize::from(byte >> 4)]));
            escaped.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    escaped
}

fn raw_link(address: &str) -> Option<FileLink<'_>> {
    find_link(address, RAW_HOST, |rest| {
        let (org, rest) = segment(rest)?;
        let (repo, rest) = segment(rest)?;
        let (branch, rest) = segment(rest)?;
        Some(FileLink { org, repo, branch, path: line(rest) })
    })
}

fn page_link(address: &str) -> Option<FileLink<'_>> {
    find_link(address, PAGE_HOST, |rest| {
        let (org, rest) = segment(rest)?;
        let (repo, rest) = segment(rest)?;
        let rest = rest.strip_prefix("blob/").or_else(|| rest.strip_prefix("tree/"))?;
        let (branch, rest) = segment(rest)?;
        Some(FileLink { org, repo, branch, path: line(rest) })
    })
}

/// The first place from which `host` and then `read` match. The generator's regular expressions are not
/// anchored and do not escape their dots; both show in what they accept, so they are followed here.
fn find_link<'a>(
    address: &'a str,
    host: &str,
    read: impl Fn(&'a str) -> Option<FileLink<'a>>,
) -> Option<FileLink<'a>> {
    let starts = memchr::memchr_iter(b'h', address.as_bytes());
    let starts = starts.filter(|&at| address[at..].starts_with("https:"));
    starts.filter_map(|at| after_host(&address[at..], host)).find_map(read)
}

/// What follows `host`, whose dots stand for any one character but a newline.
fn after_host<'a>(text: &'a str, host: &str) -> Option<&'a str> {
    if let Some(rest) = text.strip_prefix(host) {
        return Some(rest);
    }
    let mut rest = text.chars();
    for expected in host.chars() {
        let found = rest.next()?;
        let matches = if expected == '.' { found != '\n' } else { found == expected };
        if !matches {
            return None;
        }
    }
    Some(rest.as_str())
}

/// One or more characters up to a slash, and what follows the slash.
fn segment(text: &str) -> Option<(&str, &str)> {
    let end = memchr::memchr(b'/', text.as_bytes()).filter(|&end| end > 0)?;
    Some((&text[..end], &text[end + 1..]))
}

fn line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_address_becomes_a_page() {
        let raw = "https://raw.githubusercontent.com/example/tools/main/cmd/OWNERS";
        assert_eq!(github_page(raw), "https://github.com/example/tools/blob/main/cmd/OWNERS");
        assert_eq!(org_repo_path(raw), "example/tools/cmd/OWNERS");
    }

    #[test]
    fn a_page_gives_its_path() {
        assert_eq!(
            org_repo_path("https://github.com/example/tools/blob/main/OWNERS"),
            "example/tools/OWNERS"
        );
        assert_eq!(org_repo_path("https://github.com/example/tools/tree/main/cmd"), "example/tools/cmd");
    }

    #[test]
    fn other_addresses_stay() {
        for address in [
            "",
            "https://example.org/a/b/c/d",
            "https://github.com/example/tools",
            "https://github.com//a/blob/b/c",
        ] {
            assert_eq!(github_page(address), address);
            assert_eq!(org_repo_path(address), address);
        }
    }

    #[test]
    fn matches_are_not_anchored_and_dots_match_anything() {
        let odd = "see https://github-com/a/b/blob/main/c\nmore";
        assert_eq!(org_repo_path(odd), "a/b/c");
    }

    #[test]
    fn a_zone_is_escaped_with_percent_signs_alone() {
        assert_eq!(escape_query("PT (Pacific Time)"), "PT%20%28Pacific%20Time%29");
        assert_eq!(escape_query("UTC+8 é~"), "UTC%2B8%20%C3%A9~");
    }
}
