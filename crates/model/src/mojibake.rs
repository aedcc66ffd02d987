//! Text that was UTF-8, was read as Windows-1252 and saved again: `â€™` for `’`, `Ã©` for `é`, `ðŸ§©` for `🧩`.
//!
//! Each character of such text stands for one byte, so writing the characters back as Windows-1252 and reading
//! the bytes as UTF-8 restores it. That is done only where it is *certain*: `É…` or `ß“` would decode too, yet
//! `CAFÉ…` and `„Spaß“` are what people write. Five bytes (81, 8D, 8F, 90, 9D) have no character in
//! Windows-1252 and some programs drop them; what lost one is repaired where one reading alone makes sense and
//! is otherwise reported as doubtful.

use std::ops::Range;

/// One repaired place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repair {
    /// Byte range of the broken text in the text given.
    pub range: Range<usize>,
    /// What it stood for.
    pub replacement: String,
}

/// What [`repair`] found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repaired {
    /// The text with every certain place repaired.
    pub text: String,
    /// The certain places, in order; they do not overlap.
    pub repairs: Vec<Repair>,
    /// Byte ranges, in the text given, that are broken for sure but have lost a byte, so that a person must
    /// say what stood there.
    pub doubtful: Vec<Range<usize>>,
}

/// Repairs what is certainly broken; `None` where nothing is. Text that was broken twice is repaired twice.
///
/// ```
/// let repaired = folkmoot_model::mojibake::repair("the SIGâ€™s folder").expect("it is broken");
/// assert_eq!(repaired.text, "the SIG’s folder");
/// assert!(folkmoot_model::mojibake::repair("„Spaß“ im CAFÉ…").is_none());
/// ```
pub fn repair(text: &str) -> Option<Repaired> {
    // Every lead character lies in U+00C2..=U+00F4, which UTF-8 writes with a first byte of C3.
    if !text.as_bytes().contains(&0xC3) {
        return None;
    }
    let mut out = Repaired { text: String::new(), repairs: Vec::new(), doubtful: Vec::new() };
    let mut rest = 0;
    while let Some(run) = next_run(text, rest) {
        rest = run.end;
        repair_run(text, run, &mut out);
    }
    if out.repairs.is_empty() && out.doubtful.is_empty() {
        return None;
    }
    let mut copied = 0;
    for repair in &out.repairs {
        out.text.push_str(&text[copied..repair.range.start]);
        out.text.push_str(&repair.replacement);
        copied = repair.range.end;
    }
    out.text.push_str(&text[copied..]);
    Some(out)
}

/// The next stretch, at or after `from`, of characters that stand for bytes of 80 and above.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(|c| byte_of(c).is_some())?;
    let length = text[start..].find(|c| byte_of(c).is_none()).unwrap_or(text.len() - start);
    Some(start..start + length)
}

/// The byte of 80 and above that Windows-1252 writes for `c`; C1 controls stand for themselves, as in Latin-1.
fn byte_of(c: char) -> Option<u8> {
    /// Characters of the bytes 80 to 9F; U+FFFD where there is none.
    const HIGH: [char; 32] = [
        '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}',
        '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
    ];
    match c {
        '\u{80}'..='\u{FF}' => u8::try_from(u32::from(c)).ok(),
        '\u{FFFD}' | '\0'..='\u{7F}' => None,
        _ => HIGH.iter().position(|&high| high == c).and_then(|i| u8::try_from(0x80 + i).ok()),
    }
}

/// One UTF-8 sequence found in a run.
struct Sequence {
    range: Range<usize>,
    decoded: char,
    /// Whether it lost its last byte.
    shortened: bool,
    certain: bool,
}

fn repair_run(text: &str, run: Range<usize>, out: &mut Repaired) {
    let chars: Vec<(usize, char, u8)> = text[run.clone()]
        .char_indices()
        .filter_map(|(at, c)| byte_of(c).map(|byte| (run.start + at, c, byte)))
        .collect();
    let end_of = |index: usize| chars.get(index).map_or(run.end, |&(at, ..)| at);
    let mut sequences: Vec<Sequence> = Vec::new();
    let mut index = 0;
    while index < chars.len() {
        let bytes: Vec<u8> = chars[index..].iter().take(4).map(|&(.., byte)| byte).collect();
        let Some(length) = sequence_length(bytes[0]) else {
            index += 1;
            continue;
        };
        let before = text[..chars[index].0].chars().next_back();
        if let Some(decoded) = bytes.get(..length).and_then(decode) {
            let range = chars[index].0..end_of(index + length);
            let certain = is_certain(before, &chars[index..index + length], decoded);
            sequences.push(Sequence { range, decoded, shortened: false, certain });
            index += length;
            continue;
        }
        // The last byte is missing: the run ends here, or the next character begins another sequence.
        let kept = length - 1;
        let cut = length > 2
            && bytes.len() >= kept
            && bytes[1..kept].iter().all(|byte| byte & 0xC0 == 0x80)
            && bytes.get(kept).is_none_or(|byte| byte & 0xC0 != 0x80);
        if cut && let Some(decoded) = complete(&bytes[..kept], text, chars[index].0, out) {
            let range = chars[index].0..end_of(index + kept);
            sequences.push(Sequence { range, decoded, shortened: true, certain: false });
            index += kept;
        } else {
            index += 1;
        }
    }
    // Text is broken as a whole: what touches a certain sequence is certain too.
    for i in 1..sequences.len() {
        let joined = sequences[i - 1].range.end == sequences[i].range.start;
        sequences[i].certain |= joined && sequences[i - 1].certain;
    }
    for i in (1..sequences.len()).rev() {
        let joined = sequences[i - 1].range.end == sequences[i].range.start;
        sequences[i - 1].certain |= joined && sequences[i].certain;
    }
    for sequence in sequences {
        if sequence.shortened && sequence.decoded == char::REPLACEMENT_CHARACTER {
            out.doubtful.push(sequence.range);
        } else if sequence.certain || sequence.shortened {
            push(out, sequence.range, sequence.decoded);
        }
    }
    repair_again(out, run.start);
}

fn push(out: &mut Repaired, range: Range<usize>, decoded: char) {
    match out.repairs.last_mut() {
        Some(last) if last.range.end == range.start => {
            last.range.end = range.end;
            last.replacement.push(decoded);
        }
        _ => out.repairs.push(Repair { range, replacement: decoded.to_string() }),
    }
}

/// Text broken twice gives broken text when repaired: repair the replacements of this run once more. Each
/// round shortens a replacement, so this ends.
fn repair_again(out: &mut Repaired, run_start: usize) {
    for repaired in out.repairs.iter_mut().rev().take_while(|repaired| repaired.range.start >= run_start) {
        if let Some(again) = repair(&repaired.replacement) {
            repaired.replacement = again.text;
        }
    }
}

fn sequence_length(lead: u8) -> Option<usize> {
    match lead {
        0xC2..=0xDF => Some(2),
        0xE0..=0xEF => Some(3),
        0xF0..=0xF4 => Some(4),
        _ => None,
    }
}

/// The one character that `bytes` write, where somebody could have meant it.
fn decode(bytes: &[u8]) -> Option<char> {
    let mut chars = std::str::from_utf8(bytes).ok()?.chars();
    let decoded = chars.next().filter(|_| chars.next().is_none())?;
    let private = matches!(decoded, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    (!decoded.is_control() && !private).then_some(decoded)
}

/// What a sequence without its last byte stood for: U+FFFD where more than one reading makes sense, `None`
/// where it is no sequence at all.
fn complete(bytes: &[u8], text: &str, at: usize, out: &Repaired) -> Option<char> {
    match bytes {
        // Of the five lost bytes only 8F gives something in use here: the emoji variation selector.
        [0xEF, 0xB8] => Some('\u{FE0F}'),
        // `â€`: the closing quote, where an opening one stands before it on the line.
        [0xE2, 0x80] => {
            // Both looks back are bounded: a file may be one line of nothing else.
            let near = text.floor_char_boundary(at.saturating_sub(2000));
            let line_start = text[near..at].rfind('\n').map_or(near, |newline| near + newline + 1);
            let last = &out.repairs[out.repairs.len().saturating_sub(64)..];
            let on_line = last.iter().filter(|repair| repair.range.start >= line_start);
            let quotes =
                on_line.flat_map(|repair| repair.replacement.chars()).fold(0_i32, |open, c| match c {
                    '“' => open + 1,
                    '”' => open - 1,
                    _ => open,
                });
            Some(if quotes > 0 { '”' } else { char::REPLACEMENT_CHARACTER })
        }
        [0xF0, 0x9F, 0x8C..=0xAB] => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

/// Whether these characters cannot be what somebody meant to write.
fn is_certain(before: Option<char>, sequence: &[(usize, char, u8)], decoded: char) -> bool {
    let (_, lead_char, lead) = sequence[0];
    let strong = sequence[1..].iter().any(|&(_, c, _)| !may_follow_a_letter(c));
    let after_letter = before.is_some_and(char::is_alphabetic);
    let after_lower = before.is_some_and(char::is_lowercase);
    // An upper-case letter does not follow a lower-case one inside a word: `ZiÄ™ba`, `cÅ“ur`.
    let capital_inside = after_lower && lead_char.is_uppercase();
    match lead {
        0xC2 => true,
        0xC3 => strong || !before.is_some_and(char::is_uppercase),
        // Latin, Greek, Cyrillic, Hebrew, Arabic; the other two-byte scripts meet this only by accident.
        0xC4 | 0xC5 | 0xCE..=0xD3 | 0xD7..=0xDB => strong || capital_inside,
        0xC4..=0xDF => false,
        // Punctuation, symbols, kana, emoji, full-width forms.
        0xE2 | 0xE3 | 0xEF | 0xF0 => strong || !after_letter,
        _ => strong && decoded.is_alphanumeric(),
    }
}

/// Whether ordinary prose may have `c` right after a letter: closing quotes, dashes, marks of footnotes.
fn may_follow_a_letter(c: char) -> bool {
    "‘’“”‚„‹›«»–—…•†‡™®©²³¹°º·¿¡\u{A0}\u{AD}".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a program does that reads UTF-8 as Windows-1252 and keeps the undefined bytes as C1 controls.
    fn break_text(text: &str) -> String {
        const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
        let as_char = |byte: u8| match byte {
            0x80..=0x9F => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap_or('?'),
            _ => char::from(byte),
        };
        text.bytes().map(as_char).collect()
    }

    fn lose_undefined(text: &str) -> String {
        text.chars().filter(|c| !matches!(c, '\u{81}' | '\u{8D}' | '\u{8F}' | '\u{90}' | '\u{9D}')).collect()
    }

    #[test]
    fn what_was_broken_comes_back() {
        for text in [
            "the SIG’s folder — open",
            "🧩 Groups 🔗 ⚙️ 🧠 📖 ✅ 🌐",
            "café Zięba Łukasz François Kraków cœur Ü Öl Åse Émile À Noël",
            "“quoted” text… and more",
            "社区中文频道，欢迎",
            "Привет мир",
            "日本語のページ",
            "10 € für 20 ½",
            "a\u{A0}b",
            "»Zitat« «citation» ©",
            "Zażółć gęślą jaźń",
            "Türkiye Toplulüğu",
        ] {
            let repaired = repair(&break_text(text)).unwrap_or_else(|| panic!("{text} is broken"));
            assert_eq!(repaired.text, text);
            assert!(repaired.doubtful.is_empty());
        }
    }

    #[test]
    fn text_broken_twice_comes_back() {
        let twice = break_text(&break_text("it’s café 🧩"));
        assert_eq!(repair(&twice).map(|repaired| repaired.text).as_deref(), Some("it’s café 🧩"));
    }

    #[test]
    fn what_people_write_stays() {
        for text in [
            "CAFÉ… ici",
            "„Spaß“ und „groß“",
            "AMANHÃ” disse",
            "MAÇÃ…",
            "il est resté…”",
            "São Paulo, Ångström, naïve, Ðà",
            "à «là»",
            "voilà…",
            "café² and naïve©",
            "Ärger – Öl — Übung™",
            "社区 🧩 ⚙️ Zięba",
            "50 £ • 3 × 4 ÷ 2",
            "Â B",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    #[test]
    fn a_lost_byte_is_restored_where_one_reading_alone_makes_sense() {
        let repaired = repair(&lose_undefined(&break_text("## ⚙️ **Purpose**"))).expect("it is broken");
        assert_eq!(repaired.text, "## ⚙️ **Purpose**");
        let repaired = repair(&lose_undefined(&break_text("say “yes” or “no”"))).expect("it is broken");
        assert_eq!(repaired.text, "say “yes” or “no”");
        assert!(repaired.doubtful.is_empty());
    }

    #[test]
    fn an_emoji_that_lost_a_byte_is_doubtful() {
        let broken = lose_undefined(&break_text("## 🌐 Examples"));
        let repaired = repair(&broken).expect("it is broken");
        assert_eq!(repaired.text, broken);
        assert_eq!(&broken[repaired.doubtful[0].clone()], "ðŸŒ");
    }

    #[test]
    fn a_repaired_text_needs_no_repair() {
        let once = repair("ðŸ”— â€” cÅ“ur").expect("it is broken").text;
        assert_eq!(once, "🔗 — cœur");
        assert_eq!(repair(&once), None);
    }

    #[test]
    fn repairs_point_into_the_text_given() {
        let text = "a â€™ b Ã© c";
        let repaired = repair(text).expect("it is broken");
        let found: Vec<_> =
            repaired.repairs.iter().map(|r| (&text[r.range.clone()], &*r.replacement)).collect();
        assert_eq!(found, [("â€™", "’"), ("Ã©", "é")]);
    }
}
