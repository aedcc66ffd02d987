//! What a page is about, for search engines: schema.org as JSON-LD.
//!
//! Addresses in it must be whole, so a site that does not know its host has none. The script element that holds
//! it is data: no browser runs it, and the content security policy does not concern it.

use jiff::{Timestamp, ToSpan};
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};

use crate::{Page, View, address, moment, wording};

/// Events that a group's page names.
const EVENTS: usize = 3;

/// The element for a page's head; nothing for pages that are about nothing in particular.
pub(crate) fn data(view: &View<'_>, page: &Page) -> Markup {
    let value = view.options().origin.as_ref().and_then(|_| match page {
        Page::Home => Some(community(view)),
        Page::Group(slug) => Some(group(view, view.group_index(slug)?)),
        _ => None,
    });
    // `<` ends the element or opens a comment in it; within JSON it is only ever in strings.
    let text = value.map(|value| value.to_string().replace('<', "\\u003c"));
    html! { @if let Some(text) = text { script type="application/ld+json" { (PreEscaped(text)) } } }
}

fn community(view: &View<'_>) -> Value {
    let community = view.site().community();
    let mut out = json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": view.name(),
        "url": view.whole(view.locale(), &Page::Home),
    });
    if let Some(description) = community.description.non_empty() {
        out["description"] = json!(description);
    }
    if let Some(home) = address::resolve(view, &community.homepage, "").filter(|home| home.external) {
        out["sameAs"] = json!([home.href]);
    }
    if let (Some(logo), Some(origin)) = (&view.assets().logo, &view.options().origin) {
        out["logo"] = json!(format!("{origin}{}", view.asset_href(logo)));
    }
    out
}

fn group(view: &View<'_>, index: usize) -> Value {
    let group = &view.site().community().groups[index];
    let page = view.whole(view.locale(), &Page::Group(view.site().slug(index).to_owned()));
    let mut organisation = json!({
        "@type": "Organization",
        "@id": format!("{page}#group"),
        "name": group.title(),
        "url": page,
        "parentOrganization": {
            "@type": "Organization",
            "name": view.name(),
            "url": view.whole(view.locale(), &Page::Home),
        },
    });
    if let Some(mission) = group.mission_statement.non_empty() {
        organisation["description"] = json!(wording::shorten(&crate::markdown::plain(mission), 300));
    }
    let until = view.now().checked_add((92 * 24).hours()).unwrap_or(Timestamp::MAX);
    let next = moment::meetings(view, std::iter::once(group), view.now(), until);
    let events = next.iter().take(EVENTS).map(|meets| event(view, meets, &page));
    let graph: Vec<Value> = std::iter::once(organisation).chain(events).collect();
    json!({ "@context": "https://schema.org", "@graph": graph })
}

fn event(view: &View<'_>, meets: &moment::Meets<'_>, page: &str) -> Value {
    let start = &meets.one.start;
    let format = "%Y-%m-%dT%H:%M:%S%:z";
    let join = address::resolve(view, &meets.planned.meeting.url, "").filter(|join| join.external);
    let mut out = json!({
        "@type": "Event",
        "name": meets.planned.title_of(&meets.one),
        "startDate": start.strftime(format).to_string(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": { "@type": "VirtualLocation", "url": join.map_or_else(|| page.to_owned(), |join| join.href) },
        "organizer": { "@id": format!("{page}#group") },
        "isAccessibleForFree": true,
    });
    let end = meets.one.minutes.and_then(|minutes| start.checked_add(i64::from(minutes).minutes()).ok());
    if let Some(end) = end {
        out["endDate"] = json!(end.strftime(format).to_string());
    }
    out
}
