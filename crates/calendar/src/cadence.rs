//! How often: facts from the day's and the frequency's words put together to a rule.

use jiff::civil::{Date, Weekday};

use crate::phrase::{Fact, Reading};
use crate::rule::{Frequency, Nth, Rule};
use crate::schedule::{Doubt, Fields};
use crate::time::is_placeholder;

/// How often a series happens.
#[derive(Clone, PartialEq, Debug)]
pub enum Cadence {
    /// By this rule.
    Recurring(Rule),
    /// When there is something to discuss.
    OnDemand,
    /// Nothing is written.
    Unstated,
    /// What is written gives no rule; the doubts say why.
    Unclear,
}

/// The rule that the words give; what is not certain about it goes to `doubts`.
pub(crate) fn cadence(
    fields: Fields<'_>,
    day: &Reading,
    frequency: &Reading,
    starts: Option<Date>,
    doubts: &mut Vec<Doubt>,
) -> Cadence {
    let facts: Vec<Fact> = day.facts.iter().chain(&frequency.facts).cloned().collect();
    let days_stated = facts.iter().any(|fact| matches!(fact, Fact::Weekday(_)));
    if !is_placeholder(fields.day) && !days_stated {
        doubts.push(Doubt::DayUnread);
    }
    let frequencies = distinct_frequencies(&frequency.facts);
    let on_demand = frequency.facts.contains(&Fact::OnDemand);
    let ordinals_stated = facts.iter().any(|fact| matches!(fact, Fact::Ordinal(_)));
    if frequencies.len() > 1 {
        doubts.push(Doubt::SeveralFrequencies);
        return Cadence::Unclear;
    }
    if on_demand && frequencies.is_empty() {
        return Cadence::OnDemand;
    }
    if is_placeholder(fields.frequency) && frequencies.is_empty() && !ordinals_stated {
        return Cadence::Unstated;
    }
    let plan = Plan::read(&facts);
    let rule = match frequencies.first() {
        Some(Fact::EveryDays(every)) => {
            let days = plan.days.iter().map(|nth| Nth::every(nth.weekday)).collect();
            Rule::every(*every, Frequency::Daily, days)
        }
        Some(Fact::EveryWeeks(every)) if days_stated => {
            // `first Monday` beside `weekly` cannot both hold; the weekday is what they share.
            let days = plan.days.iter().map(|nth| Nth::every(nth.weekday)).collect();
            Rule::every(*every, Frequency::Weekly, days)
        }
        Some(Fact::EveryMonths(every)) if days_stated => match plan.ordinals_for(starts) {
            Some(days) => Rule::every(*every, Frequency::Monthly, days),
            None => {
                doubts.push(Doubt::WeekOfMonthUnknown);
                return Cadence::Unclear;
            }
        },
        Some(Fact::Bimonthly) => {
            doubts.push(Doubt::Bimonthly);
            return Cadence::Unclear;
        }
        Some(Fact::TwiceAMonth) if plan.ordinal_count() >= 2 => {
            Rule::every(1, Frequency::Monthly, plan.days.clone())
        }
        Some(Fact::TwiceAMonth) => {
            doubts.push(Doubt::TwiceAMonthUnknown);
            return Cadence::Unclear;
        }
        // `2nd and 4th Tuesday of each month` needs no further word.
        None if ordinals_stated && days_stated => Rule::every(1, Frequency::Monthly, plan.days.clone()),
        None => {
            doubts.push(Doubt::FrequencyUnread(frequency.unread.clone()));
            return Cadence::Unclear;
        }
        Some(_) => return Cadence::Unclear,
    };
    let rule = Rule { except: plan.except, month_days: plan.month_days, ..rule };
    if rule.needs_anchor() && starts.is_none() {
        doubts.push(Doubt::Unanchored);
    }
    Cadence::Recurring(rule)
}

/// Frequencies that differ; `biweekly - every other Friday of the month` says one thing twice.
fn distinct_frequencies(facts: &[Fact]) -> Vec<Fact> {
    let mut out: Vec<Fact> = Vec::new();
    for fact in facts {
        let frequency = matches!(
            fact,
            Fact::EveryDays(_)
                | Fact::EveryWeeks(_)
                | Fact::EveryMonths(_)
                | Fact::TwiceAMonth
                | Fact::Bimonthly
        );
        if frequency && !out.contains(fact) {
            out.push(fact.clone());
        }
    }
    out
}

/// Days gathered from facts in the order they stand.
#[derive(Default)]
struct Plan {
    days: Vec<Nth>,
    except: Vec<Nth>,
    month_days: Vec<i8>,
}

impl Plan {
    fn read(facts: &[Fact]) -> Self {
        let mut plan = Self::default();
        let mut ordinals: Vec<i8> = Vec::new();
        let (mut excepting, mut after) = (false, false);
        for fact in facts {
            match fact {
                Fact::Ordinal(n) => ordinals.push(*n),
                Fact::Except => excepting = true,
                Fact::After => after = true,
                Fact::Weekday(weekday) if after => plan.restrict_after(ordinals.drain(..).next(), *weekday),
                Fact::Weekday(weekday) => {
                    let target = if excepting { &mut plan.except } else { &mut plan.days };
                    add(target, &mut ordinals, *weekday);
                }
                Fact::Through(last) => plan.fill_through(*last),
                _ => {}
            }
        }
        // `excluding 2nd week of the month` names no weekday: it means the series' own.
        if excepting && !ordinals.is_empty() {
            for nth in plan.days.clone() {
                plan.except.extend(ordinals.iter().map(|n| Nth { n: Some(*n), weekday: nth.weekday }));
            }
        } else if !ordinals.is_empty() {
            // The ordinal stands after the weekday, or in the other text: day `Tuesday`, frequency `third`.
            for nth in &mut plan.days {
                nth.n = nth.n.or(ordinals.first().copied());
            }
        }
        plan
    }

    /// `Wednesday after the fourth Tuesday`: the n-th weekday lies on days 7n−6 to 7n, what follows it
    /// within a week on the days after those.
    fn restrict_after(&mut self, n: Option<i8>, weekday: Weekday) {
        let (Some(n @ 1..=4), Some(own)) = (n, self.days.first()) else { return };
        let ahead = (own.weekday.to_monday_zero_offset() - weekday.to_monday_zero_offset()).rem_euclid(7);
        let ahead = if ahead == 0 { 7 } else { ahead };
        self.month_days = (7 * n - 6 + ahead..=7 * n + ahead).collect();
    }

    fn fill_through(&mut self, last: Weekday) {
        let Some(first) = self.days.last().copied() else { return };
        let mut weekday = first.weekday;
        while weekday != last && self.days.len() < 7 {
            weekday = weekday.next();
            self.days.push(Nth::every(weekday));
        }
    }

    fn ordinal_count(&self) -> usize {
        self.days.iter().filter(|nth| nth.n.is_some()).count()
    }

    /// The days with their week of the month; a first date tells it where no word does.
    fn ordinals_for(&self, starts: Option<Date>) -> Option<Vec<Nth>> {
        if !self.month_days.is_empty() || self.days.iter().all(|nth| nth.n.is_some()) {
            return Some(self.days.clone());
        }
        let starts = starts.filter(|date| self.days.iter().any(|nth| nth.weekday == date.weekday()))?;
        let n = (starts.day() - 1) / 7 + 1;
        Some(vec![Nth { n: Some(n), weekday: starts.weekday() }])
    }
}

/// Adds a weekday with the ordinals that stand before it; a weekday named twice is one.
fn add(target: &mut Vec<Nth>, ordinals: &mut Vec<i8>, weekday: Weekday) {
    if ordinals.is_empty() {
        if !target.iter().any(|nth| nth.weekday == weekday) {
            target.push(Nth::every(weekday));
        }
        return;
    }
    // Day `Tuesday`, frequency `first and third Tuesday`: the second text is the exact one.
    target.retain(|nth| nth.weekday != weekday || nth.n.is_some());
    for n in ordinals.drain(..) {
        let nth = Nth { n: Some(n), weekday };
        if !target.contains(&nth) {
            target.push(nth);
        }
    }
}
