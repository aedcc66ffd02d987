//! The timestamps go-yaml knows, as Go's `time.Parse` reads them.

/// Whether go-yaml takes `text` for a timestamp: a date, or a date and a time in one of its three layouts.
pub(super) fn is_timestamp(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() < 6 || bytes[4] != b'-' || !bytes[..4].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let Some(rest) = date(&bytes[..4], &bytes[5..]) else { return false };
    match rest {
        [] => true,
        [b'T' | b't', time @ ..] => clock(time).and_then(zone).is_some_and(<[u8]>::is_empty),
        [b' ', time @ ..] => clock(time.trim_ascii_start()).is_some_and(<[u8]>::is_empty),
        _ => false,
    }
}

/// The month and day after `YYYY-`; gives what follows them.
fn date<'text>(year: &[u8], text: &'text [u8]) -> Option<&'text [u8]> {
    let year = year.iter().fold(0u32, |year, digit| year * 10 + u32::from(digit - b'0'));
    let (month, text) = one_or_two(text)?;
    let (day, text) = one_or_two(text.strip_prefix(b"-")?)?;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    (1..=days).contains(&day).then_some(text)
}

/// Hours, minutes, seconds and a fraction; gives what follows them.
fn clock(text: &[u8]) -> Option<&[u8]> {
    let (hour, text) = one_or_two(text)?;
    let (minute, text) = one_or_two(text.strip_prefix(b":")?)?;
    let (second, text) = one_or_two(text.strip_prefix(b":")?)?;
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(match text {
        [b'.' | b',', b'0'..=b'9', ..] => {
            let digits = text[1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            &text[1 + digits..]
        }
        _ => text,
    })
}

fn zone(text: &[u8]) -> Option<&[u8]> {
    match text {
        [b'Z', rest @ ..] => Some(rest),
        [b'+' | b'-', h1, h2, b':', m1, m2, rest @ ..] => {
            let two = |tens: &u8, ones: &u8| {
                let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
                digits.then(|| (tens - b'0') * 10 + (ones - b'0'))
            };
            // Go lets 24 hours and 60 minutes pass.
            (two(h1, h2)? <= 24 && two(m1, m2)? <= 60).then_some(rest)
        }
        _ => None,
    }
}

fn one_or_two(text: &[u8]) -> Option<(u32, &[u8])> {
    match text {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] => {
            Some((u32::from(tens - b'0') * 10 + u32::from(ones - b'0'), rest))
        }
        [ones @ b'0'..=b'9', rest @ ..] => Some((u32::from(ones - b'0'), rest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::is_timestamp;

    #[test]
    fn dates_and_times_are_known_as_go_knows_them() {
        let yes = [
            "2020-01-02",
            "2020-1-2",
            "2020-02-29",
            "2020-01-02T03:04:05Z",
            "2020-1-2t3:4:5.123+01:00",
            "2020-01-02 03:04:05",
            "2020-01-02   3:4:5,5",
            "0000-01-01",
            "2020-01-02T03:04:05-24:60",
        ];
        for text in yes {
            assert!(is_timestamp(text), "{text}");
        }
        let no = [
            "2020-13-01",
            "2021-02-29",
            "2020-01-00",
            "2020-01",
            "2020-01-02T03:04:05",
            "2020-01-02 03:04:05Z",
            "2020-01-02 03:04",
            "2020-01-02 24:00:00",
            "2020-001-02",
            "20200-01-02",
            "2020-01-02 ",
            "2020-01-02x",
        ];
        for text in no {
            assert!(!is_timestamp(text), "{text}");
        }
    }
}
