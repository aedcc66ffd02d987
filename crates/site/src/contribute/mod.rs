//! How to take part: the first three steps, what to know, groups that look for people.

mod rules;
mod steps;

use maud::{Markup, html};

use crate::layout::{self, Head};
use crate::{Page, View, home, people};

pub(crate) use rules::governance;
pub(crate) use steps::steps;

/// The page.
pub(crate) fn page(view: &View<'_>) -> Markup {
    let title = view.text("contribute-title");
    let lead = view.text_with("contribute-lead", [("community", view.name().into())]);
    let main = html! {
        div.wide.contribute {
            div.page-head { h1 { (title) } p.lead { (lead) } }
            (steps(view))
            section aria-labelledby="rules" {
                h2 id="rules" { (view.text("contribute-rules")) }
                (rules::list(view))
            }
            (in_need(view))
        }
    };
    layout::page(
        view,
        &Head { title: &title, description: &lead, listed: true, address: Some(Page::Contribute) },
        &main,
    )
}

/// Groups that go on and whose record names nobody who leads.
fn in_need(view: &View<'_>) -> Markup {
    let groups: Vec<_> = view
        .groups()
        .filter(|(_, group)| home::is_alive(group) && people::leads(view, group).is_empty())
        .collect();
    html! {
        @if !groups.is_empty() {
            section aria-labelledby="in-need" {
                h2 id="in-need" { (view.text("contribute-in-need")) }
                p.quiet { (view.text("contribute-in-need-why")) }
                ul.chips {
                    @for (index, group) in groups { li { a.chip href=(view.group_href(index)) { (group.title()) } } }
                }
            }
        }
    }
}
