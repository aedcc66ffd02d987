//! What differs, for programs.

use anyhow::Result;
use folkmoot_calendar::ics::Difference;
use serde::Serialize;
use serde_json::{Value, json};

use super::Compared;

#[derive(Serialize)]
struct Document<'a> {
    agree: bool,
    /// On the calendar, not in the repository.
    only_on_calendar: Vec<Theirs<'a>>,
    /// In the repository, not on the calendar.
    only_in_repository: Vec<Ours>,
    /// On both, with differences.
    different: Vec<Different<'a>>,
    /// How many series are the same on both.
    same: usize,
    /// On the calendar, and not compared.
    unread: Vec<Unread<'a>>,
}

#[derive(Serialize)]
struct Theirs<'a> {
    uid: &'a str,
    title: &'a str,
    rrule: String,
    /// RFC 3339 with offset.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    timezone: &'a str,
}

#[derive(Serialize)]
struct Ours {
    group: String,
    title: String,
    /// File and line.
    place: String,
}

#[derive(Serialize)]
struct Different<'a> {
    #[serde(flatten)]
    ours: Ours,
    calendar_uid: &'a str,
    calendar_title: &'a str,
    /// Objects with `what`, `calendar` and `repository`.
    differences: Vec<Value>,
}

#[derive(Serialize)]
struct Unread<'a> {
    uid: &'a str,
    title: &'a str,
    reason: String,
}

/// One object, keys as documented on its types.
pub(super) fn render(compared: &Compared<'_>) -> Result<String> {
    let (found, entries) = (&compared.found, &compared.calendar.entries);
    let ours = |at: usize| {
        let one = &compared.planned[at];
        Ours { group: one.group.id(), title: one.title(), place: compared.place(one) }
    };
    let theirs = found.only_there.iter().map(|&at| {
        let entry = &entries[at];
        let next = compared.next(entry).map(|next| next.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string());
        let timezone = entry.series.zone.iana_name().unwrap_or(&entry.zone);
        Theirs { uid: &entry.uid, title: &entry.summary, rrule: entry.series.rule.to_rrule(), next, timezone }
    });
    let different = found.pairs.iter().filter(|pair| !pair.differences.is_empty());
    let different = different.map(|pair| Different {
        ours: ours(pair.here),
        calendar_uid: &entries[pair.there].uid,
        calendar_title: &entries[pair.there].summary,
        differences: pair.differences.iter().map(value).collect(),
    });
    let unread = compared.calendar.unread.iter().map(|unread| Unread {
        uid: &unread.uid,
        title: &unread.summary,
        reason: unread.reason.to_string(),
    });
    let document = Document {
        agree: compared.agree(),
        only_on_calendar: theirs.collect(),
        only_in_repository: found.only_here.iter().map(|&at| ours(at)).collect(),
        different: different.collect(),
        same: found.pairs.iter().filter(|pair| pair.differences.is_empty()).count(),
        unread: unread.collect(),
    };
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}

fn value(difference: &Difference) -> Value {
    let days = |list: &[jiff::civil::Weekday]| -> Vec<String> {
        list.iter().map(|day| format!("{day:?}").to_lowercase()).collect()
    };
    let dates =
        |list: &[jiff::civil::Date]| -> Vec<String> { list.iter().map(ToString::to_string).collect() };
    let time = |time: &jiff::civil::Time| time.strftime("%H:%M").to_string();
    match difference {
        Difference::Weekday { there, here } => {
            json!({"what": "weekday", "calendar": days(there), "repository": days(here)})
        }
        Difference::Time { there, here } => {
            json!({"what": "time", "calendar": time(there), "repository": time(here)})
        }
        Difference::Zone { there, here } => json!({"what": "zone", "calendar": there, "repository": here}),
        Difference::Length { there, here } => {
            json!({"what": "minutes", "calendar": there, "repository": here})
        }
        Difference::Rhythm { there, here } => json!({"what": "rrule", "calendar": there, "repository": here}),
        Difference::Dates { only_there, only_here } => {
            json!({"what": "dates", "calendar": dates(only_there), "repository": dates(only_here)})
        }
        Difference::Link { there, here } => json!({"what": "link", "calendar": there, "repository": here}),
        Difference::Undated { next } => {
            json!({"what": "first-date", "calendar": next.to_string(), "repository": null})
        }
    }
}
