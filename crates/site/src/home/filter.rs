//! What narrows the list of groups: words, kind, hours that suit, groups without leads.
//!
//! The form is shown where scripts run, which make it work; without them the browser's own search serves.

use std::collections::BTreeMap;

use folkmoot_model::{Group, GroupKind};
use maud::{Markup, html};

use super::groups::is_looking;
use crate::{View, calendar, icons, wording};

/// When the series of each group start next, in minutes since 1970, by the group's place.
pub(super) type Starts = BTreeMap<usize, String>;

pub(super) fn starts(view: &View<'_>) -> Starts {
    let mut out = Starts::new();
    let all = calendar::series_where(view.site(), |_, _| true);
    for one in &all {
        let next = calendar::next(view.community(), std::slice::from_ref(one), view.now(), 1);
        if let Some(next) = next.first() {
            let told = out.entry(one.group).or_default();
            let space = if told.is_empty() { "" } else { " " };
            told.push_str(&format!("{space}{}", next.start.timestamp().as_second() / 60));
        }
    }
    out
}

pub(super) fn form(view: &View<'_>, kinds: &[(&GroupKind, Vec<(usize, &Group)>)], starts: &Starts) -> Markup {
    let has_looking = kinds.iter().flat_map(|(_, groups)| groups).any(|(_, group)| is_looking(view, group));
    html! {
        form.filter role="search" data-found=(view.text("filter-found")) {
            div.filter-field {
                (icons::search())
                label.vh for="filter" { (view.text("filter-label")) }
                input id="filter" name="q" type="search" placeholder=(view.text("filter-hint"))
                    autocomplete="off" spellcheck="false";
            }
            @if kinds.len() > 1 {
                select name="kind" aria-label=(view.text("filter-any-kind")) {
                    option value="" { (view.text("filter-any-kind")) }
                    @for (kind, groups) in kinds {
                        option value=(crate::page::slug(&kind.key)) { (wording::kinds(view, kind)) " (" (groups.len()) ")" }
                    }
                }
            }
            @if !starts.is_empty() {
                select name="hours" aria-label=(view.text("filter-any-hour")) {
                    option value="" { (view.text("filter-any-hour")) }
                    option value="day" { (view.text("filter-day")) }
                    option value="evening" { (view.text("filter-evening")) }
                }
            }
            @if has_looking {
                label.check { input type="checkbox" name="lead" value="none"; (view.text("row-no-leads")) }
            }
            span.vh role="status" id="found" {}
        }
    }
}
