//! Finds telephone numbers that belong to a person.
//!
//! A number alone says little: meeting ids, passcodes and dial-in numbers look alike and are published on
//! purpose. A number counts as a person's where its line says so (`phone:`, `手机`) or names the person's
//! mail address beside it, and nothing near it speaks of dialling in.

use std::ops::Range;

/// No number that is looked for is written in fewer bytes.
const SHORTEST: usize = 10;

/// Every personal number in `text`, in order.
pub(crate) fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    // A number is one run of digits and what separates them, so it covers every tenth byte: most of a text
    // is passed over.
    let mut probe = SHORTEST - 1;
    while probe < bytes.len() {
        if !is_part(bytes[probe]) {
            probe += SHORTEST;
            continue;
        }
        let start = bytes[..probe].iter().rposition(|&byte| !is_part(byte)).map_or(0, |at| at + 1);
        let length = bytes[probe..].iter().position(|&byte| !is_part(byte));
        let end = length.map_or(bytes.len(), |length| probe + length);
        if end - start >= SHORTEST {
            find_in_run(text, start..end, &mut out);
        }
        probe = end + SHORTEST;
    }
    out
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'(' | b')' | b' ' | b'-' | b'.')
}

fn find_in_run(text: &str, run: Range<usize>, out: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let mut at = run.start;
    while at < run.end {
        if !bytes[at].is_ascii_digit() && bytes[at] != b'(' {
            at += 1;
            continue;
        }
        match number(bytes, at) {
            Some(end) => {
                let start = if at > 0 && bytes[at - 1] == b'+' { at - 1 } else { at };
                if is_personal(text, start..end) {
                    out.push(start..end);
                }
                at = end;
            }
            None => at += 1 + bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
        }
    }
}

/// Where the number that begins at `start` ends: `+CC` and 7 to 14 digits, ten digits in the groups of North
/// America, or the eleven of a Chinese mobile.
fn number(bytes: &[u8], start: usize) -> Option<usize> {
    let before = start.checked_sub(1).map(|at| bytes[at]);
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"-./_=#&%$".contains(&byte)) {
        return None;
    }
    let mut digits = 0;
    let mut groups: Vec<usize> = Vec::new();
    let mut end = start;
    let mut at = start;
    let mut separator = true;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                if separator {
                    groups.push(0);
                }
                *groups.last_mut()? += 1;
                digits += 1;
                separator = false;
                end = at + 1;
            }
            b'(' | b')' | b' ' | b'-' | b'.' if at - end < 2 => separator = true,
            _ => break,
        }
        at += 1;
        if digits > 15 {
            return None;
        }
    }
    if bytes.get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || b"_/=".contains(byte)) {
        return None;
    }
    let shaped = match before {
        Some(b'+') => (9..=15).contains(&digits),
        _ => {
            groups == [3, 3, 4]
                || (groups == [11] && bytes[start] == b'1' && (b'3'..=b'9').contains(&bytes[start + 1]))
        }
    };
    // 555-01xx is set aside for fiction.
    let fictional = bytes[start..end].windows(6).any(|six| six == b"555-01" || six == b"555.01");
    (shaped && !fictional).then_some(end)
}

fn is_personal(text: &str, number: Range<usize>) -> bool {
    // A line may be a megabyte: what is far away does not describe the number.
    let from = text.ceil_char_boundary(number.start.saturating_sub(200));
    let to = text.floor_char_boundary((number.end + 200).min(text.len()));
    let from = text[from..number.start].rfind('\n').map_or(from, |newline| from + newline + 1);
    let to = text[number.end..to].find('\n').map_or(to, |newline| number.end + newline);
    let line = text[from..to].to_lowercase();
    let above = text.ceil_char_boundary(number.start.saturating_sub(400));
    let near = text[above..to].to_lowercase();
    let dialling = [
        "dial",
        "zoom",
        "meeting id",
        "passcode",
        "pin:",
        "webex",
        "hotline",
        "conference",
        "toll",
        "meet.google",
        "tel.meet",
        "your location",
    ];
    if dialling.iter().any(|word| near.contains(word)) {
        return false;
    }
    let before = &line[..(number.start - from).min(line.len())];
    let labels = [
        "phone",
        "mobile",
        "cell:",
        "whatsapp",
        "tel:",
        "tel.",
        "telephone",
        "call me",
        "手机",
        "电话",
        "联系方式",
    ];
    let labelled = labels.iter().any(|label| before.rfind(label).is_some_and(|at| before.len() - at < 40));
    labelled || line.contains("mailto:") || has_mail_address(&line)
}

fn has_mail_address(line: &str) -> bool {
    line.match_indices('@').any(|(at, _)| {
        let name = line[..at].bytes().next_back().is_some_and(|byte| byte.is_ascii_alphanumeric());
        let host = line[at + 1..].split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').next();
        name && host.is_some_and(|host| host.contains('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_number_beside_a_name_for_it_or_a_mail_address_is_personal() {
        assert_eq!(found("Ana, phone: +49 171 2345678."), ["+49 171 2345678"]);
        assert_eq!(found("* Ana [a@x.org](mailto:a@x.org), 507-864-4757"), ["507-864-4757"]);
        assert_eq!(found("ana@example.org (212) 866-4757"), ["(212) 866-4757"]);
        assert_eq!(found("王小明 手机 13812345678"), ["13812345678"]);
    }

    #[test]
    fn what_people_dial_to_join_is_public() {
        for text in [
            "Or dial: (US) +1 636-324-2589 PIN: 405 842 473#",
            "Zoom one tap mobile\n+16699006833,,123456789# US (San Jose)",
            "Meeting ID: 123 456 7890",
            "phone in by Webex: +1-408-525-6800",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "a@b.org merged 2023-10-1200 and 10.0.0.1",
            "phone 555-555-0123",
            "https://x.org/123-456-7890 mailto:a@b.org",
            "mobile KEP-123-456-7890",
            "a@b.org 1234567890123",
            "tel: 12",
            "(((",
            "",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
