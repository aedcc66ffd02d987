//! Time zones as people name them, mapped onto the IANA database.

use jiff::tz::{TimeZone, db};

use crate::time::is_placeholder;

/// One thing a name can mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ZoneMeaning {
    /// IANA name (`America/Los_Angeles`), or a fixed one (`Etc/GMT-8`).
    pub iana: String,
    /// What people call it: `India Standard Time`.
    pub called: String,
}

/// What a text for a zone says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ZoneReading {
    /// Nothing, or a placeholder such as `TBD`.
    None,
    /// One zone. `loose` where the text is not the zone's own name.
    Zone {
        /// IANA name.
        iana: String,
        /// Whether the text is a loose name for it.
        loose: bool,
    },
    /// Several zones go by this name.
    Ambiguous(Vec<ZoneMeaning>),
    /// No zone goes by this name.
    Unknown,
}

impl ZoneReading {
    /// The zone's rules, where the reading is certain.
    pub fn time_zone(&self) -> Option<TimeZone> {
        match self {
            Self::Zone { iana, .. } => TimeZone::get(iana).ok(),
            _ => None,
        }
    }
}

/// Loose names (lower case) and the one zone each means. Abbreviations of a standard time are read as the
/// zone whose people use them: who writes `EST` in June means the wall clock of New York.
const LOOSE: &[(&str, &str)] = &[
    ("pt", "America/Los_Angeles"),
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("pacific", "America/Los_Angeles"),
    ("us pacific", "America/Los_Angeles"),
    ("mt", "America/Denver"),
    ("mdt", "America/Denver"),
    ("mountain", "America/Denver"),
    ("ct", "America/Chicago"),
    ("cdt", "America/Chicago"),
    ("central", "America/Chicago"),
    ("us central", "America/Chicago"),
    ("et", "America/New_York"),
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("east", "America/New_York"),
    ("eastern", "America/New_York"),
    ("us eastern", "America/New_York"),
    ("gmt", "Etc/GMT"),
    ("utc", "Etc/UTC"),
    ("z", "Etc/UTC"),
    ("coordinated universal", "Etc/UTC"),
    ("universal", "Etc/UTC"),
    ("greenwich mean", "Etc/GMT"),
    ("cet", "Europe/Brussels"),
    ("cest", "Europe/Brussels"),
    ("central european", "Europe/Brussels"),
    ("central europe", "Europe/Brussels"),
    ("eet", "Europe/Athens"),
    ("eest", "Europe/Athens"),
    ("eastern european", "Europe/Athens"),
    ("wet", "Europe/Lisbon"),
    ("west", "Europe/Lisbon"),
    ("western european", "Europe/Lisbon"),
    ("uk", "Europe/London"),
    ("british", "Europe/London"),
    ("british summer", "Europe/London"),
    ("poland", "Europe/Warsaw"),
    ("germany", "Europe/Berlin"),
    ("france", "Europe/Paris"),
    ("spain", "Europe/Madrid"),
    ("italy", "Europe/Rome"),
    ("moscow", "Europe/Moscow"),
    ("msk", "Europe/Moscow"),
    ("turkey", "Europe/Istanbul"),
    ("türkiye", "Europe/Istanbul"),
    ("trt", "Europe/Istanbul"),
    ("beijing", "Asia/Shanghai"),
    ("china", "Asia/Shanghai"),
    ("china standard", "Asia/Shanghai"),
    ("shenzhen", "Asia/Shanghai"),
    ("hangzhou", "Asia/Shanghai"),
    ("pek", "Asia/Shanghai"),
    ("india", "Asia/Kolkata"),
    ("indian", "Asia/Kolkata"),
    ("india standard", "Asia/Kolkata"),
    ("indian standard", "Asia/Kolkata"),
    ("bangalore", "Asia/Kolkata"),
    ("israel", "Asia/Jerusalem"),
    ("irish", "Europe/Dublin"),
    ("ireland", "Europe/Dublin"),
    ("japan", "Asia/Tokyo"),
    ("japan standard", "Asia/Tokyo"),
    ("jst", "Asia/Tokyo"),
    ("korea", "Asia/Seoul"),
    ("kst", "Asia/Seoul"),
    ("singapore", "Asia/Singapore"),
    ("sgt", "Asia/Singapore"),
    ("hkt", "Asia/Hong_Kong"),
    ("aest", "Australia/Sydney"),
    ("aedt", "Australia/Sydney"),
    ("nzst", "Pacific/Auckland"),
    ("nzdt", "Pacific/Auckland"),
    ("brt", "America/Sao_Paulo"),
    ("brazil", "America/Sao_Paulo"),
    ("san francisco", "America/Los_Angeles"),
    ("seattle", "America/Los_Angeles"),
    ("austin", "America/Chicago"),
    ("boston", "America/New_York"),
];

/// Names (lower case) that several zones go by.
const AMBIGUOUS: &[(&str, &[(&str, &str)])] = &[
    (
        "ist",
        &[
            ("Asia/Kolkata", "India Standard Time"),
            ("Europe/Dublin", "Irish Standard Time"),
            ("Asia/Jerusalem", "Israel Standard Time"),
        ],
    ),
    (
        "cst",
        &[
            ("America/Chicago", "Central Standard Time"),
            ("Asia/Shanghai", "China Standard Time"),
            ("America/Havana", "Cuba Standard Time"),
        ],
    ),
    ("bst", &[("Europe/London", "British Summer Time"), ("Asia/Dhaka", "Bangladesh Standard Time")]),
    (
        "mst",
        &[("America/Denver", "Mountain Standard Time"), ("America/Phoenix", "Arizona, without summer time")],
    ),
    ("ast", &[("America/Halifax", "Atlantic Standard Time"), ("Asia/Riyadh", "Arabia Standard Time")]),
    ("sst", &[("Asia/Singapore", "Singapore Standard Time"), ("Pacific/Pago_Pago", "Samoa Standard Time")]),
    ("gst", &[("Asia/Dubai", "Gulf Standard Time"), ("Atlantic/South_Georgia", "South Georgia Time")]),
];

/// Reads a zone: an IANA name, an offset (`UTC+8`), an abbreviation, a place, or several of these for the
/// same zone (`PT (Pacific Time)`, `IST (Indian Standard Time)`: the words settle the abbreviation).
///
/// ```
/// # use folkmoot_calendar::{ZoneReading, read_zone};
/// let ZoneReading::Zone { iana, loose } = read_zone("PT (Pacific Time)") else { panic!() };
/// assert_eq!((iana.as_str(), loose), ("America/Los_Angeles", true));
/// assert!(matches!(read_zone("IST"), ZoneReading::Ambiguous(_)));
/// ```
pub fn read_zone(text: &str) -> ZoneReading {
    let text = text.trim();
    if is_placeholder(text) {
        return ZoneReading::None;
    }
    if text.len() > 128 {
        return ZoneReading::Unknown;
    }
    if let Some(iana) = iana_name(text) {
        return ZoneReading::Zone { iana, loose: false };
    }
    if let Some(iana) = offset(text) {
        return ZoneReading::Zone { iana, loose: false };
    }
    let mut ambiguous = None;
    for part in text.split(['(', ')', ',', '/', ';']).map(plain).filter(|part| !part.is_empty()) {
        if let Some((_, iana)) = LOOSE.iter().find(|(name, _)| *name == part) {
            return ZoneReading::Zone { iana: (*iana).to_owned(), loose: true };
        }
        if let Some(iana) = city(&part).or_else(|| offset(&part)) {
            return ZoneReading::Zone { iana, loose: true };
        }
        ambiguous = ambiguous.or_else(|| AMBIGUOUS.iter().find(|(name, _)| *name == part));
    }
    match ambiguous {
        Some((_, meanings)) => {
            let meaning = |(iana, called): &(&str, &str)| ZoneMeaning {
                iana: (*iana).to_owned(),
                called: (*called).to_owned(),
            };
            ZoneReading::Ambiguous(meanings.iter().map(meaning).collect())
        }
        None => ZoneReading::Unknown,
    }
}

/// Lower case, single spaces, without `time`, `zone` and `standard` at the end.
fn plain(part: &str) -> String {
    let lower = part.to_lowercase().replace(['-', '_'], " ");
    let mut words: Vec<&str> = lower.split_whitespace().collect();
    while words.len() > 1 && matches!(words.last(), Some(&("time" | "timezone" | "zone"))) {
        words.pop();
    }
    if words.len() > 1 && matches!(words.last(), Some(&("standard" | "summer" | "daylight"))) {
        // `Eastern Standard` is `Eastern`; `India Standard` is listed as it is.
        let joined = words.join(" ");
        if !LOOSE.iter().any(|(name, _)| *name == joined) {
            words.pop();
        }
    }
    let joined = words.join(" ");
    // `London-UK`: the city settles it.
    match joined.strip_suffix(" uk") {
        Some(city) => city.to_owned(),
        None => joined,
    }
}

/// The database's own spelling of a name with a region (`Europe/Madrid`) or of `UTC`.
fn iana_name(text: &str) -> Option<String> {
    let known = text.contains('/') || text.eq_ignore_ascii_case("utc");
    if !known {
        return None;
    }
    let zone = TimeZone::get(text).ok()?;
    let name = zone.iana_name()?;
    Some(if name.eq_ignore_ascii_case("utc") { "Etc/UTC".to_owned() } else { name.to_owned() })
}

/// A city that names exactly one zone: `Warsaw`.
fn city(part: &str) -> Option<String> {
    let wanted = part.replace(' ', "_");
    let mut found = None;
    for name in db().available() {
        let name = name.as_str();
        let Some((region, city)) = name.rsplit_once('/') else { continue };
        let place = !matches!(region, "Etc" | "US" | "Canada" | "Brazil" | "Mexico" | "Chile");
        if place && city.eq_ignore_ascii_case(&wanted) {
            if found.is_some() {
                return None;
            }
            found = Some(name.to_owned());
        }
    }
    found
}

/// `UTC+8`, `GMT-03:00`: whole hours have a name in the database, with the sign turned (POSIX).
fn offset(text: &str) -> Option<String> {
    let lower = text.to_lowercase().replace(' ', "");
    let rest = lower.strip_prefix("utc").or_else(|| lower.strip_prefix("gmt"))?;
    let (turned, digits) = match rest.split_at_checked(1)? {
        ("+", digits) => ('-', digits),
        ("-" | "−", digits) => ('+', digits),
        _ => return None,
    };
    let hours = digits.strip_suffix(":00").or_else(|| digits.strip_suffix("00").filter(|h| h.len() == 2));
    let hours: u8 = hours.unwrap_or(digits).parse().ok()?;
    match hours {
        0 => Some("Etc/UTC".to_owned()),
        1..=12 => Some(format!("Etc/GMT{turned}{hours}")),
        13..=14 if turned == '-' => Some(format!("Etc/GMT-{hours}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iana(text: &str) -> Option<String> {
        match read_zone(text) {
            ZoneReading::Zone { iana, .. } => Some(iana),
            _ => None,
        }
    }

    #[test]
    fn every_spelling_in_real_records_is_read() {
        for (text, expected) in [
            ("PT (Pacific Time)", "America/Los_Angeles"),
            ("UTC", "Etc/UTC"),
            ("ET (East Time)", "America/New_York"),
            ("EST", "America/New_York"),
            ("CET (Central European Time)", "Europe/Brussels"),
            ("Eastern Time (ET)", "America/New_York"),
            ("Eastern Standard Time (EST)", "America/New_York"),
            ("CET (Central Europe Time)", "Europe/Brussels"),
            ("CEST (Central European Summer Time)", "Europe/Brussels"),
            ("PDT", "America/Los_Angeles"),
            ("Poland", "Europe/Warsaw"),
            ("Warsaw", "Europe/Warsaw"),
            ("London-UK", "Europe/London"),
            ("London", "Europe/London"),
            ("Beijing Time", "Asia/Shanghai"),
            ("Europe/Madrid", "Europe/Madrid"),
            ("IST (Indian Standard Time)", "Asia/Kolkata"),
            ("UTC (Coordinated Universal Time)", "Etc/UTC"),
            ("UTC+8", "Etc/GMT-8"),
            ("GMT-03:00", "Etc/GMT+3"),
        ] {
            assert_eq!(iana(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_has_two_meanings_is_not_guessed() {
        let ZoneReading::Ambiguous(meanings) = read_zone("CST") else { panic!("ambiguous") };
        assert!(meanings.iter().any(|meaning| meaning.iana == "Asia/Shanghai"));
        assert!(matches!(read_zone("IST"), ZoneReading::Ambiguous(_)));
    }

    #[test]
    fn nonsense_is_unknown_and_a_placeholder_is_nothing() {
        assert_eq!(read_zone("ABC"), ZoneReading::Unknown);
        assert_eq!(read_zone("UTC+99"), ZoneReading::Unknown);
        assert_eq!(read_zone("TBD"), ZoneReading::None);
    }

    #[test]
    fn every_zone_of_the_tables_is_in_the_database() {
        let ambiguous = AMBIGUOUS.iter().flat_map(|(_, meanings)| meanings.iter().map(|(iana, _)| *iana));
        for iana in LOOSE.iter().map(|(_, iana)| *iana).chain(ambiguous) {
            assert!(TimeZone::get(iana).is_ok(), "{iana}");
        }
    }
}
