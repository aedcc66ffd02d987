//! Text as search compares it: without accents and case, cut into words.
//!
//! Chinese, Japanese and Korean part no words, so a stretch of their characters becomes every two that stand
//! side by side. `assets/script/search.js` does the same; a test runs both on the same texts.

/// The letters from U+00C0 to U+024F without their marks, as canonical decomposition (NFD) gives them.
const LATIN: &str = "AAAAAAÆCEEEEIIIIÐNOOOOO×ØUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþyAaAaAaCcCcCcCcDdĐđEeEeEeEeEeGgGgGgGgHhĦħIiIiIiIiIıĲĳJjKkĸLlLlLlĿŀŁłNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSsSsTtTtŦŧUuUuUuUuUuUuWwYyYZzZzZzſƀƁƂƃƄƅƆƇƈƉƊƋƌƍƎƏƐƑƒƓƔƕƖƗƘƙƚƛƜƝƞƟOoƢƣƤƥƦƧƨƩƪƫƬƭƮUuƱƲƳƴƵƶƷƸƹƺƻƼƽƾƿǀǁǂǃǄǅǆǇǈǉǊǋǌAaIiOoUuUuUuUuUuǝAaAaÆæǤǥGgKkOoOoƷʒjǱǲǳGgǶǷNnAaÆæØøAaAaEeEeIiIiOoOoRrRrUuUuSsTtȜȝHhȠȡȢȣȤȥAaEeOoOoOoOoYyȴȵȶȷȸȹȺȻȼȽȾȿɀɁɂɃɄɅɆɇɈɉɊɋɌɍɎɏ";
/// The same from U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &str = "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyẚſẜẝẞẟAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyỺỻỼỽỾỿ";

/// A letter without its mark, in lower case; nothing for a mark that stands alone.
fn fold(c: char, out: &mut String) {
    let code = c as u32;
    let base = match code {
        0x20..=0x7f => c,
        0xc0..=0x24f => LATIN.chars().nth((code - 0xc0) as usize).unwrap_or(c),
        0x300..=0x36f => return,
        0x1e00..=0x1eff => LATIN_ADDITIONAL.chars().nth((code - 0x1e00) as usize).unwrap_or(c),
        _ => c,
    };
    match base {
        // Turkish tells them apart; those who search do not.
        '\u{131}' => out.push('i'),
        base => out.extend(base.to_lowercase()),
    }
}

/// `text` without accents and case.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut out));
    out
}

/// Whether a character is of a script that parts no words.
pub(super) fn is_joined(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// The words of a text, folded; of scripts without words every two characters, and one that stands alone.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut joined: Vec<char> = Vec::new();
    for c in folded(text).chars() {
        if is_joined(c) {
            out.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            joined.push(c);
            continue;
        }
        pairs(&mut out, &mut joined);
        if c.is_alphanumeric() {
            word.push(c);
        } else if !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
    }
    pairs(&mut out, &mut joined);
    out.extend((!word.is_empty()).then_some(word));
    out
}

fn pairs(out: &mut Vec<String>, joined: &mut Vec<char>) {
    match joined.as_slice() {
        [] => {}
        [one] => out.push(one.to_string()),
        several => out.extend(several.windows(2).map(|pair| pair.iter().collect::<String>())),
    }
    joined.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_part_words() {
        assert_eq!(words("Muñoz, ÇIĞLIK ıİ — Ngữ!"), ["munoz", "ciglik", "ii", "ngu"]);
        assert_eq!(words("sig-api-machinery #v1.2"), ["sig", "api", "machinery", "v1", "2"]);
    }

    #[test]
    fn chinese_is_cut_in_pairs() {
        assert_eq!(words("容器网络SIG组"), ["容器", "器网", "网络", "sig", "组"]);
    }

    #[test]
    fn the_tables_are_as_long_as_their_ranges() {
        assert_eq!(LATIN.chars().count(), 0x24f - 0xc0 + 1);
        assert_eq!(LATIN_ADDITIONAL.chars().count(), 0x1eff - 0x1e00 + 1);
    }
}
