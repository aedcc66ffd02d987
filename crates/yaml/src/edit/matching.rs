//! Which item of a list is which: the one there is and the one there should be.

use std::collections::HashMap;

use crate::{Kind, Node, Out};

/// Keys by which people tell items of a list apart, the surest first.
const IDENTITIES: [&str; 6] = ["dir", "github", "name", "description", "url", "label"];

/// Whether `node` says what `want` says. How a string is quoted makes no difference, nor whether nothing is
/// written as `""`, `[]` or not at all: to Go they are the same.
pub(super) fn says(node: &Node, want: &Out<'_>) -> bool {
    match (&node.kind, want) {
        (_, Out::Seq(want)) if node.is_null() => want.is_empty(),
        (_, Out::Map(want)) if node.is_null() => want.is_empty(),
        (Kind::Scalar { text, .. }, Out::Str(want) | Out::Folded(want)) => {
            if node.is_null() {
                want.is_empty()
            } else {
                text == want
            }
        }
        (Kind::Scalar { text, .. }, Out::Plain(want)) => {
            let null = matches!(&**want, "" | "~" | "null" | "Null" | "NULL");
            (null && node.is_null()) || text == want
        }
        (Kind::Sequence(items), Out::Seq(want)) => {
            items.len() == want.len() && items.iter().zip(want).all(|(item, want)| says(item, want))
        }
        (Kind::Mapping(entries), Out::Map(want)) => {
            let mut pairs = entries.iter().zip(want);
            let equal = pairs.all(|(entry, (key, value))| entry.key == *key && says(&entry.value, value));
            entries.len() == want.len() && equal
        }
        _ => false,
    }
}

/// For each wanted item the number of the item there is that it comes from.
pub(super) fn match_items(items: &[Node], want: &[Out<'_>]) -> Vec<Option<usize>> {
    let mut from = vec![None; want.len()];
    let mut taken = vec![false; items.len()];
    // The same place first: most lists are in order already.
    for (place, want) in want.iter().enumerate() {
        if items.get(place).is_some_and(|item| says(item, want)) {
            from[place] = Some(place);
            taken[place] = true;
        }
    }
    let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, item) in items.iter().enumerate().rev() {
        for name in names_of(item) {
            known.entry(name).or_default().push(number);
        }
    }
    for (place, want) in want.iter().enumerate() {
        if from[place].is_some() {
            continue;
        }
        let candidates = names_wanted(want).into_iter().filter_map(|name| known.get(name)).flatten().rev();
        let mut free = candidates.copied().filter(|&number| !taken[number]);
        let found = free.clone().find(|&number| says(&items[number], want)).or_else(|| free.next());
        if let Some(number) = found {
            from[place] = Some(number);
            taken[number] = true;
        }
    }
    // What has no name is known by its place among its like.
    let mut nameless =
        (0..items.len()).filter(|&number| !taken[number] && names_of(&items[number]).is_empty());
    for (place, want) in want.iter().enumerate() {
        if from[place].is_none() && names_wanted(want).is_empty() {
            from[place] = nameless.next();
        }
    }
    from
}

fn names_of(item: &Node) -> Vec<&str> {
    match &item.kind {
        Kind::Scalar { text, .. } => vec![text],
        Kind::Mapping(_) => IDENTITIES.iter().filter_map(|&key| item.get(key)?.as_str()).take(2).collect(),
        Kind::Sequence(_) => Vec::new(),
    }
}

fn names_wanted<'want>(want: &'want Out<'_>) -> Vec<&'want str> {
    match want {
        Out::Str(text) | Out::Folded(text) | Out::Plain(text) => vec![text],
        Out::Map(entries) => {
            let text = |key: &str| {
                entries.iter().find(|(name, _)| *name == *key).and_then(|(_, value)| match value {
                    Out::Str(text) | Out::Folded(text) | Out::Plain(text) => Some(&**text),
                    _ => None,
                })
            };
            IDENTITIES.iter().filter_map(|&key| text(key)).take(2).collect()
        }
        Out::Seq(_) => Vec::new(),
    }
}
