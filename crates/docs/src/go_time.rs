//! Go's `time.Time` in a template: `{{now.UTC.Year}}`, `{{now.Format "2 January 2006"}}`.

use std::borrow::Cow;

use folkmoot_gotemplate::{CallError, Object, Record, Signature, Text, Type, Value};
use jiff::tz::TimeZone;
use jiff::{Span, Zoned};

/// A moment with its zone.
pub(crate) struct GoTime(pub(crate) Zoned);

const NUMBERS: [&str; 8] = ["Year", "Day", "Hour", "Minute", "Second", "Nanosecond", "YearDay", "Unix"];

impl<'a> Object<'a> for GoTime {
    fn type_name(&self) -> &str {
        "time.Time"
    }

    fn method(&self, name: &str) -> Option<Signature> {
        match name {
            "UTC" | "Local" | "Month" | "Weekday" | "String" => Some(Signature::none()),
            "Format" => Some(Signature::of([Type::Text])),
            "AddDate" => Some(Signature::of([Type::INT, Type::INT, Type::INT])),
            _ => NUMBERS.contains(&name).then(Signature::none),
        }
    }

    fn call(&self, name: &str, arguments: &[Value<'a>]) -> Result<Value<'a>, CallError> {
        let at = &self.0;
        Ok(match (name, arguments) {
            ("UTC", _) => Value::object(Self(at.with_time_zone(TimeZone::UTC))),
            ("Local", _) => Value::object(Self(at.clone())),
            ("Month", _) => named_number("time.Month", at.month().into(), MONTHS[month_index(at)]),
            ("Weekday", _) => {
                let weekday = at.weekday().to_sunday_zero_offset();
                named_number("time.Weekday", weekday.into(), DAYS[weekday_index(at)])
            }
            ("String", _) => Value::text(self.to_go_string()),
            ("Format", [Value::Text(layout)]) => Value::text(format(at, &layout.to_str())),
            ("AddDate", [Value::Int(years, _), Value::Int(months, _), Value::Int(days, _)]) => {
                let moved = add_date(at, *years, *months, *days);
                Value::object(Self(moved.map_err(|_| CallError::new("the date is out of range"))?))
            }
            ("Year", _) => Value::int(at.year().into()),
            ("Day", _) => Value::int(at.day().into()),
            ("Hour", _) => Value::int(at.hour().into()),
            ("Minute", _) => Value::int(at.minute().into()),
            ("Second", _) => Value::int(at.second().into()),
            ("Nanosecond", _) => Value::int(at.subsec_nanosecond().into()),
            ("YearDay", _) => Value::int(at.day_of_year().into()),
            ("Unix", _) => Value::int(at.timestamp().as_second()),
            _ => return Err(CallError::new(format!("time.Time has no method {name}"))),
        })
    }

    fn stringer(&self) -> Option<Text<'a>> {
        Some(self.to_go_string().into())
    }
}

impl GoTime {
    fn to_go_string(&self) -> String {
        format(&self.0, "2006-01-02 15:04:05.999999999 -0700 MST")
    }
}

/// Go's `time.Month` and `time.Weekday`: a number that prints as a name.
struct Named<'a>(Record<'a>, Cow<'static, str>);

impl<'a> Object<'a> for Named<'a> {
    fn type_name(&self) -> &str {
        self.0.type_name()
    }

    fn method(&self, name: &str) -> Option<Signature> {
        (name == "String").then(Signature::none)
    }

    fn call(&self, _name: &str, _arguments: &[Value<'a>]) -> Result<Value<'a>, CallError> {
        Ok(Value::text(self.1.clone()))
    }

    fn underlying(&self) -> Option<Value<'a>> {
        self.0.underlying()
    }

    fn stringer(&self) -> Option<Text<'a>> {
        Some(self.1.clone().into())
    }
}

fn named_number<'a>(go_type: &'static str, number: i64, name: &'static str) -> Value<'a> {
    Value::object(Named(Record::named(go_type, Value::int(number)), name.into()))
}

/// Go normalises dates that do not exist: one year after 29 February is 1 March.
fn add_date(at: &Zoned, years: i64, months: i64, days: i64) -> Result<Zoned, jiff::Error> {
    let day = i64::from(at.day()) - 1;
    let first = at.datetime().with().day(1).build()?;
    let moved = first.checked_add(Span::new().try_years(years)?.try_months(months)?)?;
    // Two steps, for the sum of the two could overflow where each alone is refused.
    let moved = moved.checked_add(Span::new().try_days(days)?)?.checked_add(Span::new().try_days(day)?)?;
    moved.to_zoned(at.time_zone().clone())
}

/// The elements of a layout, each by how Go's reference time (`Mon Jan 2 15:04:05 MST 2006`) writes it;
/// where one begins another, the longer stands first.
const ELEMENTS: [&str; 33] = [
    "-07:00:00",
    "Z07:00:00",
    "-070000",
    "Z070000",
    "January",
    "Monday",
    "-07:00",
    "Z07:00",
    "-0700",
    "Z0700",
    "2006",
    "-07",
    "Z07",
    "002",
    "__2",
    "Jan",
    "Mon",
    "MST",
    "_2",
    "01",
    "02",
    "03",
    "04",
    "05",
    "06",
    "15",
    "PM",
    "pm",
    "1",
    "2",
    "3",
    "4",
    "5",
];

/// Writes the time as `layout` says, Go's `Time.Format`.
fn format(at: &Zoned, layout: &str) -> String {
    let mut out = String::new();
    let mut rest = layout;
    while let Some(letter) = rest.chars().next() {
        if let Some(digits) = fraction(rest) {
            push_fraction(&mut out, at, &rest[..digits]);
            rest = &rest[digits..];
            continue;
        }
        let element = ELEMENTS.iter().find(|element| starts_with_element(rest, element));
        match element.and_then(|element| Some((element, write(at, element)?))) {
            Some((element, text)) => {
                out.push_str(&text);
                rest = &rest[element.len()..];
            }
            None => {
                out.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    out
}

fn starts_with_element(rest: &str, element: &str) -> bool {
    let Some(after) = rest.strip_prefix(element) else { return false };
    match element {
        // `Janet` and `Monkey` are words.
        "Jan" | "Mon" => !after.starts_with(|next: char| next.is_ascii_lowercase()),
        // `_2006` is an underscore and a year.
        "_2" => !after.starts_with("006"),
        _ => true,
    }
}

/// The length of `.000` or `.999`, a fraction of a second, at the start of `rest`.
fn fraction(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix(['.', ','])?;
    let digit = digits.chars().next().filter(|digit| matches!(digit, '0' | '9'))?;
    let length = digits.len() - digits.trim_start_matches(digit).len();
    let ends = !digits[length..].starts_with(|next: char| next.is_ascii_digit());
    (ends && length <= 9).then_some(length + 1)
}

fn push_fraction(out: &mut String, at: &Zoned, element: &str) {
    let all = format!("{:09}", at.subsec_nanosecond());
    let mut digits = &all[..element.len() - 1];
    if element.ends_with('9') {
        digits = digits.trim_end_matches('0');
        if digits.is_empty() {
            return;
        }
    }
    out.push_str(&element[..1]);
    out.push_str(digits);
}

fn write(at: &Zoned, element: &str) -> Option<String> {
    let hour12 = (at.hour() + 11) % 12 + 1;
    let month = MONTHS[month_index(at)];
    let weekday = DAYS[weekday_index(at)];
    Some(match element {
        "2006" => format!("{:04}", at.year()),
        "06" => format!("{:02}", at.year() % 100),
        "January" => month.to_owned(),
        "Jan" => month[..3].to_owned(),
        "1" => at.month().to_string(),
        "01" => format!("{:02}", at.month()),
        "Monday" => weekday.to_owned(),
        "Mon" => weekday[..3].to_owned(),
        "2" => at.day().to_string(),
        "_2" => format!("{:2}", at.day()),
        "02" => format!("{:02}", at.day()),
        "__2" => format!("{:3}", at.day_of_year()),
        "002" => format!("{:03}", at.day_of_year()),
        "15" => format!("{:02}", at.hour()),
        "3" => hour12.to_string(),
        "03" => format!("{hour12:02}"),
        "4" => at.minute().to_string(),
        "04" => format!("{:02}", at.minute()),
        "5" => at.second().to_string(),
        "05" => format!("{:02}", at.second()),
        "PM" => if at.hour() < 12 { "AM" } else { "PM" }.to_owned(),
        "pm" => if at.hour() < 12 { "am" } else { "pm" }.to_owned(),
        "MST" => zone_name(at),
        _ => offset(at, element)?,
    })
}

/// The zone's abbreviation; an offset where it has none.
fn zone_name(at: &Zoned) -> String {
    let name = at.time_zone().to_offset_info(at.timestamp()).abbreviation().to_owned();
    if name.starts_with(['+', '-']) { offset(at, "-07").unwrap_or_default() } else { name }
}

fn offset(at: &Zoned, element: &str) -> Option<String> {
    let seconds = at.offset().seconds();
    let shape = element.strip_prefix(['-', 'Z'])?;
    if element.starts_with('Z') && seconds == 0 {
        return Some("Z".to_owned());
    }
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, seconds) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    Some(match shape {
        "07" => format!("{sign}{hours:02}"),
        "0700" => format!("{sign}{hours:02}{minutes:02}"),
        "07:00" => format!("{sign}{hours:02}:{minutes:02}"),
        "070000" => format!("{sign}{hours:02}{minutes:02}{seconds:02}"),
        "07:00:00" => format!("{sign}{hours:02}:{minutes:02}:{seconds:02}"),
        _ => return None,
    })
}

fn month_index(at: &Zoned) -> usize {
    usize::try_from(at.month() - 1).expect("invariant: months count from 1")
}

fn weekday_index(at: &Zoned) -> usize {
    usize::try_from(at.weekday().to_sunday_zero_offset()).expect("invariant: weekdays count from 0")
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Zoned {
        text.parse().expect("a time with its zone")
    }

    #[test]
    fn layouts_are_go_s() {
        let at = time("2026-03-05T14:07:09.25-05:00[America/New_York]");
        for (layout, written) in [
            ("2006-01-02 15:04:05", "2026-03-05 14:07:09"),
            ("Mon Jan _2 3:04PM 06", "Thu Mar  5 2:07PM 26"),
            ("Monday, 2 January 2006 MST -0700", "Thursday, 5 March 2026 EST -0500"),
            ("05.000 05.999999 Z07:00", "09.250 09.25 -05:00"),
            ("Janet 002 __2 _2006", "Janet 064  64 _2026"),
        ] {
            assert_eq!(format(&at, layout), written, "{layout}");
        }
    }

    #[test]
    fn a_time_prints_as_go_prints_it() {
        let at = time("2026-11-21T10:00:00+00:00[UTC]");
        assert_eq!(GoTime(at).to_go_string(), "2026-11-21 10:00:00 +0000 UTC");
    }

    #[test]
    fn a_year_after_a_leap_day_is_the_first_of_march() {
        let at = time("2024-02-29T12:00:00+00:00[UTC]");
        let later = add_date(&at, 1, 0, 0).expect("a date");
        assert_eq!(format(&later, "2006-01-02"), "2025-03-01");
        assert!(add_date(&at, i64::MAX, 0, 0).is_err());
    }
}
