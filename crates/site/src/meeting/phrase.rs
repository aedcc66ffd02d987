//! The days of a rule in the reader's language: `每周二`, `her ayın ilk Perşembe günü`.

use folkmoot_calendar::{Cadence, Frequency, Nth, Rule};
use folkmoot_model::Meeting;

use crate::{Locale, View};

const WEEKDAYS: [&str; 7] = [
    "when-monday",
    "when-tuesday",
    "when-wednesday",
    "when-thursday",
    "when-friday",
    "when-saturday",
    "when-sunday",
];

/// The days of a series whose words are understood and simple enough to say again. `None` in English: a record
/// is written in it, and its own words are the best.
pub(super) fn days(view: &View<'_>, meeting: &Meeting) -> Option<String> {
    if view.locale() == Locale::English {
        return None;
    }
    match meeting.schedule().cadence {
        Cadence::Recurring(rule) => of_rule(view, &rule),
        Cadence::OnDemand | Cadence::Unstated | Cadence::Unclear => None,
    }
}

fn of_rule(view: &View<'_>, rule: &Rule) -> Option<String> {
    let is_simple = rule.month_days.is_empty()
        && rule.months.is_empty()
        && rule.positions.is_empty()
        && rule.except.is_empty()
        && rule.count.is_none();
    if !is_simple || rule.days.is_empty() {
        return None;
    }
    let days = rule.days.iter().map(|day| one(view, *day)).collect::<Option<Vec<String>>>()?;
    let days = days.join(&view.text("list-separator"));
    let counted = [("days", days.clone().into()), ("count", i64::from(rule.interval).into())];
    match (rule.frequency, rule.interval) {
        (Frequency::Weekly, 1) => Some(view.text_with("when-weekly", [("days", days.into())])),
        (Frequency::Weekly, _) => Some(view.text_with("when-every-weeks", counted)),
        (Frequency::Monthly, 1) => Some(view.text_with("when-monthly", [("days", days.into())])),
        (Frequency::Monthly, _) => Some(view.text_with("when-every-months", counted)),
        (Frequency::Daily | Frequency::Yearly, _) => None,
    }
}

/// `Tuesday`, `first Tuesday`.
fn one(view: &View<'_>, day: Nth) -> Option<String> {
    let index = usize::try_from(day.weekday.to_monday_zero_offset()).ok()?;
    let weekday = view.text(WEEKDAYS[index]);
    let nth = match day.n {
        None => return Some(weekday),
        Some(1) => view.text("when-first"),
        Some(2) => view.text("when-second"),
        Some(3) => view.text("when-third"),
        Some(4) => view.text("when-fourth"),
        Some(5) => view.text("when-fifth"),
        Some(-1) => view.text("when-last"),
        Some(_) => return None,
    };
    Some(view.text_with("when-nth", [("nth", nth.into()), ("day", weekday.into())]))
}
