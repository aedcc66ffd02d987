//! Which entry of a calendar is which series of the record.
//!
//! Likeness is a sum: the words that two titles share (each word weighs by how rare it is, so that `SIG` says little
//! and `Scheduling` much), a link they share, and meetings at the same moments. The likeliest pairs are taken first.
//! Candidates come from an index of words and links, so that the work does not grow with every pair.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;

use super::{Known, Living, link, starts};
use crate::ics::read::Entry;

/// Least likeness of a pair.
const LEAST: f64 = 0.5;

/// What the same words add: of `SIG Docs` and `SIG Docs: Egress`, which has the group's name too, the first is
/// `SIG Docs`, whenever it meets.
const SAME_TITLE: f64 = 0.3;

/// What a shared link adds; shared by several series of the record it says less.
const LINK: f64 = 0.5;

/// What meeting at the same moments adds.
const MOMENTS: f64 = 0.25;

/// Series of the record that are looked at for one entry.
const CANDIDATES: usize = 200;

/// Words that titles have and that tell no meeting from another.
const EMPTY: [&str; 8] = ["meeting", "meetings", "the", "a", "of", "for", "and", "call"];

/// Pairs of a place in `there` and a place in `ours`, each place at most once.
pub(super) fn pairs(
    theirs: &[Entry],
    there: &[Living],
    ours: &[Known<'_>],
    from: Timestamp,
    to: Timestamp,
) -> Vec<(usize, usize)> {
    let left: Vec<Traits> = there.iter().map(|one| Traits::of_entry(&theirs[one.entry], one)).collect();
    let right: Vec<Traits> = ours.iter().map(|one| Traits::of_known(one, from, to)).collect();
    let weights = Weights::of(left.iter().chain(&right));
    let index = Index::of(&right);
    let mut likely: Vec<(f64, usize, usize)> = Vec::new();
    for (at, traits) in left.iter().enumerate() {
        for here in index.candidates(traits) {
            let likeness = traits.likeness(&right[here], &weights, &index);
            if likeness >= LEAST {
                likely.push((likeness, at, here));
            }
        }
    }
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut taken_there, mut taken_here) = (vec![false; left.len()], vec![false; right.len()]);
    let mut out = Vec::new();
    for (_, at, here) in likely {
        if !taken_there[at] && !taken_here[here] {
            (taken_there[at], taken_here[here]) = (true, true);
            out.push((at, here));
        }
    }
    out
}

/// What pairs are told by.
struct Traits {
    words: BTreeSet<String>,
    /// Each of these may stand for the title: a group's name, its directory.
    names: Vec<BTreeSet<String>>,
    links: BTreeSet<String>,
    starts: Vec<Timestamp>,
}

impl Traits {
    fn of_entry(entry: &Entry, living: &Living) -> Self {
        let links = entry.links.iter().map(|one| link::key(one)).collect();
        Self { words: words(&entry.summary), names: Vec::new(), links, starts: living.starts.clone() }
    }

    fn of_known(known: &Known<'_>, from: Timestamp, to: Timestamp) -> Self {
        let links = known.join.iter().chain(&known.links).map(|one| link::key(one)).collect();
        let starts = known.series.map(|series| starts(series, from, to)).unwrap_or_default();
        let names = known.names.iter().map(|name| words(name)).collect();
        Self { words: words(&known.title), names, links, starts }
    }

    fn likeness(&self, here: &Self, weights: &Weights, index: &Index<'_>) -> f64 {
        let titles = std::iter::once(&here.words).chain(&here.names);
        let words = titles.map(|title| weights.likeness(&self.words, title)).fold(0.0, f64::max);
        let users = self.links.intersection(&here.links).map(|link| index.users(link)).min();
        let link = users.map_or(0.0, |users| LINK / users.max(1) as f64);
        let at_once = self.starts.iter().any(|start| here.starts.binary_search(start).is_ok());
        let moments = if at_once { MOMENTS } else { 0.0 };
        let same_title = if self.words == here.words { SAME_TITLE } else { 0.0 };
        // The same hour alone is no likeness: half of all groups meet at nine.
        if words < 0.2 && link == 0.0 { 0.0 } else { words + same_title + link + moments }
    }
}

/// Lower-case runs of letters and digits, without those that tell nothing.
fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let runs = lower.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.filter(|run| !EMPTY.contains(run)).take(40).map(str::to_owned).collect()
}

/// How much each word tells.
struct Weights(HashMap<String, f64>);

impl Weights {
    fn of<'a>(all: impl Iterator<Item = &'a Traits>) -> Self {
        let (mut users, mut count): (HashMap<String, usize>, usize) = (HashMap::new(), 0);
        for traits in all {
            count += 1;
            for word in &traits.words {
                *users.entry(word.clone()).or_default() += 1;
            }
        }
        let weight = |users: usize| (1.0 + count as f64 / users as f64).ln();
        Self(users.into_iter().map(|(word, users)| (word, weight(users))).collect())
    }

    /// From 0 (no word in common) to 1 (the same words): the mean of what the two share of both together and of
    /// the shorter one, since calendars' titles are often the shorter ones.
    fn likeness(&self, a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
        let sum = |words: &mut dyn Iterator<Item = &String>| -> f64 {
            words.map(|word| self.0.get(word).copied().unwrap_or(1.0)).sum()
        };
        let shared = sum(&mut a.intersection(b));
        if shared == 0.0 {
            return 0.0;
        }
        let (a, b) = (sum(&mut a.iter()), sum(&mut b.iter()));
        f64::midpoint(2.0 * shared / (a + b), shared / a.min(b))
    }
}

/// Series of the record by word and by link.
struct Index<'a> {
    words: HashMap<&'a str, Vec<usize>>,
    links: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn of(all: &'a [Traits]) -> Self {
        let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut links: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, traits) in all.iter().enumerate() {
            let named: BTreeSet<&String> = traits.words.iter().chain(traits.names.iter().flatten()).collect();
            for word in named {
                words.entry(word).or_default().push(at);
            }
            for link in &traits.links {
                links.entry(link).or_default().push(at);
            }
        }
        Self { words, links }
    }

    fn users(&self, link: &str) -> usize {
        self.links.get(link).map_or(0, Vec::len)
    }

    /// Those that share a link or a word, by the rarest first, until there are enough.
    fn candidates(&self, traits: &Traits) -> BTreeSet<usize> {
        let by_link = traits.links.iter().filter_map(|link| self.links.get(link.as_str()));
        let by_word = traits.words.iter().filter_map(|word| self.words.get(word.as_str()));
        let mut lists: Vec<&Vec<usize>> = by_link.chain(by_word).collect();
        lists.sort_by_key(|list| list.len());
        let mut out = BTreeSet::new();
        for list in lists {
            out.extend(list.iter().take(CANDIDATES));
            if out.len() >= CANDIDATES {
                break;
            }
        }
        out
    }
}
