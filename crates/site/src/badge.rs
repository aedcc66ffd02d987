//! Badges for READMEs: two fields of text as SVG.
//!
//! A badge is an image in other people's pages: it may load nothing, so its width is reckoned here from the
//! widths of letters, and `textLength` holds whatever font the reader has to it.

use folkmoot_model::Group;
use maud::{Markup, html};

use crate::{View, moment};

/// What a badge says of its group.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Badge {
    /// When it meets next.
    NextMeeting,
    /// Where it is in its life.
    Status,
}

impl Badge {
    /// Both.
    pub const ALL: [Self; 2] = [Self::NextMeeting, Self::Status];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::NextMeeting => "next-meeting",
            Self::Status => "status",
        }
    }
}

/// Height in pixels, and the size of its letters.
const HEIGHT: u32 = 20;
const FONT_SIZE: u32 = 11;
/// Space beside a text, in pixels.
const PADDING: u32 = 6;
/// Characters of a field; a longer text is cut.
const LONGEST: usize = 60;

/// White on each of them has a contrast of at least 4.5 to 1.
const LABEL: &str = "#444c56";
const GOOD: &str = "#1a7f37";
const COMING: &str = "#0969da";
const NEUTRAL: &str = "#6e7781";

/// The badge of the group at `index`.
pub(crate) fn render(view: &View<'_>, index: usize, badge: Badge) -> String {
    let group = &view.site().community().groups[index];
    let (label, value, colour) = match badge {
        Badge::NextMeeting => {
            let label = view.text("badge-next-meeting");
            match moment::next_meeting(view, group) {
                Some(next) => (label, moment::short(view, next.start.timestamp()), COMING),
                None => (label, view.text("badge-no-date"), NEUTRAL),
            }
        }
        Badge::Status => {
            let (value, colour) = status(view, group);
            (group.title(), value, colour)
        }
    };
    svg(&label, &value, colour).into_string()
}

/// What the record says of the group's life, in the reader's language where it is one of the usual words.
fn status(view: &View<'_>, group: &Group) -> (String, &'static str) {
    let Some(status) = &group.status else { return (view.text("badge-listed"), GOOD) };
    let colour = match status.state.trim().to_lowercase().as_str() {
        "active" => GOOD,
        "forming" => COMING,
        _ => NEUTRAL,
    };
    (state(view, &status.state), colour)
}

/// A state in words.
pub(crate) fn state(view: &View<'_>, written: &str) -> String {
    match written.trim().to_lowercase().as_str() {
        "active" => view.text("badge-active"),
        "forming" => view.text("badge-forming"),
        "paused" => view.text("badge-paused"),
        "retired" | "archived" | "closed" | "disbanded" | "ended" => view.text("badge-retired"),
        _ => written.trim().to_owned(),
    }
}

fn svg(label: &str, value: &str, colour: &str) -> Markup {
    let (label, value) = (clean(label), clean(value));
    let (label_width, value_width) = (width(&label), width(&value));
    let left = label_width + 2 * PADDING;
    let right = value_width + 2 * PADDING;
    let all = left + right;
    let title = format!("{label}: {value}");
    let font = "Verdana,Geneva,DejaVu Sans,Noto Sans CJK SC,sans-serif";
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(all) height=(HEIGHT) viewBox={ "0 0 " (all) " " (HEIGHT) }
            role="img" aria-label=(title) {
            title { (title) }
            clipPath id="r" { rect width=(all) height=(HEIGHT) rx="4" fill="#fff" {} }
            g clip-path="url(#r)" {
                rect width=(left) height=(HEIGHT) fill=(LABEL) {}
                rect x=(left) width=(right) height=(HEIGHT) fill=(colour) {}
            }
            g fill="#fff" font-family=(font) font-size=(FONT_SIZE) {
                text x=(PADDING) y="14" textLength=(label_width) lengthAdjust="spacingAndGlyphs" { (label) }
                text x=(left + PADDING) y="14" textLength=(value_width) lengthAdjust="spacingAndGlyphs" { (value) }
            }
        }
    }
}

/// Without what an SVG may not hold, and not endless.
fn clean(text: &str) -> String {
    let shown: String = text.chars().filter(|c| !c.is_control()).collect();
    let shown = crate::wording::shorten(shown.trim(), LONGEST);
    // XML knows no U+FFFE and U+FFFF (XML 1.0, section 2.2).
    let shown = shown.replace(['\u{fffe}', '\u{ffff}'], "");
    if shown.is_empty() { "–".to_owned() } else { shown }
}

/// Pixels that a text takes at the badge's size.
fn width(text: &str) -> u32 {
    let thousandths: u32 = text.chars().map(advance).sum();
    (thousandths * FONT_SIZE).div_ceil(1000)
}

/// How far a letter moves the pen, in thousandths of the font's size: Verdana and DejaVu Sans agree on it within
/// a few percent, ideographs are square.
fn advance(c: char) -> u32 {
    const ASCII: [u16; 95] = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636,
        636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775,
        752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390,
        337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];
    match u32::from(c) {
        code @ 0x20..=0x7e => ASCII.get((code - 0x20) as usize).copied().map_or(600, u32::from),
        0x0300..=0x036f | 0x200b..=0x200f => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xff00..=0xff60
        | 0x1f000.. => 1000,
        _ => 620,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_is_as_wide_as_its_letters() {
        assert_eq!(width(""), 0);
        assert!(width("iii") < width("WWW"));
        assert_eq!(width("文档"), 2 * FONT_SIZE);
    }

    #[test]
    fn a_badge_says_in_its_title_what_it_shows() {
        let svg = svg("a<b", "c&d\u{1}", GOOD).into_string();
        assert!(svg.contains("<title>a&lt;b: c&amp;d</title>"), "{svg}");
        assert!(svg.contains("aria-label=\"a&lt;b: c&amp;d\""), "{svg}");
    }
}
