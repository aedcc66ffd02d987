//! The next meetings of a group or of everybody, as pages show them.
//!
//! A page holds more of them than it shows, hidden: a script takes out what is over and shows as many as there
//! were, so that a page exported yesterday is right today. Without scripts each meeting is told in its own zone.

use jiff::tz::Offset;
use jiff::{ToSpan, Zoned};
use maud::{Markup, html};

use crate::address::resolve;
use crate::calendar::{Happening, Series, own_title};
use crate::{View, calendar, dates, icons};

/// Meetings of the whole community that the home page shows, and that it holds for later.
const SHOWN: usize = 5;
const HELD: usize = 24;
/// Days ahead that "next" means, where there are meetings enough.
const NEAR: i64 = 14;
/// Meetings of one group that its page holds: a weekly series for a month and a half.
const HELD_OF_GROUP: usize = 6;

/// The next meetings of everybody; `None` where no series has certain dates.
pub(crate) fn of_everybody(view: &View<'_>) -> Option<Markup> {
    of_series(view, &calendar::series_where(view.site(), |_, _| true))
}

/// The next meetings of these series; `None` where none of them has certain dates.
pub(crate) fn of_series(view: &View<'_>, series: &[Series<'_>]) -> Option<Markup> {
    let ahead = calendar::next(view.community(), series, view.now(), HELD);
    if ahead.is_empty() {
        return None;
    }
    let near = calendar::shifted(view.now(), NEAR);
    let shown = ahead.iter().filter(|happening| happening.start.timestamp() < near).count();
    let shown = shown.clamp(ahead.len().min(2), SHOWN);
    Some(html! {
        ol.soon data-shown=(shown) data-now=(view.text("next-now")) {
            @for (index, happening) in ahead.iter().enumerate() {
                (row(view, &series[happening.series], happening, index < shown))
            }
        }
    })
}

fn row(view: &View<'_>, series: &Series<'_>, happening: &Happening, shown: bool) -> Markup {
    let planned = &series.planned;
    let name = own_title(view, planned, happening.title.as_deref());
    let join = resolve(view, &planned.meeting.url, &planned.group.dir);
    html! {
        li.soon-one hidden[!shown] data-until=(happening.end()) {
            (moment(view, &happening.start, happening.minutes, Style::Short))
            div.soon-what {
                p.title { a href=(view.group_href(series.group)) { (planned.group.title()) } }
                p.soon-name { span.name { (name) } " " span.countdown {} }
            }
            @if let Some(address) = join {
                a.chip href=(address.href) { (icons::video()) (view.text("meeting-join")) span.vh { " · " (planned.group.title()) ": " (name) } }
            }
        }
    }
}

/// The next meeting of a group, its subprojects' included; `None` where no series of it has certain dates.
pub(crate) fn of_group(view: &View<'_>, index: usize) -> Option<Markup> {
    let series = calendar::series_where(view.site(), |group, _| group == index);
    let ahead = calendar::next(view.community(), &series, view.now(), HELD_OF_GROUP);
    if ahead.is_empty() {
        return None;
    }
    Some(html! {
        ol.soon.next data-shown="1" data-now=(view.text("next-now")) {
            @for (place, happening) in ahead.iter().enumerate() {
                (card(view, &series[happening.series], happening, place == 0))
            }
        }
    })
}

fn card(view: &View<'_>, series: &Series<'_>, happening: &Happening, shown: bool) -> Markup {
    let planned = &series.planned;
    let meeting = planned.meeting;
    let name = own_title(view, planned, happening.title.as_deref());
    let links = [
        (view.text("meeting-join"), &meeting.url, icons::video(), true),
        (view.text("next-agenda"), &meeting.archive_url, icons::document(), false),
    ];
    let links = links.into_iter().filter_map(|(word, url, icon, first)| {
        Some((word, resolve(view, url, &planned.group.dir)?, icon, first))
    });
    html! {
        li.soon-one hidden[!shown] data-until=(happening.end()) {
            p.eyebrow { span.countdown { (view.text("next-one")) } }
            p.title { (name) }
            (moment(view, &happening.start, happening.minutes, Style::Long))
            ul.chips {
                @for (word, address, icon, first) in links {
                    li { a.chip.first[first] href=(address.href) { (icon) (word) span.vh { " · " (name) } } }
                }
            }
        }
    }
}

/// How a moment is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `Wed 25 Nov`, then clock and offset.
    Short,
    /// `Wednesday 25 November`, then clock, zone and offset.
    Long,
}

/// A moment on the clock of its zone, in two lines of fixed height: the script puts the reader's clock in their
/// place, and nothing moves.
pub(crate) fn moment(view: &View<'_>, start: &Zoned, minutes: Option<u16>, style: Style) -> Markup {
    let end = minutes.and_then(|minutes| start.checked_add(i64::from(minutes).minutes()).ok());
    let until = end.as_ref().map(Zoned::timestamp);
    let (day, zone) = match style {
        Style::Short => (dates::short(view, start.date()), offset(start.offset())),
        Style::Long => (dates::day(view, start.date()), zone(start)),
    };
    html! {
        time.moment datetime=(start.timestamp()) data-until=[until] data-long[style == Style::Long] {
            span.moment-day { (day) } " "
            span.moment-clock {
                span.hours { (start.strftime("%H:%M")) @if let Some(end) = end { "–" (end.strftime("%H:%M")) } }
                " " span.zone { (zone) }
            }
        }
    }
}

/// `America/Los_Angeles (UTC−8)`.
fn zone(start: &Zoned) -> String {
    let (name, offset) = (dates::zone_name(start), offset(start.offset()));
    if name == "UTC" || name == offset { offset } else { format!("{name} ({offset})") }
}

/// `UTC−8`, `UTC+5:30`, `UTC`.
fn offset(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = match minutes {
        0 => return "UTC".to_owned(),
        1.. => '+',
        _ => '−',
    };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use folkmoot_model::{MemoryFiles, load};

    use super::*;
    use crate::{Locale, Options, Site};

    fn site() -> Site {
        let text = "sigs:\n- dir: sig-a\n  name: A\n  meetings:\n  - {description: Call, day: Monday, time: '9:00', tz: \
                    America/Los_Angeles, frequency: weekly, duration: 30m, url: 'https://example.org/join'}\n";
        let files = MemoryFiles::new().with("sigs.yaml", text);
        let (community, _) = load(&files);
        Site::new(community, Arc::new(files), Options::default())
    }

    #[test]
    fn the_next_meeting_is_told_in_its_own_zone_and_later_ones_wait_hidden() {
        let site = site();
        let now = "2026-11-21T12:00:00Z".parse().expect("a moment");
        let html = of_group(&site.view(Locale::English, now), 0).expect("a meeting").into_string();
        for told in
            ["Monday 23 November", "09:00–09:30", "America/Los_Angeles (UTC−8)", "https://example.org/join"]
        {
            assert!(html.contains(told), "{told}: {html}");
        }
        assert!(
            html.contains(r#"datetime="2026-11-23T17:00:00Z" data-until="2026-11-23T17:30:00Z""#),
            "{html}"
        );
        assert_eq!(
            (html.matches("<li class=\"soon-one\"").count(), html.matches(" hidden ").count()),
            (6, 5)
        );
    }

    #[test]
    fn a_meeting_that_goes_on_is_still_the_next() {
        let site = site();
        let now = "2026-11-23T17:29:00Z".parse().expect("a moment");
        let html = of_everybody(&site.view(Locale::Chinese, now)).expect("a meeting").into_string();
        assert!(html.contains("11月23日 周一"), "{html}");
    }

    #[test]
    fn an_offset_is_written_with_its_minutes() {
        let told = |seconds| offset(Offset::from_seconds(seconds).expect("an offset"));
        assert_eq!([told(0), told(8 * 3600), told(-12_600)], ["UTC", "UTC+8", "UTC−3:30"]);
    }
}
