//! The anchors that GitHub gives headings.
//!
//! The text is lower-cased, everything but letters, marks, digits, `_`, `-` and spaces is dropped, spaces turn
//! into `-`. A heading that repeats an earlier one gets `-1`, `-2`, … An emoji is dropped, a `:shortcode:`
//! leaves its name.

use std::collections::HashMap;

/// Anchors of one page in the making: remembers which slugs were given.
#[derive(Default, Debug)]
pub(crate) struct Slugger {
    given: HashMap<String, usize>,
}

impl Slugger {
    /// The anchor of the next heading.
    pub(crate) fn next(&mut self, heading: &str) -> String {
        let slug = slug(heading);
        match self.given.get_mut(&slug) {
            Some(count) => {
                *count += 1;
                format!("{slug}-{count}")
            }
            None => {
                self.given.insert(slug.clone(), 0);
                slug
            }
        }
    }
}

/// The anchor of a heading that repeats no other.
pub(crate) fn slug(heading: &str) -> String {
    let mut out = String::with_capacity(heading.len());
    for c in heading.chars() {
        match c {
            ' ' => out.push('-'),
            '-' | '_' => out.push(c),
            _ if c.is_alphanumeric() || is_mark(c) => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// Combining marks that are not alphabetic themselves, in the ranges that scripts in use need.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{93C}' | '\u{94D}' | '\u{9CD}' | '\u{A4D}' | '\u{ACD}' | '\u{BCD}'
        | '\u{C4D}' | '\u{CCD}' | '\u{D4D}' | '\u{E38}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
        | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}' | '\u{20D0}'..='\u{20F0}')
}

/// What is left of an anchor when everything is dropped that writers and renderers disagree on: case, and
/// characters that are neither alphanumeric nor `-` nor `_`.
pub(crate) fn loose(anchor: &str) -> String {
    let kept = anchor.chars().filter(|&c| c.is_alphanumeric() || c == '-' || c == '_');
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_becomes_what_github_makes_of_it() {
        for (heading, anchor) in [
            ("Weekly Meeting", "weekly-meeting"),
            ("What's new? (2026)", "whats-new-2026"),
            ("a & b", "a--b"),
            ("sig_docs / sig-node", "sig_docs--sig-node"),
            ("社区 频道：中文", "社区-频道中文"),
            ("🧩 Groups", "-groups"),
            (":wave: Hello", "wave-hello"),
            ("Zięba ÄÖ", "zięba-äö"),
            ("1.2.3", "123"),
            ("हिन्दी", "हिन्दी"),
        ] {
            assert_eq!(slug(heading), anchor, "{heading}");
        }
    }

    #[test]
    fn a_repeated_heading_is_numbered() {
        let mut slugger = Slugger::default();
        let anchors: Vec<String> = ["Goals", "Goals", "goals!", "Other"].map(|h| slugger.next(h)).to_vec();
        assert_eq!(anchors, ["goals", "goals-1", "goals-2", "other"]);
    }
}
