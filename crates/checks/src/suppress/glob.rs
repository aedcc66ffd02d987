//! Paths with `*` and `**`.

/// Patterns of more bytes mean no path.
const LONGEST: usize = 1000;

/// Whether `path` is meant by `pattern`: `*` stands for anything within one name, `**` for anything, a
/// directory for everything under it.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    let pattern = pattern.trim().trim_start_matches("./");
    if pattern.len() > LONGEST {
        return false;
    }
    if let Some(dir) = pattern.strip_suffix('/') {
        return path.strip_prefix(dir).is_some_and(|rest| rest.starts_with('/'));
    }
    let under = path.strip_prefix(pattern).is_some_and(|rest| rest.starts_with('/'));
    under || matches_bytes(pattern.as_bytes(), path.as_bytes())
}

/// Greedy with one point of return for each kind of star: linear but for patterns of many stars, which are
/// bounded by the product of the two lengths.
fn matches_bytes(pattern: &[u8], path: &[u8]) -> bool {
    let (mut p, mut t) = (0, 0);
    // Where to go on after the last `*` and the last `**`: (pattern, path).
    let mut star: Option<(usize, usize)> = None;
    let mut stars: Option<(usize, usize)> = None;
    while t < path.len() {
        if pattern[p..].starts_with(b"**") {
            p += 2;
            // `a/**/b` also means `a/b`.
            if pattern.get(p) == Some(&b'/') && (t == 0 || path[t - 1] == b'/') {
                p += 1;
            }
            (stars, star) = (Some((p, t)), None);
        } else if pattern.get(p) == Some(&b'*') {
            p += 1;
            star = Some((p, t));
        } else if pattern.get(p) == Some(&path[t]) {
            (p, t) = (p + 1, t + 1);
        } else if let Some((after, from)) = star.filter(|(_, from)| path[*from] != b'/') {
            star = Some((after, from + 1));
            (p, t) = (after, from + 1);
        } else if let Some((after, from)) = stars {
            (stars, star) = (Some((after, from + 1)), None);
            (p, t) = (after, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|&byte| byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stays_within_a_name() {
        assert!(matches("sig-*/README.md", "sig-docs/README.md"));
        assert!(!matches("sig-*/README.md", "sig-docs/old/README.md"));
        assert!(matches("*.md", "a.md"));
        assert!(!matches("*.md", "a/b.md"));
    }

    #[test]
    fn two_stars_cross_directories() {
        assert!(matches("archive/**", "archive/2019/a.md"));
        assert!(matches("**/*.md", "a/b/c.md"));
        assert!(matches("a/**/b.md", "a/b.md"));
        assert!(matches("a/**/b.md", "a/x/y/b.md"));
        assert!(!matches("archive/**", "sig-docs/a.md"));
    }

    #[test]
    fn a_directory_means_what_is_under_it() {
        assert!(matches("archive", "archive/a.md"));
        assert!(matches("archive/", "archive/a.md"));
        assert!(!matches("arch", "archive/a.md"));
    }

    /// The obvious way, exponential in the worst case.
    fn slowly(pattern: &[u8], path: &[u8]) -> bool {
        match pattern {
            [] => path.is_empty(),
            [b'*', b'*', rest @ ..] => (0..=path.len()).any(|n| slowly(rest, &path[n..])),
            [b'*', rest @ ..] => {
                let name = path.iter().take_while(|&&byte| byte != b'/').count();
                (0..=name).any(|n| slowly(rest, &path[n..]))
            }
            [byte, rest @ ..] => path.first() == Some(byte) && slowly(rest, &path[1..]),
        }
    }

    proptest::proptest! {
        #[test]
        fn the_fast_way_finds_what_the_obvious_one_does(pattern in "[ab*]{0,7}(/[ab*]{1,4})?", path in "[ab]{1,4}(/[ab]{1,4}){0,2}") {
            // A pattern that names a directory, and `**/`, mean more than their letters.
            let plain = !pattern.contains("**/") && !path.starts_with(&format!("{pattern}/"));
            if plain && !pattern.is_empty() && !pattern.contains("***") {
                proptest::prop_assert_eq!(matches(&pattern, &path), slowly(pattern.as_bytes(), path.as_bytes()));
            }
        }
    }
}
