//! Dates in the names of files: `2026-11-05.md`, `20261105-notes.md`.

use jiff::civil::Date;

/// The first date in a file's name: `2026-11-05`, `20261105`, `2026_11_5`, `2026.11.05`. A day before its
/// month (`05-11-2026`) could be either, and is none.
pub fn date_in_name(name: &str) -> Option<Date> {
    let mut rest = name;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (number, after) = digits(&rest[start..]);
        if let Some(date) = compact(number).or_else(|| separated(number, after)) {
            return Some(date);
        }
        rest = after;
    }
    None
}

/// The digits at the start, and what follows them.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

fn compact(digits: &str) -> Option<Date> {
    let plain = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = digits.parse().ok().filter(|_| plain)?;
    day_of_this_century(number / 10_000, number / 100 % 100, number % 100)
}

fn separated(year: &str, after: &str) -> Option<Date> {
    let part = |text: &str| {
        let (found, _) = digits(text.strip_prefix(['-', '_', '.', ' '])?);
        (1..=2).contains(&found.len()).then_some(found.len())
    };
    let month = part(after)?;
    let behind = &after[1 + month..];
    let of_month = part(behind)?;
    let number = |text: &str| text.parse::<u32>().ok();
    let year = number(year).filter(|_| year.len() == 4)?;
    day_of_this_century(year, number(&after[1..=month])?, number(&behind[1..=of_month])?)
}

/// That day, where it is one of this century: other numbers in texts are no dates.
pub fn day_of_this_century(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (2000..2100).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_gives_its_date() {
        for name in [
            "2026-11-05.md",
            "20261105.md",
            "2026_11_5-regular.md",
            "notes-2026.11.05.md",
            "20261105-meeting-notes.md",
        ] {
            assert_eq!(date_in_name(name), Some(date(2026, 11, 5)), "{name}");
        }
        for name in ["05-11-2026.md", "2026-13-05.md", "120261105.md", "v1.2.3.md", "README.md"] {
            assert_eq!(date_in_name(name), None, "{name}");
        }
    }
}
