//! The last three releases, as annual reports name them.

/// Minor versions of the last three releases: `v1.35`, `v1.34`, `v1.33`; empty where there are fewer.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Releases {
    /// The newest.
    pub latest: String,
    /// The one before.
    pub latest_minus_one: String,
    /// The one before that.
    pub latest_minus_two: String,
}

/// A version's numbers.
type Minor = (u64, u64);

impl Releases {
    /// The newest three minor versions among release tags (`v1.35`, `v1.34.2`, `1.33`), in any order. Tags that
    /// are no versions, and pre-releases (`v1.36.0-rc.1`), do not count.
    pub fn from_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        let mut minors: Vec<Minor> = tags.into_iter().filter_map(minor).collect();
        minors.sort_unstable();
        minors.dedup();
        let mut newest = minors.into_iter().rev().map(|(major, minor)| format!("v{major}.{minor}"));
        let mut next = || newest.next().unwrap_or_default();
        Self { latest: next(), latest_minus_one: next(), latest_minus_two: next() }
    }

    /// Newest first.
    pub(crate) fn all(&self) -> [&str; 3] {
        [&self.latest, &self.latest_minus_one, &self.latest_minus_two]
    }
}

fn minor(tag: &str) -> Option<Minor> {
    let tag = tag.trim();
    let (version, _build) = tag.split_once('+').unwrap_or((tag, ""));
    let mut numbers = version.strip_prefix('v').unwrap_or(version).split('.');
    let (major, minor) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    match numbers.next() {
        Some(patch) => patch.parse::<u64>().ok().map(|_| (major, minor)),
        None => Some((major, minor)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_three_count_by_number_not_by_letter() {
        let releases =
            Releases::from_tags(["v1.9.3", "v1.10.0", "v1.11.0-rc.1", "v1.8", "1.7.1", "v1.9.0", "x"]);
        assert_eq!(releases.all(), ["v1.10", "v1.9", "v1.8"]);
    }

    #[test]
    fn fewer_leave_the_rest_empty() {
        assert_eq!(Releases::from_tags(["v2.0"]).all(), ["v2.0", "", ""]);
    }
}
