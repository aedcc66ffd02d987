//! Dates inside phrases: `2022/03/10`, `Nov. 6th 2020`, `Tuesday March 12, 2024`, `the 10th of March 2021`.

use jiff::civil::Date;

use crate::token::{Shape, Token};

/// Number (1 to 12) of the month with that English name, or an abbreviation of it of three letters or more; lower
/// case, without a dot.
pub fn month_by_name(word: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if word.len() < 3 {
        return None;
    }
    let index =
        NAMES.iter().position(|name| name.starts_with(word) || (word == "sept" && *name == "september"))?;
    i8::try_from(index + 1).ok()
}

fn is_noise(token: &Token) -> bool {
    matches!(token.text.as_str(), "st" | "nd" | "rd" | "th" | "," | "." | "of" | "the" | ":")
}

/// Reads a date at the start of `tokens`; gives how many tokens it took. A year that stands earlier in the
/// phrase (`2019 start date: Jan. 11th`) is handed in.
pub(crate) fn read(tokens: &[Token], year_before: Option<i16>) -> Option<(Date, usize)> {
    numeric(tokens).or_else(|| named(tokens, year_before))
}

/// `2022/03/10`, `2022-03-10`, `2022.3.10`
fn numeric(tokens: &[Token]) -> Option<(Date, usize)> {
    let [year, a, month, b, day, ..] = tokens else { return None };
    if a.text != b.text || !matches!(a.text.as_str(), "/" | "-" | ".") || year.text.len() != 4 {
        return None;
    }
    let year = i16::try_from(year.number()?).ok()?;
    let month = i8::try_from(month.number()?).ok()?;
    let day = i8::try_from(day.number()?).ok()?;
    Date::new(year, month, day).ok().map(|date| (date, 5))
}

/// A month's name with a day before or after it, and a year after both.
fn named(tokens: &[Token], year_before: Option<i16>) -> Option<(Date, usize)> {
    let (mut found_month, mut found_day, mut found_year) = (None, None, None);
    let mut taken = 0;
    for (index, token) in tokens.iter().enumerate().take(10) {
        match token.shape {
            Shape::Word if found_month.is_none() && month_by_name(&token.text).is_some() => {
                found_month = month_by_name(&token.text);
            }
            Shape::Number if token.text.len() == 4 && found_year.is_none() => {
                found_year = token.number().and_then(|year| i16::try_from(year).ok());
            }
            Shape::Number if found_day.is_none() => {
                found_day = token.number().and_then(|day| i8::try_from(day).ok());
            }
            _ if is_noise(token) => continue,
            // A weekday may stand before the date: `starting Tuesday March 12, 2024`.
            Shape::Word if index == 0 && crate::phrase::weekday(&token.text).is_some() => continue,
            _ => break,
        }
        taken = index + 1;
        if found_year.is_some() && found_month.is_some() && found_day.is_some() {
            break;
        }
    }
    if found_year.is_none() {
        found_year = year_before;
    }
    // An ordinal's ending right after the day belongs to it.
    while tokens.get(taken).is_some_and(|token| matches!(token.text.as_str(), "st" | "nd" | "rd" | "th")) {
        taken += 1;
    }
    Date::new(found_year?, found_month?, found_day?).ok().map(|date| (date, taken))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::token::tokens;

    fn read_text(text: &str, year: Option<i16>) -> Option<Date> {
        read(&tokens(text), year).map(|(date, _)| date)
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        assert_eq!(read_text("2022/03/10", None), Some(date(2022, 3, 10)));
        assert_eq!(read_text("Nov. 6th 2020", None), Some(date(2020, 11, 6)));
        assert_eq!(read_text("Tuesday March 12, 2024", None), Some(date(2024, 3, 12)));
        assert_eq!(read_text("the 10th of March 2021", None), Some(date(2021, 3, 10)));
        assert_eq!(read_text("Jan. 11th", Some(2019)), Some(date(2019, 1, 11)));
        assert_eq!(read_text("Thursday June 25th, 2020", None), Some(date(2020, 6, 25)));
    }

    #[test]
    fn an_impossible_or_yearless_date_is_none() {
        assert_eq!(read_text("2022/02/30", None), None);
        assert_eq!(read_text("Feb 3rd", None), None);
        assert_eq!(read_text("", None), None);
    }
}
